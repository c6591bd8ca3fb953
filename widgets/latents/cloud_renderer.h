// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>

#include "widgets/latents/cloud_camera.h"

#include <QColor>
#include <QImage>
#include <QSize>

namespace hierascope::widgets {

/// Draws points in space into an image, with VTK on an OpenGL context of its own.
///
/// No window is involved, so that it works wherever there is OpenGL, and says so where there is
/// none.
class CloudRenderer {
public:
    CloudRenderer();
    ~CloudRenderer();
    CloudRenderer(const CloudRenderer&) = delete;
    CloudRenderer& operator=(const CloudRenderer&) = delete;

    /// Whether there is OpenGL; asks for it at the first call.
    bool isThere();
    /// @param places [N, 3]
    /// @param colors [N]
    void setPoints(std::span<const float> places, std::span<const QRgb> colors);
    void setColors(std::span<const QRgb> colors);

    struct Look {
        QColor background;
        QColor box; ///< of the edges around the cloud
        double pointSize = 4.0;
    };
    /// Null where there is no OpenGL.
    QImage render(const QSize& pixels, const CloudCamera& camera, const Look& look);

private:
    struct Scene;
    std::unique_ptr<Scene> m_scene;
    bool m_hasTried = false;
};

} // namespace hierascope::widgets
