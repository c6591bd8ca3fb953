// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <QAbstractButton>

namespace hierascope::widgets {

class Theme;

/// A code that could stand at a position: its number, and its probability as a bar.
class CandidateRow : public QAbstractButton {
    Q_OBJECT

public:
    explicit CandidateRow(const Theme& theme, QWidget* parent = nullptr);

    /// @param isChosen it stands there already, and cannot be chosen
    void setCandidate(std::int64_t code, float probability, bool isChosen);
    std::int64_t code() const { return m_code; }

    QSize sizeHint() const override { return {200, 26}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    std::int64_t m_code = 0;
    float m_probability = 0.0F;
};

} // namespace hierascope::widgets
