// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pyramid/pyramid_bar.h"

#include "widgets/common/color_key.h"
#include "widgets/common/compare_bar.h"
#include "widgets/common/flow_layout.h"
#include "widgets/common/icons.h"
#include "widgets/common/segments.h"
#include "widgets/common/theme.h"
#include "widgets/common/tool_button.h"
#include "widgets/state/view_state.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace hierascope::widgets {

PyramidBar::PyramidBar(const Theme& theme, ViewState& state, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_state(state),
      m_compare(new CompareBar(theme, state, this)),
      m_pictures(new Segments(
          tr("Picture"),
          {{tr("Reconstruction"), tr("What the levels up to this one reconstruct (R)")},
           {tr("Original"), tr("The image as it went into the model (O)")},
           {tr("Residual"), tr("What this level added to the one before, signed (D)")},
           {tr("|Error|"), tr("How far the reconstruction is from the original, per pixel (E)")},
           {tr("± Error"), tr("Reconstruction minus original, signed, per pixel (Shift+E)")},
           {tr("Commutation"), tr("Does the decoder commute with downsampling? D(D_s(Z)) beside "
                                  "D_s(D(Z)) and D_s(X) (M)")},
           {tr("Hierarchies"), tr("The image tokens inside of the encoder, merged again and again, "
                                  "as principal-component colours (H)")},
           {tr("Moved"), tr("Which pixels the edits of tokens moved, signed (Shift+M)")}},
          this)),
      m_overlays(new Segments(
          tr("Tokens"),
          {{tr("Off"), tr("Show the picture alone; a click still selects a token")},
           {tr("Grid"), tr("Show where the tokens of this level lie (T)")},
           {tr("Colours"), tr("Colour tokens by the first three principal components of all token "
                              "vectors: like colours, like vectors (Shift+T)")}},
          this)),
      m_key(new ColorKey(theme, this)), m_rectangle(new QToolButton(this)),
      m_edit(makeToolButton(
          this, "button", tr("Edit tokens"),
          tr("Put something else in the place of tokens and see what it does (W)"))) {
    setObjectName(QStringLiteral("roomBar"));
    setAttribute(Qt::WA_StyledBackground);
    m_rectangle->setProperty("role", QStringLiteral("quiet"));
    m_rectangle->setCheckable(true);
    m_rectangle->setToolTip(tr("Select tokens with a rectangle: drag over the picture "
                               "(else Shift or Ctrl with a drag)"));
    m_rectangle->setAccessibleName(tr("Select tokens with a rectangle"));
    QToolButton* fit = makeToolButton(this, "button", tr("Fit"), tr("Show the whole picture (F)"));
    QToolButton* real = makeToolButton(this, "button", tr("1:1"), tr("Show true pixels (1)"));
    QToolButton* save = makeToolButton(this, "button", tr("Export…"),
                                       tr("Save this picture, or the whole ladder as "
                                          "one figure (Ctrl+E)"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 12, 6);
    column->setSpacing(6);
    m_edit->setCheckable(true);
    column->addLayout(makeRow({m_compare}, {m_key, m_edit, fit, real, save}));
    column->addLayout(makeRow({m_pictures}, {labelled(tr("Tokens"), m_overlays), m_rectangle}));
    connect(m_edit, &QToolButton::toggled, this, &PyramidBar::editingWanted);
    connect(fit, &QToolButton::clicked, this, &PyramidBar::fitWanted);
    connect(real, &QToolButton::clicked, this, &PyramidBar::truePixelsWanted);
    connect(save, &QToolButton::clicked, this, &PyramidBar::exportWanted);
    connect(m_rectangle, &QToolButton::toggled, this, &PyramidBar::rectangleToolChanged);
    connect(m_pictures, &Segments::chosen, this,
            [this](int index) { m_state.setPicture(Picture(index)); });
    connect(m_overlays, &Segments::chosen, this,
            [this](int index) { m_state.setOverlay(TokenOverlay(index)); });
    connect(&state, &ViewState::choiceChanged, this, &PyramidBar::follow);
    connect(&state, &ViewState::phaseChanged, this, &PyramidBar::follow);
    connect(&theme, &Theme::changed, this, &PyramidBar::tint);
    follow();
    tint();
}

QWidget* PyramidBar::labelled(const QString& text, Segments* segments) {
    auto* both = new QWidget(this);
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto* label = new QLabel(text, both);
    label->setProperty("role", QStringLiteral("secondary"));
    row->addWidget(label);
    row->addWidget(segments);
    return both;
}

QLayout* PyramidBar::makeRow(const QList<QWidget*>& left, const QList<QWidget*>& right) {
    auto* row = new FlowLayout;
    row->setSpacing(8);
    for (QWidget* part : left)
        row->addWidget(part);
    row->addGap();
    for (QWidget* part : right)
        row->addWidget(part);
    return row;
}

void PyramidBar::follow() {
    m_pictures->setCurrent(int(m_state.choice().picture));
    m_overlays->setCurrent(int(m_state.choice().overlay));
    const auto content = m_state.content();
    const bool isPrefixed = content && !content->levelInfos.empty() &&
                            prefixOf(content->levelInfos.front()).has_value();
    m_pictures->setChoiceEnabled(int(Picture::Commutation), !isPrefixed);
    m_pictures->setChoiceOffered(int(Picture::Hierarchies),
                                 content && !content->hierarchies.empty());
    m_pictures->setChoiceOffered(int(Picture::Moved), content && !content->edits.isEmpty());
}

void PyramidBar::setEditing(bool isEditing) {
    m_edit->setChecked(isEditing);
}

void PyramidBar::tint() {
    m_rectangle->setIcon(tintedIcon(QStringLiteral("select"), m_theme.color(ColorRole::Secondary)));
}

} // namespace hierascope::widgets
