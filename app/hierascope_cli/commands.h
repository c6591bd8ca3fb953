// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
} // namespace CLI

namespace hierascope::cli {

struct Session;

/// Each adds one command to the program; when it is named, it sets `Session::work`.
void addInspectCommand(CLI::App& program, Session& session);
void addEncodeCommand(CLI::App& program, Session& session);
void addDecodeCommand(CLI::App& program, Session& session);
void addReconstructCommand(CLI::App& program, Session& session);
void addAttentionCommand(CLI::App& program, Session& session);
void addCodebookCommand(CLI::App& program, Session& session);
void addCompareCommand(CLI::App& program, Session& session);
void addConvertCommand(CLI::App& program, Session& session);
void addEmbedCommand(CLI::App& program, Session& session);
void addEvaluateCommand(CLI::App& program, Session& session);
void addTsneCommand(CLI::App& program, Session& session);
void addGenerateCommand(CLI::App& program, Session& session);
void addReplayCommand(CLI::App& program, Session& session);
void addTrainCommand(CLI::App& program, Session& session);
void addDevicesCommand(CLI::App& program, Session& session);

} // namespace hierascope::cli
