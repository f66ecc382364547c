// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/MediaEncoder.hpp"

#include <string>

namespace vitrina::test {

/// Sends encoded packets to one place: rtmp:// as FLV, srt:// and files as MPEG-TS. Reconnects by itself, so
/// that the order in which a test starts things does not matter.
class MediaSender {
  public:
    MediaSender(std::string url, bool withSound) : url_(std::move(url)), withSound_(withSound) {}
    ~MediaSender();
    MediaSender(const MediaSender&) = delete;
    MediaSender& operator=(const MediaSender&) = delete;

    /// Drops what comes before a connection and before the first key frame after it.
    void send(MediaEncoder& encoder, const MediaEncoder::Packet& packet);
    bool connected() const { return format_ != nullptr; }

  private:
    bool connect(MediaEncoder& encoder);
    void disconnect();

    std::string url_;
    bool withSound_;
    AVFormatContext* format_ = nullptr; ///< freed in disconnect()
    bool keyed_ = false;
    std::int64_t startUs_ = -1; ///< of this connection
    std::int64_t triedAtMs_ = 0;
};

} // namespace vitrina::test
