// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/generation_export_dialog.h"

#include <algorithm>

#include "widgets/common/segments.h"
#include "widgets/common/theme.h"
#include "widgets/shell/generation_exporter.h"
#include "widgets/shell/open_dialogs.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>

namespace hierascope::widgets {

namespace {

constexpr QSize kPreview{520, 240};
constexpr int kLargestSide = 4096; // of one enlarged picture

} // namespace

GenerationExportDialog::GenerationExportDialog(GenerationExporter& exporter, const QImage& picture,
                                               QWidget* parent)
    : QDialog(parent), m_exporter(exporter), m_picture(picture),
      m_figures(new Segments(
          tr("What to save"),
          {{tr("This picture"), tr("What is shown large, at its own pixels or enlarged")},
           {tr("All steps"), tr("Every step with its number and tokens, as one picture")},
           {tr("Animation"), tr("The steps one after the other, as an animated PNG")}},
          this)),
      m_preview(new QLabel(this)), m_scale(new QSpinBox(this)), m_pause(new QSpinBox(this)),
      m_colors(new QComboBox(this)), m_size(new QLabel(this)), m_outcome(new QLabel(this)),
      m_save(new QPushButton(tr("Save…"), this)), m_play(new QTimer(this)) {
    setWindowTitle(tr("Export"));
    setModal(false);
    m_preview->setFixedSize(kPreview);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setAccessibleName(tr("Preview"));
    m_outcome->setWordWrap(true);
    m_outcome->setProperty("role", QStringLiteral("secondary"));
    m_outcome->setText(tr("The PNG carries its recipe: dropped on the window it brings this "
                          "generation back."));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_figures, 0, Qt::AlignCenter);
    column->addWidget(m_preview);
    column->addWidget(makeForm());
    column->addWidget(m_outcome);
    column->addWidget(m_save, 0, Qt::AlignRight);
    m_save->setToolTip(tr("Choose a file and save the picture there"));
    m_save->setAccessibleName(tr("Save the picture"));
    m_save->setDefault(true);
    connect(m_figures, &Segments::chosen, this, [this](int figure) { setFigure(Figure(figure)); });
    connect(m_save, &QPushButton::clicked, this, &GenerationExportDialog::askAndSave);
    connect(&exporter, &GenerationExporter::saved, this,
            [this](const QString& path) { m_outcome->setText(tr("Saved %1").arg(path)); });
    connect(&exporter, &GenerationExporter::failed, m_outcome, &QLabel::setText);
    for (QSpinBox* box : {m_scale, m_pause})
        connect(box, &QSpinBox::valueChanged, this, &GenerationExportDialog::follow);
    connect(m_colors, &QComboBox::currentIndexChanged, this, &GenerationExportDialog::follow);
    connect(m_play, &QTimer::timeout, this, &GenerationExportDialog::showFrame);
    setFigure(picture.isNull() ? Figure::Strip : Figure::Step);
}

QWidget* GenerationExportDialog::makeForm() {
    auto* form = new QWidget(this);
    m_rows = new QFormLayout(form);
    m_rows->setContentsMargins(0, 0, 0, 0);
    const int side = std::max({1, m_picture.width(), m_picture.height()});
    m_scale->setRange(1, std::clamp(kLargestSide / side, 1, 32));
    m_scale->setValue(side <= 128 ? 4 : 1);
    m_scale->setSuffix(tr("× its pixels"));
    m_scale->setToolTip(tr("Every pixel becomes a square of so many"));
    m_scale->setAccessibleName(tr("Enlargement"));
    m_pause->setRange(20, 5000);
    m_pause->setSingleStep(50);
    m_pause->setValue(400);
    m_pause->setSuffix(tr(" ms a step"));
    m_pause->setToolTip(tr("How long each step is shown"));
    m_pause->setAccessibleName(tr("Time of a step"));
    m_colors->addItems({tr("Light"), tr("Dark")});
    m_colors->setToolTip(tr("Colours of the figure"));
    m_colors->setAccessibleName(tr("Colours of the figure"));
    m_rows->addRow(tr("Size"), m_scale);
    m_rows->addRow(tr("Time"), m_pause);
    m_rows->addRow(tr("Colours"), m_colors);
    m_rows->addRow(tr("File"), m_size);
    return form;
}

void GenerationExportDialog::setFigure(Figure figure) {
    m_figure = figure;
    m_figures->setCurrent(int(figure));
    m_figures->setChoiceEnabled(0, !m_picture.isNull());
    m_rows->setRowVisible(m_pause, figure == Figure::Animation);
    m_rows->setRowVisible(m_colors, figure == Figure::Strip);
    follow();
}

/// In the chosen colours, whatever the window's are.
StripStyle GenerationExportDialog::style() const {
    const bool isLight = m_colors->currentIndex() == 0;
    return stripStyle(Theme(isLight ? Theme::Mode::Light : Theme::Mode::Dark), m_scale->value());
}

void GenerationExportDialog::showPreview(const QImage& image) {
    const QSize room = kPreview * devicePixelRatioF();
    QImage preview = image.isNull()
                         ? image
                         : image.scaled(room, Qt::KeepAspectRatio,
                                        image.width() < room.width() ? Qt::FastTransformation
                                                                     : Qt::SmoothTransformation);
    preview.setDevicePixelRatio(devicePixelRatioF());
    m_preview->setPixmap(QPixmap::fromImage(preview));
}

void GenerationExportDialog::showFrame() {
    const std::vector<StripStep> steps = m_exporter.steps();
    if (steps.empty())
        return;
    showPreview(steps[std::size_t(m_frame) % steps.size()].picture);
    ++m_frame;
}

void GenerationExportDialog::follow() {
    m_play->stop();
    const std::vector<StripStep> steps = m_exporter.steps();
    QSize size = m_picture.size() * m_scale->value();
    if (m_figure == Figure::Step) {
        showPreview(m_picture);
    } else if (m_figure == Figure::Strip) {
        const QImage strip = paintStrip(steps, style());
        size = strip.size();
        showPreview(strip);
    } else {
        size = steps.empty() ? QSize() : steps.front().picture.size() * m_scale->value();
        showFrame();
        m_play->start(m_pause->value());
    }
    const QString text = m_figure == Figure::Animation
                             ? tr("Animated PNG, %1 × %2 pixels, %3 steps").arg(size.width())
                             : tr("PNG, %1 × %2 pixels").arg(size.width());
    m_size->setText(m_figure == Figure::Animation ? text.arg(size.height()).arg(steps.size())
                                                  : text.arg(size.height()));
    m_save->setEnabled(!size.isEmpty());
}

void GenerationExportDialog::askAndSave() {
    const QString figures[] = {QStringLiteral("picture"), QStringLiteral("steps"),
                               QStringLiteral("animation")};
    askForPng(this, tr("Save the Picture"), m_exporter.suggestion(figures[int(m_figure)]),
              [this](const QString& path) { saveTo(path); });
}

void GenerationExportDialog::saveTo(const QString& path) {
    m_outcome->setText(tr("Saving…"));
    if (m_figure == Figure::Step)
        m_exporter.saveStep(path, m_picture, m_scale->value());
    else if (m_figure == Figure::Strip)
        m_exporter.saveStrip(path, style());
    else
        m_exporter.saveAnimation(path, m_scale->value(), m_pause->value());
}

} // namespace hierascope::widgets
