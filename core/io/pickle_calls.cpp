// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pickle_calls.h"

#include <array>
#include <cstring>
#include <string>

namespace hierascope::io {

namespace {

using Kind = PickleKind;

/// The arguments of one call, and what is made of them.
class Call {
public:
    Call(PickleBuilder& builder, PickleId callable, PickleId args)
        : m_builder(builder), m_callable(callable), m_args(args) {}

    PickleId result() const {
        const PickleNode& callable = m_builder.at(m_callable);
        if (callable.kind == Kind::Opaque)
            return opaque();
        if (callable.kind != Kind::Global || m_builder.at(m_args).kind != Kind::Tuple)
            return unfit("it calls something that is no name, or without a tuple");
        switch (callable.known) {
        case KnownGlobal::Dict:
            return dict();
        case KnownGlobal::Set:
            return count() == 0 ? m_builder.add(Kind::Set) : copyOf(0, Kind::Set);
        case KnownGlobal::Namespace:
        case KnownGlobal::BaseObject:
            return m_builder.addText(Kind::Object, callable.text);
        case KnownGlobal::RebuildTensor:
            return count() == 4 ? tensor({}) : unfit("it takes 4 arguments");
        case KnownGlobal::RebuildTensor2:
            return count() == 6 || count() == 7 ? tensor({}) : unfit("it takes 6 arguments");
        case KnownGlobal::RebuildTensor3:
            return count() == 7 || count() == 8 ? tensor(typeOf(6)) : unfit("it takes 7 arguments");
        case KnownGlobal::RebuildFromType:
            return fromType();
        case KnownGlobal::RebuildParameter:
            return count() >= 1 && argument(0).kind == Kind::Tensor
                       ? id(0)
                       : unfit("its first argument is no tensor");
        case KnownGlobal::Size:
            return count() == 0 ? PickleBuilder::kEmptyTuple : copyOf(0, Kind::Tuple);
        case KnownGlobal::Device:
            return device();
        case KnownGlobal::NumpyType:
            return count() >= 1 && argument(0).kind == Kind::String
                       ? m_builder.addText(Kind::Object, argument(0).text)
                       : unfit("its first argument is no text");
        case KnownGlobal::NumpyScalar:
            return numpyScalar();
        case KnownGlobal::EncodeText:
            return encodedText();
        case KnownGlobal::Reconstructor:
            return reconstructed();
        case KnownGlobal::Path:
            return path();
        case KnownGlobal::None:
        case KnownGlobal::TensorType:
        case KnownGlobal::Storage:
        case KnownGlobal::UntypedStorage:
        case KnownGlobal::ElementType:
        case KnownGlobal::UnreadableType:
            break;
        }
        return unfit("it is a name, not something to call");
    }

private:
    std::size_t count() const { return m_builder.at(m_args).items.size(); }
    PickleId id(std::size_t i) const { return m_builder.at(m_args).items[i]; }
    const PickleNode& argument(std::size_t i) const { return m_builder.at(id(i)); }

    PickleId opaque() const {
        return m_builder.addOpaque(m_builder.at(m_callable).text, {m_callable, m_args});
    }

    PickleId unfit(const std::string& why) const {
        const std::string_view name = m_builder.at(m_callable).text;
        m_builder.complain("a call of " + inQuotes(name) + " is left out: " + why);
        return opaque();
    }

    /// A List, Tuple or Set argument with another kind.
    PickleId copyOf(std::size_t i, Kind kind) const {
        const PickleNode& from = argument(i);
        if (count() != 1 ||
            (from.kind != Kind::List && from.kind != Kind::Tuple && from.kind != Kind::Set))
            return unfit("it takes one list");
        return m_builder.addItems(kind, from.items.data(), from.items.size());
    }

    PickleId dict() const {
        const PickleId made = m_builder.add(Kind::Dict);
        // OrderedDict([[key, value], ...]); a defaultdict's first argument is its factory.
        const bool hasPairs = count() == 1 && argument(0).kind == Kind::List;
        for (std::size_t i = 0; hasPairs && i < argument(0).items.size(); ++i) {
            const PickleNode& pair = m_builder.at(argument(0).items[i]);
            if ((pair.kind != Kind::List && pair.kind != Kind::Tuple) || pair.items.size() != 2)
                return unfit("its argument is no list of pairs");
            const PickleId key = pair.items[0];
            const PickleId value = pair.items[1];
            m_builder.append(made, key);
            m_builder.append(made, value);
        }
        if (count() == 1 && argument(0).kind == Kind::Dict) {
            for (std::size_t i = 0; i < argument(0).items.size(); ++i)
                m_builder.append(made, argument(0).items[i]);
        }
        return made;
    }

