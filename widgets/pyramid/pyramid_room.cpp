// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pyramid/pyramid_room.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/common/busy_panel.h"
#include "widgets/common/image_view.h"
#include "widgets/common/residual_key.h"
#include "widgets/common/theme.h"
#include "widgets/pyramid/ladder_view.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QToolButton>

namespace hierascope::widgets {

namespace {

constexpr std::chrono::milliseconds kBusyDelay{200};

QString zoomText(double zoom) {
    const int digits = zoom < 1.0 ? 2 : zoom == std::floor(zoom) ? 0 : 1;
    return QLocale().toString(zoom, 'f', digits) + QStringLiteral("×");
}

} // namespace

PyramidRoom::PyramidRoom(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_view(new ImageView(theme, this)),
      m_ladder(new LadderView(theme, this)), m_message(new MessagePanel(theme, this)),
      m_busy(new BusyPanel(this)), m_key(new ResidualKey(theme, this)), m_caption(new QLabel(this)),
      m_segments(new QButtonGroup(this)), m_bar(makeBar()), m_pages(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("room"));
    setAttribute(Qt::WA_StyledBackground);
    m_pages->addWidget(makeStage());
    m_pages->addWidget(m_message);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_pages, 1);
    m_busyDelay.setSingleShot(true);
    m_busyDelay.setInterval(kBusyDelay);
    connect(&m_busyDelay, &QTimer::timeout, m_busy, &QWidget::show);
    connect(m_busy, &BusyPanel::cancelRequested, this, &PyramidRoom::cancelRequested);
    connect(m_message, &MessagePanel::actionChosen, this, &PyramidRoom::actionChosen);
    connect(m_ladder, &LadderView::levelChosen, this, &PyramidRoom::levelChosen);
    connectView();
    showMessage({});
}

QWidget* PyramidRoom::makeBar() {
    auto* bar = new QWidget(this);
    bar->setObjectName(QStringLiteral("roomBar"));
    bar->setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(0);
    const std::pair<QString, QString> segments[] = {
        {tr("Reconstruction"), tr("What the levels up to this one reconstruct")},
        {tr("Original"), tr("The image as it went into the model")},
        {tr("Residual"), tr("What this level added to the one before, signed")}};
    for (const auto& [text, tip] : segments) {
        auto* button = new QToolButton(bar);
        button->setText(text);
        button->setToolTip(tip);
        button->setAccessibleName(text);
        button->setCheckable(true);
        button->setProperty("role", QStringLiteral("segment"));
        m_segments->addButton(button, int(m_segments->buttons().size()));
        row->addWidget(button);
    }
    m_segments->button(0)->setChecked(true);
    row->addStretch();
    row->addWidget(m_key);
    row->addSpacing(10);
    QToolButton* fit = makeZoomButton(tr("Fit"), tr("Show the whole picture (F)"));
    QToolButton* real = makeZoomButton(tr("1:1"), tr("Show true pixels (1)"));
    connect(fit, &QToolButton::clicked, m_view, &ImageView::fit);
    connect(real, &QToolButton::clicked, m_view, &ImageView::showTruePixels);
    row->addWidget(fit);
    row->addSpacing(8);
    row->addWidget(real);
    return bar;
}

QToolButton* PyramidRoom::makeZoomButton(const QString& text, const QString& tip) {
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setProperty("role", QStringLiteral("button"));
    return button;
}

QWidget* PyramidRoom::makeStage() {
    auto* stage = new QWidget(this);
    auto* layout = new QGridLayout(stage);
    layout->setContentsMargins(12, 8, 12, 12);
    layout->setVerticalSpacing(8);
    auto* overlaid = new QGridLayout; // the busy panel lies over the place of the result
    overlaid->addWidget(m_view, 0, 0);
    overlaid->addWidget(m_busy, 0, 0, Qt::AlignCenter);
    layout->addWidget(m_caption, 0, 0);
    layout->addLayout(overlaid, 1, 0);
    layout->addWidget(m_ladder, 2, 0);
    layout->setRowStretch(1, 1);
    m_caption->setFont(numberFont());
    m_caption->setMinimumWidth(1); // a long file name is cut, it never widens the window
    m_busy->raise();
    m_busy->hide();
    return stage;
}

