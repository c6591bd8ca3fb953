// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "tests/support/torch_writer.h"

namespace hierascope::testing {

/// A file like those of torch.save that wants something bad of its reader.
struct HostileTorchFile {
    std::string name; ///< fit for a test's name
    std::string bytes;
    bool opens = true;                 ///< the good tensors are listed all the same
    std::vector<std::string> tensors;  ///< names with the values [1, 2, 3, 4]
    std::vector<std::string> mentions; ///< in the error, or in complaints and unknown names
};

/// Every file of the tables; what a command in them would do is `touch MARKER`.
std::vector<HostileTorchFile> hostileTorchFiles(const std::string& marker);

/// The tables: calls, values that make no sense, broken pickles, broken containers.
std::vector<HostileTorchFile> hostileCalls(const std::string& marker);
std::vector<HostileTorchFile> hostileTensorValues();
std::vector<HostileTorchFile> hostileValues();
std::vector<HostileTorchFile> brokenPickles();
std::vector<HostileTorchFile> brokenContainers();

/// A file that opens: the value beside the good tensor "w" in one dict.
HostileTorchFile besideGoodTensor(std::string name, const std::string& value,
                                  std::vector<std::string> mentions);

} // namespace hierascope::testing
