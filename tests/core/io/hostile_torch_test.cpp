// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hostile_torch.h"

#include <cerrno>
#include <fstream>
#include <memory>
#include <set>

#include <sys/wait.h>

#include <ATen/ops/tensor.h>
#include <gmock/gmock.h>

#include "core/io/pickle_reader.h"
#include "core/io/torch_listing.h"
#include "core/io/torch_tensors.h"
#include "core/io/zip_archive.h"
#include "tests/support/temp_folder.h"

namespace hierascope::io {
namespace {

using hierascope::testing::HostileTorchFile;
using hierascope::testing::TempFolder;
using ::testing::HasSubstr;

/// Bytes of a line of /proc/self/status.
std::size_t statusBytes(const std::string& key) {
    std::ifstream status("/proc/self/status");
    std::string word;
    std::size_t kibibytes = 0;
    while (status >> word)
        if (word == key + ":")
            status >> kibibytes;
    return kibibytes << 10;
}

/// Watches how far the process' memory grows; says nothing where the kernel does not tell.
class MemoryWatch {
public:
    MemoryWatch() {
        std::ofstream reset("/proc/self/clear_refs");
        m_isWatching = static_cast<bool>(reset << "5" << std::flush);
        m_before = statusBytes("VmRSS");
    }
    std::size_t grown() const {
        const std::size_t most = statusBytes("VmHWM");
        return m_isWatching && most > m_before ? most - m_before : 0;
    }

private:
    std::size_t m_before = 0;
    bool m_isWatching = false;
};

void write(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// Everything that a file said about itself, for searching.
std::string saidBy(const TorchFile& file) {
    std::string all;
    for (const auto& list : {file.complaints, file.unknownGlobals})
        for (const std::string& sentence : list) {
            all += sentence + "\n";
            EXPECT_LT(sentence.size(), 600U);
        }
    // What is shown on a screen or written to JSON is UTF-8.
    EXPECT_NO_THROW(all += file.values.dump());
    return all;
}

void expectOpens(const HostileTorchFile& hostile, const std::filesystem::path& path) {
    const auto file = openTorchFile(path);
    ASSERT_TRUE(file) << file.error().message;
    const std::string said = saidBy(*file);
    for (const std::string& part : hostile.mentions)
        EXPECT_THAT(said, HasSubstr(part));
    const auto tensors = loadTorchTensors(*file, "");
    ASSERT_TRUE(tensors) << tensors.error().message;
    for (const std::string& name : hostile.tensors) {
        ASSERT_TRUE(tensors->contains(name)) << name << "\n" << said;
        EXPECT_TRUE(tensors->at(name).equal(at::tensor({1.F, 2.F, 3.F, 4.F}))) << name;
    }
}

void expectRefused(const HostileTorchFile& hostile, const std::filesystem::path& path) {
    const auto file = openTorchFile(path);
    ASSERT_FALSE(file) << "was accepted";
    const std::string& message = file.error().message;
    EXPECT_EQ(file.error().code, ErrorCode::BadData) << message;
    EXPECT_THAT(message, HasSubstr(path.string()));
    for (const std::string& part : hostile.mentions)
        EXPECT_THAT(message, HasSubstr(part));
    EXPECT_LT(message.size(), 600U) << message;
    EXPECT_EQ(message.find('\n'), std::string::npos) << message;
}

TEST(HostileTorchFiles, DoNothingAndHideNoTensor) {
    const TempFolder folder;
    const auto marker = folder / "marker";
    const auto all = hierascope::testing::hostileTorchFiles(marker.string());
    EXPECT_GE(all.size(), 150U);
    std::set<std::string> names;
    for (const HostileTorchFile& hostile : all) {
        SCOPED_TRACE(hostile.name);
        EXPECT_TRUE(names.insert(hostile.name).second);
        const auto path = folder / (hostile.name + ".pt");
        write(path, hostile.bytes);
        const MemoryWatch watch;
        if (hostile.opens)
            expectOpens(hostile, path);
        else
            expectRefused(hostile, path);
        constexpr std::size_t kAllowed = 64U << 20;
        EXPECT_LE(watch.grown(), hostile.bytes.size() + kAllowed);
        EXPECT_FALSE(std::filesystem::exists(marker));
        EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);
        EXPECT_EQ(errno, ECHILD) << "a child process was started";
    }
}

/// A file is refused with a sentence, or all that it lists can be read or is refused with one.
void openAndLoad(const std::filesystem::path& path) {
    const auto file = openTorchFile(path);
    if (!file) {
        EXPECT_THAT(file.error().message, HasSubstr(path.string()));
        return;
    }
    const auto tensors = loadTorchTensors(*file, "");
    if (!tensors) {
        EXPECT_THAT(tensors.error().message, HasSubstr(path.string()));
    }
}

class TorchFileDamage : public ::testing::TestWithParam<bool> {
protected:
    static std::string pickle() {
        using namespace hierascope::testing;
        return pickled(pickleDict(
            {{"ema", pickleOrderedDict({{"a.weight", pickleGoodTensor()},
                                        {"b", pickleTensor(pickleStorage("1", 6, "LongStorage"), 2,
                                                           {2, 2}, {1, 2})}})},
             {"args", pickleGlobal("argparse", "Namespace") + ")\x81" +
                          pickleDict({{"lr", std::string("G\x3F\xE0\0\0\0\0\0\0", 9)}}) + "b"}}));
    }

