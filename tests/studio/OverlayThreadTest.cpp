// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/OverlayThread.hpp"
#include "studio/ShowWords.hpp"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTest>

#include <map>
#include <mutex>
#include <vector>

using namespace vitrina;
using namespace vitrina::studio;

namespace {

/// What came to the engine, from the thread of the overlays.
class Arrivals {
  public:
    OverlayThread::Ports ports() {
        return {[this](engine::SetOverlay overlay) {
                    const std::lock_guard lock(mutex_);
                    onGui_ = onGui_ || QThread::currentThread() == qApp->thread();
                    all_.push_back(std::move(overlay));
                },
                [this](const std::string& characters) {
                    const std::lock_guard lock(mutex_);
                    missing_.push_back(characters);
                }};
    }
    std::size_t count() const {
        const std::lock_guard lock(mutex_);
        return all_.size();
    }
    engine::SetOverlay last(const std::string& layer) const {
        const std::lock_guard lock(mutex_);
        engine::SetOverlay found;
        for (const engine::SetOverlay& one : all_) {
            if (one.layer == layer)
                found = one;
        }
        return found;
    }
    int times(const std::string& layer) const {
        const std::lock_guard lock(mutex_);
        int times = 0;
        for (const engine::SetOverlay& one : all_)
            times += one.layer == layer;
        return times;
    }
    std::vector<std::string> missing() const {
        const std::lock_guard lock(mutex_);
        return missing_;
    }
    bool onGui() const {
        const std::lock_guard lock(mutex_);
        return onGui_;
    }

  private:
    mutable std::mutex mutex_;
    std::vector<engine::SetOverlay> all_;
    std::vector<std::string> missing_;
    bool onGui_ = false;
};

control::CardContent towel() {
    control::CardContent content;
    content.name = "Lina dvielis „Rīts”";
    content.code = "12";
    content.fromMinor = 1890;
    content.currency = "EUR";
    content.locale = "lv-LV";
    content.stock = commerce::StockWord::Available;
    content.available = 24;
    content.pageUrl = "http://192.168.1.20:8080/";
    content.wasMinor = 2400;
    content.countdownSeconds = 552;
    return content;
}

std::unique_ptr<OverlayThread> drawing(Arrivals& arrivals, stage::Canvas canvas = {960, 540, 30}) {
    return std::make_unique<OverlayThread>(canvas, std::make_shared<ShowWords>(QStringLiteral("lv-LV")),
                                           arrivals.ports());
}

bool touch(const stage::Area& one, const stage::Area& other) {
    return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height &&
           other.y < one.y + one.height;
}

} // namespace

/// Drawn off the GUI thread, sent on change only, and the label on top of all.
class OverlayThreadTest : public QObject {
    Q_OBJECT

  private slots:
    void drawsOffTheGuiThread() {
        Arrivals arrivals;
        const auto overlays = drawing(arrivals);
        QElapsedTimer clock;
        clock.start();
        overlays->draw(control::DrawCard{towel()});
        const qint64 asked = clock.nsecsElapsed();
        QTRY_VERIFY(arrivals.last("card").picture);
        qInfo("asked in %lld us, there after %lld us", asked / 1000, clock.nsecsElapsed() / 1000);
        QVERIFY(!arrivals.onGui());
    }

