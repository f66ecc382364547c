// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/camera/RtmpSession.hpp"

#include "engine/obs/camera/Amf0.hpp"
#include "engine/obs/camera/CameraAddress.hpp"

#include <algorithm>

namespace vitrina::engine::obs {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t handshakeSize = 1536;
constexpr std::uint32_t ourChunkSize = 4096;
constexpr std::uint32_t largestMessage = 16U << 20;
constexpr std::size_t mostChunkStreams = 64;

enum Message : std::uint8_t {
    SetChunkSize = 1,
    Abort = 2,
    Acknowledgement = 3,
    UserControl = 4,
    WindowAckSize = 5,
    SetPeerBandwidth = 6,
    Audio = 8,
    Video = 9,
    CommandAmf3 = 17,
    CommandAmf0 = 20,
};

std::uint32_t big24(const std::uint8_t* at) {
    return std::uint32_t{at[0]} << 16 | std::uint32_t{at[1]} << 8 | at[2];
}
std::uint32_t big32(const std::uint8_t* at) {
    return std::uint32_t{at[0]} << 24 | big24(at + 1);
}

void put24(Bytes& out, std::uint32_t value) {
    for (int shift = 16; shift >= 0; shift -= 8)
        out.push_back(static_cast<std::uint8_t>(value >> shift));
}
void put32(Bytes& out, std::uint32_t value) {
    out.push_back(static_cast<std::uint8_t>(value >> 24));
    put24(out, value);
}

Bytes bytes32(std::uint32_t value) {
    Bytes out;
    put32(out, value);
    return out;
}

} // namespace

void RtmpSession::receive(std::span<const std::uint8_t> bytes) {
    if (over())
        return;
    input_.insert(input_.end(), bytes.begin(), bytes.end());
    received_ += bytes.size();
    std::size_t used = 0;
    while (!over()) {
        const Input rest = Input(input_).subspan(used);
        const std::size_t taken = state_ == State::Handshake ? takeHandshake(rest) : takeChunk(rest);
        if (taken == 0)
            break;
        used += taken;
    }
    input_.erase(input_.begin(), input_.begin() + static_cast<std::ptrdiff_t>(used));
    acknowledge();
}

/// C0 and C1, then C2; the bytes used, 0 when there are too few.
std::size_t RtmpSession::takeHandshake(Input in) {
    if (greeted_) {
        if (in.size() < handshakeSize)
            return 0;
        state_ = State::Connecting;
        return handshakeSize;
    }
    if (!in.empty() && in[0] != 3)
        state_ = State::Broken;
    if (over() || in.size() < 1 + handshakeSize)
        return 0;
    const Input c1 = in.subspan(1, handshakeSize);
    answers_.push_back(3);
    answers_.insert(answers_.end(), handshakeSize, 0);     // S1: time zero, no digest
    answers_.insert(answers_.end(), c1.begin(), c1.end()); // S2 echoes C1
    greeted_ = true;
    return 1 + handshakeSize;
}

/// The message header at `at`, which moves behind it; false when bytes are missing.
bool RtmpSession::readHeader(Input in, std::size_t& at, int format, bool fresh, ChunkHeader& header) {
    static constexpr std::size_t sizes[] = {11, 7, 3, 0};
    const std::size_t size = sizes[format];
    if (in.size() < at + size)
        return false;
    std::uint32_t stamp = format < 3 ? big24(&in[at]) : header.delta;
    if (format < 2) {
        header.length = big24(&in[at + 3]);
        header.type = in[at + 6];
        header.begun = true;
    }
    if (format == 0) // the only little-endian field
        header.messageStream = std::uint32_t{in[at + 7]} | std::uint32_t{in[at + 8]} << 8 |
                               std::uint32_t{in[at + 9]} << 16 | std::uint32_t{in[at + 10]} << 24;
    at += size;
    if (format < 3)
        header.extended = stamp == 0xFFFFFF;
    if (header.extended) {
        if (in.size() < at + 4)
            return false;
        if (format < 3)
            stamp = big32(&in[at]);
        at += 4;
    }
    header.delta = stamp;
    if (format == 0)
        header.time = stamp;
    else if (fresh)
        header.time += stamp;
    return true;
}

/// One chunk; the bytes used, 0 when there are too few. Nothing is kept of a chunk that is not whole.
std::size_t RtmpSession::takeChunk(Input in) {
    if (in.empty())
        return 0;
    const int format = in[0] >> 6;
    std::uint32_t id = in[0] & 0x3F;
    std::size_t at = 1;
    if (id < 2) {
        const std::size_t more = id + 1;
        if (in.size() < at + more)
            return 0;
        id = 64 + in[at] + (more == 2 ? std::uint32_t{in[at + 1]} * 256 : 0);
        at += more;
    }
    const auto found = chunks_.find(id);
    ChunkHeader header = found == chunks_.end() ? ChunkHeader{} : found->second.header;
    const std::size_t have = found == chunks_.end() ? 0 : found->second.body.size();
    if (!readHeader(in, at, format, have == 0, header))
        return 0;
    const bool tooMany = found == chunks_.end() && chunks_.size() >= mostChunkStreams;
    if (!header.begun || header.length > largestMessage || header.length < have || tooMany) {
        state_ = State::Broken;
        return 0;
    }
    const std::size_t part = std::min<std::size_t>(header.length - have, chunkSize_);
    if (in.size() < at + part)
        return 0;
    ChunkStream& stream = chunks_[id];
    stream.header = header;
    const Input body = in.subspan(at, part);
    stream.body.insert(stream.body.end(), body.begin(), body.end());
    if (stream.body.size() == header.length) {
        handle(stream);
        stream.body.clear();
    }
    return at + part;
}

