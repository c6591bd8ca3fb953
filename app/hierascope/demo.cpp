// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hierascope/demo.h"

#include <QDir>

namespace hierascope::app {

namespace {

/// The demo folder of an installation, or of the source tree that holds the build folder.
QString demoFolder(const QString& programFolder) {
    const QString chosen = qEnvironmentVariable("HIERASCOPE_DEMO");
    if (!chosen.isEmpty())
        return chosen;
    const QDir program(programFolder);
    const QString installed = program.filePath(QStringLiteral("../share/hierascope/demo"));
    if (QDir(installed).exists())
        return installed;
    QDir folder(programFolder);
    constexpr int kLevelsUp = 4; // build/PRESET/app/hierascope
    for (int level = 0; level <= kLevelsUp; ++level) {
        if (folder.exists(QStringLiteral("resources/demo")))
            return folder.filePath(QStringLiteral("resources/demo"));
        if (!folder.cdUp())
            break;
    }
    return {};
}

/// Those of the folders that are there.
QStringList modelsIn(const QString& folder, const QStringList& names) {
    QStringList found;
    for (const QString& name : names) {
        const QDir model(QDir(folder).filePath(name));
        if (model.exists(QStringLiteral("config.json")))
            found << QDir::cleanPath(model.absolutePath());
    }
    return found;
}

} // namespace

Demo findDemo(const QString& programFolder) {
    Demo demo;
    const QString folder = demoFolder(programFolder);
    if (folder.isEmpty())
        return demo;
    demo.models =
        modelsIn(folder, {QStringLiteral("hieratok-photos"), QStringLiteral("single-photos")});
    demo.generators =
        modelsIn(folder, {QStringLiteral("har-fashion"), QStringLiteral("ar-fashion")});
    demo.denoisers =
        modelsIn(folder, {QStringLiteral("dit-fashion"), QStringLiteral("dit-single-fashion")});
    const QDir crops(QDir(folder).filePath(QStringLiteral("crops")));
    if (crops.exists())
        demo.crops = QDir::cleanPath(crops.absolutePath());
    const QDir presets(QDir(folder).filePath(QStringLiteral("../presets")));
    if (presets.exists())
        demo.presets = QDir::cleanPath(presets.absolutePath());
    const QDir images(QDir(folder).filePath(QStringLiteral("images")));
    const QStringList names = images.entryList(
        {QStringLiteral("*.jpg"), QStringLiteral("*.png"), QStringLiteral("*.webp")}, QDir::Files,
        QDir::Name);
    for (const QString& name : names)
        demo.images << QDir::cleanPath(images.absoluteFilePath(name));
    return demo;
}

} // namespace hierascope::app