    void theLabelIsOnTopAndFree() {
        for (const stage::Canvas& canvas : {stage::Canvas{960, 540, 30}, stage::Canvas{540, 960, 30}}) {
            Arrivals arrivals;
            const auto overlays = drawing(arrivals, canvas);
            stage::OverlayPlaces places;
            places.card = stage::Place::TopRight; // beside a label that is too long for that
            overlays->place(places);
            overlays->draw(control::DrawCard{towel()});
            overlays->draw(control::DrawLowerThird{{{"Ilze", "Dzintars un lins"}}});
            overlays->draw(control::DrawCountdown{{{"Sākam pēc", 60}}});
            overlays->draw(control::DrawLabel{"#reklāma · apmaksāta sadarbība ar dravu"});
            QTRY_VERIFY(arrivals.last("label").picture && arrivals.last("countdown").picture);
            const engine::SetOverlay label = arrivals.last("label");
            for (const char* layer : {"card", "lower third", "countdown"}) {
                const engine::SetOverlay other = arrivals.last(layer);
                QVERIFY(other.picture);
                QVERIFY(other.z < label.z);
                // Its shadow may reach below the label, its paper not.
                const double rim = (layer == std::string("card") ? 0.021 : 0.013);
                const double rimY = rim * canvas.width / canvas.height;
                QVERIFY2(!touch(label.area, {other.area.x + rim, other.area.y + rimY,
                                             other.area.width - 2 * rim, other.area.height - 2 * rimY}),
                         layer);
                // One to one, on whole pixels.
                QCOMPARE(qRound(other.area.width * canvas.width), other.picture->width);
                const double x = other.area.x * canvas.width;
                QVERIFY(qAbs(x - qRound(x)) < 1e-6);
            }
            overlays->draw(control::DrawSlate{{{"Dzintars un lins"}}});
            QTRY_VERIFY(arrivals.last("slate").picture);
            QVERIFY(arrivals.last("slate").z > label.z);
        }
    }

    void onlyWhatChangedIsSent() {
        Arrivals arrivals;
        const auto overlays = drawing(arrivals);
        overlays->draw(control::DrawCard{towel()});
        overlays->draw(control::DrawLabel{"#reklāma"});
        QTRY_VERIFY(arrivals.last("card").picture && arrivals.last("label").picture);
        const int cards = arrivals.times("card");
        const auto picture = arrivals.last("card").picture;
        overlays->draw(control::DrawCountdown{{{"", 60}}});
        QTRY_VERIFY(arrivals.last("countdown").picture);
        QCOMPARE(arrivals.times("card"), cards);
        // Another place: the same picture, so nothing is uploaded again (OverlaySource compares it).
        stage::OverlayPlaces places;
        places.card = stage::Place::Bottom;
        overlays->place(places);
        QTRY_COMPARE(arrivals.times("card"), cards + 1);
        QCOMPARE(arrivals.last("card").picture, picture);
        overlays->draw(control::DrawCard{});
        QTRY_VERIFY(!arrivals.last("card").picture);
    }

    /// A hundred seconds that come at once are not a hundred drawings.
    void theNewestWins() {
        Arrivals arrivals;
        const auto overlays = drawing(arrivals);
        for (int second = 500; second > 0; --second)
            overlays->draw(control::DrawCountdown{{{"", second}}});
        overlays->draw(control::DrawCountdown{});
        overlays->draw(control::DrawLabel{"end"});
        QTRY_VERIFY(arrivals.last("label").picture);
        QVERIFY(!arrivals.last("countdown").picture);
        QVERIFY(arrivals.times("countdown") < 400);
    }

    void whatNoFontHasIsToldOnceAndTakenBack() {
        Arrivals arrivals;
        const auto overlays = drawing(arrivals);
        control::CardContent content = towel();
        content.name = "Krūze \xF4\x8F\xBF\xBD";
        overlays->draw(control::DrawCard{content});
        QTRY_COMPARE(arrivals.missing().size(), std::size_t(1));
        QCOMPARE(arrivals.missing().front(), "\xF4\x8F\xBF\xBD");
        content.available = 3;
        overlays->draw(control::DrawCard{content});
        overlays->draw(control::DrawLabel{"#reklāma"});
        QTRY_VERIFY(arrivals.last("label").picture);
        QCOMPARE(arrivals.missing().size(), std::size_t(1));
        overlays->draw(control::DrawCard{});
        QTRY_COMPARE(arrivals.missing().size(), std::size_t(2));
        QVERIFY(arrivals.missing().back().empty());
    }

    void theEndDrawsWhatWaits() {
        Arrivals arrivals;
        auto overlays = drawing(arrivals);
        overlays->draw(control::DrawLabel{"#reklāma"});
        overlays.reset();
        QVERIFY(arrivals.last("label").picture);
    }
};

QTEST_MAIN(OverlayThreadTest)
#include "OverlayThreadTest.moc"
