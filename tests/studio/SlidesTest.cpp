// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: screenshot
#include "studio/Slides.hpp"
#include "studio/ShopColours.hpp"
#include "studio/ShowWords.hpp"

#include <QDir>
#include <QImage>
#include <QTest>

#include <mutex>

using namespace vitrina;
using namespace vitrina::studio;

namespace {

constexpr std::int64_t minute = 60'000;

/// What the engine was given, from the drawing thread.
struct Given {
    std::mutex mutex;
    std::vector<engine::SetSlidePicture> pictures;

    std::size_t count() {
        const std::lock_guard lock(mutex);
        return pictures.size();
    }
    Slides::Post post() {
        return [this](engine::SetSlidePicture picture) {
            const std::lock_guard lock(mutex);
            pictures.push_back(std::move(picture));
        };
    }
};

stage::Source slide(const char* id, const char* address) {
    stage::Source source;
    source.id = SourceId{id};
    source.name = id;
    source.kind = stage::SourceKind::Slide;
    source.address = address;
    return source;
}

/// A show planned in ten minutes, with two slides and a scene for each.
control::State twoSlides() {
    control::State state;
    state.show.title = "Rudens tirgus";
    state.show.shopName = "Dzintars un lins";
    state.show.locale = "lv-LV";
    state.show.plannedStartMs = 100 * minute;
    state.setUp.sources = {slide("soon", "starting_soon"), slide("thanks", "thanks")};
    for (const stage::Source& source : state.setUp.sources)
        state.setUp.scenes.push_back(stage::fullScene(source));
    state.stage.preview = state.setUp.scenes[1].id;
    return state;
}

Instant at(std::int64_t wallMs) {
    Instant instant;
    instant.wallMs = wallMs;
    instant.monoMs = wallMs;
    return instant;
}

std::shared_ptr<const ShowWords> latvian() {
    return std::make_shared<ShowWords>(QStringLiteral("lv-LV"));
}

QImage toImage(const engine::Picture& picture) {
    return QImage(picture.rgba.data(), picture.width, picture.height, picture.width * 4,
                  QImage::Format_RGBA8888_Premultiplied)
        .copy();
}

int count(const QImage& image, const QRect& in, QColor colour) {
    int found = 0;
    for (int y = in.top(); y <= in.bottom(); ++y)
        for (int x = in.left(); x <= in.right(); ++x)
            found += image.pixelColor(x, y).rgb() == colour.rgb();
    return found;
}

} // namespace

class SlidesTest : public QObject {
    Q_OBJECT

  private slots:
    void drawnOnceAndThenOnlyWhenItSaysSomethingElse();
    void aCountdownRunsOnlyWhereItIsSeen();
    void theHostsTimeAndWordsAreTaken();
    void wordsStayInsideTheSafeArea_data();
    void wordsStayInsideTheSafeArea();
};

void SlidesTest::drawnOnceAndThenOnlyWhenItSaysSomethingElse() {
    Given given;
    control::State state = twoSlides();
    {
        Slides slides({320, 180, 30}, latvian(), given.post());
        slides.present(state, at(90 * minute), 0);
        QTRY_COMPARE(given.count(), std::size_t(2));
        for (int i = 1; i < 5; ++i)
            slides.present(state, at(90 * minute + i * 1000), 0);
        state.setUp.sources[1].text = "Uz tikšanos!";
        slides.present(state, at(91 * minute), 0);
        QTRY_COMPARE(given.count(), std::size_t(3)); // what still waits when it ends is not drawn
    }
    QCOMPARE(given.pictures.back().source, SourceId{"thanks"});
    QCOMPARE(given.pictures.back().picture->width, 320);
    QVERIFY(given.pictures.back().picture->rgba != given.pictures[1].picture->rgba);
}

