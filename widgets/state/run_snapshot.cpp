// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/run_snapshot.h"

#include "widgets/state/services.h"

namespace hierascope::widgets {

QString RunSnapshot::name() const {
    return fileNameOf(path);
}

bool RunSnapshot::isAlive() const {
    return isAliveState(status.state);
}

bool RunSnapshot::isRemote() const {
    return !status.host.empty() && status.host != runs::hostName();
}

bool isAliveState(runs::RunState state) {
    switch (state) {
    case runs::RunState::Starting:
    case runs::RunState::Training:
    case runs::RunState::Paused:
    case runs::RunState::Saving:
        return true;
    case runs::RunState::Waiting:
    case runs::RunState::Stopped:
    case runs::RunState::Finished:
    case runs::RunState::Failed:
    case runs::RunState::Lost:
        break;
    }
    return false;
}

} // namespace hierascope::widgets
