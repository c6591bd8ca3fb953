// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "widgets/common/theme.h"

#include <QWidget>

namespace hierascope::widgets {

/// A vector as bars over and under a zero line that lies in the middle.
///
/// Where there are more channels than pixels a bar reaches from the least to the greatest value of
/// the channels it stands for.
class VectorBars : public QWidget {
    Q_OBJECT

public:
    explicit VectorBars(const Theme& theme, QWidget* parent = nullptr);

    void setValues(std::vector<float> values);
    void setColor(ColorRole positive, ColorRole negative);

    /// The channels and values at a place of the widget, empty where there are none.
    QString tipAt(int x) const;

    QSize sizeHint() const override { return {256, 56}; }
    QSize minimumSizeHint() const override { return {64, 56}; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// What one bar stands for: channels [first, end) and their extremes.
    struct Bar {
        int first = 0;
        int end = 0;
        float low = 0.0F;
        float high = 0.0F;
        bool isEmpty = true; ///< no value is finite
    };

    int bars() const;
    Bar barAt(int index) const;
    QRect placeOf(int index) const;
    void describe();

    const Theme& m_theme;
    std::vector<float> m_values;
    float m_limit = 0.0F; ///< the greatest absolute value
    ColorRole m_positive = ColorRole::A;
    ColorRole m_negative = ColorRole::B;
};

} // namespace hierascope::widgets
