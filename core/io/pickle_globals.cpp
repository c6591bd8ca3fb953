// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pickle_globals.h"

#include <algorithm>
#include <array>

namespace hierascope::io {

namespace {

struct GlobalRow {
    std::string_view module;
    std::string_view name;
    GlobalMeaning meaning;
};

using K = KnownGlobal;

constexpr std::array kGlobals = {
    GlobalRow{"__builtin__", "frozenset", {K::Set, {}}},
    GlobalRow{"__builtin__", "object", {K::BaseObject, {}}},
    GlobalRow{"__builtin__", "set", {K::Set, {}}},
    GlobalRow{"_codecs", "encode", {K::EncodeText, {}}},
    GlobalRow{"argparse", "Namespace", {K::Namespace, {}}},
    GlobalRow{"builtins", "frozenset", {K::Set, {}}},
    GlobalRow{"builtins", "object", {K::BaseObject, {}}},
    GlobalRow{"builtins", "set", {K::Set, {}}},
    GlobalRow{"collections", "Counter", {K::Dict, {}}},
    GlobalRow{"collections", "OrderedDict", {K::Dict, {}}},
    GlobalRow{"collections", "defaultdict", {K::Dict, {}}},
    GlobalRow{"copy_reg", "_reconstructor", {K::Reconstructor, {}}},
    GlobalRow{"copyreg", "_reconstructor", {K::Reconstructor, {}}},
    GlobalRow{"numpy", "dtype", {K::NumpyType, {}}},
    GlobalRow{"numpy._core.multiarray", "scalar", {K::NumpyScalar, {}}},
    GlobalRow{"numpy.core.multiarray", "scalar", {K::NumpyScalar, {}}},
    GlobalRow{"pathlib", "PosixPath", {K::Path, {}}},
    GlobalRow{"pathlib", "PurePosixPath", {K::Path, {}}},
    GlobalRow{"torch", "Size", {K::Size, {}}},
    GlobalRow{"torch", "Tensor", {K::TensorType, {}}},
    GlobalRow{"torch", "UntypedStorage", {K::UntypedStorage, {}}},
    GlobalRow{"torch", "device", {K::Device, {}}},
    GlobalRow{"torch._tensor", "_rebuild_from_type_v2", {K::RebuildFromType, {}}},
    GlobalRow{"torch._utils", "_rebuild_parameter", {K::RebuildParameter, {}}},
    GlobalRow{"torch._utils", "_rebuild_parameter_with_state", {K::RebuildParameter, {}}},
    GlobalRow{"torch._utils", "_rebuild_tensor", {K::RebuildTensor, {}}},
    GlobalRow{"torch._utils", "_rebuild_tensor_v2", {K::RebuildTensor2, {}}},
    GlobalRow{"torch._utils", "_rebuild_tensor_v3", {K::RebuildTensor3, {}}},
    GlobalRow{"torch.nn.parameter", "Buffer", {K::TensorType, {}}},
    GlobalRow{"torch.nn.parameter", "Parameter", {K::TensorType, {}}},
    GlobalRow{"torch.storage", "UntypedStorage", {K::UntypedStorage, {}}},
    GlobalRow{"types", "SimpleNamespace", {K::Namespace, {}}},
};

struct TypeRow {
    std::string_view storage; ///< torch.<storage>
    std::string_view element; ///< torch.<element>
    std::optional<DType> dtype;
};

constexpr std::array<TypeRow, 21> kTypes = {{
    {"BFloat16Storage", "bfloat16", DType::BF16},
    {"BoolStorage", "bool", DType::Bool},
    {"ByteStorage", "uint8", DType::U8},
    {"CharStorage", "int8", DType::I8},
    {"ComplexDoubleStorage", "complex128", {}},
    {"ComplexFloatStorage", "complex64", {}},
    {"DoubleStorage", "float64", DType::F64},
    {"FloatStorage", "float32", DType::F32},
    {"HalfStorage", "float16", DType::F16},
    {"IntStorage", "int32", DType::I32},
    {"LongStorage", "int64", DType::I64},
    {"QInt32Storage", "qint32", {}},
    {"QInt8Storage", "qint8", {}},
    {"QUInt2x4Storage", "quint2x4", {}},
    {"QUInt4x2Storage", "quint4x2", {}},
    {"QUInt8Storage", "quint8", {}},
    {"ShortStorage", "int16", DType::I16},
    // These have no storage class of their own.
    {"", "uint16", DType::U16},
    {"", "uint32", DType::U32},
    {"", "uint64", DType::U64},
    {"", "complex32", {}},
}};

GlobalMeaning torchType(std::string_view name) {
    const auto found = std::find_if(kTypes.begin(), kTypes.end(), [name](const TypeRow& row) {
        return row.element == name || (row.storage == name && !name.empty());
    });
    if (found == kTypes.end())
        return {name.starts_with("float8_") || name.starts_with("float4_")
                    ? KnownGlobal::UnreadableType
                    : KnownGlobal::None,
                {}};
    if (!found->dtype)
        return {KnownGlobal::UnreadableType, {}};
    return {found->element == name ? KnownGlobal::ElementType : KnownGlobal::Storage, found->dtype};
}

} // namespace

GlobalMeaning meaningOf(std::string_view module, std::string_view name) {
    for (const GlobalRow& row : kGlobals)
        if (row.module == module && row.name == name)
            return row.meaning;
    // Some versions write the storage classes under torch.cuda.
    if (module == "torch" || (module == "torch.cuda" && name.ends_with("Storage")))
        return torchType(name);
    return {};
}

} // namespace hierascope::io
