// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/latent_exporter.h"

#include <string_view>
#include <utility>

#include "core/base/atomic_file.h"
#include "widgets/shell/save_task.h"
#include "widgets/state/latent_edit.h"

#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace hierascope::widgets {

LatentExporter::LatentExporter(Services services, LatentState& latents, TaskRunner& runner,
                               QObject* parent)
    : QObject(parent), m_services(std::move(services)), m_latents(latents), m_runner(runner) {}

void LatentExporter::askAndSave(QWidget* parent) {
    auto* dialog = new QFileDialog(parent, tr("Export Points"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(
        {tr("Safetensors (*.safetensors)"), tr("NumPy (*.npz)"), tr("Table (*.csv)")});
    dialog->setDefaultSuffix(QStringLiteral("safetensors"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList suffixes = {QStringLiteral("safetensors"), QStringLiteral("npz"),
                                  QStringLiteral("csv")};
    connect(
        dialog, &QFileDialog::filterSelected, dialog, [dialog, suffixes](const QString& filter) {
            dialog->setDefaultSuffix(suffixes.value(int(dialog->nameFilters().indexOf(filter))));
        });
    connect(dialog, &QFileDialog::fileSelected, this, &LatentExporter::save);
    dialog->open();
}

std::string LatentExporter::recipe() const {
    const LatentState::Shown& shown = m_latents.at(Side::A);
    const LatentChoice& choice = m_latents.choice();
    QJsonArray levels;
    for (const int level : shown.points->request.levels)
        levels.append(level);
    const QJsonObject points{
        {QStringLiteral("model"), QString::fromStdString(shown.points->modelName)},
        {QStringLiteral("sha256"), QString::fromStdString(shown.points->modelHash)},
        {QStringLiteral("data"), QString::fromStdString(shown.points->dataName)},
        {QStringLiteral("per_image"), double(shown.points->request.perImage)},
        {QStringLiteral("points"), double(shown.points->count())},
        {QStringLiteral("levels"), levels},
        {QStringLiteral("seed"), double(shown.points->request.seed)}};
    const QJsonObject map{
        {QStringLiteral("method"), choice.mapping.method == LatentMapping::Method::Pca
                                       ? QStringLiteral("pca")
                                       : QStringLiteral("tsne")},
        {QStringLiteral("dimensions"), shown.frame->dimensions},
        {QStringLiteral("perplexity"), choice.mapping.perplexity},
        {QStringLiteral("iterations"), double(shown.frame->iteration)},
        {QStringLiteral("seed"), double(choice.mapping.seed)},
        {QStringLiteral("kl"), shown.frame->kl}};
    return QJsonDocument(
               QJsonObject{{QStringLiteral("points"), points}, {QStringLiteral("map"), map}})
        .toJson(QJsonDocument::Compact)
        .toStdString();
}

void LatentExporter::save(const QString& path) {
    const LatentState::Shown& shown = m_latents.at(Side::A);
    if (!m_latents.hasMap() || !m_services.saveMap)
        return;
    auto work = [save = m_services.saveMap, shown, chosen = selectedPoints(m_latents, Side::A),
                 recipe = recipe(), file = systemPath(path)](TaskContext&) {
        return save(file, chosenPart(*shown.points, *shown.frame, shown.uniformity.get(), chosen),
                    recipe);
    };
    run(path, std::move(work));
}

template <typename Work>
void LatentExporter::run(const QString& path, Work work) {
    startSaving(m_runner, this, tr("Saving %1").arg(fileNameOf(path)), path, std::move(work));
}

runtime::UniformityMap chosenPart(const runtime::LatentPoints& points,
                                  const runtime::MapFrame& frame,
                                  const runtime::Uniformity* uniformity,
                                  const PointSet::Indices& chosen) {
    runtime::UniformityMap part{points, frame, {}};
    if (uniformity != nullptr)
        part.uniformity = *uniformity;
    if (chosen.empty())
        return part;
    const auto width = std::size_t(points.width);
    const auto dimensions = std::size_t(frame.dimensions);
    part.points.points.clear();
    part.points.values.clear();
    part.frame.coordinates.clear();
    part.uniformity.density.clear();
    for (const std::int32_t index : chosen) {
        const auto at = std::size_t(index);
        part.points.points.push_back(points.points[at]);
        for (std::size_t i = 0; i < width; ++i)
            part.points.values.push_back(points.values[at * width + i]);
        for (std::size_t i = 0; i < dimensions; ++i)
            part.frame.coordinates.push_back(frame.coordinates[at * dimensions + i]);
        if (uniformity != nullptr && at < uniformity->density.size())
            part.uniformity.density.push_back(uniformity->density[at]);
    }
    return part;
}

} // namespace hierascope::widgets
