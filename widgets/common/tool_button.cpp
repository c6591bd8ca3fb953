// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/tool_button.h"

#include <QToolButton>

namespace hierascope::widgets {

QToolButton* makeToolButton(QWidget* parent, const char* role, const QString& text,
                            const QString& tip) {
    auto* button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(text);
    button->setAccessibleDescription(tip);
    button->setProperty("role", QString::fromLatin1(role));
    return button;
}

} // namespace hierascope::widgets
