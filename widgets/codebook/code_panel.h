// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/codebook_state.h"

#include <QScrollArea>

class QLabel;

namespace hierascope::widgets {

class PictureRows;
class Theme;

/// The picked code: where it occurs, its nearest codes, its company, and what it paints.
class CodePanel : public QScrollArea {
    Q_OBJECT

public:
    CodePanel(const Theme& theme, ViewState& state, const CodebookState& codebook,
              QWidget* parent = nullptr);

    void follow();
    const PictureRows* exemplars() const { return m_exemplars; }
    const PictureRows* painting() const { return m_painting; }
    QString companyText() const;
    QString nearText() const;

private:
    QLabel* makeLinks(const QString& name);
    void followCode(std::int64_t code);
    void followPainting(std::int64_t code);

    ViewState& m_state;
    const CodebookState& m_codebook;
    CodebookState::Atlas m_shownAtlas;
    CodebookState::Vectors m_shownVectors;
    std::int64_t m_shownCode = -2;
    QLabel* m_heading;
    QLabel* m_count;
    PictureRows* m_exemplars;
    QLabel* m_here;
    QLabel* m_near;
    QLabel* m_company;
    PictureRows* m_painting;
};

} // namespace hierascope::widgets
