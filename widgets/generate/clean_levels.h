// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QImage>
#include <QStringList>
#include <QWidget>

namespace hierascope::widgets {

class Theme;

/// The clean map that a DiT's step foretells, decoded at each level: small pictures, coarse first.
///
/// Left and Right choose the level that the large picture shows.
class CleanLevels : public QWidget {
    Q_OBJECT

public:
    explicit CleanLevels(const Theme& theme, QWidget* parent = nullptr);

    /// @param names    of all levels, coarse to fine
    /// @param pictures as many, or none where the step is not there
    /// @param current  from 0
    void setLevels(const QStringList& names, const std::vector<QImage>& pictures, int current);
    int current() const { return m_current; }
    const std::vector<QImage>& pictures() const { return m_pictures; }
    QRectF placeOf(int level) const;

    QSize sizeHint() const override { return {320, 104}; }
    QSize minimumSizeHint() const override { return {160, 84}; }

Q_SIGNALS:
    void levelChosen(int level);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void choose(int level);

    const Theme& m_theme;
    QStringList m_names;
    std::vector<QImage> m_pictures;
    int m_current = 0;
};

} // namespace hierascope::widgets
