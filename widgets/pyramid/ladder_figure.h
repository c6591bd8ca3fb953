// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "widgets/state/pyramid_content.h"
#include "widgets/state/view_choice.h"

#include <QColor>
#include <QFont>
#include <QImage>
#include <QString>

namespace hierascope::widgets {

class Theme;
class ViewState;

/// What the figure of a ladder is painted with; plain values, so that a worker can paint it.
struct FigureStyle {
    int width = 1600; ///< pixels
    QFont font;
    QColor background;
    QColor text;
    QColor secondary;
    QColor a;
    QColor b;
};
FigureStyle figureStyle(const Theme& theme, int width);

/// One block of the figure: the ladder of A or of B.
struct FigureLadder {
    Side side = Side::A;
    bool hasBadge = false;
    QString title; ///< model and image
    std::shared_ptr<const PyramidContent> content;
};
/// A's ladder, and B's below it while there is a B.
std::vector<FigureLadder> figureLadders(const ViewState& state);

/// Paints every level's picture and residual with its figures, and the key of the residuals.
QImage paintLadderFigure(const std::vector<FigureLadder>& ladders, const FigureStyle& style);

} // namespace hierascope::widgets
