// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/pictures.h"

#include <QString>
#include <QWidget>

namespace hierascope::widgets {

class Theme;

/// The key of a colour map: a word, the gradient, and the values at its ends.
class ColorKey : public QWidget {
    Q_OBJECT

public:
    explicit ColorKey(const Theme& theme, QWidget* parent = nullptr);

    /// @param limit the value at the upper end of the map
    void setMap(const QString& word, ColorMap map, float limit, const QString& tip);
    float limit() const { return m_limit; }
    ColorMap map() const { return m_map; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; ///< without the word

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString lowText() const;
    QString highText() const;

    const Theme& m_theme;
    QString m_word;
    ColorMap m_map = ColorMap::Diverging;
    float m_limit = 1.0F;
};

} // namespace hierascope::widgets