    std::optional<DType> typeOf(std::size_t i) const {
        return argument(i).kind == Kind::Global && argument(i).known == KnownGlobal::ElementType
                   ? argument(i).dtype
                   : std::nullopt;
    }

    /// storage, offset, size, stride of any _rebuild_tensor.
    PickleId tensor(std::optional<DType> dtype) const {
        if (argument(0).kind != Kind::Storage)
            return unfit("its first argument is no storage that can be read");
        if (argument(1).kind != Kind::Int)
            return unfit("its offset is no integer");
        for (const std::size_t i : {2U, 3U}) {
            if (argument(i).kind != Kind::Tuple)
                return unfit("its size or stride is no tuple");
            for (const PickleId side : argument(i).items)
                if (m_builder.at(side).kind != Kind::Int)
                    return unfit("its size or stride holds something that is no integer");
        }
        if (!dtype)
            dtype = argument(0).dtype;
        if (!dtype)
            return unfit("its element type is not one that this program holds");
        const std::array<PickleId, 3> parts = {id(0), id(2), id(3)};
        const std::int64_t offset = argument(1).integer;
        const PickleId made = m_builder.addItems(Kind::Tensor, parts.data(), parts.size());
        if (!m_builder.isFull()) {
            m_builder.at(made).integer = offset;
            m_builder.at(made).dtype = dtype;
        }
        return made;
    }

    /// func, type, args, state; only a plain rebuilding func, so that this is never nested.
    PickleId fromType() const {
        if (count() != 4 || argument(0).kind != Kind::Global || argument(1).kind != Kind::Global ||
            argument(1).known != KnownGlobal::TensorType)
            return unfit("it rebuilds something that is no plain tensor");
        const KnownGlobal known = argument(0).known;
        if (known != KnownGlobal::RebuildTensor && known != KnownGlobal::RebuildTensor2 &&
            known != KnownGlobal::RebuildTensor3 && known != KnownGlobal::RebuildParameter)
            return unfit("it rebuilds something that is no plain tensor");
        return Call(m_builder, id(0), id(2)).result();
    }

    PickleId device() const {
        if (count() < 1 || count() > 2 || argument(0).kind != Kind::String)
            return unfit("it takes a name and a number");
        if (count() == 1 || argument(1).kind != Kind::Int)
            return id(0);
        return m_builder.addText(Kind::String, m_builder.keep(std::string(argument(0).text) + ":" +
                                                              std::to_string(argument(1).integer)));
    }

    template <typename T>
    static T numberFrom(std::string_view bytes) {
        T value = {};
        std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }

    PickleId numpyScalar() const {
        if (count() != 2 || argument(0).kind != Kind::Object || argument(1).kind != Kind::Bytes)
            return unfit("it takes a type and bytes");
        const std::string_view type = argument(0).text;
        const std::string_view bytes = argument(1).text;
        if (type == "f8" && bytes.size() == 8)
            return m_builder.addFloat(numberFrom<double>(bytes));
        if (type == "f4" && bytes.size() == 4)
            return m_builder.addFloat(numberFrom<float>(bytes));
        if (type == "i8" && bytes.size() == 8)
            return m_builder.addInt(numberFrom<std::int64_t>(bytes));
        if (type == "i4" && bytes.size() == 4)
            return m_builder.addInt(numberFrom<std::int32_t>(bytes));
        if (type == "b1" && bytes.size() == 1)
            return bytes[0] != 0 ? PickleBuilder::kTrue : PickleBuilder::kFalse;
        return unfit("the type " + inQuotes(type) + " is not read");
    }