    static std::string file() {
        using namespace hierascope::testing;
        const Pairs storages = {{"0", fourFloats()}, {"1", std::string(48, '\x01')}};
        return GetParam() ? torchZip(pickle(), storages)
                          // Both storages have elements of 8 bytes then: the writer knows one size.
                          : torchStream(pickle(), {{"1", std::string(48, '\x01')}}, 8);
    }

    TempFolder m_folder;
    std::filesystem::path m_path = m_folder / "a.bin";
};

TEST_P(TorchFileDamage, EveryTruncationIsSurvived) {
    write(m_path, file());
    for (std::size_t size = file().size(); size-- > 0;) {
        std::filesystem::resize_file(m_path, size);
        openAndLoad(m_path);
        if (GetParam()) {
            EXPECT_FALSE(openTorchFile(m_path)) << size << " bytes";
        }
    }
}

TEST_P(TorchFileDamage, EveryFlippedBitIsSurvived) {
    const std::string good = file();
    write(m_path, good);
    std::fstream stream(m_path, std::ios::binary | std::ios::in | std::ios::out);
    const auto put = [&](std::size_t position, char byte) {
        stream.seekp(static_cast<std::streamoff>(position));
        stream.put(byte).flush();
    };
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        put(bit / 8, static_cast<char>(good[bit / 8] ^ (1 << bit % 8)));
        openAndLoad(m_path);
        put(bit / 8, good[bit / 8]);
    }
    EXPECT_TRUE(openTorchFile(m_path));
}

INSTANTIATE_TEST_SUITE_P(Formats, TorchFileDamage, ::testing::Bool(),
                         [](const auto& info) { return info.param ? "Zip" : "Stream"; });

TEST(OfficialFileDamage, EveryFlippedBitOfItsPickleIsSurvived) {
    auto input = InputFile::open(std::filesystem::path(HIERASCOPE_TEST_DATA) /
                                 "official/har_tiny/checkpoint-10/ema_model/pytorch_model.bin");
    ASSERT_TRUE(input) << input.error().message;
    const auto archive = ZipArchive::open(std::move(*input));
    ASSERT_TRUE(archive) << archive.error().message;
    const auto good = archive->read(*archive->find("pytorch_model/data.pkl"), 1U << 16);
    ASSERT_TRUE(good) << good.error().message;
    const StorageFinder finder = [&](std::string_view key) -> Result<TorchStorage> {
        const auto* record = archive->find("pytorch_model/data/" + std::string(key));
        if (record == nullptr)
            return failure(ErrorCode::BadData, "has no record");
        return TorchStorage{record->offset, record->size, {}};
    };
    std::size_t opened = 0;
    for (std::size_t bit = 0; bit < good->size() * 8; ++bit) {
        auto flipped = std::make_shared<std::string>(*good);
        (*flipped)[bit / 8] = static_cast<char>((*flipped)[bit / 8] ^ (1 << bit % 8));
        const auto document = readPickle(flipped, 0, "'flipped'");
        if (!document) {
            EXPECT_THAT(document.error().message, HasSubstr("'flipped': byte "));
            continue;
        }
        TorchContents contents;
        listTorchDocument(*document, finder, contents);
        ++opened;
    }
    EXPECT_GT(opened, good->size());
}

} // namespace
} // namespace hierascope::io
