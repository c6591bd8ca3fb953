// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Writes pickles and the two file formats of torch.save, good ones and others. A value is the
/// bytes that push it, so that values are put together like texts.
namespace hierascope::testing {

using Parts = std::vector<std::string>;
using Pairs = std::vector<std::pair<std::string, std::string>>;

/// Little-endian bytes of a number.
std::string littleBytes(std::uint64_t value, std::size_t size);

std::string pickled(const std::string& value); ///< PROTO 2, value, STOP
std::string pickleText(std::string_view text);
std::string pickleInt(std::int64_t value);
std::string pickleGlobal(const std::string& module, const std::string& name);
std::string pickleStackGlobal(const std::string& module, const std::string& name);
std::string pickleTuple(const Parts& parts);
std::string pickleDict(const Pairs& pairs);
std::string pickleOrderedDict(const Pairs& pairs);
std::string pickleCall(const std::string& callable, const Parts& args);

/// The persistent id of a storage, `type` a name in module torch.
std::string pickleStorage(const std::string& key, std::int64_t elements,
                          const std::string& type = "FloatStorage");

/// A call of _rebuild_tensor_v2.
std::string pickleTensor(const std::string& storage, std::int64_t offset,
                         const std::vector<std::int64_t>& shape,
                         const std::vector<std::int64_t>& strides);

/// The tensor [1, 2, 3, 4], float32, in storage "0"; `fourFloats()` are that storage's bytes.
std::string pickleGoodTensor();
std::string fourFloats();

/// A zip file of stored records, in this order.
std::string zipFile(const Pairs& records);

/// What torch.save writes: archive/data.pkl, archive/byteorder, archive/data/KEY ...
std::string torchZip(const std::string& pickle, const Pairs& storages);

/// What PyTorch before 1.6 wrote; a storage is its key and its bytes.
std::string torchStream(const std::string& pickle, const Pairs& storages, std::size_t itemSize = 4);

} // namespace hierascope::testing
