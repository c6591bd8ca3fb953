// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/view_rail.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"

#include <QButtonGroup>
#include <QToolButton>
#include <QVBoxLayout>

namespace hierascope::widgets {

ViewRail::ViewRail(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_buttons(new QButtonGroup(this)) {
    setObjectName(QStringLiteral("rail"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Views"));
    setFixedWidth(76);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 8);
    column->setSpacing(4);
    column->addStretch();
    connect(m_buttons, &QButtonGroup::idClicked, this, &ViewRail::viewChosen);
    connect(&theme, &Theme::changed, this, &ViewRail::tint);
}

void ViewRail::addView(const QString& icon, const QString& name, const QString& toolTip) {
    auto* button = new QToolButton(this);
    const int index = int(m_buttons->buttons().size());
    button->setProperty("viewIcon", icon);
    button->setText(name);
    button->setToolTip(toolTip);
    button->setAccessibleName(name);
    button->setCheckable(true);
    button->setChecked(index == 0);
    button->setIconSize({20, 20});
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_buttons->addButton(button, index);
    static_cast<QVBoxLayout*>(layout())->insertWidget(index, button);
    tint();
}

void ViewRail::setCurrent(int index) {
    if (QAbstractButton* button = m_buttons->button(index))
        button->setChecked(true);
}

void ViewRail::tint() {
    const auto buttons = m_buttons->buttons();
    for (QAbstractButton* button : buttons)
        button->setIcon(
            tintedIcon(button->property("viewIcon").toString(), m_theme.color(ColorRole::Text)));
}

} // namespace hierascope::widgets
