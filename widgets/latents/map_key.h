// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "widgets/latents/map_colors.h"

#include <QWidget>

namespace hierascope::widgets {

class Theme;

/// The key of a map's colours: names with their counts, or a ramp with the values at its ends.
class MapKey : public QWidget {
    Q_OBJECT

public:
    explicit MapKey(const Theme& theme, QWidget* parent = nullptr);

    void setColoring(std::shared_ptr<const MapColoring> coloring);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int rows() const;

    const Theme& m_theme;
    std::shared_ptr<const MapColoring> m_coloring;
};

} // namespace hierascope::widgets
