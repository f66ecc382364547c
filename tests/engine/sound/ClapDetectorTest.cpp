// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/sound/ClapDetector.hpp"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <vector>

using vitrina::engine::obs::ClapDetector;
using vitrina::engine::obs::MixerLine;
using Sound = std::vector<float>;

namespace {

constexpr std::int64_t start = 5'000'000'000;

Sound room(std::size_t length, float level, unsigned seed = 7) {
    std::mt19937 random(seed);
    std::normal_distribution<float> noise(0.0F, level);
    Sound sound(length);
    std::generate(sound.begin(), sound.end(), [&] { return noise(random); });
    return sound;
}

/// A burst of noise that rises within a millisecond and dies within a twentieth of a second.
void clap(Sound& sound, std::size_t at, float level, unsigned seed = 3) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> part(-1.0F, 1.0F);
    for (std::size_t i = 0; i < 4800 && at + i < sound.size(); ++i) {
        const float rise = std::min(1.0F, float(i) / 24.0F);
        sound[at + i] += level * rise * std::exp(-float(i) / 800.0F) * part(random);
    }
}

std::vector<std::int64_t> hear(const Sound& sound, std::size_t block = 1024) {
    ClapDetector detector;
    std::vector<std::int64_t> claps;
    for (std::size_t at = 0; at < sound.size(); at += block) {
        const std::size_t count = std::min(block, sound.size() - at);
        const auto more =
            detector.hear(sound.data() + at, count, start + std::int64_t(at) * 1'000'000'000 / 48000);
        claps.insert(claps.end(), more.begin(), more.end());
    }
    return claps;
}

double errorMs(std::int64_t heardNs, std::size_t at) {
    return double(heardNs - start) / 1e6 - double(at) / 48.0;
}

} // namespace

class ClapDetectorTest : public QObject {
    Q_OBJECT

  private slots:
    void aClapIsHeardWhereItIs_data() {
        QTest::addColumn<float>("level");
        QTest::addColumn<float>("noise");
        QTest::addRow("near, quiet room") << 0.9F << 0.0005F;
        QTest::addRow("far, quiet room") << 0.06F << 0.0005F;
        QTest::addRow("near, fan") << 0.9F << 0.01F;
        QTest::addRow("overdriven") << 4.0F << 0.002F;
    }
    void aClapIsHeardWhereItIs() {
        QFETCH(float, level);
        QFETCH(float, noise);
        for (const std::size_t block : {480U, 1024U, 4096U}) {
            Sound sound = room(48000 * 4, noise);
            const std::vector<std::size_t> at{30011, 90000, 150500};
            for (const std::size_t one : at)
                clap(sound, one, level);
            const auto claps = hear(sound, block);
            QCOMPARE(claps.size(), at.size());
            for (std::size_t i = 0; i < at.size(); ++i)
                QVERIFY2(std::abs(errorMs(claps[i], at[i])) <= 1.0,
                         qPrintable(QString::number(errorMs(claps[i], at[i]))));
        }
    }

    /// What a near and a far microphone tell of the same clap differs by less than a millisecond.
    void theLevelDoesNotMatter() {
        std::vector<std::int64_t> times;
        for (const float level : {0.9F, 0.3F, 0.1F}) {
            Sound sound = room(48000, 0.0005F);
            clap(sound, 24000, level);
            const auto claps = hear(sound);
            QCOMPARE(claps.size(), std::size_t(1));
            times.push_back(claps.front());
        }
        const auto [least, most] = std::minmax_element(times.begin(), times.end());
        QVERIFY(*most - *least < 1'000'000);
    }

    void silenceAndNoiseAreNoClaps() {
        QVERIFY(hear(Sound(48000 * 3, 0.0F)).empty());
        QVERIFY(hear(room(48000 * 3, 0.02F)).empty());
    }

    /// A tone that goes on, and syllables that follow each other, are heard at most once, as they begin.
    void whatGoesOnIsNone() {
        Sound tone(48000 * 3);
        for (std::size_t i = 0; i < tone.size(); ++i)
            tone[i] = 0.3F * float(std::sin(2 * std::numbers::pi * 220.0 * double(i) / 48000.0));
        QVERIFY(hear(tone).size() <= 1);
        Sound talk = room(48000 * 4, 0.001F);
        for (std::size_t i = 0; i < talk.size(); ++i) {
            const double syllable = std::max(0.0, std::sin(2 * std::numbers::pi * 5.0 * double(i) / 48000.0));
            talk[i] += float(0.3 * syllable * std::sin(2 * std::numbers::pi * 180.0 * double(i) / 48000.0));
        }
        QVERIFY2(hear(talk).size() <= 1, qPrintable(QString::number(hear(talk).size())));
    }

    /// A stream that stops and comes back starts in silence, not with a clap.
    void aGapStartsAnew() {
        ClapDetector detector;
        Sound sound = room(4800, 0.0005F);
        QVERIFY(detector.hear(sound.data(), sound.size(), start).empty());
        const Sound loud(4800, 0.5F);
        QVERIFY(detector.hear(loud.data(), loud.size(), start + 3'000'000'000).empty());
    }

    void theLineStaysWhereStampsWander() {
        MixerLine line;
        QCOMPARE(line.place(start, 4800, 48000), start);
        QCOMPARE(line.place(start + 100'000'000 + 30'000'000, 4800, 48000), start + 100'000'000);
        QCOMPARE(line.place(start + 200'000'000 - 30'000'000, 4800, 48000), start + 200'000'000);
        QCOMPARE(line.place(start + 500'000'000, 4800, 48000), start + 500'000'000);
    }
};

QTEST_APPLESS_MAIN(ClapDetectorTest)
#include "ClapDetectorTest.moc"
