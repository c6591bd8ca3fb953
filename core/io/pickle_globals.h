// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/io/safetensors.h"

namespace hierascope::io {

/// The names that a pickle may use; each has a meaning here, and none of them runs anything.
enum class KnownGlobal : std::uint8_t {
    None,             ///< not on the list
    Dict,             ///< collections.OrderedDict and its like
    Set,              ///< set, frozenset
    Namespace,        ///< argparse.Namespace, types.SimpleNamespace: plain attributes
    BaseObject,       ///< object, as protocols 0 and 1 name it
    RebuildTensor,    ///< torch._utils._rebuild_tensor
    RebuildTensor2,   ///< torch._utils._rebuild_tensor_v2
    RebuildTensor3,   ///< torch._utils._rebuild_tensor_v3: the type stands beside the storage
    RebuildFromType,  ///< torch._tensor._rebuild_from_type_v2
    RebuildParameter, ///< torch._utils._rebuild_parameter and the one with state
    TensorType,       ///< torch.Tensor, torch.nn.parameter.Parameter
    Storage,          ///< torch.FloatStorage and its like: with a type
    UntypedStorage,   ///< torch.storage.UntypedStorage
    ElementType,      ///< torch.float32 and its like
    UnreadableType,   ///< a storage or type of torch that this program cannot hold
    Size,             ///< torch.Size
    Device,           ///< torch.device
    NumpyType,        ///< numpy.dtype
    NumpyScalar,      ///< numpy.core.multiarray.scalar
    EncodeText,       ///< _codecs.encode, by which protocol 2 writes bytes
    Reconstructor,    ///< copyreg._reconstructor
    Path,             ///< pathlib.PosixPath and its like: a text
};

struct GlobalMeaning {
    KnownGlobal known = KnownGlobal::None;
    std::optional<DType> dtype; ///< of Storage and ElementType
};

/// The allow-list: what `module.name` means, `KnownGlobal::None` for everything else.
GlobalMeaning meaningOf(std::string_view module, std::string_view name);

} // namespace hierascope::io
