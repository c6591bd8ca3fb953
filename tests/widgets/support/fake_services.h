// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>

#include "tests/support/fake_code_tokenizer.h"
#include "tests/support/fake_denoiser.h"
#include "tests/support/fake_generator.h"
#include "tests/support/fake_latents.h"
#include "tests/support/fake_tokenizer.h"
#include "widgets/state/services.h"

#include <QString>
#include <QStringList>

namespace hierascope::testing {

/// The fakes of all that the window asks of an engine.
inline widgets::Services fakeServices() {
    widgets::Services services{openAnyFakeTokenizer, readFakeImage};
    services.openGenerator = openFakeGenerator;
    services.guidanceCurve = fakeGuidanceCurve;
    services.guidanceSchedules = fakeGuidanceSchedules;
    services.noiseCurve = fakeNoiseCurve;
    services.misfitOf = fakeMisfitOf;
    services.gatherLatents = fakeGathering;
    services.startMap = fakeMap;
    services.measureUniformity = fakeUniformity;
    services.densityGrid = fakeDensityGrid;
    services.alignMap = fakeAlignment;
    services.pairedDifference = fakePairedDifference;
    services.saveMap = fakeSaving;
    return services;
}

/// Makes folders that look like models: "har", "ar" and "codes".
inline QStringList makeGeneratorFolders(const std::filesystem::path& folder) {
    QStringList paths;
    for (const char* name : {"har", "ar", "codes"}) {
        std::filesystem::create_directories(folder / name);
        const bool isGenerator = std::string(name) != "codes";
        std::ofstream(folder / name / "config.json")
            << (isGenerator ? R"({"family": "gpt"})" : R"({"family": "restok"})");
        if (isGenerator)
            paths << QString::fromStdString((folder / name).string());
    }
    return paths;
}

/// Makes the folder of a DiT, and "maps", its tokenizer's, beside it.
inline QString makeDenoiserFolder(const std::filesystem::path& folder, const std::string& name) {
    std::filesystem::create_directories(folder / name);
    std::filesystem::create_directories(folder / "maps");
    std::ofstream(folder / name / "config.json") << R"({"family": "dit"})";
    std::ofstream(folder / "maps" / "config.json") << R"({"family": "hieratok"})";
    return QString::fromStdString((folder / name).string());
}

} // namespace hierascope::testing
