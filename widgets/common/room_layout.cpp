// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/room_layout.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace hierascope::widgets {

void layOutRoom(QWidget* room, QWidget* bar, QWidget* pages, QWidget* busy) {
    room->setObjectName(QStringLiteral("room"));
    room->setAttribute(Qt::WA_StyledBackground);
    auto* overlaid = new QGridLayout;
    overlaid->addWidget(pages, 0, 0);
    overlaid->addWidget(busy, 0, 0, Qt::AlignCenter);
    auto* layout = new QVBoxLayout(room);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addLayout(overlaid, 1);
    busy->raise();
}

QVBoxLayout* layOutInspector(QScrollArea* inspector, int width) {
    inspector->setObjectName(QStringLiteral("inspector"));
    inspector->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    inspector->setWidgetResizable(true);
    inspector->setFrameShape(QFrame::NoFrame);
    inspector->setMinimumWidth(width);
    auto* column = new QVBoxLayout(new QWidget(inspector));
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(20);
    return column;
}

} // namespace hierascope::widgets
