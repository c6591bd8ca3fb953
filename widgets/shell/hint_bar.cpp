// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/hint_bar.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace hierascope::widgets {

HintBar::HintBar(const Theme& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_icon(new QLabel(this)), m_close(new QToolButton(this)) {
    setObjectName(QStringLiteral("hint"));
    auto* text =
        new QLabel(tr("Drop an image or a model here. Left and Right move the level; with a "
                      "second model, hold B to flip to it. Ctrl+K finds any action."),
                   this);
    text->setWordWrap(true);
    m_close->setProperty("role", QStringLiteral("quiet"));
    m_close->setToolTip(tr("Hide this hint"));
    m_close->setAccessibleName(tr("Hide this hint"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 8, 6);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(text, 1);
    row->addWidget(m_close);
    setAccessibleName(text->text());
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
    connect(&theme, &Theme::changed, this, &HintBar::tint);
    tint();
}

void HintBar::tint() {
    const QColor color = m_theme.color(ColorRole::Secondary);
    m_icon->setPixmap(tintedPixmap(QStringLiteral("hint"), color, 16, devicePixelRatioF()));
    m_close->setIcon(tintedIcon(QStringLiteral("close"), color));
}

} // namespace hierascope::widgets