void SlidesTest::aCountdownRunsOnlyWhereItIsSeen() {
    Given given;
    control::State state = twoSlides();
    {
        Slides slides({320, 180, 30}, latvian(), given.post());
        slides.present(state, at(90 * minute), 0);
        slides.present(state, at(90 * minute + 5000), 0);
        QTRY_COMPARE(given.count(), std::size_t(2));
        state.stage.preview = state.setUp.scenes[0].id;
        slides.present(state, at(90 * minute + 6000), 0);
        QTRY_COMPARE(given.count(), std::size_t(3));
        slides.present(state, at(90 * minute + 6000), 0);
        slides.present(state, at(90 * minute + 7000), 0);
        QTRY_COMPARE(given.count(), std::size_t(4));
        state.setUp.scenes.clear();
        state.setUp.sources.clear();
        slides.present(state, at(90 * minute + 8000), 0);
    }
    QCOMPARE(given.count(), std::size_t(4));
}

void SlidesTest::theHostsTimeAndWordsAreTaken() {
    control::State state = twoSlides();
    state.setUp.sources[0].address = "starting_soon?until=1:35";
    state.setUp.sources[0].text = "Tūlīt!";
    const SlideContent content = contentOf(state, state.setUp.sources[0], nullptr, at(90 * minute), 0);
    QCOMPARE(content.secondsLeft, std::optional<std::int64_t>(300));
    QCOMPARE(content.text, std::string("Tūlīt!"));
    QCOMPARE(content.shopName, state.show.shopName);
    const SlideContent inRiga =
        contentOf(state, state.setUp.sources[0], nullptr, at(90 * minute), -2 * minute);
    QCOMPARE(inRiga.secondsLeft, std::optional<std::int64_t>(420));
}

void SlidesTest::wordsStayInsideTheSafeArea_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("left");
    const std::pair<const char*, stage::SlideKind> kinds[] = {
        {"starting-soon", stage::SlideKind::StartingSoon},
        {"break", stage::SlideKind::Break},
        {"thanks", stage::SlideKind::Thanks},
        {"standby", stage::SlideKind::Standby}};
    for (const auto& [name, kind] : kinds)
        for (const QSize size : {QSize(960, 540), QSize(540, 960), QSize(720, 720)})
            QTest::addRow("slide-%s-%dx%d", name, size.width(), size.height())
                << int(kind) << size.width() << size.height() << QString()
                << (stage::countsDown(kind) ? 765 : -1);
    QTest::addRow("slide-over-540x960")
        << int(stage::SlideKind::StartingSoon) << 540 << 960 << QString() << 0;
    QTest::addRow("slide-long-960x540")
        << int(stage::SlideKind::Break) << 960 << 540
        << QStringLiteral("Pārtraukums, kurā mēs ielejam tēju, sakārtojam galdu un pavisam drīz atgriežamies "
                          "ar jauniem darbiem no visas Latvijas 😀")
        << 3725;
    QTest::addRow("slide-one-word-540x960")
        << int(stage::SlideKind::Thanks) << 540 << 960 << QStringLiteral("Nepārspējamībabezatstarpēm") << -1;
}

void SlidesTest::wordsStayInsideTheSafeArea() {
    QFETCH(int, kind);
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(QString, words);
    QFETCH(int, left);
    SlideContent content{
        stage::SlideKind(kind), "Dzintars un lins", "Rudens tirgus", words.toStdString(), {}};
    if (left >= 0)
        content.secondsLeft = left;
    const auto picture = SlidePainter({width, height, 30}, latvian()).slide(content);
    const QImage image = toImage(*picture);
    QCOMPARE(image.size(), QSize(width, height));
    const QString folder = QStringLiteral(VITRINA_BINARY_DIR "/../screenshots");
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(image.save(folder + QLatin1Char('/') + QLatin1String(QTest::currentDataTag()) +
                       QStringLiteral(".png")));
    const QRect safe(width / 10 - 1, height / 10 - 1, width * 8 / 10 + 2, height * 8 / 10 + 2);
    const QColor ground = shop::ground;
    QCOMPARE(count(image, image.rect(), ground) - count(image, safe, ground),
             width * height - safe.width() * safe.height());
    QVERIFY2(count(image, safe, shop::paper) > 200, "words");
    QVERIFY2(count(image, safe, shop::brand) > (left >= 0 ? 1500 : 100), "bar, and the time");
}

QTEST_MAIN(SlidesTest)
#include "SlidesTest.moc"
