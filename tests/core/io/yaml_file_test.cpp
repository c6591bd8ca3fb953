// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/yaml_file.h"

#include <cmath>
#include <fstream>

#include <gmock/gmock.h>

#include "tests/support/temp_folder.h"

namespace hierascope::io {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

class YamlFile : public ::testing::Test {
protected:
    Result<json> read(const std::string& text) const {
        const auto path = m_folder / "config.yaml";
        std::ofstream(path, std::ios::binary) << text;
        return readYamlFile(path);
    }

    json good(const std::string& text) const {
        auto value = read(text);
        EXPECT_TRUE(value) << (value ? "" : value.error().message);
        return value ? std::move(*value) : json();
    }

    void expectRefused(const std::string& text, std::initializer_list<std::string> parts) const {
        const auto value = read(text);
        ASSERT_FALSE(value) << "accepted: " << text.substr(0, 200);
        EXPECT_EQ(value.error().code, ErrorCode::BadData);
        EXPECT_THAT(value.error().message, HasSubstr("config.yaml"));
        EXPECT_EQ(value.error().message.find('\n'), std::string::npos);
        EXPECT_LT(value.error().message.size(), 400U);
        for (const std::string& part : parts)
            EXPECT_THAT(value.error().message, HasSubstr(part));
    }

