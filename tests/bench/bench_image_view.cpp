// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long the large view takes for a frame: pictures of three sizes, at fit, true pixels and 32x,
// moved a little before each frame; and the longest wait while the copies for fit are made.
#include <algorithm>
#include <cstdio>
#include <vector>

#include "widgets/common/image_view.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QElapsedTimer>

using namespace hierascope::widgets;

namespace {

constexpr int kFrames = 200;

QImage noise(int width, int height) {
    QImage image(width, height, QImage::Format_RGB32);
    quint32 state = 1;
    for (int y = 0; y < height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < width; ++x) {
            state = state * 1664525U + 1013904223U;
            line[x] = 0xFF000000U | (state >> 8);
        }
    }
    return image;
}

double milliseconds(const QElapsedTimer& timer) {
    return double(timer.nsecsElapsed()) / 1e6;
}

/// Paints now, as a frame would, and gives the time.
double paintOnce(ImageView& view, QImage& canvas) {
    QElapsedTimer timer;
    timer.start();
    view.render(&canvas);
    return milliseconds(timer);
}

/// Lets the view make its smaller copies; the longest time one turn of the event loop took.
double longestTurn() {
    QElapsedTimer whole;
    whole.start();
    double longest = 0.0;
    while (whole.elapsed() < 500) {
        QElapsedTimer turn;
        turn.start();
        QCoreApplication::sendPostedEvents();
        QApplication::processEvents();
        longest = std::max(longest, milliseconds(turn));
    }
    return longest;
}

void report(const char* picture, const char* zoom, std::vector<double> times) {
    std::sort(times.begin(), times.end());
    std::printf("%-10s %-5s median %6.2f  95th %6.2f  worst %6.2f ms\n", picture, zoom,
                times[times.size() / 2], times[times.size() * 95 / 100], times.back());
}

void measure(ImageView& view, QImage& canvas, const char* picture, const char* zoom) {
    std::vector<double> times;
    for (int frame = 0; frame < kFrames; ++frame) {
        if (!view.isFitted()) {
            Viewport moved = view.viewport();
            moved.center += QPointF(1e-4, 1e-4) * (frame % 2 == 0 ? 1.0 : -1.0);
            view.setViewport(moved);
        }
        times.push_back(paintOnce(view, canvas));
    }
    report(picture, zoom, std::move(times));
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const Theme theme;
    ImageView view(theme);
    view.resize(1200, 800);
    view.show();
    TokenLayer tokens;
    tokens.rows = tokens.columns = 64;
    tokens.hasGrid = true;
    for (int token = 0; token < 512; ++token)
        tokens.selected.insert(token * 8);
    QImage canvas(view.size(), QImage::Format_RGB32);
    const struct {
        const char* name;
        QSize size;
    } pictures[] = {
        {"512 px", {512, 512}}, {"4 Mpixel", {2448, 1632}}, {"24 Mpixel", {6000, 4000}}};
    for (const auto& picture : pictures) {
        view.setTokens({});
        view.setImage(noise(picture.size.width(), picture.size.height()));
        view.fit();
        report(picture.name, "first", {paintOnce(view, canvas)});
        std::printf("%-10s turn  longest %6.2f ms\n", picture.name, longestTurn());
        measure(view, canvas, picture.name, "fit");
        view.showTruePixels();
        measure(view, canvas, picture.name, "1:1");
        view.zoomAround(view.rect().center(), 32.0);
        measure(view, canvas, picture.name, "32x");
        view.setTokens(tokens);
        view.fit();
        measure(view, canvas, picture.name, "grid");
    }
    return 0;
}
