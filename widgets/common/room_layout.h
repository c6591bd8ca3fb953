// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollArea;
class QVBoxLayout;
class QWidget;

namespace hierascope::widgets {

/// Lays out a room: its bar, and under it its pages with the busy panel over their middle.
void layOutRoom(QWidget* room, QWidget* bar, QWidget* pages, QWidget* busy);

/// Makes a scroll area an inspector.
///
/// @param width the least one, in pixels
/// @return      the column that its parts go into; its widget is not yet set
QVBoxLayout* layOutInspector(QScrollArea* inspector, int width);

} // namespace hierascope::widgets
