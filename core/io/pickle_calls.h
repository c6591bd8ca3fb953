// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "core/io/pickle_builder.h"

/// What the acts of a pickle mean, as data: names of the allow-list have their plain meaning,
/// everything else becomes an opaque node. Nothing here runs anything from a file.
namespace hierascope::io {

/// REDUCE, NEWOBJ, INST, OBJ: `callable(*args)`.
PickleId callGlobal(PickleBuilder& builder, PickleId callable, PickleId args);

/// BUILD: gives `state` to `target`, which keeps its id.
void giveState(PickleBuilder& builder, PickleId target, PickleId state);

/// BINPERSID: ('storage', class, key, location, elements) is a storage.
PickleId loadPersistent(PickleBuilder& builder, PickleId id);

} // namespace hierascope::io
