// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: property
#include "engine/obs/web/Fmp4Writer.hpp"

#include "engine/web/support/Boxes.hpp"

#include <QTest>

#include <rapidcheck.h>

namespace vitrina::test {
using namespace engine;
using namespace engine::obs;

/// Whatever the order in which packets come and however their times tremble: each goes out once, in order,
/// and both lines are free of gaps and overlaps, but for those that are really there.
class Fmp4PropertyTest : public QObject {
    Q_OBJECT

    Recording recording_;

  private slots:
    void initTestCase() { recording_ = makeRecording({64, 64, 30}, 60, 7'000'000'000); }

    void orderAndJitter() {
        const bool holds = rc::check("lines stay whole", [this] {
            const auto jitterUs = *rc::gen::inRange(0, 5000);
            const auto gapFrames = *rc::gen::inRange(0, 40);
            const auto gapAt = static_cast<std::size_t>(*rc::gen::inRange(1, 60));
            const auto delays = *rc::gen::container<std::vector<int>>(60, rc::gen::inRange(0, 6));
            const auto shakes =
                *rc::gen::container<std::vector<int>>(60, rc::gen::inRange(-jitterUs, jitterUs + 1));
            const std::int64_t gapUs = gapFrames * 100'000 / 3;

            Fmp4Writer writer;
            writer.begin({30, 1, 48000, 1, 1024});
            writer.setAudioConfig(recording_.audioConfig);
            std::size_t audio = 0;
            std::vector<ParsedSample> pictures;
            std::vector<ParsedSample> sounds;
            for (std::size_t frame = 0; frame < recording_.video.size(); ++frame) {
                const std::int64_t shift = frame >= gapAt ? gapUs : 0;
                // 0 to 5 packets, so that sound runs ahead, lags, and bunches.
                for (int i = 0; i < delays[frame] && audio < recording_.audio.size(); ++i, ++audio)
                    writer.addAudio(recording_.audio[audio].data,
                                    recording_.audio[audio].sysUs + shakes[audio % 60]);
                WebVideoPacket packet = packetOf(recording_, frame);
                packet.sysDtsUs += shift + (frame == 0 ? 0 : shakes[frame]);
                for (const WebFragment& fragment : writer.addVideo(packet)) {
                    if (fragment.kind != FragmentKind::Media)
                        continue;
                    ParsedFragment parsed = parseFragment(fragment.bytes);
                    for (ParsedSample& sample : parsed.tracks[1])
                        pictures.push_back(std::move(sample));
                    for (ParsedSample& sample : parsed.tracks[2])
                        sounds.push_back(std::move(sample));
                }
            }
            RC_ASSERT(pictures.size() == recording_.video.size());
            for (std::size_t i = 1; i < pictures.size(); ++i) {
                const std::int64_t step = pictures[i].time - pictures[i - 1].time;
                // The gap is seen as what it is, give or take the trembling; everywhere else the count goes
                // on.
                if (i == gapAt && gapFrames > 0)
                    RC_ASSERT(std::abs(step - 3000 * (gapFrames + 1)) <= 2 * 90 * (jitterUs / 1000 + 1));
                else
                    RC_ASSERT(step == 3000);
            }
            for (std::size_t i = 1; i < sounds.size(); ++i)
                RC_ASSERT(sounds[i].time == sounds[i - 1].time + 1024);
            // Sound from before the first picture may be left out at the start, none after.
            RC_ASSERT(sounds.size() + 1 >= audio - std::min<std::size_t>(audio, 1));
        });
        QVERIFY(holds);
    }
};

} // namespace vitrina::test

QTEST_GUILESS_MAIN(vitrina::test::Fmp4PropertyTest)
#include "Fmp4PropertyTest.moc"
