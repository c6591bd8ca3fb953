// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/torch_writer.h"

#include <array>
#include <cstring>

#include <zlib.h>

namespace hierascope::testing {

namespace {

std::string joined(const Parts& parts) {
    std::string all;
    for (const std::string& part : parts)
        all += part;
    return all;
}

Parts integers(const std::vector<std::int64_t>& values) {
    Parts parts;
    for (const std::int64_t value : values)
        parts.push_back(pickleInt(value));
    return parts;
}

/// What local header and directory entry have in common, from the flags to the name's length.
std::string zipFields(const std::string& name, const std::string& bytes) {
    const auto crc = ::crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
    return littleBytes(0x0800, 2) + littleBytes(0, 2) + littleBytes(0, 4) + littleBytes(crc, 4) +
           littleBytes(bytes.size(), 4) + littleBytes(bytes.size(), 4) +
           littleBytes(name.size(), 2);
}

} // namespace

std::string littleBytes(std::uint64_t value, std::size_t size) {
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i)
        bytes.push_back(static_cast<char>(i < 8 ? value >> (8 * i) : 0));
    return bytes;
}

std::string pickled(const std::string& value) {
    return "\x80\x02" + value + ".";
}

std::string pickleText(std::string_view text) {
    return "X" + littleBytes(text.size(), 4) + std::string(text);
}

std::string pickleInt(std::int64_t value) {
    if (value >= 0 && value < 256)
        return "K" + littleBytes(static_cast<std::uint64_t>(value), 1);
    return "\x8A\x08" + littleBytes(static_cast<std::uint64_t>(value), 8);
}

std::string pickleGlobal(const std::string& module, const std::string& name) {
    return "c" + module + "\n" + name + "\n";
}

std::string pickleStackGlobal(const std::string& module, const std::string& name) {
    return pickleText(module) + pickleText(name) + "\x93";
}

std::string pickleTuple(const Parts& parts) {
    return "(" + joined(parts) + "t";
}

std::string pickleDict(const Pairs& pairs) {
    std::string all = "}(";
    for (const auto& [key, value] : pairs)
        all += pickleText(key) + value;
    return all + "u";
}

std::string pickleOrderedDict(const Pairs& pairs) {
    std::string all = pickleGlobal("collections", "OrderedDict") + ")R(";
    for (const auto& [key, value] : pairs)
        all += pickleText(key) + value;
    return all + "u";
}

std::string pickleCall(const std::string& callable, const Parts& args) {
    return callable + pickleTuple(args) + "R";
}

std::string pickleStorage(const std::string& key, std::int64_t elements, const std::string& type) {
    return pickleTuple({pickleText("storage"), pickleGlobal("torch", type), pickleText(key),
                        pickleText("cpu"), pickleInt(elements)}) +
           "Q";
}

std::string pickleTensor(const std::string& storage, std::int64_t offset,
                         const std::vector<std::int64_t>& shape,
                         const std::vector<std::int64_t>& strides) {
    return pickleCall(pickleGlobal("torch._utils", "_rebuild_tensor_v2"),
                      {storage, pickleInt(offset), pickleTuple(integers(shape)),
                       pickleTuple(integers(strides)), "\x89",
                       pickleGlobal("collections", "OrderedDict") + ")R"});
}

std::string pickleGoodTensor() {
    return pickleTensor(pickleStorage("0", 4), 0, {4}, {1});
}

std::string fourFloats() {
    constexpr std::array<float, 4> kValues = {1, 2, 3, 4};
    std::string bytes(sizeof kValues, '\0');
    std::memcpy(bytes.data(), kValues.data(), sizeof kValues);
    return bytes;
}

std::string zipFile(const Pairs& records) {
    std::string file;
    std::string directory;
    for (const auto& [name, bytes] : records) {
        directory += littleBytes(0x02014b50, 4) + littleBytes(0, 4) + zipFields(name, bytes) +
                     littleBytes(0, 2) + littleBytes(0, 2) + littleBytes(0, 2) + littleBytes(0, 6) +
                     littleBytes(file.size(), 4) + name;
        file += littleBytes(0x04034b50, 4) + littleBytes(0, 2) + zipFields(name, bytes) +
                littleBytes(0, 2) + name + bytes;
    }
    const std::string end = littleBytes(0x06054b50, 4) + littleBytes(0, 4) +
                            littleBytes(records.size(), 2) + littleBytes(records.size(), 2) +
                            littleBytes(directory.size(), 4) + littleBytes(file.size(), 4) +
                            littleBytes(0, 2);
    return file + directory + end;
}

std::string torchZip(const std::string& pickle, const Pairs& storages) {
    Pairs records = {{"archive/data.pkl", pickle}, {"archive/byteorder", "little"}};
    for (const auto& [key, bytes] : storages)
        records.emplace_back("archive/data/" + key, bytes);
    records.emplace_back("archive/version", "3\n");
    return zipFile(records);
}

std::string torchStream(const std::string& pickle, const Pairs& storages, std::size_t itemSize) {
    const std::string magic = "\x8A\x0A" + std::string("\x6C\xFC\x9C\x46\xF9\x20\x6A\xA8\x50\x19");
    std::string file = pickled(magic) + pickled(pickleInt(1001)) +
                       pickled(pickleDict({{"protocol_version", pickleInt(1001)},
                                           {"little_endian", "\x88"},
                                           {"type_sizes", pickleDict({{"short", pickleInt(2)},
                                                                      {"int", pickleInt(4)},
                                                                      {"long", pickleInt(4)}})}})) +
                       pickle;
    std::string keys = "](";
    for (const auto& [key, bytes] : storages)
        keys += pickleText(key);
    file += pickled(keys + "e");
    for (const auto& [key, bytes] : storages)
        file += littleBytes(bytes.size() / itemSize, 8) + bytes;
    return file;
}

} // namespace hierascope::testing
