// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/camera/CameraInput.hpp"

#include "stage/SourceAddress.hpp"

#include <utility>
#include <vector>

/// Cameras that are called: RTSP and HTTP with one JPEG after another.
namespace vitrina::engine::obs {
namespace {

constexpr std::chrono::milliseconds connectWithin{5000};
constexpr std::chrono::milliseconds firstPacketWithin{5000};

Error whyNot(int error) {
    switch (error) {
    case AVERROR_HTTP_UNAUTHORIZED:
    case AVERROR_HTTP_FORBIDDEN:
        return fail(ErrorCode::NotAuthorised, "the camera wants another name or password");
    case AVERROR_INVALIDDATA:
    case AVERROR_PROTOCOL_NOT_FOUND:
    case AVERROR_PATCHWELCOME:
        return fail(ErrorCode::BadFormat, avErrorText(error));
    case AVERROR_EXIT:
        return fail(ErrorCode::CameraLost, "it does not answer");
    default:
        return fail(ErrorCode::CameraLost, avErrorText(error));
    }
}

class NetInput final : public CameraInput {
  public:
    using Options = std::vector<std::pair<const char*, const char*>>;
    NetInput(std::string address, const char* format, Options options)
        : address_(std::move(address)), formatName_(format), options_(std::move(options)) {}

    Result<AVFormatContext*> open(Interrupt& interrupt) override {
        if (address_.empty())
            return fail(ErrorCode::CameraAddressInvalid, "address");
        interrupt.setDeadline(connectWithin);
        AVFormatContext* format = avformat_alloc_context();
        if (!format)
            return fail(ErrorCode::Internal, "no memory");
        format->interrupt_callback = interrupt.callback();
        // RTSP brings a picture in pieces, which the parser joins: that costs a frame, as it sees the end
        // only by the next one's beginning.
        format->flags |= AVFMT_FLAG_NOBUFFER;
        AVDictionary* options = nullptr;
        for (const auto& [key, value] : options_)
            av_dict_set(&options, key, value, 0);
        const int opened =
            avformat_open_input(&format, address_.c_str(), av_find_input_format(formatName_), &options);
        av_dict_free(&options);
        if (opened < 0)
            return whyNot(opened);
        format_.reset(format);
        interrupt.setDeadline(firstPacketWithin);
        return format;
    }
    void close() override { format_.reset(); }
    bool isFetched() const override { return true; }

  private:
    std::string address_;
    const char* formatName_;
    Options options_;
    FormatHandle format_;
};

} // namespace

std::unique_ptr<CameraInput> makeNetInput(stage::SourceKind kind, const std::string& address) {
    // Whatever the camera answers, it can't send us to a file or to another protocol.
    if (kind == stage::SourceKind::Rtsp)
        return std::make_unique<NetInput>(
            stage::checkedAddress(kind, address), "rtsp",
            NetInput::Options{{"rtsp_transport", "tcp"}, {"protocol_whitelist", "rtsp,rtp,tcp"}});
    return std::make_unique<NetInput>(stage::checkedAddress(kind, address), "mpjpeg",
                                      NetInput::Options{{"protocol_whitelist", "http,https,tls,tcp"},
                                                        {"reconnect", "0"},
                                                        {"user_agent", "Vitrina"}});
}

} // namespace vitrina::engine::obs
