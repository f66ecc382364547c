// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/Frame.hpp"
#include "protocol/Messages.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// Bytes on the control socket: frames, and the messages in them. What is read comes back the same when
/// written.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace vitrina::protocol;
    FrameParser parser(64u << 10);
    parser.feed({reinterpret_cast<const char*>(data), size});
    while (const auto frame = parser.next()) {
        if (!*frame)
            break;
        if ((*frame)->kind != FrameKind::Json)
            continue;
        const auto message = decodeMessage((*frame)->payload);
        if (!message)
            continue;
        const auto again = decodeMessage(encodeMessage(*message));
        if (!again || !(*again == *message))
            std::abort();
    }
    return 0;
}
