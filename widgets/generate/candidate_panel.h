// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QWidget>

class QLabel;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace hierascope::widgets {

class CandidateRow;
class GenerationState;
class Theme;

/// One token: its code, how sure the generator was, and what could stand in its place.
class CandidatePanel : public QWidget {
    Q_OBJECT

public:
    CandidatePanel(const Theme& theme, const GenerationState& generation,
                   QWidget* parent = nullptr);

    /// @param position from 0, -1 for none
    void show(std::int64_t position);
    std::int64_t position() const { return m_position; }
    const std::vector<CandidateRow*>& rows() const { return m_rows; }
    QSpinBox* codeBox() const { return m_code; }
    QToolButton* putButton() const { return m_put; }

Q_SIGNALS:
    /// Somebody wants another code there, and what follows from it.
    void replacementWanted(std::int64_t position, std::int64_t code);

private:
    void showRecord();
    CandidateRow* rowAt(std::size_t index);

    const Theme& m_theme;
    const GenerationState& m_generation;
    std::int64_t m_position = -1;
    QLabel* m_heading;
    QLabel* m_facts;
    QVBoxLayout* m_list;
    std::vector<CandidateRow*> m_rows;
    QWidget* m_other;
    QSpinBox* m_code;
    QToolButton* m_put;
};

} // namespace hierascope::widgets
