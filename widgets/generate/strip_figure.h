// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QColor>
#include <QFont>
#include <QImage>
#include <QString>

namespace hierascope::widgets {

class Theme;

/// One step of the strip, as plain values, so that a worker can paint it.
struct StripStep {
    QImage picture;
    QString title;  ///< "Step 7"
    QString tokens; ///< "tokens 16–31"
};

struct StripStyle {
    int scale = 1; ///< every pixel becomes a square of so many
    QFont font;
    QColor background;
    QColor text;
    QColor secondary;
};
StripStyle stripStyle(const Theme& theme, int scale);

/// Paints steps side by side with their names, at most 16 in a row.
QImage paintStrip(const std::vector<StripStep>& steps, const StripStyle& style);

} // namespace hierascope::widgets
