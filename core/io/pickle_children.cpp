// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pickle_children.h"

#include <algorithm>
#include <numeric>

#include <nlohmann/json.hpp>

namespace hierascope::io {

namespace {

using Kind = PickleKind;

/// Less than zero, zero, or more: an order in which equal keys lie side by side.
int compareKeys(const PickleNode& a, const PickleNode& b) {
    if (a.kind != b.kind)
        return a.kind < b.kind ? -1 : 1;
    if (a.kind == Kind::String)
        return a.text.compare(b.text);
    if (a.kind == Kind::Int || a.kind == Kind::Bool)
        return a.integer < b.integer ? -1 : a.integer > b.integer;
    return 0;
}

bool canBeEqual(Kind kind) {
    return kind == Kind::String || kind == Kind::Int || kind == Kind::Bool || kind == Kind::None;
}

} // namespace

std::vector<PickleChild> childrenOf(const PickleDocument& document, const PickleNode& node) {
    std::vector<PickleChild> all;
    all.reserve(node.items.size() / 2);
    for (std::size_t i = 0; i + 1 < node.items.size(); i += 2)
        all.push_back({node.items[i], node.items[i + 1], i / 2});
    std::vector<std::uint32_t> order(all.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const int compared = compareKeys(document.at(all[a].key), document.at(all[b].key));
        return compared != 0 ? compared < 0 : a < b;
    });
    std::vector<bool> isReplaced(all.size());
    for (std::size_t i = 1; i < order.size(); ++i) {
        const PickleNode& before = document.at(all[order[i - 1]].key);
        if (canBeEqual(before.kind) && compareKeys(before, document.at(all[order[i]].key)) == 0)
            isReplaced[order[i - 1]] = true;
    }
    all.erase(std::remove_if(all.begin(), all.end(),
                             [&](const PickleChild& child) { return isReplaced[child.position]; }),
              all.end());
    return all;
}

std::string keyText(const PickleDocument& document, const PickleChild& child, std::size_t longest) {
    const PickleNode& key = document.at(child.key);
    if (key.kind == Kind::String)
        return cleanText(key.text, longest);
    if (key.kind == Kind::Int)
        return std::to_string(key.integer);
    return "#" + std::to_string(child.position);
}

std::string cleanText(std::string_view text, std::size_t longest) {
    using nlohmann::json;
    const std::string quoted = json(std::string(text.substr(0, longest)))
                                   .dump(-1, ' ', false, json::error_handler_t::replace);
    return json::parse(quoted).get<std::string>();
}

bool isContainer(Kind kind) {
    return kind == Kind::Dict || kind == Kind::Object || kind == Kind::List ||
           kind == Kind::Tuple || kind == Kind::Set || kind == Kind::Opaque;
}

} // namespace hierascope::io
