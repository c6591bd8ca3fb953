// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gloo::transport {

class Device {
public:
    virtual ~Device() = default;
};

class UnboundBuffer {
public:
    virtual ~UnboundBuffer() = default;
};

} // namespace gloo::transport
