// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/engine_services.h"

#include "core/runtime/map_files.h"
#include "core/runtime/pictures.h"

namespace hierascope::widgets {

Services engineServices(const runtime::OpenOptions& options) {
    Services services;
    services.openTokenizer = [options](const std::filesystem::path& model,
                                       const TaskContext& context) {
        return runtime::openTokenizer(model, options, context);
    };
    services.openGenerator = [options](const std::filesystem::path& model,
                                       const TaskContext& context) {
        return runtime::openGenerator(model, options, context);
    };
    services.readImage = [](const std::filesystem::path& file, const TaskContext&) {
        return runtime::readPicture(file);
    };
    services.guidanceCurve = runtime::guidanceCurve;
    services.guidanceSchedules = [] { return runtime::guidanceSchedules(); };
    services.noiseCurve = runtime::noiseCurve;
    services.misfitOf = runtime::misfitOf;
    services.gatherLatents = runtime::gatherLatents;
    services.startMap = runtime::startMap;
    services.measureUniformity = runtime::measureUniformity;
    services.densityGrid = runtime::densityGrid;
    services.alignMap = runtime::alignMap;
    services.pairedDifference = runtime::pairedDifference;
    services.saveMap = runtime::saveLatentMap;
    return services;
}

} // namespace hierascope::widgets
