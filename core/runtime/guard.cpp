// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/guard.h"

#include <exception>
#include <new>
#include <string>
#include <string_view>

#include <c10/util/Exception.h>

#include "core/models/layer_probe.h"

namespace hierascope::runtime {

namespace {

constexpr const char* kNoMemory = "There is not enough memory for this model and image.";

/// Torch's messages go on for many lines after the first.
std::string firstLine(std::string_view message) {
    return std::string(message.substr(0, message.find('\n')));
}

bool saysNoMemory(std::string_view message) {
    return message.find("can't allocate memory") != std::string_view::npos ||
           message.find("out of memory") != std::string_view::npos;
}

} // namespace

void throwIfStopped(const TaskContext& context) {
    if (context.stopRequested())
        throw StopRequested();
}

void stopBetweenLayers(models::LayerProbe& probe, const TaskContext& context) {
    probe.beforeLayer = [&context](std::int64_t) { throwIfStopped(context); };
}

Error errorFromException() {
    try {
        throw;
    } catch (const StopRequested&) {
        return cancelled().value();
    } catch (const std::bad_alloc&) {
        return {ErrorCode::Failed, kNoMemory};
    } catch (const c10::Error& error) {
        const std::string message = firstLine(error.what_without_backtrace());
        return {ErrorCode::Failed, saysNoMemory(message) ? kNoMemory : message};
    } catch (const std::exception& error) {
        return {ErrorCode::Failed, firstLine(error.what())};
    } catch (...) {
        return {ErrorCode::Failed, "Something of an unknown type was thrown."};
    }
}

} // namespace hierascope::runtime
