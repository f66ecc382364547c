// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace vitrina::engine::obs {

/// Our side of one RTMP connection to which a camera publishes: bytes in; answers and an FLV stream out.
/// Pure. Follows Adobe's RTMP 1.0 and takes what ffmpeg, OBS and phones send; everything else ends the
/// session.
class RtmpSession {
  public:
    enum class State { None, Handshake, Connecting, Publishing, Refused, Closed, Broken };

    /// `path`: what the publisher must name, see pathMatches().
    explicit RtmpSession(std::string path) : path_(std::move(path)), state_(State::Handshake) {}

    void receive(std::span<const std::uint8_t> bytes);
    State state() const { return state_; }
    bool over() const {
        return state_ == State::Refused || state_ == State::Closed || state_ == State::Broken;
    }
    /// What is to be sent to the camera; taken by the caller.
    std::vector<std::uint8_t> takeAnswers() { return std::exchange(answers_, {}); }
    /// Bytes of the FLV stream that have come; taken by the caller.
    std::vector<std::uint8_t> takeFlv() { return std::exchange(flv_, {}); }

  private:
    /// What the last header of a chunk stream said.
    struct ChunkHeader {
        std::uint32_t time = 0;  ///< of the message being read, ms
        std::uint32_t delta = 0; ///< the last time field, absolute or not
        std::uint32_t length = 0;
        std::uint8_t type = 0;
        std::uint32_t messageStream = 0;
        bool extended = false;
        bool begun = false; ///< a header with a length has been seen
    };
    struct ChunkStream {
        ChunkHeader header;
        std::vector<std::uint8_t> body;
    };
    using Input = std::span<const std::uint8_t>;

    std::size_t takeHandshake(Input in);
    std::size_t takeChunk(Input in);
    bool readHeader(Input in, std::size_t& at, int format, bool fresh, ChunkHeader& header);
    void handle(const ChunkStream& message);
    void handleControl(const ChunkStream& message);
    void handleCommand(std::span<const std::uint8_t> body, std::uint32_t messageStream);
    void answerConnect(double transaction);
    void answerPublish(const std::string& name, std::uint32_t messageStream);
    void appendFlvTag(const ChunkStream& message);
    void send(std::uint32_t chunkStream, std::uint8_t type, std::uint32_t messageStream,
              std::span<const std::uint8_t> body);
    void acknowledge();

    std::string path_;
    std::string app_;
    State state_ = State::None;
    bool greeted_ = false; ///< S0 S1 S2 are out
    std::vector<std::uint8_t> input_;
    std::vector<std::uint8_t> answers_;
    std::vector<std::uint8_t> flv_;
    std::map<std::uint32_t, ChunkStream> chunks_;
    std::uint32_t chunkSize_ = 128;
    std::uint64_t received_ = 0;
    std::uint64_t acknowledged_ = 0;
    std::uint32_t ackWindow_ = 0;
};

} // namespace vitrina::engine::obs
