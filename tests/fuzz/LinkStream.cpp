// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/Frame.hpp"
#include "protocol/Messages.hpp"
#include "protocol/ServerLock.hpp"
#include "protocol/VideoHeader.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

/// The link's bytes as they come from a socket: the first one says in what pieces, the rest is the stream.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace vitrina::protocol;
    if (size == 0)
        return 0;
    const std::size_t step = data[0] + 1u;
    const std::string_view stream(reinterpret_cast<const char*>(data + 1), size - 1);
    FrameParser parser(1u << 16);
    for (std::size_t at = 0; at < stream.size(); at += step) {
        parser.feed(stream.substr(at, step));
        while (true) {
            const auto frame = parser.next();
            if (!frame)
                return 0;
            if (!*frame)
                break;
            const std::string& payload = (*frame)->payload;
            if (const auto message = decodeMessage(payload);
                message && !decodeMessage(encodeMessage(*message)))
                std::abort();
            (void)VideoHeader::decode(
                {reinterpret_cast<const std::uint8_t*>(payload.data()), payload.size()});
        }
    }
    (void)decodeMessage(stream);
    (void)decodeServerLock(std::string(stream));
    (void)fromBase64(stream);
    return 0;
}
