// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

namespace hierascope::widgets {

class Theme;

/// A small drawing of the guidance scale, or another number, over the steps; the step under the
/// cursor is marked.
class GuidanceCurve : public QWidget {
    Q_OBJECT

public:
    explicit GuidanceCurve(const Theme& theme, QWidget* parent = nullptr);

    /// Says what is drawn, where that is not guidance.
    void setSubject(const QString& name, const QString& tip);
    /// @param current step from 0, -1 for none
    void setCurve(const std::vector<double>& scales, int current);
    const std::vector<double>& scales() const { return m_scales; }

    QSize sizeHint() const override { return {240, 84}; }
    QSize minimumSizeHint() const override { return {120, 84}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    std::vector<double> m_scales;
    int m_current = -1;
};

} // namespace hierascope::widgets
