// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/Documents.hpp"
#include "support/Generators.hpp"

#include <QtTest>

using namespace vitrina;

namespace {

record::ShowDocument example() {
    record::ShowDocument document;
    document.show = {
        {"show-1"}, "Rudens tirdziņš", "Dzintara darbnīca", "Anna", "lv-LV", "EUR", 0, "#reklāma", {}};
    document.show.rundown.revision = 7;
    document.show.rundown.segments = {
        {{"opening"},
         "Sākums",
         {{{"hello"},
           show::ItemKind::Talk,
           "Sveiciens",
           60'000,
           SceneRole::Full,
           {},
           {"Sveiki!"},
           false,
           false,
           "īsi"}}},
        {{"amber"},
         "Dzintars",
         {{{"ring"},
           show::ItemKind::Product,
           "Gredzens",
           180'000,
           SceneRole::CloseUp,
           {"p-ring"},
           {},
           true,
           false,
           "",
           false,
           {},
           "#dāvana"}}},
    };
    document.catalogue.products = {
        {{"p-ring"},
         "12",
         "Gredzens",
         "Dzintars, sudrabs",
         "ring.svg",
         {{{"RING-M"}, "M", {2450, "EUR"}, 12, Money{2900, "EUR"}}, {{"RING-L"}, "L", {2450, "EUR"}, 3}}}};
    return document;
}

std::string decodeError(const std::string& json) {
    const auto document = record::decodeShowDocument(json);
    return document ? "read" : std::string(errorName(document.error().code)) + " " + document.error().detail;
}

/// The example's JSON with one piece of text changed for another.
std::string changed(const std::string& from, const std::string& to) {
    std::string json = record::encodeShowDocument(example());
    const std::size_t at = json.find(from);
    if (at == std::string::npos)
        qFatal("%s is not in the example", from.c_str());
    return json.replace(at, from.size(), to);
}

} // namespace

class DocumentsTest : public QObject {
    Q_OBJECT

  private slots:
    void showComesBack();
    void handWrittenFieldsMayBeLeftOut();
    void errorsNameTheirPlace_data();
    void errorsNameTheirPlace();
    void truncatedShowsAreRefused();
    void setUpComesBack();
    void setUpErrors();
    void requestsComeBack();
};

void DocumentsTest::showComesBack() {
    const auto back = record::decodeShowDocument(record::encodeShowDocument(example()));
    QVERIFY2(static_cast<bool>(back), back ? "" : back.error().detail.c_str());
    QVERIFY(*back == example());
}

void DocumentsTest::handWrittenFieldsMayBeLeftOut() {
    const auto document = record::decodeShowDocument(R"({"format": "vitrina.show", "version": 1, "id": "s",
        "title": "t", "locale": "en-GB", "currency": "EUR", "products": [],
        "segments": [{"id": "a", "title": "", "items":
            [{"id": "i", "kind": "talk", "title": "Hi", "plannedMs": 1000, "role": "full"}]}]})");
    QVERIFY2(static_cast<bool>(document), document ? "" : document.error().detail.c_str());
    QVERIFY(document->show.rundown.segments[0].items[0].talkingPoints.empty());
    QCOMPARE(document->show.rundown.revision, std::uint64_t{1});
}

void DocumentsTest::errorsNameTheirPlace_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const char* from, const char* to, const char* error) {
        QTest::newRow(name) << QString::fromUtf8(from) << QString::fromUtf8(to) << QString::fromUtf8(error);
    };
    row("role", "\"close_up\"", "\"closeup\"",
        "bad_format segments[1].items[0].role: unknown word \"closeup\"");
    row("not ours", "vitrina.show", "vitrina.setup", "file_not_ours no \"format\": \"vitrina.show\"");
    row("newer", "\"version\": 1", "\"version\": 2", "file_too_new version 2");
    row("typing slip", "\"locale\"", "\"local\"", "bad_format local: unknown field");
    row("product", "\"product\": \"p-ring\"", "\"product\": \"p-rong\"",
        "bad_format segments[1].items[0].product: unknown product \"p-rong\"");
    row("item twice", "\"id\": \"ring\"", "\"id\": \"hello\"",
        "bad_format segments[1].items[0].id: \"hello\" is there twice");
    row("sku twice", "\"RING-L\"", "\"RING-M\"",
        "bad_format products[0].variants[1].sku: \"RING-M\" is there twice");
    row("currency", "\"currency\": \"EUR\",\n  \"planned", "\"currency\": \"EURO\",\n  \"planned",
        "bad_format currency: must be three capital letters (ISO 4217)");
    row("price", "\"minor\": 2450", "\"minor\": -1",
        "bad_format products[0].variants[0].price.minor: must not be below zero");
    row("price kind", "\"minor\": 2450", "\"minor\": \"24.50\"",
        "bad_format products[0].variants[0].price.minor: must be a whole number in range");
    row("huge", "\"allocated\": 12", "\"allocated\": 1e30",
        "bad_format products[0].variants[0].allocated: must be a whole number in range");
    row("price of before", "\"minor\": 2900", "\"minor\": -1",
        "bad_format products[0].variants[0].priorLowest: must be a price in the show's currency");
    row("kind", "\"kind\": \"talk\"", "\"kind\": \"none\"",
        "bad_format segments[0].items[0].kind: must say what the item is");
}

