// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/notice_bar.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace hierascope::widgets {

NoticeBar::NoticeBar(const Theme& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_icon(new QLabel(this)), m_text(new QLabel(this)),
      m_row(new QHBoxLayout(this)), m_close(new QToolButton(this)) {
    setObjectName(QStringLiteral("notice"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setProperty("role", QStringLiteral("quiet"));
    m_close->setToolTip(tr("Hide this notice"));
    m_close->setAccessibleName(tr("Hide this notice"));
    m_row->setContentsMargins(12, 6, 8, 6);
    m_row->setSpacing(8);
    m_row->addWidget(m_icon);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
    connect(&theme, &Theme::changed, this, &NoticeBar::tint);
    tint();
    hide();
}

void NoticeBar::say(const QString& sentence, const QList<Action>& actions) {
    for (QPushButton* button : m_buttons) {
        button->hide();
        button->deleteLater(); // perhaps it is the one that was clicked
    }
    m_buttons.clear();
    m_text->setText(sentence);
    setAccessibleName(sentence);
    for (const Action& action : actions) {
        auto* button = new QPushButton(action.text, this);
        button->setToolTip(action.tip);
        connect(button, &QPushButton::clicked, this, [this, act = action.act] {
            hide();
            act();
        });
        m_row->insertWidget(m_row->count() - 1, button);
        m_buttons << button;
    }
    show();
}

QString NoticeBar::sentence() const {
    return m_text->text();
}

void NoticeBar::tint() {
    m_icon->setPixmap(tintedPixmap(QStringLiteral("warning"), m_theme.color(ColorRole::Warning), 16,
                                   devicePixelRatioF()));
    m_close->setIcon(tintedIcon(QStringLiteral("close"), m_theme.color(ColorRole::Secondary)));
}

} // namespace hierascope::widgets
