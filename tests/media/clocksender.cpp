// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A camera for tests and benches: footage or a pattern with the clock mark, and beeps, sent until it is
// ended.
//   clocksender --url rtmp://127.0.0.1:1935/live/key [--url srt://…] [--size 1280x720] [--fps 30] [--kbps
//   3000]
//               [--background FILE] [--seconds N] [--silent]
#include "media/ClockScene.hpp"
#include "media/MediaEncoder.hpp"
#include "media/MediaSender.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <thread>

#include <unistd.h>

namespace {

using namespace vitrina::test;

constexpr std::int64_t soundAheadNs = 40'000'000;

volatile std::sig_atomic_t ended = 0;

struct Options {
    std::vector<std::string> urls;
    MediaFormat format{1280, 720, 30, 3000, 48000};
    std::string background;
    int seconds = 0;
    bool silent = false;
};

bool parse(int count, char** words, Options& options) {
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--silent") {
            options.silent = true;
            continue;
        }
        if (i + 1 >= count)
            return false;
        const char* value = words[++i];
        if (word == "--url")
            options.urls.emplace_back(value);
        else if (word == "--background")
            options.background = value;
        else if (word == "--fps")
            options.format.fps = std::atoi(value);
        else if (word == "--kbps")
            options.format.videoKbps = std::atoi(value);
        else if (word == "--seconds")
            options.seconds = std::atoi(value);
        else if (word != "--size" ||
                 std::sscanf(value, "%dx%d", &options.format.width, &options.format.height) != 2)
            return false;
    }
    return !options.urls.empty() && options.format.fps > 0;
}

std::int64_t wallNs() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

void send(const Options& options) {
    std::vector<std::unique_ptr<MediaSender>> senders;
    for (const std::string& url : options.urls)
        senders.push_back(std::make_unique<MediaSender>(url, !options.silent));
    const ClockScene scene(options.format.width, options.format.height, options.background);
    MediaEncoder* self = nullptr;
    MediaEncoder encoder(options.format, [&](const MediaEncoder::Packet& packet) {
        for (const auto& sender : senders)
            sender->send(*self, packet);
    });
    self = &encoder;

    const auto start = std::chrono::steady_clock::now();
    const std::int64_t wallStart = wallNs();
    std::int64_t samples = 0;
    std::vector<float> block(MediaEncoder::samplesPerPacket);
    for (std::int64_t frame = 0; !ended; ++frame) {
        // A camera that can't keep up leaves frames out; it does not fall behind.
        const std::chrono::nanoseconds passed = std::chrono::steady_clock::now() - start;
        frame = std::max(frame, passed.count() * options.format.fps / 1'000'000'000);
        const std::chrono::nanoseconds at(frame * 1'000'000'000 / options.format.fps);
        if (options.seconds > 0 && at >= std::chrono::seconds(options.seconds))
            break;
        std::this_thread::sleep_until(start + at);
        // The time the frame stands for, so that picture and sound are exactly in step at the source.
        scene.draw(encoder.picture(), (wallStart + at.count()) / 1'000'000);
        encoder.encodePictureAt(frame);
        // A little ahead: in a camera the picture takes longer to its encoder than the sound, and AAC needs a
        // packet more.
        while (samples * 1'000'000'000 / options.format.sampleRate <= at.count() + soundAheadNs) {
            for (std::size_t i = 0; i < block.size(); ++i)
                block[i] = ClockScene::sound(wallStart + (samples + static_cast<std::int64_t>(i)) *
                                                             1'000'000'000 / options.format.sampleRate);
            encoder.encodeSound(block.data());
            samples += MediaEncoder::samplesPerPacket;
        }
    }
}

} // namespace

int main(int count, char** words) {
    Options options;
    if (!parse(count, words, options)) {
        std::fprintf(stderr, "clocksender --url URL… [--size WxH] [--fps N] [--kbps N] [--background FILE] "
                             "[--seconds N] [--silent]\n");
        return 2;
    }
    av_log_set_level(AV_LOG_FATAL);
    avformat_network_init();
    std::signal(SIGTERM, [](int) { ended = 1; });
    std::signal(SIGINT, [](int) { ended = 1; });
    std::signal(SIGPIPE, SIG_IGN);
    send(options);
    _exit(0); // libsrt may crash in its static destructors (reference: two builds of it in one process)
}