void DocumentsTest::errorsNameTheirPlace() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, error);
    QCOMPARE(QString::fromStdString(decodeError(changed(from.toStdString(), to.toStdString()))), error);
}

void DocumentsTest::truncatedShowsAreRefused() {
    const std::string json = record::encodeShowDocument(example());
    for (std::size_t length = 0; length < json.size() - 2;
         ++length) // but for the last bracket and line break
        QVERIFY(decodeError(json.substr(0, length)).find("bad_format not JSON") == 0);
    QCOMPARE(decodeError("{}"), std::string("file_not_ours no \"format\": \"vitrina.show\""));
    QVERIFY(decodeError("{\"format\":\"vitrina.show\",\"version\":1,\"id\":\"\xff\"}").find("bad_format") ==
            0);
    QVERIFY(decodeError(std::string(5u << 20, ' ')).find("too_large") == 0);
}

void DocumentsTest::setUpComesBack() {
    QVERIFY(rc::check("decode(encode(set-up)) == set-up", [] {
        stage::SetUp setUp;
        setUp.canvas = {540, 960, 30};
        setUp.transition = {stage::TransitionKind::Fade, 250};
        setUp.sources = {{{"cam"},
                          generators::text(),
                          stage::SourceKind::Srt,
                          "srt://0.0.0.0:9000?mode=listener",
                          true,
                          -6.5},
                         {{"test"}, "Test", stage::SourceKind::TestCamera, "", false, 0.0}};
        const int items = *rc::gen::inRange(0, 4);
        stage::Scene scene{{"full"}, generators::text(), SceneRole::Full, {}};
        for (int i = 0; i < items; ++i)
            scene.layouts[i % 2 == 0 ? stage::CanvasShape::Portrait : stage::CanvasShape::Landscape]
                .push_back({{"cam"}, generators::Any<stage::Area>::make(), stage::Fit::Contain});
        setUp.scenes = {scene};
        setUp.destinations = {{{"rec"}, "Recording", stage::OutputKind::Recording, "/tmp"}};
        const auto back = record::decodeSetUp(record::encodeSetUp(setUp));
        RC_ASSERT(static_cast<bool>(back));
        RC_ASSERT(*back == setUp);
    }));
}

void DocumentsTest::setUpErrors() {
    const std::string start =
        R"({"format":"vitrina.setup","version":1,"canvas":{"width":1,"height":1,"fps":30},)";
    const auto error = [&](const std::string& rest) {
        const auto setUp = record::decodeSetUp(start + rest + "}");
        return setUp ? std::string("read") : setUp.error().detail;
    };
    QCOMPARE(error(R"("sources":[],"scenes":[])"), std::string("read"));
    QCOMPARE(
        error(
            R"("sources":[],"scenes":[{"id":"a","name":"","role":"full","layouts":{"portrait":[{"source":"x"}]}}])"),
        std::string("scenes[0].layouts.portrait[0].source: unknown source \"x\""));
    QCOMPARE(error(R"("sources":[],"scenes":[{"id":"a","name":"","role":"full","layouts":{"round":[]}}])"),
             std::string("scenes[0].layouts.round: unknown word \"round\""));
    const auto places = [](const char* card, const char* label) {
        return std::string(R"("sources":[],"scenes":[],"overlays":{"portrait":{"card":")") + card +
               R"(","label":")" + label + R"(","lowerThird":"bottom_left","countdown":"top_right"}})";
    };
    QCOMPARE(error(places("bottom_right", "top_left")), std::string("read"));
    QCOMPARE(error(places("none", "top_left")),
             std::string("overlays.portrait: must say where each overlay stands"));
    QCOMPARE(error(places("top_left", "top_left")),
             std::string("overlays.portrait: the label's place must be its own"));
}

void DocumentsTest::requestsComeBack() {
    QVERIFY(rc::check("decode(encode(request)) == request", [] {
        const auto request = generators::Any<commerce::Request>::make();
        const auto back = record::decodeRequest(record::encodeRequest(request));
        RC_ASSERT(static_cast<bool>(back));
        RC_ASSERT(*back == request);
    }));
    QVERIFY(!record::decodeRequest(R"({"kind":"give_away"})"));
    QVERIFY(!record::decodeRequest(R"({"kind":"correct_stock","sku":"a"})"));
    QVERIFY(!record::decodeRequest("[]"));
}

QTEST_GUILESS_MAIN(DocumentsTest)
#include "DocumentsTest.moc"
