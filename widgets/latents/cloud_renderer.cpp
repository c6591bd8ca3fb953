// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/latents/cloud_renderer.h"

#include <algorithm>
#include <array>
#include <utility>

#include <vtkActor.h>
#include <vtkCallbackCommand.h>
#include <vtkCamera.h>
#include <vtkCellArray.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkNew.h>
#include <vtkOpenGLFramebufferObject.h>
#include <vtkOpenGLState.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkUnsignedCharArray.h>

#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QSurfaceFormat>

namespace hierascope::widgets {

/// Everything that needs OpenGL; it goes while its context is current.
struct CloudRenderer::Scene {
    QOffscreenSurface surface;
    QOpenGLContext context;
    vtkNew<vtkGenericOpenGLRenderWindow> window;
    vtkNew<vtkRenderer> renderer;
    vtkNew<vtkPoints> points;
    vtkNew<vtkUnsignedCharArray> colors;
    vtkNew<vtkPolyData> cloud;
    vtkNew<vtkPolyDataMapper> cloudMapper;
    vtkNew<vtkActor> cloudActor;
    vtkNew<vtkPoints> corners;
    vtkNew<vtkPolyData> box;
    vtkNew<vtkPolyDataMapper> boxMapper;
    vtkNew<vtkActor> boxActor;