    /// _codecs.encode(text, "latin1"): each letter below U+0100 is one byte.
    PickleId encodedText() const {
        if (count() != 2 || argument(0).kind != Kind::String || argument(1).text != "latin1")
            return unfit("it takes a text and 'latin1'");
        const std::string_view text = argument(0).text;
        if (!m_builder.charge(text.size()))
            return PickleBuilder::kNone;
        std::string bytes;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const auto letter = static_cast<unsigned char>(text[i]);
            if (letter < 0x80)
                bytes.push_back(text[i]);
            else if ((letter == 0xC2 || letter == 0xC3) && i + 1 < text.size())
                bytes.push_back(static_cast<char>((letter << 6) | (text[++i] & 0x3F)));
            else
                return unfit("its text is not latin1");
        }
        return m_builder.addText(Kind::Bytes, m_builder.keep(std::move(bytes)));
    }

    /// (class, object, None): an object without attributes yet.
    PickleId reconstructed() const {
        if (count() != 3)
            return unfit("it takes 3 arguments");
        const bool isPlain =
            argument(0).kind == Kind::Global && argument(0).known == KnownGlobal::Namespace;
        if (isPlain)
            return m_builder.addText(Kind::Object, argument(0).text);
        return m_builder.addOpaque(argument(0).text, {m_args});
    }

    PickleId path() const {
        std::string joined;
        for (std::size_t i = 0; i < count(); ++i) {
            const std::string_view part = argument(i).text;
            if (argument(i).kind != Kind::String || !m_builder.charge(part.size()))
                return unfit("it takes texts");
            if (!joined.empty() && joined.back() != '/')
                joined += '/';
            joined += part;
        }
        return m_builder.addText(Kind::String, m_builder.keep(std::move(joined)));
    }

    PickleBuilder& m_builder;
    PickleId m_callable;
    PickleId m_args;
};

void copyItems(PickleBuilder& builder, PickleId target, PickleId source) {
    // By index: target and source may be the same node, which then only grows by what it had.
    const std::size_t count = builder.at(source).items.size();
    for (std::size_t i = 0; i < count && !builder.isFull(); ++i)
        builder.append(target, builder.at(source).items[i]);
}

} // namespace

PickleId callGlobal(PickleBuilder& builder, PickleId callable, PickleId args) {
    return Call(builder, callable, args).result();
}

void giveState(PickleBuilder& builder, PickleId target, PickleId state) {
    const Kind kind = builder.at(target).kind;
    if (kind == Kind::Opaque) {
        builder.append(target, state);
        return;
    }
    if (kind == Kind::Object) {
        // A numpy type's state is a tuple, which says no more than its name does.
        if (builder.at(state).kind == Kind::Dict)
            copyItems(builder, target, state);
        return;
    }
    // An OrderedDict's `_metadata`, a tensor's hooks: nothing that is shown.
    if (kind != Kind::Dict && kind != Kind::Tensor)
        builder.complain("a state is left out: it was given to something that has none");
}

PickleId loadPersistent(PickleBuilder& builder, PickleId id) {
    const auto unfit = [&](const std::string& why) {
        builder.complain("a storage is left out: " + why);
        return builder.addOpaque("storage", {id});
    };
    const PickleNode& whole = builder.at(id);
    if (whole.kind != Kind::Tuple || whole.items.size() < 5 || whole.items.size() > 6)
        return unfit("its persistent id is no tuple of 5 or 6 values");
    const auto part = [&](std::size_t i) -> const PickleNode& {
        return builder.at(builder.at(id).items[i]);
    };
    if (part(0).kind != Kind::String || part(0).text != "storage")
        return unfit("its persistent id does not begin with 'storage'");
    const KnownGlobal known = part(1).kind == Kind::Global ? part(1).known : KnownGlobal::None;
    if (known == KnownGlobal::UnreadableType)
        return unfit("the type " + inQuotes(part(1).text) + " is not one that this program holds");
    if (known != KnownGlobal::Storage && known != KnownGlobal::UntypedStorage)
        return unfit("its type is no storage class of PyTorch");
    if (part(2).kind != Kind::String || part(4).kind != Kind::Int)
        return unfit("its key is no text or its size is no integer");
    if (whole.items.size() == 6 && part(5).kind != Kind::None)
        return unfit("it is a view of another storage, which is not supported");
    const std::int64_t elements = part(4).integer;
    const std::optional<DType> dtype = part(1).dtype;
    const PickleId made = builder.addText(Kind::Storage, part(2).text);
    if (!builder.isFull()) {
        builder.at(made).integer = elements;
        builder.at(made).dtype = dtype;
    }
    return made;
}

} // namespace hierascope::io