    hierascope::testing::TempFolder m_folder;
};

TEST_F(YamlFile, ReadsAnOfficialConfig) {
    const json value = good(R"(experiment:
    project: "restok_l_128"
    max_train_examples: 1_281_167  # ImageNet
    output_dir: ./runs/${experiment.project}
model:
    vq_model:
        quantize_mode: vq
        codebook_size: 8192
        use_l2_norm: True
        commitment_cost: 0.25
        latent_levels: [1, 1, 2, 4]
        channel_mult: [1,1,2,2,4]
optimizer:
    learning_rate: 1e-4
    beta1: .9
    weight_decay: 0.
    resume:
)");
    EXPECT_EQ(value["experiment"]["project"], "restok_l_128");
    EXPECT_EQ(value["experiment"]["max_train_examples"], 1281167);
    EXPECT_EQ(value["experiment"]["output_dir"], "./runs/${experiment.project}");
    EXPECT_EQ(value["model"]["vq_model"]["use_l2_norm"], true);
    EXPECT_EQ(value["model"]["vq_model"]["latent_levels"], json({1, 1, 2, 4}));
    EXPECT_EQ(value["optimizer"]["learning_rate"], 1e-4);
    EXPECT_EQ(value["optimizer"]["beta1"], 0.9);
    EXPECT_EQ(value["optimizer"]["weight_decay"], 0.0);
    EXPECT_TRUE(value["optimizer"]["resume"].is_null());
}

TEST_F(YamlFile, TypesPlainScalarsAsOmegaConfDoes) {
    const std::pair<const char*, json> kScalars[] = {
        {"~", nullptr},       {"null", nullptr},
        {"NULL", nullptr},    {"nULL", "nULL"},
        {"true", true},       {"Off", false},
        {"on", true},         {"no", false},
        {"y", "y"},           {"0", 0},
        {"-7", -7},           {"+12", 12},
        {"0x1F", 31},         {"0b101", 5},
        {"010", 8},           {"08", "08"},
        {"1_000", 1000},      {"9223372036854775808", 9223372036854775808U},
        {"1e-4", 1e-4},       {"1E3", 1000.0},
        {"-2.5e+3", -2500.0}, {"1.", 1.0},
        {".5", 0.5},          {".", "."},
        {"1.2.3", "1.2.3"},   {"nan", "nan"},
        {"inf", "inf"},       {"1e", "1e"},
        {"e5", "e5"},         {"0x", "0x"},
        {"12:30", "12:30"},   {"2024-01-01", "2024-01-01"},
        {"'1'", "1"},         {"\"true\"", "true"},
        {"!!str 5", "5"},     {"''", ""},
        {"16x16", "16x16"},   {"-", "-"}};
    for (const auto& [text, expected] : kScalars) {
        const json value = good("value: " + std::string(text == std::string("-") ? "\"-\"" : text));
        EXPECT_EQ(value["value"], expected) << text;
        EXPECT_EQ(value["value"].type() == json::value_t::number_float,
                  expected.type() == json::value_t::number_float)
            << text;
    }
    EXPECT_TRUE(std::isinf(good("v: -.inf")["v"].get<double>()));
    EXPECT_TRUE(std::isnan(good("v: .NaN")["v"].get<double>()));
}

TEST_F(YamlFile, FollowsAnchorsAndMergeKeys) {
    const json value = good("base: &b {x: 1, y: 2}\nlist: [*b, *b]\n"
                            "made:\n  <<: *b\n  y: 3\nboth:\n  <<: [{x: 5}, *b]\n"
                            "text: {\"<<\": 4}\n1: one\ntrue: yes\n");
    EXPECT_EQ(value["list"][1], json({{"x", 1}, {"y", 2}}));
    EXPECT_EQ(value["made"], json({{"x", 1}, {"y", 3}}));
    EXPECT_EQ(value["both"], json({{"x", 5}, {"y", 2}}));
    EXPECT_EQ(value["text"]["<<"], 4);
    EXPECT_EQ(value["1"], "one");
    EXPECT_EQ(value["true"], true);
    EXPECT_TRUE(good("").is_null());
}

TEST_F(YamlFile, RefusesWithFileLineAndValue) {
    expectRefused("a: 1\nb: 2\na: 3\n", {"line 3", "the key 'a' is given twice"});
    expectRefused("a: !!python/object/apply:os.system [touch x]\n", {"line 1", "python/object"});
    expectRefused("a: !!binary aGk=\n", {"binary"});
    expectRefused("a: 99999999999999999999\n", {"line 1", "'99999999999999999999'", "64 bits"});
    expectRefused("a: [1, 2\nb: 3\n", {"line 2"});
    expectRefused("a:\n\t- 1\n", {"line 2"});
    expectRefused("a: *missing\n", {"line 1", "anchor is not defined"});
    expectRefused("a: &x [*x]\n", {"line 1", "alias"});
    expectRefused("a: 1\n---\nb: 2\n", {"more than one document"});
    expectRefused("? [1, 2]\n: 3\n", {"a key is a list"});
    expectRefused("a:\n  <<: 5\n", {"'<<' merges 5"});
    expectRefused(std::string("a: 1\0", 5), {"byte 5", "NUL"});
    expectRefused("a: \"\xC3\x28\"\n", {"UTF-8"});
    expectRefused(std::string(2U << 20, '#'), {"2097152 bytes"});
}

TEST_F(YamlFile, RefusesWhatWouldGrow) {
    std::string laughs = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n";
    for (int i = 1; i < 20; ++i) {
        const std::string last = "*a" + std::to_string(i - 1);
        laughs += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
        for (int j = 0; j < 9; ++j)
            laughs += last + ", ";
        laughs += last + "]\n";
    }
    expectRefused(laughs, {"more than 100000 values"});
    std::string copies = "a: &t \"" + std::string(900000, 'x') + "\"\nb: [";
    for (int i = 0; i < 100; ++i)
        copies += "*t, ";
    expectRefused(copies + "1]\n", {"more than 100000 values"});
    expectRefused(std::string(100000, '['), {"nested deeper"});
    expectRefused("a: " + std::string(70, '[') + std::string(70, ']'), {"nested deeper than 64"});
    std::string maps;
    for (int i = 0; i < 2000; ++i)
        maps += std::string(static_cast<std::size_t>(i) % 400, ' ') + "k:\n";
    EXPECT_FALSE(read(maps));
}

TEST_F(YamlFile, SurvivesEveryTruncationAndFlippedBit) {
    const std::string text = "a: &x {b: [1, 2.5], \"c\": 'd'}\ne:\n  - *x\n  - |\n    text\n";
    for (std::size_t size = 0; size < text.size(); ++size)
        read(text.substr(0, size));
    for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
        std::string flipped = text;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
        const auto value = read(flipped);
        EXPECT_TRUE(value || value.error().code == ErrorCode::BadData);
    }
}

} // namespace
} // namespace hierascope::io
