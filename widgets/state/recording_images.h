// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace hierascope::widgets {

/// The images that a recorded pyramid holds, as files in the cache folder; made for a worker
/// thread. Empty where they cannot be read or written: the log says why.
QStringList filesOfRecording(const QString& recording);

} // namespace hierascope::widgets
