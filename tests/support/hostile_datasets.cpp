// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdexcept>
#include <utility>

#include <zlib.h>

#include "tests/support/hostile_tables.h"

namespace hierascope::testing {

namespace {

constexpr const char* kArray = "a.npy";
constexpr const char* kImages = "t-images-idx3-ubyte";
constexpr const char* kPacked = "p.safetensors";

std::string npy(const std::string& header, std::size_t dataBytes, int major = 1, int minor = 0) {
    return "\x93NUMPY" + std::string{static_cast<char>(major), static_cast<char>(minor)} +
           integerBytes(header.size(), major == 1 ? 2 : 4, true) + header +
           std::string(dataBytes, '\0');
}

std::string header(const std::string& descr, const std::string& shape,
                   const std::string& order = "False") {
    return "{'descr': " + descr + ", 'fortran_order': " + order + ", 'shape': " + shape + "}\n";
}

HostileRow array(std::string name, std::string bytes, std::vector<std::string> mentions) {
    mentions.push_back(kArray);
    return {std::move(name),
            HostileKind::Array,
            {{kArray, std::move(bytes)}},
            kArray,
            std::move(mentions)};
}

HostileRow descr(std::string name, const std::string& value, std::vector<std::string> mentions) {
    return array(std::move(name), npy(header(value, "(4,)"), 16), std::move(mentions));
}

HostileRow shape(std::string name, const std::string& value, std::vector<std::string> mentions) {
    return array(std::move(name), npy(header("'<f4'", value), 16), std::move(mentions));
}

HostileRow dataset(std::string name, const std::string& file, std::string bytes,
                   std::vector<std::string> mentions) {
    mentions.push_back(file);
    return {std::move(name),
            HostileKind::Dataset,
            {{file, std::move(bytes)}},
            file,
            std::move(mentions)};
}

HostileRow npyPixels(std::string name, const std::string& type, const std::string& sides,
                     std::size_t bytes, std::vector<std::string> mentions,
                     const std::string& order = "False") {
    return dataset(std::move(name), kArray, npy(header(type, sides, order), bytes),
                   std::move(mentions));
}

HostileRow packed(std::string name, const std::string& head, std::size_t bytes,
                  std::vector<std::string> mentions) {
    return dataset(std::move(name), kPacked, tensorFile(head, bytes), std::move(mentions));
}

std::string idx(unsigned magic, const std::vector<unsigned>& sides, std::size_t dataBytes) {
    std::string bytes = integerBytes(magic, 4, false);
    for (const unsigned side : sides)
        bytes += integerBytes(side, 4, false);
    return bytes + std::string(dataBytes, '\0');
}

std::string gzip(const std::string& bytes) {
    z_stream stream = {};
    if (deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("zlib cannot start");
    std::string in = bytes;
    std::string out(deflateBound(&stream, in.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

HostileRow idxCase(std::string name, std::string bytes, std::vector<std::string> mentions) {
    return dataset(std::move(name), kImages, std::move(bytes), std::move(mentions));
}

HostileRow gzCase(std::string name, std::string bytes, std::vector<std::string> mentions) {
    return dataset(std::move(name), std::string(kImages) + ".gz", std::move(bytes),
                   std::move(mentions));
}

HostileRow labelCase(std::string name, std::string labels, std::vector<std::string> mentions) {
    HostileRow row = idxCase(std::move(name), idx(0x803, {2, 2, 2}, 8), {});
    row.files["t-labels-idx1-ubyte"] = std::move(labels);
    row.mentions = std::move(mentions);
    row.mentions.push_back("t-labels-idx1-ubyte");
    return row;
}

std::vector<HostileRow> idxFiles() {
    const std::string good = gzip(idx(0x803, {2, 2, 2}, 8));
    std::string noise = idx(0x803, {10, 28, 28}, 0);
    for (unsigned i = 0, value = 1; i < 7840; ++i)
        noise += static_cast<char>((value = value * 1664525 + 1013904223) >> 24);
    const std::string large = gzip(noise);
    std::string damaged = good;
    damaged[damaged.size() - 6] ^= 1; // in the checksum
    return {
        idxCase("IdxEmpty", "", {"0 bytes"}),
        idxCase("IdxHeaderCutOff", idx(0x803, {2, 2}, 0), {"12 bytes"}),
        idxCase("IdxWrongMagic", idx(0x801, {2, 2, 2}, 8), {"magic number is 2049"}),
        idxCase("IdxWrongType", idx(0xD03, {2, 2, 2}, 32), {"magic number is 3331"}),
        idxCase("IdxNoImages", idx(0x803, {0, 2, 2}, 0), {"dimension 0 is 0"}),
        idxCase("IdxZeroRows", idx(0x803, {2, 0, 2}, 0), {"dimension 1 is 0"}),
        idxCase("IdxRowsTooMany", idx(0x803, {1, 65537, 1}, 65537), {"dimension 1 is 65537"}),
        idxCase("IdxSizeHuge", idx(0x803, {4294967295U, 65536, 65536}, 8), {"dimension"}),
        idxCase("IdxDataCutOff", idx(0x803, {2, 2, 2}, 7), {"8 bytes of data", "it has 7"}),
        idxCase("IdxTrailingBytes", idx(0x803, {2, 2, 2}, 9), {"8 bytes of data", "it has 9"}),
        gzCase("IdxGzIsPlain", idx(0x803, {2, 2, 2}, 8), {"no gzip file"}),
        gzCase("IdxGzEmpty", "", {"no gzip file"}),
        gzCase("IdxGzCutOff", large.substr(0, large.size() / 2),
               {"7840 bytes of data", "before it ends"}),
        gzCase("IdxGzWithoutEnd", good.substr(0, good.size() - 4), {"its end is wrong"}),
        gzCase("IdxGzWrongChecksum", damaged, {"checksum"}),
        gzCase("IdxGzTrailingBytes", good + "x", {"its end is wrong"}),
        gzCase("IdxGzBomb", gzip(idx(0x803, {2, 2, 2}, 50 << 20)), {"it has more"}),
        gzCase("IdxGzPromisesGigabytes", gzip(idx(0x803, {1024, 2048, 2047}, 8)),
               {"4292870144 bytes of data", "compressed"}),
        labelCase("IdxLabelsTooFew", idx(0x801, {1}, 1), {"1 labels for 2 images"}),
        labelCase("IdxLabelsWrongMagic", idx(0x803, {2}, 2), {"magic number is 2051"}),
        labelCase("IdxLabelsCutOff", idx(0x801, {2}, 1), {"2 bytes of data", "it has 1"}),
    };
}

std::vector<HostileRow> pixelFiles() {
    const std::string images = R"("images":{"dtype":"U8","shape":[2,1,1,3],"data_offsets":[0,6]})";
    const auto labels = [&](std::string name, const std::string& metadata, std::string values,
                            std::vector<std::string> mentions) {
        HostileRow row = packed(
            std::move(name),
            "{" + metadata + R"("labels":{"dtype":"I64","shape":[2],"data_offsets":[6,22]},)" +
                images + "}",
            6, std::move(mentions));
        row.files[kPacked] += values;
        return row;
    };
    const std::string zeroAndOne = integerBytes(0, 8, true) + integerBytes(1, 8, true);
    return {
        npyPixels("PixelsNpyFloat", "'<f4'", "(1, 1, 1, 3)", 12, {"images is F32 [1,1,1,3]"}),
        npyPixels("PixelsNpyTwoAxes", "'|u1'", "(2, 3)", 6, {"images is U8 [2,3]"}),
        npyPixels("PixelsNpyFourChannels", "'|u1'", "(1, 1, 1, 4)", 4, {"images is U8 [1,1,1,4]"}),
        npyPixels("PixelsNpyNoImage", "'|u1'", "(0, 4, 4, 3)", 0, {"[0,4,4,3]", "no image"}),
        npyPixels("PixelsNpyEmptyImages", "'|u1'", "(2, 0, 4, 3)", 0, {"[2,0,4,3]", "empty"}),
        npyPixels("PixelsNpyTooWide", "'|u1'", "(1, 1, 65537, 3)", 196611, {"65537 x 1"}),
        npyPixels("PixelsNpyFortranOrder", "'|u1'", "(1, 2, 2, 3)", 12, {"fortran_order is True"},
                  "True"),
        packed("PixelsWithoutImages", "{}", 0, {"'images' is missing"}),
        packed("PixelsFloat",
               R"({"images":{"dtype":"F32","shape":[1,1,1,3],"data_offsets":[0,12]}})", 12,
               {"images is F32 [1,1,1,3]"}),
        packed("PixelsGrey", R"({"images":{"dtype":"U8","shape":[1,2,2],"data_offsets":[0,4]}})", 4,
               {"images is U8 [1,2,2]"}),
        packed("PixelsLabelsTooFew",
               R"({"labels":{"dtype":"I64","shape":[1],"data_offsets":[6,14]},)" + images + "}", 14,
               {"labels is I64 [1]", "expected I64 [2]"}),
        packed("PixelsLabelsFloat",
               R"({"labels":{"dtype":"F64","shape":[2],"data_offsets":[6,22]},)" + images + "}", 22,
               {"labels is F64 [2]"}),
        labels("PixelsLabelNegative", "", integerBytes(0, 8, true) + std::string(8, '\xFF'),
               {"labels[1] is -1"}),
        labels("PixelsLabelHuge", "", integerBytes(1ULL << 40, 8, true) + integerBytes(0, 8, true),
               {"labels[0] is 1099511627776"}),
        labels("PixelsClassesNoJson", R"("__metadata__":{"classes":"cat, dog"},)", zeroAndOne,
               {"__metadata__ 'classes'"}),
        labels("PixelsClassesTooFew", R"("__metadata__":{"classes":"[\"cat\"]"},)", zeroAndOne,
               {"__metadata__ 'classes' is [\"cat\"]", "at least 2 names"}),
    };
}

} // namespace

std::vector<HostileRow> hostileArrays() {
    std::string manySides = "(";
    for (int i = 0; i < 65; ++i)
        manySides += "1,";
    return {
        array("NpyEmpty", "", {"does not start"}),
        array("NpyWrongMagic", "\x93NUMPX" + npy("", 0).substr(6) + "  ", {"does not start"}),
        array("NpyVersionFour", npy(header("'<f4'", "(4,)"), 16, 4), {"version is 4.0"}),
        array("NpyVersionOneDotOne", npy(header("'<f4'", "(4,)"), 16, 1, 1), {"version is 1.1"}),
        array("NpyHeaderCutOff", npy(header("'<f4'", "(4,)"), 0).substr(0, 30),
              {"header length is", "30 bytes"}),
        array("NpyHeaderLengthHuge", npy("", 0, 2).substr(0, 8) + "\xFF\xFF\xFF\xFF",
              {"header length is 4294967295"}),
        array("NpyHeaderIsCode", npy("__import__('os').system('true')", 16), {"'{' is expected"}),
        array("NpyHeaderNotClosed", npy("{'descr': '<f4'", 16), {"expected"}),
        array("NpyTextAfterHeader",
              npy("{'descr': '<f4', 'fortran_order': False, 'shape': (4,)} x", 16),
              {"'x'", "the end of the header"}),
        array("NpyDescrMissing", npy("{'fortran_order': False, 'shape': (4,)}", 16),
              {"descr is missing"}),
        array("NpyOrderMissing", npy("{'descr': '<f4', 'shape': (4,)}", 16),
              {"fortran_order is missing"}),
        array("NpyShapeMissing", npy("{'descr': '<f4', 'fortran_order': False}", 16),
              {"shape is missing"}),
        array("NpyKeyTwice", npy("{'descr': '<f4', 'descr': '<f4'}", 16),
              {"key 'descr' is given twice"}),
        array("NpyUnknownKey", npy("{'extra': 1}", 16), {"unknown key 'extra'"}),
        descr("NpyObjects", "'|O'", {"descr is '|O'", "pickle"}),
        descr("NpyStructured", "[('a', '<f4')]", {"descr is '[('a'", "structured"}),
        descr("NpyComplex", "'<c8'", {"descr is '<c8'"}),
        descr("NpyText", "'<U4'", {"descr is '<U4'"}),
        descr("NpyOddSize", "'<f3'", {"descr is '<f3'"}),
        descr("NpyDescrEmpty", "''", {"descr is ''"}),
        descr("NpyWithoutByteOrder", "'|f4'", {"descr is '|f4'"}),
        array("NpyOrderIsText", npy(header("'<f4'", "(4,)", "'no'"), 16), {"fortran_order is"}),
        shape("NpyShapeIsNumber", "4", {"shape is '4"}),
        shape("NpyShapeNegative", "(-4,)", {"shape is '(-4,)"}),
        shape("NpyShapeFloat", "(4.0,)", {"shape is '(4.0,)"}),
        shape("NpyShapeBeyondSigned", "(9223372036854775808,)", {"shape is '(9223372036854775808"}),
        shape("NpyShapeOverflows", "(4294967296, 4294967296)",
              {"shape (4294967296, 4294967296) of F32 overflows"}),
        shape("NpyShapeNotClosed", "(4,", {"shape is '(4,"}),
        shape("NpyShapeTooManyAxes", manySides + ")", {"at most 64"}),
        shape("NpyDataCutOff", "(5,)", {"shape (5) of F32 needs 20 bytes", "has 16"}),
        shape("NpyTrailingBytes", "(3,)", {"shape (3) of F32 needs 12 bytes", "has 16"}),
    };
}

std::vector<HostileRow> hostileDatasets() {
    std::vector<HostileRow> rows;
    for (auto table : {idxFiles(), pixelFiles()})
        rows.insert(rows.end(), table.begin(), table.end());
    rows.push_back({"DatasetIsNotThere",
                    HostileKind::Dataset,
                    {},
                    "gone",
                    {"no data set", "gone"},
                    ErrorCode::NoInput});
    rows.push_back({"DatasetIsTextFile",
                    HostileKind::Dataset,
                    {{"notes.txt", "hello"}},
                    "notes.txt",
                    {"notes.txt", "expected a data set"}});
    rows.push_back({"DatasetFolderWithoutImages",
                    HostileKind::Dataset,
                    {{"notes.txt", "hello"}},
                    "",
                    {"DatasetFolderWithoutImages", "no image"}});
    rows.push_back({"DatasetFolderMixed",
                    HostileKind::Dataset,
                    {{"loose.png", "x"}, {"cats/one.png", "x"}},
                    "",
                    {"'loose.png'", "'cats'", "one or the other"}});
    return rows;
}

} // namespace hierascope::testing
