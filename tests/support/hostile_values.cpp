// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>
#include <utility>

#include "tests/support/hostile_torch.h"

/// Pickles whose structure is whole, but whose values make no sense.
namespace hierascope::testing {

namespace {

using std::string;

constexpr std::int64_t kHuge = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kHalf = std::int64_t{1} << 40;

HostileTorchFile storage(string name, const string& id, std::vector<string> mentions) {
    return besideGoodTensor(std::move(name), pickleTensor(id, 0, {4}, {1}), std::move(mentions));
}

HostileTorchFile view(string name, std::int64_t offset, const std::vector<std::int64_t>& shape,
                      const std::vector<std::int64_t>& strides, std::vector<string> mentions) {
    mentions.emplace_back("'bad'");
    return besideGoodTensor(std::move(name),
                            pickleTensor(pickleStorage("0", 4), offset, shape, strides),
                            std::move(mentions));
}

string persistent(const Parts& parts) {
    return pickleTuple(parts) + "Q";
}

std::vector<HostileTorchFile> storages() {
    const string kind = pickleText("storage");
    const string type = pickleGlobal("torch", "FloatStorage");
    const string key = pickleText("0");
    const string cpu = pickleText("cpu");
    return {
        storage("StorageMissing", pickleStorage("7", 4), {"'bad'", "'7'", "no record"}),
        storage("StorageKeyIsPath", pickleStorage("../../../etc/passwd", 4),
                {"'../../../etc/passwd'", "no record"}),
        storage("StorageKeyIsOtherRecord", pickleStorage("../data.pkl", 4), {"no record"}),
        storage("StorageTooSmall", pickleStorage("0", 8), {"16 bytes in the file", "are 32"}),
        storage("StorageTooLarge", pickleStorage("0", 2), {"16 bytes in the file", "are 8"}),
        storage("StorageOfOtherType", pickleStorage("0", 4, "DoubleStorage"), {"are 32"}),
        storage("StorageNegative", pickleStorage("0", -4), {"-4 elements"}),
        storage("StorageOverflows", pickleStorage("0", std::int64_t{1} << 62),
                {"4611686018427387904 elements"}),
        storage("StorageComplex", pickleStorage("0", 2, "ComplexFloatStorage"),
                {"torch.ComplexFloatStorage", "not one that this program holds"}),
        storage("StorageQuantised", pickleStorage("0", 16, "QInt8Storage"), {"torch.QInt8Storage"}),
        storage("StorageUntypedWithoutType", pickleStorage("0", 16, "UntypedStorage"),
                {"element type"}),
        storage("StorageTypeIsForeign",
                persistent({kind, pickleGlobal("os", "system"), key, cpu, pickleInt(4)}),
                {"os.system", "no storage class"}),
        storage("StorageTypeIsText", persistent({kind, pickleText("f4"), key, cpu, pickleInt(4)}),
                {"no storage class"}),
        storage("StorageIdIsNumber", pickleInt(5) + "Q", {"persistent id"}),
        storage("StorageIdIsShort", persistent({kind, type}), {"persistent id"}),
        storage("StorageIdIsOtherKind",
                persistent({pickleText("module"), type, key, cpu, pickleInt(4)}), {"'storage'"}),
        storage("StorageIdIsText", "P0\n", {"persistent id is the text '0'"}),
        storage("StorageSizeIsText", persistent({kind, type, key, cpu, pickleText("4")}),
                {"its size is no integer"}),
        storage("StorageSizeIsLarge",
                persistent({kind, type, key, cpu, "\x8A\x09" + littleBytes(1, 9)}),
                {"its size is no integer"}),
        storage("StorageKeyIsNumber", persistent({kind, type, pickleInt(0), cpu, pickleInt(4)}),
                {"its key is no text"}),
        storage("StorageIsView",
                persistent({kind, type, key, cpu, pickleInt(4),
                            pickleTuple({pickleText("v"), pickleInt(0), pickleInt(2)})}),
                {"view of another storage"}),
        storage("StorageIsBuffer", "\x97", {"outside of the pickle"}),
    };
}

std::vector<HostileTorchFile> views() {
    return {
        view("StrideNegative", 3, {4}, {-1}, {"strides [-1]"}),
        view("OffsetNegative", -1, {2}, {1}, {"offset -1"}),
        view("OffsetBeyond", 1, {4}, {1}, {"reaches byte 20 of a storage of 16"}),
        view("OffsetHuge", kHuge, {1}, {1}, {"overflows"}),
        view("OffsetBeyondOfEmptyIsFine", 0, {5}, {1}, {"reaches byte 20"}),
        view("ShapeNegative", 0, {-4}, {1}, {"shape [-4]"}),
        view("ShapeBeyond", 0, {2, 3}, {3, 1}, {"reaches byte 24"}),
        view("ShapeProductOverflows", 0, {kHalf, kHalf}, {1, 1}, {"overflows"}),
        view("ShapeProductWrapsToFour", 0, {std::int64_t{1} << 62, 4, 4}, {0, 0, 0}, {"overflows"}),
        view("ShapeAndStrideOverflow", 0, {3}, {kHuge}, {"overflows"}),
        view("StrideBeyond", 0, {2}, {4}, {"reaches byte 20"}),
        view("StrideZeroShowsMore", 0, {kHalf}, {0}, {"shows more bytes"}),
        view("StridesOfOtherLength", 0, {4}, {1, 1}, {"not of one length"}),
        view("StridesMissing", 0, {4}, {}, {"not of one length"}),
        view("DimensionsTooMany", 0, std::vector<std::int64_t>(65, 1),
             std::vector<std::int64_t>(65, 1), {"65 dimensions"}),
        view("DimensionsFarTooMany", 0, std::vector<std::int64_t>(200000, 1), {},
             {"200000 dimensions"}),
        besideGoodTensor("ShapeHoldsText",
                         pickleCall(pickleGlobal("torch._utils", "_rebuild_tensor"),
                                    {pickleStorage("0", 4), pickleInt(0),
                                     pickleTuple({pickleText("4")}), pickleTuple({pickleInt(1)})}),
                         {"no integer"}),
        besideGoodTensor("ShapeIsList",
                         pickleCall(pickleGlobal("torch._utils", "_rebuild_tensor"),
                                    {pickleStorage("0", 4), pickleInt(0),
                                     "](K\x04"
                                     "e",
                                     pickleTuple({pickleInt(1)})}),
                         {"no tuple"}),
        besideGoodTensor("OffsetIsText",
                         pickleCall(pickleGlobal("torch._utils", "_rebuild_tensor"),
                                    {pickleStorage("0", 4), pickleText("0"),
                                     pickleTuple({pickleInt(4)}), pickleTuple({pickleInt(1)})}),
                         {"offset is no integer"}),
        besideGoodTensor("StorageIsTensor", pickleTensor(pickleGoodTensor(), 0, {4}, {1}),
                         {"no storage"}),
        besideGoodTensor("TypeIsFloat8",
                         pickleCall(pickleGlobal("torch._utils", "_rebuild_tensor_v3"),
                                    {pickleStorage("0", 16, "UntypedStorage"), pickleInt(0),
                                     pickleTuple({pickleInt(16)}), pickleTuple({pickleInt(1)}),
                                     "\x89", "N", pickleGlobal("torch", "float8_e4m3fn")}),
                         {"element type"}),
    };
}

} // namespace

std::vector<HostileTorchFile> hostileTensorValues() {
    std::vector<HostileTorchFile> rows = storages();
    for (HostileTorchFile& row : views())
        rows.push_back(std::move(row));
    return rows;
}

std::vector<HostileTorchFile> hostileValues() {
    string bomb = "]q\x01";
    for (int i = 0; i < 200; ++i)
        bomb += "]q\x02(h\x01h\x01"
                "eq\x01";
    string tuples = "N";
    string dicts;
    string dictEnds;
    for (int i = 0; i < 100000; ++i)
        tuples += "\x85";
    for (int i = 0; i < 9000; ++i) {
        dicts += "}(" + pickleText("k");
        dictEnds += "u";
    }
    const string long1 = "\x8A\xFF" + string(255, '\x7F');
    const string tensor = pickleGoodTensor();
    HostileTorchFile twice = besideGoodTensor(
        "KeyTwiceTakesTheLast",
        pickleDict({{"a", pickleTensor(pickleStorage("9", 4), 0, {4}, {1})}, {"a", tensor}}), {});
    twice.tensors.emplace_back("bad.a");
    HostileTorchFile dotted = besideGoodTensor(
        "NameTwiceByDots", pickleDict({{"a", pickleDict({{"b", tensor}})}, {"a.b", tensor}}),
        {"'bad.a.b'", "given twice"});
    dotted.tensors.emplace_back("bad.a.b");
    HostileTorchFile oddKeys = besideGoodTensor(
        "KeysOfEveryKind", "}(" + pickleInt(7) + tensor + "N" + tensor + ")" + tensor + "u", {});
    oddKeys.tensors = {"w", "bad.7", "bad.#1", "bad.#2"};
    return {
        std::move(twice),
        std::move(dotted),
        std::move(oddKeys),
        besideGoodTensor("KeyNotUtf8", pickleDict({{"\xC3\x28\xFF", tensor}}), {}),
        besideGoodTensor("KeyVeryLong", pickleDict({{string(500000, 'k'), tensor}}), {}),
        besideGoodTensor(
            "KeyIsTerminalEscape",
            pickleDict({{"\x1B[31m", pickleTensor(pickleStorage("9", 4), 0, {4}, {1})}}),
            {R"(\x1b[31m)"}),
        besideGoodTensor("ListInItself",
                         "]q\x01h\x01"
                         "a",
                         {}),
        besideGoodTensor("DictInItself", "}q\x01" + pickleText("k") + "h\x01s", {}),
        besideGoodTensor("TupleInItsList",
                         "]q\x01(h\x01tq\x02"
                         "a0h\x02",
                         {}),
        besideGoodTensor("ObjectIsItsOwnState",
                         pickleGlobal("argparse", "Namespace") + ")\x81q\x01h\x01"
                                                                 "b",
                         {}),
        besideGoodTensor("OpaqueIsItsOwnState",
                         pickleGlobal("evil", "Loop") + ")\x81q\x01h\x01"
                                                        "b",
                         {"evil.Loop"}),
        besideGoodTensor("MemoBomb", bomb, {"shared by more than"}),
        besideGoodTensor("TuplesVeryDeep", tuples, {"nested deeper than 64"}),
        besideGoodTensor("DictsVeryDeep", dicts + "N" + dictEnds, {"nested deeper than 64"}),
        besideGoodTensor("SetItemOnList", "]" + pickleText("k") + "Ns", {"holds none"}),
        besideGoodTensor("SetItemOnTensor", tensor + pickleText("k") + "Ns", {"holds none"}),
        besideGoodTensor("SetItemsOnText", pickleText("x") + "(NNu", {"holds none"}),
        besideGoodTensor("AppendOnDict", "}Na", {"holds none"}),
        besideGoodTensor("AppendsOnNone", "N(NNe", {"holds none"}),
        besideGoodTensor("AppendOnEmptyTuple", ")Na", {"holds none"}),
        besideGoodTensor("BuildOnText", pickleText("x") + "}b", {"has none"}),
        besideGoodTensor("BuildOnGlobal", pickleGlobal("collections", "OrderedDict") + "}b",
                         {"has none"}),
        besideGoodTensor("BuildOnNamespaceWithText",
                         pickleGlobal("argparse", "Namespace") + ")\x81" + pickleText("x") + "b",
                         {}),
        besideGoodTensor("IntegerOf255Bytes", long1, {}),
        besideGoodTensor("IntegerOfManyDigits", "L" + string(100000, '9') + "L\n", {}),
        besideGoodTensor("FloatNotANumber", "G\x7F\xF8" + string(6, '\0'), {}),
        besideGoodTensor("NumpyScalarOfOtherSize",
                         pickleCall(pickleGlobal("numpy.core.multiarray", "scalar"),
                                    {pickleCall(pickleGlobal("numpy", "dtype"),
                                                {pickleText("f8"), "\x89", "\x88"}),
                                     "C\x02"
                                     "ab"}),
                         {"'f8'"}),
        besideGoodTensor("OrderedDictOfNoPairs",
                         pickleCall(pickleGlobal("collections", "OrderedDict"), {"](K\x01K\x02"
                                                                                 "e"}),
                         {"no list of pairs"}),
        besideGoodTensor("TextThatIsNotLatin1",
                         pickleCall(pickleGlobal("_codecs", "encode"),
                                    {pickleText("\xE2\x82\xAC"), pickleText("latin1")}),
                         {"not latin1"}),
    };
}

} // namespace hierascope::testing
