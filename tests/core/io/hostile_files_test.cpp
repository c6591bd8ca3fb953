// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hostile_files.h"

#include <fstream>
#include <set>

#include <gmock/gmock.h>

#include "core/io/dataset.h"
#include "core/io/model_folder.h"
#include "core/io/npy.h"
#include "core/io/tensor_file.h"
#include "tests/support/temp_folder.h"

namespace hierascope::io {
namespace {

using hierascope::testing::HostileCase;
using hierascope::testing::HostileKind;
using hierascope::testing::TempFolder;
using ::testing::HasSubstr;

template <typename T>
std::optional<Error> errorOf(const Result<T>& result) {
    return result ? std::nullopt : std::optional(result.error());
}

std::optional<Error> open(const HostileCase& hostile) {
    switch (hostile.kind) {
    case HostileKind::Tensors:
    case HostileKind::Index:
        return errorOf(loadTensors(hostile.file));
    case HostileKind::Config:
        return errorOf(openModelFolder(hostile.file));
    case HostileKind::Array:
        return errorOf(readNpy(hostile.file));
    case HostileKind::Dataset:
        return errorOf(openDataset(hostile.file));
    }
    return std::nullopt;
}

TEST(HostileFiles, EachIsRefusedWithFileFieldAndValue) {
    const TempFolder folder;
    const auto cases = hierascope::testing::writeHostileFiles(folder.path());
    EXPECT_GE(cases.size(), 60U);
    std::set<std::string> names;
    for (const HostileCase& hostile : cases) {
        SCOPED_TRACE(hostile.name);
        EXPECT_TRUE(names.insert(hostile.name).second);
        const auto error = open(hostile);
        ASSERT_TRUE(error) << "was accepted";
        EXPECT_EQ(error->code, hostile.code) << error->message;
        for (const std::string& part : hostile.mentions)
            EXPECT_THAT(error->message, HasSubstr(part));
        EXPECT_LT(error->message.size(), 600U) << error->message;
        EXPECT_EQ(error->message.find('\n'), std::string::npos) << error->message;
    }
}

/// A file is either refused with a sentence, or all of it can be read.
bool opensOrSaysWhy(const std::filesystem::path& path) {
    const auto file = SafetensorsFile::open(path);
    if (!file)
        return file.error().code == ErrorCode::BadData &&
               file.error().message.find(path.string()) != std::string::npos;
    for (const TensorEntry& entry : file->entries())
        if (!file->read(entry))
            return false;
    return true;
}

class TensorFileDamage : public ::testing::Test {
protected:
    void SetUp() override {
        std::ofstream(m_path, std::ios::binary) << m_good;
        ASSERT_TRUE(SafetensorsFile::open(m_path));
    }

    /// Changes one byte in place: rewriting the file thousands of times takes many seconds.
    void put(std::size_t position, char byte) const {
        std::fstream file(m_path, std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(static_cast<std::streamoff>(position));
        file.put(byte);
    }

    TempFolder m_folder;
    std::filesystem::path m_path = m_folder / "a.safetensors";
    std::string m_good = hierascope::testing::goodTensorFile();
};

TEST_F(TensorFileDamage, EveryTruncationIsRefused) {
    for (std::size_t size = m_good.size(); size-- > 0;) {
        std::filesystem::resize_file(m_path, size);
        EXPECT_FALSE(SafetensorsFile::open(m_path)) << size << " bytes";
        EXPECT_TRUE(opensOrSaysWhy(m_path)) << size << " bytes";
    }
}

TEST_F(TensorFileDamage, NoFlippedBitCrashesTheReader) {
    for (std::size_t bit = 0; bit < m_good.size() * 8; ++bit) {
        const char good = m_good[bit / 8];
        put(bit / 8, static_cast<char>(good ^ (1 << bit % 8)));
        EXPECT_TRUE(opensOrSaysWhy(m_path)) << "bit " << bit;
        put(bit / 8, good);
    }
    EXPECT_TRUE(SafetensorsFile::open(m_path));
}

} // namespace
} // namespace hierascope::io