void PyramidRoom::connectView() {
    connect(m_segments, &QButtonGroup::idClicked, this,
            [this](int id) { setPicture(Picture(id)); });
    connect(m_view, &ImageView::zoomChanged, this, &PyramidRoom::showCaption);
    connect(m_view, &ImageView::hoverEnded, this, [this] {
        m_hover.clear();
        showCaption();
    });
    connect(m_view, &ImageView::pixelHovered, this, [this](QPoint pixel, QRgb color) {
        m_hover = tr("x %1  y %2  RGB %3 %4 %5")
                      .arg(pixel.x())
                      .arg(pixel.y())
                      .arg(qRed(color))
                      .arg(qGreen(color))
                      .arg(qBlue(color));
        showCaption();
    });
}

const MessagePanel* PyramidRoom::messagePanel() const {
    return m_pages->currentWidget() == m_message ? m_message : nullptr;
}

QString PyramidRoom::caption() const {
    return m_caption->text();
}

void PyramidRoom::showContent(std::shared_ptr<const PyramidContent> content,
                              const QString& imageName) {
    endBusy();
    m_content = std::move(content);
    m_imageName = imageName;
    m_key->setLimit(m_content->residualLimit);
    m_level = std::clamp(m_level, 0, int(m_content->levels.size()) - 1);
    m_ladder->setContent(*m_content);
    m_ladder->setLevel(m_level);
    m_ladder->show();
    m_bar->show();
    m_pages->setCurrentIndex(0);
    showPicture();
}

void PyramidRoom::showMessage(const MessagePanel::Message& message) {
    endBusy();
    m_content.reset();
    m_view->setImage({});
    m_bar->hide();
    m_message->setMessage(message);
    m_pages->setCurrentWidget(m_message);
}

void PyramidRoom::showBusy(const QString& title) {
    m_busy->setTitle(title);
    m_isBusy = true;
    if (m_content) {
        m_busyDelay.start(); // a quick result replaces the old one without a flash between
        return;
    }
    m_ladder->hide();
    m_caption->clear();
    m_pages->setCurrentIndex(0);
    m_busy->show();
}

void PyramidRoom::setProgress(const Progress& progress) {
    const double fraction =
        progress.total > 0 ? double(progress.done) / double(progress.total) : -1.0;
    m_busy->setProgress(fraction, QString::fromStdString(progress.stage));
}

void PyramidRoom::endBusy() {
    m_isBusy = false;
    m_busyDelay.stop();
    m_busy->hide();
}

void PyramidRoom::setLevel(int level) {
    m_level = level;
    m_ladder->setLevel(level);
    if (m_content)
        showPicture();
}

void PyramidRoom::setPicture(Picture picture) {
    if (picture == m_picture)
        return;
    m_picture = picture;
    m_segments->button(int(picture))->setChecked(true);
    if (m_content)
        showPicture();
    Q_EMIT pictureChanged(picture);
}

void PyramidRoom::showPicture() {
    if (m_level < 0 || m_level >= int(m_content->levels.size()))
        return;
    const LevelPictures& level = m_content->levels[std::size_t(m_level)];
    switch (m_picture) {
    case Picture::Reconstruction:
        m_view->setImage(level.picture);
        break;
    case Picture::Original:
        m_view->setImage(m_content->input);
        break;
    case Picture::Residual:
        m_view->setImage(level.residual);
        break;
    }
    const QString title = levelTitle(m_content->reconstruction.levels[std::size_t(m_level)].level);
    m_view->setAccessibleName(tr("%1 of %2").arg(title, m_imageName));
    showCaption();
}

void PyramidRoom::showCaption() {
    if (!m_content)
        return;
    const runtime::LevelInfo& level = m_content->reconstruction.levels[std::size_t(m_level)].level;
    QStringList parts;
    if (m_picture == Picture::Original)
        parts << tr("Original");
    else if (m_picture == Picture::Residual)
        parts << tr("%1, residual").arg(levelTitle(level));
    else
        parts << levelTitle(level);
    const QImage& image = m_view->image();
    if (image.isNull())
        parts << tr("the coarsest level has none");
    else
        parts << tr("%1 × %2 px").arg(image.width()).arg(image.height())
              << zoomText(m_view->zoom());
    parts << m_imageName;
    if (!m_hover.isEmpty())
        parts << m_hover;
    m_caption->setText(parts.join(QStringLiteral("  ·  ")));
}

} // namespace hierascope::widgets
