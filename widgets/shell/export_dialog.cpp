// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/export_dialog.h"

#include "widgets/common/segments.h"
#include "widgets/common/theme.h"
#include "widgets/shell/exporter.h"
#include "widgets/shell/open_dialogs.h"
#include "widgets/state/view_state.h"

#include <algorithm>

#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

namespace hierascope::widgets {

namespace {

constexpr QSize kPreview{440, 260};
constexpr int kWidestFigure = 8000;
constexpr int kLargestSide = 8192; // of an enlarged picture

} // namespace

ExportDialog::ExportDialog(Exporter& exporter, const QImage& picture, QWidget* parent)
    : QDialog(parent), m_exporter(exporter), m_picture(picture),
      m_figures(new Segments(
          tr("What to save"),
          {{tr("This picture"), tr("What is shown large, at its own pixels or enlarged")},
           {tr("Whole ladder"), tr("Every level with its residual and figures, as one picture")}},
          this)),
      m_preview(new QLabel(this)), m_scale(new QSpinBox(this)), m_width(new QSpinBox(this)),
      m_colors(new QComboBox(this)), m_size(new QLabel(this)), m_outcome(new QLabel(this)),
      m_save(new QPushButton(tr("Save…"), this)) {
    setWindowTitle(tr("Export"));
    setModal(false);
    m_preview->setFixedSize(kPreview);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setAccessibleName(tr("Preview"));
    m_outcome->setWordWrap(true);
    m_outcome->setProperty("role", QStringLiteral("secondary"));
    m_outcome->setText(tr("The PNG carries its recipe: dropped on the window it brings this view "
                          "back."));
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
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::askAndSave);
    connect(&exporter, &Exporter::saved, this,
            [this](const QString& path) { m_outcome->setText(tr("Saved %1").arg(path)); });
    connect(&exporter, &Exporter::failed, m_outcome, &QLabel::setText);
    for (QSpinBox* box : {m_scale, m_width})
        connect(box, &QSpinBox::valueChanged, this, &ExportDialog::follow);
    connect(m_colors, &QComboBox::currentIndexChanged, this, &ExportDialog::follow);
    setFigure(picture.isNull() ? Figure::Ladder : Figure::Picture);
}

QWidget* ExportDialog::makeForm() {
    auto* form = new QWidget(this);
    auto* rows = new QFormLayout(form);
    rows->setContentsMargins(0, 0, 0, 0);
    const int side = std::max({1, m_picture.width(), m_picture.height()});
    m_scale->setRange(1, std::clamp(kLargestSide / side, 1, 32));
    m_scale->setSuffix(tr("× its pixels"));
    m_scale->setToolTip(tr("Every pixel becomes a square of so many"));
    m_width->setRange(400, kWidestFigure);
    m_width->setSingleStep(100);
    m_width->setValue(1600);
    m_width->setSuffix(tr(" px wide"));
    m_width->setToolTip(tr("Width of the whole figure"));
    m_colors->addItems({tr("Light"), tr("Dark")});
    m_colors->setToolTip(tr("Colours of the figure"));
    rows->addRow(tr("Size"), m_scale);
    rows->addRow(tr("Size"), m_width);
    rows->addRow(tr("Colours"), m_colors);
    rows->addRow(tr("File"), m_size);
    m_scale->setAccessibleName(tr("Enlargement"));
    m_width->setAccessibleName(tr("Width of the figure"));
    m_colors->setAccessibleName(tr("Colours of the figure"));
    return form;
}

void ExportDialog::setFigure(Figure figure) {
    m_figure = figure;
    m_figures->setCurrent(int(figure));
    m_figures->setChoiceEnabled(0, !m_picture.isNull());
    auto* rows = static_cast<QFormLayout*>(m_scale->parentWidget()->layout());
    rows->setRowVisible(m_scale, figure == Figure::Picture);
    rows->setRowVisible(m_width, figure == Figure::Ladder);
    rows->setRowVisible(m_colors, figure == Figure::Ladder);
    follow();
}

/// In the chosen colours, whatever the window's are.
FigureStyle ExportDialog::style(int width) const {
    const bool isLight = m_colors->currentIndex() == 0;
    return figureStyle(Theme(isLight ? Theme::Mode::Light : Theme::Mode::Dark), width);
}

QImage ExportDialog::shown() const {
    if (m_figure == Figure::Picture)
        return m_picture;
    return paintLadderFigure(figureLadders(m_exporter.state()), style(2 * kPreview.width()));
}

void ExportDialog::follow() {
    const QImage image = shown();
    const QSize room = kPreview * devicePixelRatioF();
    QImage preview = image.isNull()
                         ? image
                         : image.scaled(room, Qt::KeepAspectRatio,
                                        image.width() < room.width() ? Qt::FastTransformation
                                                                     : Qt::SmoothTransformation);
    preview.setDevicePixelRatio(devicePixelRatioF());
    m_preview->setPixmap(QPixmap::fromImage(preview));
    const QSize size = m_figure == Figure::Picture
                           ? m_picture.size() * m_scale->value()
                           : image.size() * m_width->value() / std::max(1, image.width());
    m_size->setText(tr("PNG, %1 × %2 pixels").arg(size.width()).arg(size.height()));
    m_save->setEnabled(!image.isNull());
}

QString ExportDialog::suggestion() const {
    const ViewState& state = m_exporter.state();
    const QString image = QFileInfo(state.contentSubject(Side::A).image).completeBaseName();
    if (m_figure == Figure::Ladder || state.level() < 0)
        return image + QStringLiteral("-ladder.png");
    const runtime::LevelInfo& level = state.levelInfos(Side::A)[std::size_t(state.level())];
    return image + QLatin1Char('-') + QString::fromStdString(level.name) + QStringLiteral(".png");
}

void ExportDialog::askAndSave() {
    askForPng(this, tr("Save the Picture"), suggestion(),
              [this](const QString& path) { saveTo(path); });
}

void ExportDialog::saveTo(const QString& path) {
    m_outcome->setText(tr("Saving…"));
    if (m_figure == Figure::Picture)
        return m_exporter.save(path, "picture", [image = m_picture, scale = m_scale->value()] {
            return image.scaled(image.size() * scale, Qt::IgnoreAspectRatio,
                                Qt::FastTransformation);
        });
    m_exporter.save(path, "ladder",
                    [ladders = figureLadders(m_exporter.state()), style = style(m_width->value())] {
                        return paintLadderFigure(ladders, style);
                    });
}

} // namespace hierascope::widgets
