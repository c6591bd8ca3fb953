// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "tests/support/hostile_tables.h"

namespace hierascope::testing {

namespace {

constexpr const char* kFile = "model.safetensors";

HostileRow row(std::string name, std::string bytes, std::vector<std::string> mentions) {
    mentions.push_back(kFile);
    return {std::move(name),
            HostileKind::Tensors,
            {{kFile, std::move(bytes)}},
            kFile,
            std::move(mentions)};
}

/// A file whose header holds what stands in `header`, before `dataBytes` bytes of data.
HostileRow header(std::string name, std::string_view header, std::size_t dataBytes,
                  std::vector<std::string> mentions) {
    return row(std::move(name), tensorFile(header, dataBytes), std::move(mentions));
}

/// One tensor 'w' with this entry, before 16 bytes of data.
HostileRow entry(std::string name, const std::string& entry, std::vector<std::string> mentions) {
    mentions.push_back("'w'");
    return header(std::move(name), "{\"w\":" + entry + "}", 16, std::move(mentions));
}

std::string f32(const std::string& shape, const std::string& offsets) {
    return R"({"dtype":"F32","shape":)" + shape + R"(,"data_offsets":)" + offsets + "}";
}

std::vector<HostileRow> framing() {
    using namespace std::string_literals;
    return {
        row("TensorsEmptyFile", "", {"0 bytes", "header length"}),
        row("TensorsSevenBytes", "\x02\0\0\0\0\0\0"s, {"7 bytes"}),
        row("TensorsHeaderLengthBeyondFile", integerBytes(3, 8, true) + "{}",
            {"header length is 3", "2 bytes follow"}),
        row("TensorsHeaderLengthOverCap", integerBytes(100000001, 8, true) + "{}",
            {"header length is 100000001"}),
        row("TensorsHeaderLengthAllOnes", std::string(8, '\xFF') + "{}",
            {"header length is 18446744073709551615"}),
        header("TensorsHeaderEmpty", "", 0, {"header starts with", "expected '{'"}),
        header("TensorsHeaderStartsWithSpace", " {}", 0, {"starts with ' '"}),
        header("TensorsHeaderIsList", "[]", 0, {"starts with '['"}),
        header("TensorsHeaderCutOff", R"({"w":)", 0, {"header ends with ':'"}),
        header("TensorsHeaderIsNoJson", R"({"w" 1})", 0, {"header", "line 1, byte 6"}),
        header("TensorsHeaderPaddedWithNul", "{}\0\0"s, 0, {R"(ends with '\x00')"}),
        header("TensorsHeaderPaddedWithNewline", "{}\n", 0, {R"(ends with '\x0a')"}),
        header("TensorsHeaderTwoObjects", "{} {}", 0, {"header", "line 1"}),
        header("TensorsHeaderNulInside", "{\0}"s, 0, {"byte 2", "NUL"}),
        header("TensorsHeaderNulHidesObject", "{}\0{}"s, 0, {"byte 3", "NUL"}),
        header("TensorsNameNotUtf8", "{\"\xC3\x28\":1}", 0, {"UTF-8"}),
        header("TensorsNameLoneSurrogate", R"({"\ud800":1})", 0, {"surrogate"}),
        header("TensorsTrailingBytes", "{\"w\":" + f32("[4]", "[0,16]") + "}", 17,
               {"end at 16", "17 bytes of data"}),
        header("TensorsOnlyTrailingBytes", "{}", 4, {"end at 0", "4 bytes of data"}),
        header("TensorsDataCutOff", "{\"w\":" + f32("[4]", "[0,16]") + "}", 15,
               {"[0,16]", "15 bytes of data"}),
    };
}

std::vector<HostileRow> keys() {
    const std::string good = f32("[4]", "[0,16]");
    return {
        header("TensorsNameTwice", "{\"w\":" + good + ",\"w\":" + good + "}", 16,
               {"key 'w' is given twice"}),
        header("TensorsNameTwiceByEscape", "{\"w\":" + good + ",\"\\u0077\":" + good + "}", 16,
               {"key 'w' is given twice"}),
        header("TensorsFieldTwice",
               R"({"w":{"dtype":"F32","dtype":"U8","shape":[4],"data_offsets":[0,16]}})", 16,
               {"key 'dtype' is given twice"}),
        header("TensorsMetadataTwice", R"({"__metadata__":{},"__metadata__":{}})", 0,
               {"'__metadata__' is given twice"}),
        header("TensorsMetadataKeyTwice", R"({"__metadata__":{"a":"1","a":"2"}})", 0,
               {"key 'a' is given twice"}),
        header("TensorsMetadataIsList", R"({"__metadata__":["x"]})", 0,
               {"__metadata__ is [\"x\"]"}),
        header("TensorsMetadataValueIsNumber", R"({"__metadata__":{"step":7}})", 0,
               {"__metadata__ 'step' is 7"}),
        header("TensorsMetadataValueIsObject", R"({"__metadata__":{"a":{"b":"c"}}})", 0,
               {"__metadata__ 'a' is {\"b\":\"c\"}"}),
        header("TensorsDeepNesting",
               "{\"w\":" + std::string(100000, '[') + std::string(100000, ']') + "}", 0,
               {"nested deeper than 3"}),
        entry("TensorsEntryIsNumber", "5", {"is 5", "expected an object"}),
        entry("TensorsDtypeMissing", R"({"shape":[4],"data_offsets":[0,16]})",
              {"dtype is missing"}),
        entry("TensorsShapeMissing", R"({"dtype":"F32","data_offsets":[0,16]})",
              {"shape is missing"}),
        entry("TensorsOffsetsMissing", R"({"dtype":"F32","shape":[4]})",
              {"data_offsets is missing"}),
        entry("TensorsUnknownField",
              R"({"dtype":"F32","shape":[4],"data_offsets":[0,16],"stride":1})",
              {"unknown field 'stride' = 1"}),
    };
}

std::vector<HostileRow> types() {
    const auto dtype = [](std::string name, const std::string& value,
                          std::vector<std::string> mentions) {
        return entry(std::move(name),
                     R"({"dtype":)" + value + R"(,"shape":[16],"data_offsets":[0,16]})",
                     std::move(mentions));
    };
    HostileRow badBool = dtype("TensorsBoolIsTwo", "\"BOOL\"", {"element 15", "is 2"});
    badBool.files[kFile].back() = '\x02';
    return {
        dtype("TensorsDtypeIsNumber", "32", {"dtype is 32"}),
        dtype("TensorsDtypeUnknown", "\"F31\"", {"dtype is 'F31'"}),
        dtype("TensorsDtypeLowerCase", "\"u8\"", {"dtype is 'u8'"}),
        dtype("TensorsDtypeEmpty", "\"\"", {"dtype is ''"}),
        dtype("TensorsDtypeFloat8", "\"F8_E4M3\"", {"dtype is 'F8_E4M3'", "not supported"}),
        dtype("TensorsDtypeTerminalEscape", "\"\\u001b[31m\"", {R"(dtype is '\x1b[31m')"}),
        dtype("TensorsDtypeVeryLong", "\"" + std::string(100000, 'x') + "\"", {"xxx...'"}),
        std::move(badBool),
    };
}

std::vector<HostileRow> shapes() {
    std::string manySides = "[1";
    for (int i = 0; i < 64; ++i)
        manySides += ",1";
    return {
        entry("TensorsShapeIsNumber", f32("4", "[0,16]"), {"shape is 4"}),
        entry("TensorsShapeNegative", f32("[-2,-2]", "[0,16]"), {"shape", "holds -2"}),
        entry("TensorsShapeMinusZero", f32("[-0]", "[0,0]"), {"shape", "non-negative"}),
        entry("TensorsShapeFloat", f32("[4.0]", "[0,16]"), {"shape", "holds 4.0"}),
        entry("TensorsShapeString", f32("[\"4\"]", "[0,16]"), {"shape", "holds '4'"}),
        entry("TensorsShapeNull", f32("[null]", "[0,16]"), {"shape", "holds null"}),
        entry("TensorsShapeBeyondSigned", f32("[9223372036854775808]", "[0,16]"),
              {"holds 9223372036854775808"}),
        entry("TensorsShapeBeyondUnsigned", f32("[18446744073709551616]", "[0,16]"),
              {"holds 1.8446744073709552e+19"}),
        entry("TensorsShapeTooManyDimensions", f32(manySides + "]", "[0,16]"),
              {"shape has 65 dimensions"}),
        entry("TensorsShapeProductOverflows", f32("[4294967296,4294967296]", "[0,16]"),
              {"[4294967296,4294967296]", "overflows"}),
        entry("TensorsShapeProductWrapsToFour", f32("[4611686018427387905,4]", "[0,16]"),
              {"[4611686018427387905,4]", "overflows"}),
        entry("TensorsBytesOverflow", f32("[4611686018427387904]", "[0,0]"), {"overflows"}),
        entry("TensorsOverflowBeforeZero", f32("[4294967296,4294967296,0]", "[0,0]"),
              {"overflows"}),
    };
}

std::vector<HostileRow> offsets() {
    const auto two = [](std::string name, const std::string& a, const std::string& b,
                        std::vector<std::string> mentions) {
        return header(std::move(name), "{\"a\":" + a + ",\"b\":" + b + "}", 16,
                      std::move(mentions));
    };
    return {
        entry("TensorsOffsetsAreNumber", f32("[4]", "16"), {"data_offsets is 16"}),
        entry("TensorsOffsetsOne", f32("[4]", "[16]"), {"data_offsets is [16]"}),
        entry("TensorsOffsetsThree", f32("[4]", "[0,8,16]"), {"data_offsets is [0,8,16]"}),
        entry("TensorsOffsetsNegative", f32("[4]", "[-16,0]"), {"data_offsets is [-16,0]"}),
        entry("TensorsOffsetsFloat", f32("[4]", "[0,16.0]"), {"data_offsets is [0,16.0]"}),
        entry("TensorsOffsetsString", f32("[4]", "[0,\"16\"]"), {"data_offsets is [0,\"16\"]"}),
        entry("TensorsOffsetsBackwards", f32("[4]", "[16,0]"), {"[16,0]", "before it begins"}),
        entry("TensorsOffsetsBeyondFile", f32("[8]", "[0,32]"), {"[0,32]", "16 bytes of data"}),
        entry("TensorsOffsetsHuge", f32("[4]", "[18446744073709551599,18446744073709551615]"),
              {"data_offsets is [18446744073709551599"}),
        entry("TensorsSizeTooSmall", f32("[4]", "[0,12]"), {"12 bytes, expected 16"}),
        entry("TensorsSizeTooLarge", f32("[3]", "[0,16]"), {"16 bytes, expected 12", "[3]"}),
        entry("TensorsHoleAtStart", f32("[3]", "[4,16]"), {"begin at 4", "a hole"}),
        two("TensorsHoleBetween", f32("[1]", "[0,4]"), f32("[2]", "[8,16]"),
            {"'b'", "begin at 8", "a hole", "expected 4"}),
        two("TensorsOverlap", f32("[3]", "[0,12]"), f32("[2]", "[8,16]"),
            {"'b'", "begin at 8", "an overlap", "expected 12"}),
        two("TensorsSameBytesTwice", f32("[4]", "[0,16]"), f32("[4]", "[0,16]"),
            {"begin at 0", "an overlap"}),
        two("TensorsEmptyInsideAnother", f32("[4]", "[0,16]"), f32("[0]", "[8,8]"),
            {"'b'", "begin at 8", "an overlap"}),
    };
}

} // namespace

std::vector<HostileRow> hostileTensorFiles() {
    std::vector<HostileRow> rows;
    for (auto table : {framing(), keys(), types(), shapes(), offsets()})
        rows.insert(rows.end(), table.begin(), table.end());
    rows.push_back({"TensorsFileIsFolder",
                    HostileKind::Tensors,
                    {{"model.safetensors/", ""}},
                    kFile,
                    {kFile, "folder"},
                    ErrorCode::NoInput});
    return rows;
}

} // namespace hierascope::testing
