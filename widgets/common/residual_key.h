// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace hierascope::widgets {

class Theme;

/// The key of the residual colour map: the gradient with its ends and zero.
class ResidualKey : public QWidget {
    Q_OBJECT

public:
    explicit ResidualKey(const Theme& theme, QWidget* parent = nullptr);

    /// @param limit the absolute value at the ends of the map
    void setLimit(float limit);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; ///< without the word

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    float m_limit = 1.0F;
};

} // namespace hierascope::widgets
