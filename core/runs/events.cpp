// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/events.h"

#include <cmath>

#include <nlohmann/json.hpp>

namespace hierascope::runs {

namespace {

using nlohmann::json;

template <typename... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};
template <typename... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

Event eventFromJson(const std::string& type, const json& line) {
    const auto step = [&line] { return line.at("step").get<std::int64_t>(); };
    const auto text = [&line](const char* key) { return line.at(key).get<std::string>(); };
    if (type == "hello")
        return HelloEvent{line.at("protocol").get<int>(), text("run"), step(),
                          line.at("steps").get<std::int64_t>()};
    if (type == "stage")
        return StageEvent{text("name")};
    if (type == "progress")
        return ProgressEvent{step(),
                             line.at("steps").get<std::int64_t>(),
                             line.at("elapsed_seconds").get<double>(),
                             line.at("remaining_seconds").get<double>(),
                             line.value("images_per_second", 0.0),
                             line.value("memory_bytes", std::int64_t{0})};
    if (type == "metric")
        return MetricEvent{step(), line.at("values").get<std::map<std::string, double>>()};
    if (type == "checkpoint")
        return CheckpointEvent{step(), text("path")};
    if (type == "sample")
        return SampleEvent{step(), text("path")};
    if (type == "error")
        return ErrorEvent{text("message")};
    if (type == "finished")
        return FinishedEvent{step(), text("reason")};
    return UnknownEvent{type};
}

} // namespace

std::string lineFromEvent(const Event& event) {
    const json line = std::visit(
        Overloaded{
            [](const HelloEvent& e) {
                return json{{"type", "hello"},
                            {"protocol", e.protocol},
                            {"run", e.run},
                            {"step", e.step},
                            {"steps", e.steps}};
            },
            [](const StageEvent& e) {
                return json{{"type", "stage"}, {"name", e.name}};
            },
            [](const ProgressEvent& e) {
                return json{{"type", "progress"},
                            {"step", e.step},
                            {"steps", e.steps},
                            {"elapsed_seconds", e.elapsedSeconds},
                            {"remaining_seconds", e.remainingSeconds},
                            {"images_per_second", e.imagesPerSecond},
                            {"memory_bytes", e.memoryBytes}};
            },
            [](const MetricEvent& e) {
                json values = json::object();
                for (const auto& [name, value] : e.values) {
                    if (std::isfinite(value)) // JSON has no word for the others
                        values[name] = value;
                }
                return json{{"type", "metric"}, {"step", e.step}, {"values", values}};
            },
            [](const CheckpointEvent& e) {
                return json{{"type", "checkpoint"}, {"step", e.step}, {"path", e.path}};
            },
            [](const SampleEvent& e) {
                return json{{"type", "sample"}, {"step", e.step}, {"path", e.path}};
            },
            [](const ErrorEvent& e) {
                return json{{"type", "error"}, {"message", e.message}};
            },
            [](const FinishedEvent& e) {
                return json{{"type", "finished"}, {"step", e.step}, {"reason", e.reason}};
            },
            [](const UnknownEvent& e) {
                return json{{"type", e.type}};
            },
        },
        event);
    return line.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<Event> eventFromLine(const std::string& line) {
    try {
        const json object = json::parse(line);
        return eventFromJson(object.at("type").get<std::string>(), object);
    } catch (const json::exception& broken) {
        return failure(ErrorCode::BadData, std::string("Event line is broken: ") + broken.what());
    }
}

} // namespace hierascope::runs
