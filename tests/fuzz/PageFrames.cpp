// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ws/FrameParser.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// What a page sends over its socket. The first byte says how the rest is cut: the messages must not depend
/// on it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace vitrina::server::ws;
    if (size < 1)
        return 0;
    constexpr std::size_t most = 512;
    const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
    FrameParser whole(most);
    std::vector<Message> expected;
    const std::uint16_t code = whole.feed(bytes, expected);

    FrameParser cut(most);
    std::vector<Message> messages;
    std::uint16_t cutCode = 0;
    const std::size_t step = data[0] % 7 + 1u;
    for (std::size_t at = 0; at < bytes.size() && cutCode == 0; at += step)
        cutCode = cut.feed(bytes.substr(at, step), messages);
    if (messages != expected || cutCode != code)
        std::abort();
    for (const Message& message : messages) {
        if (message.payload.size() > most || (message.kind == Opcode::Text && !isUtf8(message.payload)))
            std::abort();
    }
    return 0;
}
