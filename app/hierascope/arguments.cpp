// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hierascope/arguments.h"

#include "core/base/result.h"
#include "widgets/shell/languages.h"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace hierascope::app {

namespace {

/// "1600x1000" as two numbers; the sentence that CLI11 prints where it is not.
std::string readSize(const std::string& text, Arguments& arguments) {
    int used = 0;
    const int read =
        std::sscanf(text.c_str(), "%5dx%5d%n", &arguments.width, &arguments.height, &used);
    const auto isSide = [](int side) { return side >= 400 && side <= 16384; };
    if (read != 2 || std::size_t(used) != text.size() || !isSide(arguments.width) ||
        !isSide(arguments.height))
        return "'" + text + "' is no size such as 1600x1000, sides from 400 to 16384";
    return {};
}

} // namespace

std::variant<Arguments, int> readArguments(int argc, char** argv) {
    Arguments arguments;
    CLI::App parser("Looks at hierarchical image tokenizers: opens model folders and images.",
                    "hierascope");
    parser.add_option(
        "files", arguments.files,
        "Images, folders of images, model folders, or a session; without any, the demo");
    parser
        .add_option("--tour", arguments.tour,
                    "Drives the window without a person and writes its pictures into DIR")
        ->type_name("DIR");
    std::string size;
    parser.add_option("--size", size, "Size of the window, such as 1600x1000")
        ->type_name("WxH")
        ->check([&arguments](const std::string& text) { return readSize(text, arguments); });
    parser.add_option("--device", arguments.device, "auto, cpu, cuda or cuda:N")->type_name("NAME");
    std::vector<std::string> languages;
    for (const QString& code : widgets::languageCodes())
        languages.push_back(code.toStdString());
    parser.add_option("--language", arguments.language, "Of the window, instead of the system's")
        ->type_name("CODE")
        ->check(CLI::IsMember(languages));
    parser.set_version_flag("--version", std::string("hierascope ") + HIERASCOPE_VERSION);
    parser.footer("Example: hierascope photo.jpg");
    try {
        parser.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return parser.exit(error) == 0 ? 0 : exitCode(ErrorCode::Usage);
    }
    return arguments;
}

} // namespace hierascope::app
