// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/icons.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>
#include <QtMath>

namespace hierascope::widgets {

QPixmap tintedPixmap(const QString& name, const QColor& color, int side, double pixelRatio) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The program lacks its icon '%s'.", qPrintable(name));
    QByteArray drawing = file.readAll();
    drawing.replace("currentColor", color.name().toLatin1());
    const int pixels = qCeil(side * pixelRatio);
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(drawing).render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(pixelRatio);
    return pixmap;
}

QIcon tintedIcon(const QString& name, const QColor& color) {
    QIcon icon;
    for (const int side : {16, 20})
        for (const double ratio : {1.0, 1.5, 2.0})
            icon.addPixmap(tintedPixmap(name, color, side, ratio));
    return icon;
}

} // namespace hierascope::widgets
