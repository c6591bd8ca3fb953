// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/dock_title.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace hierascope::widgets {

DockTitle::DockTitle(const Theme& theme, QDockWidget& dock)
    : QWidget(&dock), m_theme(theme),
      m_float(makeButton(tr("Float or dock the panel %1").arg(dock.windowTitle()))),
      m_close(makeButton(
          tr("Close the panel %1; the Window menu opens it again").arg(dock.windowTitle()))) {
    setObjectName(QStringLiteral("dockTitle"));
    setAttribute(Qt::WA_StyledBackground);
    auto* label = new QLabel(dock.windowTitle(), this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 6, 4);
    row->setSpacing(2);
    row->addWidget(label, 1);
    row->addWidget(m_float);
    row->addWidget(m_close);
    connect(m_float, &QToolButton::clicked, &dock,
            [&dock] { dock.setFloating(!dock.isFloating()); });
    connect(m_close, &QToolButton::clicked, &dock, &QWidget::close);
    connect(&theme, &Theme::changed, this, &DockTitle::tint);
    tint();
}

QToolButton* DockTitle::makeButton(const QString& tip) {
    auto* button = new QToolButton(this);
    button->setProperty("role", QStringLiteral("quiet"));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setIconSize({14, 14});
    return button;
}

void DockTitle::tint() {
    const QColor color = m_theme.color(ColorRole::Secondary);
    m_float->setIcon(tintedIcon(QStringLiteral("float"), color));
    m_close->setIcon(tintedIcon(QStringLiteral("close"), color));
}

} // namespace hierascope::widgets