    ~Scene() {
        if (context.isValid() && context.makeCurrent(&surface)) {
            window->Finalize();
            context.doneCurrent();
        }
    }
    bool open();
    void connectWindow();
    void addCloud();
    void addBox();
    void moveBox(const double bounds[6]);
    QImage read(const QSize& pixels);
};

bool CloudRenderer::Scene::open() {
    QSurfaceFormat format;
    format.setVersion(3, 2);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setDepthBufferSize(24);
    format.setStencilBufferSize(8);
    format.setSamples(0);
    context.setFormat(format);
    if (!context.create())
        return false;
    surface.setFormat(context.format());
    surface.create();
    if (!surface.isValid() || !context.makeCurrent(&surface))
        return false;
    vtkObject::GlobalWarningDisplayOff(); // it would print; what fails is seen and said here
    window->SetReadyForRendering(false);
    window->SetOwnContext(0);
    window->SetFrameBlitModeToNoBlit();
    window->SetMultiSamples(0); // the default makes a frame three times as slow without a GPU
    connectWindow();
    window->AddRenderer(renderer);
    addCloud();
    addBox();
    window->SetReadyForRendering(true);
    window->SetMapped(true);
    window->OpenGLInitContext();
    window->GetState()->Reset();
    window->GetState()->vtkglDepthFunc(GL_LEQUAL);
    return window->SupportsOpenGL() != 0;
}

void CloudRenderer::Scene::connectWindow() {
    const auto observe = [this](unsigned long event, auto callback) {
        vtkNew<vtkCallbackCommand> command;
        command->SetClientData(this);
        command->SetCallback(callback);
        window->AddObserver(event, command);
    };
    observe(vtkCommand::WindowMakeCurrentEvent, [](vtkObject*, unsigned long, void* scene, void*) {
        auto* self = static_cast<Scene*>(scene);
        self->context.makeCurrent(&self->surface);
    });
    observe(vtkCommand::WindowIsCurrentEvent,
            [](vtkObject*, unsigned long, void* scene, void* answer) {
                auto* self = static_cast<Scene*>(scene);
                *static_cast<bool*>(answer) = QOpenGLContext::currentContext() == &self->context;
            });
    observe(vtkCommand::WindowSupportsOpenGLEvent,
            [](vtkObject*, unsigned long, void*, void* answer) { *static_cast<int*>(answer) = 1; });
}

void CloudRenderer::Scene::addCloud() {
    points->SetDataTypeToFloat();
    colors->SetNumberOfComponents(3);
    colors->SetName("colors");
    cloud->SetPoints(points);
    cloud->GetPointData()->SetScalars(colors);
    cloudMapper->SetInputData(cloud);
    cloudMapper->SetScalarModeToUsePointData();
    cloudMapper->SetColorModeToDirectScalars();
    cloudActor->SetMapper(cloudMapper);
    cloudActor->GetProperty()->LightingOff();
    renderer->AddActor(cloudActor);
}

void CloudRenderer::Scene::addBox() {
    constexpr std::array<std::array<vtkIdType, 2>, 12> kEdges = {{{0, 1},
                                                                  {2, 3},
                                                                  {4, 5},
                                                                  {6, 7},
                                                                  {0, 2},
                                                                  {1, 3},
                                                                  {4, 6},
                                                                  {5, 7},
                                                                  {0, 4},
                                                                  {1, 5},
                                                                  {2, 6},
                                                                  {3, 7}}};
    vtkNew<vtkCellArray> lines;
    for (const auto& edge : kEdges)
        lines->InsertNextCell(2, edge.data());
    corners->SetNumberOfPoints(8);
    box->SetPoints(corners);
    box->SetLines(lines);
    boxMapper->SetInputData(box);
    boxActor->SetMapper(boxMapper);
    boxActor->GetProperty()->LightingOff();
    renderer->AddActor(boxActor);
}

void CloudRenderer::Scene::moveBox(const double bounds[6]) {
    for (vtkIdType corner = 0; corner < 8; ++corner)
        corners->SetPoint(corner, bounds[corner & 1], bounds[2 + ((corner >> 1) & 1)],
                          bounds[4 + ((corner >> 2) & 1)]);
    corners->Modified();
    box->Modified();
}

QImage CloudRenderer::Scene::read(const QSize& pixels) {
    QImage image(pixels, QImage::Format_RGB32);
    vtkOpenGLFramebufferObject* frame = window->GetDisplayFramebuffer();
    window->GetState()->PushReadFramebufferBinding();
    frame->Bind(GL_READ_FRAMEBUFFER);
    frame->ActivateReadBuffer(0);
    QOpenGLFunctions* gl = context.functions();
    gl->glPixelStorei(GL_PACK_ALIGNMENT, 4);
    gl->glReadPixels(0, 0, pixels.width(), pixels.height(), GL_BGRA, GL_UNSIGNED_BYTE,
                     image.bits());
    window->GetState()->PopReadFramebufferBinding();
    return image.mirrored();
}

CloudRenderer::CloudRenderer() = default;
CloudRenderer::~CloudRenderer() = default;

bool CloudRenderer::isThere() {
    if (!std::exchange(m_hasTried, true)) {
        auto scene = std::make_unique<Scene>();
        if (scene->open())
            m_scene = std::move(scene);
    }
    return m_scene != nullptr;
}

void CloudRenderer::setPoints(std::span<const float> places, std::span<const QRgb> colors) {
    if (!isThere())
        return;
    const auto count = vtkIdType(std::min(places.size() / 3, colors.size()));
    const bool isNew = m_scene->points->GetNumberOfPoints() != count;
    m_scene->points->SetNumberOfPoints(count);
    std::copy_n(places.data(), 3 * count, static_cast<float*>(m_scene->points->GetVoidPointer(0)));
    m_scene->points->Modified();
    if (isNew) {
        vtkNew<vtkCellArray> vertices; // one cell holds all points: nothing is drawn faster
        vertices->InsertNextCell(int(count));
        for (vtkIdType i = 0; i < count; ++i)
            vertices->InsertCellPoint(i);
        m_scene->cloud->SetVerts(vertices);
    }
    double bounds[6];
    m_scene->points->ComputeBounds();
    m_scene->points->GetBounds(bounds);
    if (count > 0)
        m_scene->moveBox(bounds);
    setColors(colors);
}

void CloudRenderer::setColors(std::span<const QRgb> colors) {
    if (!isThere())
        return;
    const vtkIdType count = m_scene->points->GetNumberOfPoints();
    m_scene->colors->SetNumberOfTuples(count);
    unsigned char* out = m_scene->colors->GetPointer(0);
    for (vtkIdType i = 0; i < count; ++i) {
        const QRgb color = colors[std::size_t(i)];
        *out++ = static_cast<unsigned char>(qRed(color));
        *out++ = static_cast<unsigned char>(qGreen(color));
        *out++ = static_cast<unsigned char>(qBlue(color));
    }
    m_scene->colors->Modified();
    m_scene->cloud->Modified();
}

QImage CloudRenderer::render(const QSize& pixels, const CloudCamera& camera, const Look& look) {
    if (!isThere() || pixels.isEmpty() || !m_scene->context.makeCurrent(&m_scene->surface))
        return {};
    const auto at = camera.center;
    const auto back = camera.backward();
    const auto up = camera.up();
    const double far = camera.distance();
    vtkCamera* view = m_scene->renderer->GetActiveCamera();
    view->SetFocalPoint(at[0], at[1], at[2]);
    view->SetPosition(at[0] + back[0] * far, at[1] + back[1] * far, at[2] + back[2] * far);
    view->SetViewUp(up[0], up[1], up[2]);
    view->SetViewAngle(CloudCamera::kAngle);
    view->SetClippingRange(std::max(far - 1.8 * camera.reach, far * 0.001),
                           far + 1.8 * camera.reach);
    m_scene->renderer->SetBackground(look.background.redF(), look.background.greenF(),
                                     look.background.blueF());
    m_scene->boxActor->GetProperty()->SetColor(look.box.redF(), look.box.greenF(),
                                               look.box.blueF());
    m_scene->cloudActor->GetProperty()->SetPointSize(float(look.pointSize));
    m_scene->cloudActor->GetProperty()->SetRenderPointsAsSpheres(
        m_scene->points->GetNumberOfPoints() <= 30000);
    m_scene->window->SetSize(pixels.width(), pixels.height());
    m_scene->window->GetState()->Push();
    m_scene->window->Render();
    QImage image = m_scene->read(pixels);
    m_scene->window->GetState()->Pop();
    m_scene->context.doneCurrent();
    return image;
}

} // namespace hierascope::widgets