void RtmpSession::handle(const ChunkStream& message) {
    switch (message.header.type) {
    case Audio:
    case Video:
        if (state_ == State::Publishing && !message.body.empty())
            appendFlvTag(message);
        return;
    case CommandAmf0:
        return handleCommand(message.body, message.header.messageStream);
    case CommandAmf3:
        if (!message.body.empty()) // an AMF0 command after one byte
            handleCommand(Input(message.body).subspan(1), message.header.messageStream);
        return;
    default:
        return handleControl(message);
    }
}

void RtmpSession::handleControl(const ChunkStream& message) {
    const std::vector<std::uint8_t>& body = message.body;
    if (body.size() < 4)
        return;
    const std::uint32_t value = big32(body.data());
    switch (message.header.type) {
    case SetChunkSize:
        if (value == 0 || value > largestMessage)
            state_ = State::Broken;
        else
            chunkSize_ = value;
        break;
    case Abort:
        if (const auto found = chunks_.find(value); found != chunks_.end() && &found->second != &message)
            found->second.body.clear();
        break;
    case WindowAckSize:
        ackWindow_ = value;
        break;
    case UserControl:
        if (body.size() >= 6 && body[0] == 0 && body[1] == 6) { // ping request: the same back as a response
            std::vector<std::uint8_t> pong(body.begin(), body.begin() + 6);
            pong[1] = 7;
            send(2, UserControl, 0, pong);
        }
        break;
    default:
        break; // acknowledgements, metadata
    }
}

void RtmpSession::handleCommand(Input body, std::uint32_t messageStream) {
    AmfReader reader(body);
    const auto command = reader.string();
    const auto transaction = reader.number();
    if (!command || !transaction) {
        state_ = State::Broken;
        return;
    }
    if (*command == "connect") {
        app_ = reader.objectString("app").value_or("");
        answerConnect(*transaction);
    } else if (*command == "createStream") {
        send(3, CommandAmf0, 0, AmfWriter().string("_result").number(*transaction).null().number(1).bytes());
    } else if (*command == "publish") {
        reader.skip(); // the command object: null
        answerPublish(reader.string().value_or(""), messageStream);
    } else if (*command == "deleteStream" || *command == "closeStream" || *command == "FCUnpublish") {
        state_ = State::Closed;
    } else if (*command == "play") {
        state_ = State::Refused;
    }
}

void RtmpSession::answerConnect(double transaction) {
    constexpr std::uint32_t window = 2500000;
    send(2, WindowAckSize, 0, bytes32(window));
    std::vector<std::uint8_t> bandwidth = bytes32(window);
    bandwidth.push_back(2);
    send(2, SetPeerBandwidth, 0, bandwidth);
    send(2, SetChunkSize, 0, bytes32(ourChunkSize));
    AmfWriter answer;
    answer.string("_result").number(transaction);
    answer.beginObject().member("fmsVer", "FMS/3,5,7,7009").member("capabilities", 31).endObject();
    answer.beginObject().member("level", "status").member("code", "NetConnection.Connect.Success");
    answer.member("description", "connected").member("objectEncoding", 0).endObject();
    send(3, CommandAmf0, 0, answer.bytes());
}

void RtmpSession::answerPublish(const std::string& name, std::uint32_t messageStream) {
    const std::string bare = name.substr(0, name.find('?'));
    const bool known = pathMatches(path_, app_, bare);
    AmfWriter answer;
    answer.string("onStatus").number(0).null().beginObject();
    answer.member("level", known ? "status" : "error");
    answer.member("code", known ? "NetStream.Publish.Start" : "NetStream.Publish.BadName");
    answer.member("description", known ? "publishing" : "unknown path").endObject();
    send(5, CommandAmf0, messageStream, answer.bytes());
    state_ = known ? State::Publishing : State::Refused;
    // FLV: version 1, sound and picture, header of nine bytes, no tag before.
    if (known)
        flv_ = {'F', 'L', 'V', 1, 5, 0, 0, 0, 9, 0, 0, 0, 0};
}

void RtmpSession::appendFlvTag(const ChunkStream& message) {
    const auto size = static_cast<std::uint32_t>(message.body.size());
    flv_.push_back(message.header.type);
    put24(flv_, size);
    put24(flv_, message.header.time & 0xFFFFFF);
    flv_.push_back(static_cast<std::uint8_t>(message.header.time >> 24));
    put24(flv_, 0);
    flv_.insert(flv_.end(), message.body.begin(), message.body.end());
    put32(flv_, size + 11);
}

void RtmpSession::send(std::uint32_t chunkStream, std::uint8_t type, std::uint32_t messageStream,
                       Input body) {
    answers_.push_back(static_cast<std::uint8_t>(chunkStream));
    put24(answers_, 0);
    put24(answers_, static_cast<std::uint32_t>(body.size()));
    answers_.push_back(type);
    for (int shift = 0; shift <= 24; shift += 8)
        answers_.push_back(static_cast<std::uint8_t>(messageStream >> shift));
    // Always one chunk: commands come after our SetChunkSize, and what comes before is short.
    answers_.insert(answers_.end(), body.begin(), body.end());
}

void RtmpSession::acknowledge() {
    if (ackWindow_ == 0 || received_ - acknowledged_ < ackWindow_ / 2 || state_ == State::Handshake)
        return;
    acknowledged_ = received_;
    send(2, Acknowledgement, 0, bytes32(static_cast<std::uint32_t>(received_)));
}

} // namespace vitrina::engine::obs
