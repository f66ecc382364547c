// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/sound/Limiter.hpp"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>
#include <vector>

using vitrina::engine::obs::Limiter;
using Sound = std::vector<float>;

namespace {

constexpr std::size_t block = 1024;
constexpr std::size_t late = Limiter::lookAhead - 1; ///< samples

float amplitude(double db) {
    return float(std::pow(10.0, db / 20.0));
}

/// Through the limiter in the mixer's blocks.
void limit(Limiter& limiter, Sound& left, Sound& right) {
    for (std::size_t at = 0; at < left.size(); at += block) {
        float* channels[2] = {left.data() + at, right.data() + at};
        limiter.process(channels, 2, std::min(block, left.size() - at));
    }
}

Sound limited(const Sound& sound, double ceilingDb = -1.0, bool on = true) {
    Limiter limiter;
    limiter.set(on, ceilingDb);
    Sound left = sound;
    Sound right = sound;
    limit(limiter, left, right);
    return left;
}

Sound sine(double hertz, double db, std::size_t length) {
    Sound sound(length);
    for (std::size_t i = 0; i < length; ++i)
        sound[i] = amplitude(db) * float(std::sin(2 * std::numbers::pi * hertz * double(i) / 48000.0));
    return sound;
}

float loudest(const Sound& sound, std::size_t from = 0) {
    float most = 0.0F;
    for (std::size_t i = from; i < sound.size(); ++i)
        most = std::max(most, std::fabs(sound[i]));
    return most;
}

} // namespace

class LimiterTest : public QObject {
    Q_OBJECT

  private slots:
    /// Noise with bursts, single spikes, steps, at any level and ceiling.
    void nothingIsAboveTheCeiling() {
        std::mt19937 random(4711);
        std::uniform_real_distribution<float> part(-1.0F, 1.0F);
        std::uniform_real_distribution<double> level(-40.0, 30.0);
        for (int round = 0; round < 60; ++round) {
            Sound sound(9600);
            float now = 1.0F;
            for (std::size_t i = 0; i < sound.size(); ++i) {
                if (i % 731 == 0)
                    now = amplitude(level(random));
                sound[i] = now * part(random);
                if (random() % 3000 == 0)
                    sound[i] = 20.0F;
            }
            const double ceiling = -24.0 * double(round) / 59.0;
            QVERIFY(loudest(limited(sound, ceiling)) <= amplitude(ceiling) * 1.0000001F);
        }
    }

    void whatIsBelowIsNotTouched() {
        std::mt19937 random(1);
        std::uniform_real_distribution<float> part(-0.89F, 0.89F);
        Sound sound(48000);
        std::generate(sound.begin(), sound.end(), [&] { return part(random); });
        const Sound out = limited(sound);
        for (std::size_t i = late; i < sound.size(); ++i)
            QVERIFY(out[i] == sound[i - late]); // bit by bit
        QVERIFY(1000.0 * double(late) / 48000.0 <= 1.0);
    }

    /// One peak, then quiet: back to the very same bits.
    void itLetsGoAgain() {
        Sound sound = sine(440, -12, 96000);
        sound[1000] = 3.0F;
        const Sound out = limited(sound);
        QVERIFY(std::fabs(out[1000 + late]) <= amplitude(-1.0));
        // 10 dB down while it holds, and gone after a second and a half.
        QVERIFY(loudest(Sound(out.begin() + 1200, out.begin() + 1600)) < amplitude(-20));
        for (std::size_t i = 80000; i < sound.size(); ++i)
            QVERIFY(out[i] == sound[i - late]);
    }

    void aToneIsTurnedDownEvenly_data() {
        QTest::addColumn<double>("hertz");
        for (const double hertz : {50.0, 100.0, 440.0, 997.0, 5000.0})
            QTest::addRow("%g Hz", hertz) << hertz;
    }
    /// No pumping: the same factor for each of its samples.
    void aToneIsTurnedDownEvenly() {
        QFETCH(double, hertz);
        const Sound sound = sine(hertz, 6.0, 96000);
        const Sound out = limited(sound);
        double least = 10.0;
        double most = 0.0;
        for (std::size_t i = 24000; i < sound.size(); ++i) {
            if (std::fabs(sound[i - late]) < 0.5F)
                continue;
            const double factor = double(out[i]) / double(sound[i - late]);
            least = std::min(least, factor);
            most = std::max(most, factor);
        }
        const double rippleDb = 20.0 * std::log10(most / least);
        QVERIFY2(rippleDb < 0.1, qPrintable(QString::number(rippleDb)));
        QVERIFY(std::abs(20.0 * std::log10(double(loudest(out, 24000))) + 1.0) < 0.1);
    }

    void bothSidesAreTurnedDownTogether() {
        Limiter limiter;
        limiter.set(true, -1.0);
        Sound left = sine(440, 12, 48000);
        Sound right = sine(440, -12, 48000);
        limit(limiter, left, right);
        QVERIFY(std::abs(20.0 * std::log10(double(loudest(left, 24000) / loudest(right, 24000))) - 24.0) <
                0.1);
    }

    void offItOnlyDelays() {
        const Sound sound = sine(440, 12, 9600);
        const Sound out = limited(sound, -1.0, false);
        for (std::size_t i = late; i < sound.size(); ++i)
            QVERIFY(out[i] == sound[i - late]);
    }

    void switchingMakesNoSeam() {
        const Sound sound = sine(440, -6, 8 * block);
        Limiter limiter;
        Sound left = sound;
        Sound right = sound;
        for (std::size_t at = 0; at < left.size(); at += block) {
            limiter.set((at / block) % 2 == 0, -1.0);
            float* channels[2] = {left.data() + at, right.data() + at};
            limiter.process(channels, 2, block);
        }
        for (std::size_t i = late; i < sound.size(); ++i)
            QVERIFY(left[i] == sound[i - late]);
    }

    void whatIsNoNumberDoesNotStay() {
        Sound sound = sine(440, -6, 9600);
        sound[500] = std::numeric_limits<float>::quiet_NaN();
        sound[700] = std::numeric_limits<float>::infinity();
        const Sound out = limited(sound);
        QVERIFY(std::all_of(out.begin(), out.end(), [](float one) { return std::isfinite(one); }));
        QVERIFY(out[5000] == sound[5000 - late]);
    }
};

QTEST_APPLESS_MAIN(LimiterTest)
#include "LimiterTest.moc"
