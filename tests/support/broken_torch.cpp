// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "tests/support/hostile_torch.h"

/// Pickles and containers whose structure is broken: refused as a whole.
namespace hierascope::testing {

namespace {

using std::string;

/// A zip file whose data.pkl is `pickle`.
HostileTorchFile broken(string name, const string& pickle, std::vector<string> mentions) {
    mentions.emplace_back("data.pkl");
    return {
        std::move(name), torchZip(pickle, {{"0", fourFloats()}}), false, {}, std::move(mentions)};
}

HostileTorchFile refused(string name, string bytes, std::vector<string> mentions) {
    return {std::move(name), std::move(bytes), false, {}, std::move(mentions)};
}

HostileTorchFile opened(string name, string bytes, std::vector<string> mentions) {
    return {std::move(name), std::move(bytes), true, {"w"}, std::move(mentions)};
}

std::vector<HostileTorchFile> structure() {
    using namespace std::string_literals;
    return {
        broken("PickleEmpty", "", {"byte 0"}),
        broken("PickleWithoutStop", "\x80\x02N", {"byte 3", "1 more"}),
        broken("PickleOnlyStop", ".", {"holds no value"}),
        broken("PickleStopAfterMark", "N(.", {"holds no value"}),
        broken("PickleUnknownOpcode", "N\xFF.", {"opcode 255 is unknown"}),
        broken("PickleZeroBytes", string(64, '\0'), {"opcode 0 is unknown"}),
        broken("PickleProtocolSix", "\x80\x06N.", {"protocol 6"}),
        broken("PicklePopOfNothing", "0.", {"holds no value"}),
        broken("PickleTupleWithoutMark", "NNt.", {"no mark"}),
        broken("PickleTuple3OfTwo", "NN\x87.", {"holds no value"}),
        broken("PickleTupleAcrossMark", "N(\x85.", {"holds no value"}),
        broken("PickleReduceOfNothing", "R.", {"holds no value"}),
        broken("PickleNewObjExOfTwo", "NN\x92.", {"holds no value"}),
        broken("PickleAppendToNothing", "Na.", {"holds no value"}),
        broken("PickleSetItemsToNothing", "(NNu.", {"holds no value"}),
        broken("PickleBuildOfOne", "Nb.", {"holds no value"}),
        broken("PicklePersistentOfNothing", "Q.", {"holds no value"}),
        broken("PickleDictOfThree", "(NNNd.", {"a key has no value"}),
        broken("PickleObjWithoutClass", "(o.", {"no class"}),
        broken("PickleInstWithoutMark", "ios\nsystem\n.", {"no mark"}),
        broken("PickleDupOfNothing", "2.", {"holds no value"}),
        broken("PickleMemoizeOfNothing", "\x94.", {"holds no value"}),
        broken("PickleGetOfUnwritten", "h\x05.", {"memo index 5 was never written"}),
        broken("PickleGetOfHuge", "j\xFF\xFF\xFF\xFF.", {"4294967295"}),
        broken("PicklePutOfHuge", "Nr\xFF\xFF\xFF\x7F.", {"memo index 2147483647 is beyond"}),
        broken("PicklePutOfText", "Npabc\n.", {"'abc' is no memo index"}),
        broken("PicklePutOfNegative", "Np-1\n.", {"'-1' is no memo index"}),
        broken("PicklePutOfOverflow", "Np99999999999999999999\n.", {"no memo index"}),
    };
}

std::vector<HostileTorchFile> lengths() {
    return {
        broken("PickleTextOfFourGigabytes", "X\xFF\xFF\xFF\xFFxx.", {"4294967295 more bytes"}),
        broken("PickleTextOfAllOnes", "\x8D" + string(8, '\xFF') + "xx.",
               {"18446744073709551615 more bytes"}),
        broken("PickleBytesOfHalfRange", "\x8E" + littleBytes(1ULL << 63, 8) + "xx.",
               {"9223372036854775808 more bytes"}),
        broken("PickleByteArrayHuge", "\x96" + littleBytes(1ULL << 40, 8) + "x.",
               {"1099511627776 more bytes"}),
        broken("PickleOldTextNegative", "T\xFF\xFF\xFF\xFFx.", {"4294967295 more bytes"}),
        broken("PickleLongOfTwoGigabytes", "\x8B\xFF\xFF\xFF\x7Fx.", {"2147483647 bytes"}),
        broken("PickleLongNegative", "\x8B\xFF\xFF\xFF\xFFx.", {"4294967295 bytes"}),
        broken("PickleTextOfTwoMegabytes", pickled(pickleText(string(2U << 20, 'x'))),
               {"2097152 bytes", "at most 1048576"}),
        broken("PickleLineOfTwoMegabytes", "V" + string(2U << 20, 'x') + "\n.", {"2097152 bytes"}),
        broken("PickleLineWithoutEnd", "cos", {"inside of a line"}),
        broken("PickleNumberIsWord", "Izz\n.", {"'zz' is no integer"}),
        broken("PickleFloatIsWord", "F1.0.0\n.", {"'1.0.0' is no number"}),
        broken("PickleTextWithoutQuotes", "Sabc\n.", {"without quotes"}),
        broken("PickleTextHalfQuoted", "S'\n.", {"without quotes"}),
        broken("PickleEscapeCutOff", "V\\u12\n.", {"no letter"}),
        broken("PickleEscapeBeyondUnicode", "V\\U00110000\n.", {"no letter"}),
        broken("PickleMarksVeryMany", string(200000, '('), {"deeper than 10000 marks"}),
        broken("PickleStackVeryHigh", "N" + string(2000000, '2'), {"wait on the stack"}),
        broken("PickleNodesVeryMany", string(2000000, ']'), {"values"}),
        broken("PickleNodesThrownAway",
               [] {
                   string all;
                   for (int i = 0; i < 2000000; ++i)
                       all += "]0";
                   return all;
               }(),
               {"take more than"}),
        broken("PickleCopiesOfCopies",
               [] {
                   string all = pickleGlobal("argparse", "Namespace") + ")\x81" +
                                pickleDict({{"k", "N"}}) + "b";
                   for (int i = 0; i < 60; ++i)
                       all = all + "2" + "0";
                   all += "q\x01}";
                   for (int i = 0; i < 2000000; ++i)
                       all += "\x8C\x01k"
                              "Ns";
                   return all;
               }(),
               {"take more than"}),
    };
}

std::vector<HostileTorchFile> archives() {
    const string good = pickled(pickleDict({{"w", pickleGoodTensor()}}));
    const string floats = fourFloats();
    const string file = torchZip(good, {{"0", floats}});
    const auto patched = [&](std::size_t at, const string& bytes) {
        string changed = file;
        changed.replace(at, bytes.size(), bytes);
        return changed;
    };
    const std::size_t end = file.size() - 22;
    const std::size_t directory = file.find("PK\x01\x02");
    string rearranged = file;
    rearranged.replace(0, 4, "PK\x03\x05");
    const string inner =
        torchZip(pickled(pickleCall(pickleGlobal("os", "system"), {pickleText("true")})), {});
    const Pairs records = {{"a/data.pkl", good}, {"a/data/0", floats}};
    const auto with = [&](const string& name, const string& bytes) {
        Pairs all = records;
        all.emplace_back(name, bytes);
        return zipFile(all);
    };
    return {
        refused("ZipTwoPickles", with("b/data.pkl", good), {"'a/data.pkl'", "'b/data.pkl'"}),
        refused("ZipSamePickleTwice", with("a/data.pkl", good), {"'a/data.pkl' is given twice"}),
        refused("ZipSameStorageTwice", with("a/data/0", floats), {"'a/data/0' is given twice"}),
        refused("ZipNoPickle", zipFile({{"a/data/0", floats}}), {"without a record"}),
        refused("ZipPickleDeeper", zipFile({{"a/b/data.pkl", good}}), {"without a record"}),
        refused("ZipPickleAtTop", zipFile({{"data.pkl", good}}), {"without a record"}),
        refused("ZipEmpty", zipFile({}), {"begins neither"}),
        refused("ZipBigEndian", with("a/byteorder", "big"), {"'big'", "expected 'little'"}),
        refused("ZipByteOrderOdd", with("a/byteorder", "little\n"), {"expected 'little'"}),
        refused("ZipByteOrderLong", with("a/byteorder", string(100, 'l')), {"100 bytes"}),
        opened("ZipNestedArchive", with("a/data/1", inner), {}),
        opened("ZipNestedArchiveAsPickle", with("a/code/data.pkl", inner), {}),
        opened("ZipNameIsPath", with("../../../tmp/x", "x"), {}),
        opened("ZipNameHasNul", with(string("a/\0b", 4), "x"), {}),
        refused("ZipNestedArchiveIsPickle", zipFile({{"a/data.pkl", inner}}), {"data.pkl"}),
        refused("ZipDirectoryMissing", file.substr(0, directory), {"end-of-archive"}),
        refused("ZipEndCutOff", file.substr(0, file.size() - 1), {"end-of-archive"}),
        refused("ZipBytesInFront", "PK\x03\x04" + file, {"directory"}),
        refused("ZipBytesBehind", file + "x", {"end-of-archive"}),
        refused("ZipOtherDisk", patched(end + 4, littleBytes(1, 2)), {"several disks"}),
        refused("ZipMoreRecords", patched(end + 8, littleBytes(9, 2) + littleBytes(9, 2)),
                {"ends before its last record"}),
        refused("ZipFewerRecords", patched(end + 8, littleBytes(1, 2) + littleBytes(1, 2)),
                {"bytes after the last record"}),
        refused("ZipDirectoryElsewhere", patched(end + 16, littleBytes(0, 4)), {"directory"}),
        refused("ZipDirectoryHuge", patched(end + 12, littleBytes(0xFFFFFFF0, 4)), {"4294967280"}),
        refused("ZipEncrypted", patched(directory + 8, littleBytes(0x0801, 2)), {"encrypted"}),
        refused("ZipSizesDiffer", patched(directory + 24, littleBytes(1, 4)), {"said to hold 1"}),
        refused("ZipSizeHuge",
                patched(directory + 20, littleBytes(0x7FFFFFFF, 4) + littleBytes(0x7FFFFFFF, 4)),
                {"2147483647 bytes"}),
        refused("ZipSize64Missing",
                patched(directory + 20, littleBytes(0xFFFFFFFF, 4) + littleBytes(0xFFFFFFFF, 4)),
                {"zip64"}),
        refused("ZipHeaderOutside", patched(directory + 42, littleBytes(0x7FFFFFFF, 4)),
                {"outside"}),
        refused("ZipHeaderElsewhere", patched(directory + 42, littleBytes(1, 4)), {"no header"}),
        refused("ZipHeaderOfOtherName", patched(30, "b"), {"another name"}),
        refused("ZipHeaderOfOtherMethod", patched(8, littleBytes(8, 2)), {"different methods"}),
        refused("ZipPickleCompressed",
                [&] {
                    string changed = patched(8, littleBytes(8, 2));
                    changed.replace(directory + 10, 2, littleBytes(8, 2));
                    return changed;
                }(),
                {"compressed"}),
        refused("ZipRecordsOverlap",
                [&] {
                    const std::size_t more = file.find("archive/byteorder") - 30;
                    return patched(directory + 20,
                                   littleBytes(more + 1 - 46, 4) + littleBytes(more + 1 - 46, 4));
                }(),
                {"lies inside"}),
        opened("ZipPickleChecksumWrong", patched(directory + 16, littleBytes(1, 4)),
               {"does not match its checksum"}),
    };
}

std::vector<HostileTorchFile> streams() {
    const string good = pickled(pickleDict({{"w", pickleGoodTensor()}}));
    const string floats = fourFloats();
    const string file = torchStream(good, {{"0", floats}});
    const auto replaced = [&](const string& from, const string& to) {
        string changed = file;
        const auto at = changed.find(from);
        return at == string::npos ? string() : changed.replace(at, from.size(), to);
    };
    string tar(512, '\0');
    tar.replace(257, 5, "ustar");
    const string count = littleBytes(4, 8);
    return {
        opened("StreamGood", file, {}),
        refused("StreamOtherProtocol", replaced(littleBytes(1001, 2), littleBytes(1002, 2)),
                {"not 1001"}),
        refused("StreamBigEndian", replaced("little_endian\x88", "little_endian\x89"),
                {"big-endian"}),
        refused("StreamStorageNotUsed", torchStream(good, {{"0", floats}, {"1", floats}}),
                {"'1'", "none of its tensors"}),
        opened("StreamStorageMissing",
               torchStream(
                   pickled(pickleDict({{"bad", pickleTensor(pickleStorage("1", 4), 0, {4}, {1})},
                                       {"w", pickleGoodTensor()}})),
                   {{"0", floats}}),
               {"'bad'", "'1'", "not in the file's list"}),
        refused("StreamStorageTwice", torchStream(good, {{"0", floats}, {"0", floats}}),
                {"'0' twice"}),
        refused("StreamCountTooLarge", replaced(count + floats, littleBytes(5, 8) + floats),
                {"5 elements"}),
        refused("StreamCountOverflows",
                replaced(count + floats, littleBytes(1ULL << 62, 8) + floats),
                {"4611686018427387904 elements"}),
        refused("StreamDataCutOff", file.substr(0, file.size() - 1), {"4 elements"}),
        refused("StreamWithoutStorages", file.substr(0, file.size() - 24), {"ends at byte"}),
        refused("StreamWithoutList", file.substr(0, file.find(good) + good.size()),
                {"list of its storages"}),
        refused("StreamIsTar", tar, {"tar format"}),
        refused("StreamIsPointer", "version https://git-lfs.github.com/spec/v1\n", {"Git LFS"}),
        refused("StreamIsPlainPickle", good, {"begins neither"}),
        refused("StreamIsEmpty", "", {"begins neither"}),
        refused("StreamIsText", "hello\n", {"begins neither"}),
    };
}

} // namespace

std::vector<HostileTorchFile> brokenPickles() {
    std::vector<HostileTorchFile> rows = structure();
    for (HostileTorchFile& row : lengths())
        rows.push_back(std::move(row));
    return rows;
}

std::vector<HostileTorchFile> brokenContainers() {
    std::vector<HostileTorchFile> rows = archives();
    for (HostileTorchFile& row : streams())
        rows.push_back(std::move(row));
    return rows;
}

std::vector<HostileTorchFile> hostileTorchFiles(const string& marker) {
    std::vector<HostileTorchFile> rows;
    for (auto table : {hostileCalls(marker), hostileTensorValues(), hostileValues(),
                       brokenPickles(), brokenContainers()})
        rows.insert(rows.end(), table.begin(), table.end());
    return rows;
}

} // namespace hierascope::testing
