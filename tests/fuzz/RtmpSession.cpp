// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/camera/RtmpSession.hpp"

#include <algorithm>
#include <cstdlib>

using namespace vitrina::engine::obs;

/// Whatever a connection sends, in whatever pieces; the first byte chooses their size and whether the
/// handshake has been.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    RtmpSession session("live/key");
    if (data[0] & 1) {
        std::vector<std::uint8_t> handshake(1 + 1536 + 1536, 0);
        handshake[0] = 3;
        session.receive(handshake);
        if (session.state() != RtmpSession::State::Connecting)
            std::abort();
    }
    const std::size_t piece = 1 + data[0] / 2;
    for (std::size_t at = 1; at < size; at += piece) {
        session.receive({data + at, std::min(piece, size - at)});
        const std::vector<std::uint8_t> flv = session.takeFlv();
        // Nothing of a camera's picture before it has named the path.
        if (!flv.empty() && session.state() != RtmpSession::State::Publishing && !session.over())
            std::abort();
        session.takeAnswers();
    }
    return 0;
}
