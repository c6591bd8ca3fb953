// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "tests/support/hostile_tables.h"

namespace hierascope::testing {

namespace {

constexpr const char* kConfig = "config.json";
constexpr const char* kIndex = "model.safetensors.index.json";

HostileRow config(std::string name, std::string text, std::vector<std::string> mentions) {
    mentions.push_back(kConfig);
    return {std::move(name),
            HostileKind::Config,
            {{kConfig, std::move(text)}, {"model.safetensors", goodTensorFile()}},
            "",
            std::move(mentions)};
}

/// A good config in which one key is replaced, added, or (with an empty value) left out.
HostileRow with(std::string name, const std::string& key, const std::string& value,
                std::vector<std::string> mentions) {
    std::map<std::string, std::string> keys = {{"format", "1"},
                                               {"family", "\"hieratok\""},
                                               {"options", "{}"},
                                               {"preprocess", "{\"size\":16}"}};
    keys[key] = value;
    std::string text = "{";
    for (const auto& [name_, value_] : keys)
        if (!value_.empty())
            text += (text.size() > 1 ? "," : "") + ("\"" + name_ + "\":") + value_;
    mentions.push_back(key);
    return config(std::move(name), text + "}", std::move(mentions));
}

HostileRow preprocess(std::string name, const std::string& value,
                      std::vector<std::string> mentions) {
    return with(std::move(name), "preprocess", value, std::move(mentions));
}

/// An index with this weight_map, beside one shard that holds the tensors 'a' and 'b'.
HostileRow index(std::string name, const std::string& text, std::vector<std::string> mentions,
                 ErrorCode code = ErrorCode::BadData) {
    return {
        std::move(name), HostileKind::Index,  {{kIndex, text}, {"s.safetensors", goodTensorFile()}},
        kIndex,          std::move(mentions), code};
}

HostileRow shardNamed(std::string name, const std::string& shard) {
    return index(std::move(name), R"({"weight_map":{"a":")" + shard + R"(","b":"s.safetensors"}})",
                 {kIndex, "weight_map 'a'", shard});
}

std::vector<HostileRow> brokenText() {
    using namespace std::string_literals;
    return {
        config("ConfigEmpty", "", {"line 1"}),
        config("ConfigIsNoJson", "{\n  \"format\": 1,\n  family\n}", {"line 3"}),
        config("ConfigCutOff", "{\"format\": 1", {"line 1, byte 13"}),
        config("ConfigTextAfterwards", "{} x", {"line 1"}),
        config("ConfigIsList", "[1]", {"[1]", "expected an object"}),
        config("ConfigHoldsNul", "{}\0 "s, {"byte 3", "NUL"}),
        config("ConfigNotUtf8", "{\"\xFF\": 1}", {"UTF-8"}),
        config("ConfigKeyTwice", R"({"format":1,"format":2})", {"key 'format' is given twice"}),
        config("ConfigNestedKeyTwice", R"({"options":{"a":{"b":1,"b":2}}})",
               {"key 'b' is given twice"}),
        config("ConfigDeepNesting", std::string(100000, '['), {"nested deeper than 64"}),
        config("ConfigTooLarge", std::string((16 << 20) + 1, ' '), {"16777217 bytes"}),
    };
}

std::vector<HostileRow> wrongKeys() {
    return {
        with("ConfigUnknownKey", "optoins", "{}", {"unknown key 'optoins' = {}"}),
        with("ConfigFormatMissing", "format", "", {"missing"}),
        with("ConfigFormatIsTwo", "format", "2", {"format is 2"}),
        with("ConfigFormatIsText", "format", "\"1\"", {"format is '1'"}),
        with("ConfigFormatIsFloat", "format", "1.0", {"format is 1.0"}),
        with("ConfigFamilyMissing", "family", "", {"missing"}),
        with("ConfigFamilyIsNumber", "family", "3", {"family is 3"}),
        with("ConfigFamilyIsEmpty", "family", "\"\"", {"family is ''"}),
        with("ConfigOptionsMissing", "options", "", {"missing"}),
        with("ConfigOptionsAreList", "options", "[]", {"options is []"}),
        with("ConfigOriginIsText", "origin", "\"here\"", {"origin is 'here'"}),
        with("ConfigClassesAreObject", "classes", "{\"cat\":0}", {"classes is {\"cat\":0}"}),
        with("ConfigClassIsNumber", "classes", "[\"cat\",7]", {"classes is [\"cat\",7]"}),
        preprocess("ConfigPreprocessMissing", "", {"missing"}),
        preprocess("ConfigPreprocessIsNumber", "16", {"preprocess is 16"}),
        preprocess("ConfigPreprocessUnknownKey", "{\"size\":16,\"mean\":0}",
                   {"preprocess.'mean' = 0"}),
        preprocess("ConfigSizeMissing", "{}", {"preprocess.size is missing"}),
        preprocess("ConfigSizeIsZero", "{\"size\":0}", {"preprocess.size is 0"}),
        preprocess("ConfigSizeIsNegative", "{\"size\":-8}", {"preprocess.size is -8"}),
        preprocess("ConfigSizeIsFloat", "{\"size\":16.5}", {"preprocess.size is 16.5"}),
        preprocess("ConfigSizeIsHuge", "{\"size\":9223372036854775807}",
                   {"preprocess.size is 9223372036854775807"}),
        preprocess("ConfigRangeIsText", "{\"size\":16,\"range\":\"-1..1\"}",
                   {"preprocess.range is '-1..1'"}),
        preprocess("ConfigRangeFalls", "{\"size\":16,\"range\":[1,-1]}",
                   {"preprocess.range is [1,-1]"}),
        preprocess("ConfigRangeIsOneNumber", "{\"size\":16,\"range\":[1]}",
                   {"preprocess.range is [1]"}),
        preprocess("ConfigFilterUnknown", "{\"size\":16,\"filter\":\"cubic\"}",
                   {"preprocess.filter is 'cubic'"}),
    };
}

} // namespace

std::vector<HostileRow> hostileIndexes() {
    const std::string broken = goodTensorFile() + "x";
    HostileRow brokenShard = index("IndexShardBroken", R"({"weight_map":{"a":"bad.safetensors"}})",
                                   {"bad.safetensors", "20 bytes of data"});
    brokenShard.files["bad.safetensors"] = broken;
    return {
        index("IndexIsNoJson", "weight_map: 1", {kIndex, "line 1"}),
        index("IndexIsList", "[]", {kIndex, "weight_map is missing"}),
        index("IndexWithoutMap", "{}", {kIndex, "weight_map is missing"}),
        index("IndexMapIsList", R"({"weight_map":["s.safetensors"]})", {kIndex, "no object"}),
        index("IndexMapIsEmpty", R"({"weight_map":{}})", {kIndex, "weight_map is empty"}),
        index("IndexTensorTwice", R"({"weight_map":{"a":"s.safetensors","a":"s.safetensors"}})",
              {kIndex, "key 'a' is given twice"}),
        index("IndexUnknownKey", R"({"weight_map":{"a":"s.safetensors"},"extra":1})",
              {kIndex, "unknown key 'extra' = 1"}),
        index("IndexShardIsNumber", R"({"weight_map":{"a":1}})", {kIndex, "weight_map 'a' is 1"}),
        shardNamed("IndexShardLeavesFolder", "../s.safetensors"),
        shardNamed("IndexShardIsAbsolute", "/etc/s.safetensors"),
        shardNamed("IndexShardInSubfolder", "sub/s.safetensors"),
        shardNamed("IndexShardIsOtherKind", "s.bin"),
        shardNamed("IndexShardIsParent", ".."),
        index("IndexShardMissing", R"({"weight_map":{"a":"gone.safetensors"}})",
              {"gone.safetensors", "No such file"}, ErrorCode::NoInput),
        index("IndexTensorNotInShard",
              R"({"weight_map":{"a":"s.safetensors","b":"s.safetensors","c":"s.safetensors"}})",
              {kIndex, "tensor 'c'", "'s.safetensors'"}),
        index("IndexTensorUnlisted", R"({"weight_map":{"a":"s.safetensors"}})",
              {kIndex, "tensor 'b'", "'s.safetensors'"}),
        std::move(brokenShard),
    };
}

std::vector<HostileRow> hostileConfigs() {
    std::vector<HostileRow> rows;
    for (auto table : {brokenText(), wrongKeys()})
        rows.insert(rows.end(), table.begin(), table.end());
    const std::string good = R"({"format":1,"family":"x","options":{},"preprocess":{"size":8}})";
    const auto missing = [&rows](std::string name, FileMap files, std::string opened,
                                 std::vector<std::string> mentions) {
        rows.push_back({std::move(name), HostileKind::Config, std::move(files), std::move(opened),
                        std::move(mentions), ErrorCode::NoInput});
    };
    missing("ModelWithoutConfig", {{"model.safetensors", goodTensorFile()}}, "",
            {"config.json", "No such file"});
    missing("ModelWithoutWeights", {{kConfig, good}}, "", {"neither model.safetensors"});
    missing("ModelConfigIsFolder", {{"config.json/", ""}}, "", {"config.json", "folder"});
    missing("ModelIsNotThere", {{kConfig, good}}, "gone", {"no model at", "gone"});
    rows.push_back({"ModelIsTextFile",
                    HostileKind::Config,
                    {{"notes.txt", "hello"}},
                    "notes.txt",
                    {"notes.txt", "expected a model folder"}});
    rows.push_back({"ModelIsRun",
                    HostileKind::Config,
                    {{kConfig, good}, {"checkpoints/", ""}},
                    "",
                    {"run", "checkpoints"}});
    return rows;
}

} // namespace hierascope::testing
