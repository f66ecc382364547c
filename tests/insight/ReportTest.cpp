// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/ReportWords.hpp"
#include "insight/Summary.hpp"
#include "insight/support/ShowRecords.hpp"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <random>
#include <set>

using namespace vitrina;
using namespace vitrina::insight;
using test::ShowRecords;

namespace {

/// A market hour in fast motion: people come and go, write and buy with a fixed seed.
ShowRecords market(std::int64_t minutes) {
    ShowRecords show;
    const show::Show plan = test::smallShow();
    show.open(plan, test::smallCatalogue());
    std::mt19937 random(7);
    std::map<Sku, commerce::StockLevel> stock{{Sku{"MUG"}, {40, 0, 0}}, {Sku{"TOWEL-S"}, {25, 0, 0}}};
    show.studio(1000, show::Fact{show::WentLive{}});
    const std::int64_t length = minutes * 60'000;
    std::int64_t taken = 0;
    std::string aired;
    std::int64_t watching = 3;
    std::int64_t peak = 3;
    const std::vector<show::Item> items{plan.rundown.segments[0].items[0], plan.rundown.segments[0].items[1],
                                        plan.rundown.segments[1].items[1], plan.rundown.segments[1].items[2]};
    for (std::int64_t at = 1000; at < length; at += 1000) {
        if (at - 1000 >= taken * length / 4) {
            aired = "a" + std::to_string(taken);
            show.take(at, aired, items[std::size_t(taken++)]);
        }
        watching = std::clamp<std::int64_t>(
            watching + std::int64_t(random() % 7) - 2 - (at > length / 2 ? 1 : 0), 0, 400);
        peak = std::max(peak, watching);
        show.watch(at, watching, peak);
        if (random() % 5 == 0)
            show.say(at + 300, "text " + std::to_string(at));
        const bool mug = aired == "a1";
        auto& level = stock[Sku{mug ? "MUG" : "TOWEL-S"}];
        if ((mug || aired == "a2") && random() % 9 == 0 && level.available() > 0) {
            ++level.sold;
            const Sku sku{mug ? "MUG" : "TOWEL-S"};
            show.order(at + 500, "v" + std::to_string(random() % 30), aired, {{sku, 1, mug ? 1800 : 2400}},
                       {{sku, level}});
        }
    }
    show.studio(length / 3, record::OwnFact{record::FaultRaised{"source:host", ErrorCode::CameraLost, ""}});
    show.studio(length / 3 + 12'000, record::OwnFact{record::FaultCleared{"source:host"}});
    show.studio(length + 1000, show::Fact{show::RunEnded{}});
    return show;
}

commerce::ShopOpened shop() {
    const show::Show show = test::smallShow();
    return {show.title,    show.shopName,       show.hostName, show.locale,
            show.currency, show.disclosureText, false,         test::smallCatalogue()};
}

std::string page(const std::string& language) {
    return reportHtml(summarise(market(2).records), shop(), language);
}

} // namespace

class ReportTest : public QObject {
    Q_OBJECT

  private slots:
    void wordsAreComplete();
    void figuresAreWrittenAsTheLanguageDoes();
    void reportAsksNobody();
    void reportIsWellFormed();
    void reportSaysTheTotals();
    void textIsEscaped();
    void emptyShowsHaveAReport();
    void writesForLooking();
};

void ReportTest::wordsAreComplete() {
    // The same in both languages because it is the same.
    const std::set<Word> same{Word::Minutes, Word::Seconds, Word::Hour};
    for (std::size_t i = 0; i < reportWords.size(); ++i) {
        const Entry& entry = reportWords[i];
        QCOMPARE(static_cast<std::size_t>(entry.word), i);
        QVERIFY(!entry.en.empty() && !entry.lv.empty());
        QVERIFY2((entry.en == entry.lv) == same.contains(entry.word), std::string(entry.en).c_str());
        for (const char* place : {"%1", "%2", "%3", "%4", "%5"})
            QCOMPARE(entry.en.find(place) == std::string_view::npos,
                     entry.lv.find(place) == std::string_view::npos);
    }
}

void ReportTest::figuresAreWrittenAsTheLanguageDoes() {
    const Writer en(Language::English);
    const Writer lv(languageOf("lv-LV"));
    QCOMPARE(en.money(1890, "EUR"), "€18.90");
    QCOMPARE(lv.money(1890, "EUR"), "18,90\u00A0€");
    QCOMPARE(en.money(-123456789, "EUR"), "−€1,234,567.89");
    QCOMPARE(lv.money(123456, "EUR"), "1\u00A0234,56\u00A0€");
    QCOMPARE(en.money(5, "SEK"), "SEK\u00A00.05");
    QCOMPARE(en.money(1500, "JPY"), "JPY\u00A01,500");
    QCOMPARE(en.number(1284), "1,284");
    QCOMPARE(lv.number(999), "999");
    QCOMPARE(en.decimal(1.005, 1), "1.0");
    QCOMPARE(lv.decimal(2594.26, 1), "2\u00A0594,3");
    QCOMPARE(insight::clock(3'847'900), "1:04:07");
    QCOMPARE(insight::clock(-61'000), "−1:01");
    QCOMPARE(languageOf("lvx"), Language::English);
    QCOMPARE(en.step(5000), "5 s");
    QCOMPARE(en.say(Word::OfAllocated, {"3", "%2"}), "3 of %2");
}

void ReportTest::reportAsksNobody() {
    const QString html = QString::fromStdString(page("en"));
    for (const char* word : {"http:", "https:", "//", "url(", "@import", "<script", "<link", "src=", "href="})
        QVERIFY2(!html.contains(QLatin1String(word)), word);
    QVERIFY(html.contains(QLatin1String("default-src 'none'")));
    QVERIFY(html.contains(QLatin1String("prefers-color-scheme:dark")));
}

void ReportTest::reportIsWellFormed() {
    for (const char* language : {"en", "lv"}) {
        QString html = QString::fromStdString(page(language));
        html.remove(QLatin1String("<!doctype html>"));
        html.replace(QRegularExpression(QStringLiteral("<(meta[^>]*)>")), QStringLiteral("<\\1/>"));
        QXmlStreamReader reader(html);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(),
                 qPrintable(reader.errorString() + QStringLiteral(" line %1").arg(reader.lineNumber())));
    }
}

void ReportTest::reportSaysTheTotals() {
    const Summary summary = summarise(market(2).records);
    QVERIFY(summary.orders > 3 && summary.messages > 10);
    const std::string html = page("lv");
    const Writer lv(Language::Latvian);
    for (const std::string& figure :
         {lv.money(summary.gmv.minor, "EUR"), ">" + lv.number(summary.orders) + "<",
          ">" + lv.number(summary.messages) + "<", lv.number(summary.viewersPeak)})
        QVERIFY2(html.find(figure) != std::string::npos, figure.c_str());
    QVERIFY(html.find("lang=\"lv\"") != std::string::npos);
    QVERIFY(html.find("Kamera „host”") != std::string::npos);
}

void ReportTest::textIsEscaped() {
    commerce::ShopOpened evil = shop();
    evil.title = "<script>alert(1)</script>";
    evil.shopName = "\"><img src=x onerror=alert(1)>";
    evil.catalogue.products[0].name = "a & b <i>";
    ShowRecords show;
    show.open(test::smallShow(), evil.catalogue);
    show.studio(10, show::Fact{show::WentLive{}});
    show::Item item = test::item("x", show::ItemKind::Talk, SceneRole::Full);
    item.title = "' onload='x\" <b>\x01";
    show.take(20, "a", item);
    show.studio(30, record::OwnFact{record::FaultRaised{"source:<u>\"", ErrorCode::CameraLost, ""}});
    show.studio(90'000, show::Fact{show::RunEnded{}});
    const std::string html = reportHtml(summarise(show.records), evil, "en");
    for (const char* bad : {"<script", "<img", "<i>,", "<b>\x01", "<u>", "title=\"' onload"})
        QVERIFY2(html.find(bad) == std::string::npos, bad);
    QVERIFY(html.find("&lt;script&gt;alert(1)&lt;/script&gt;: report") != std::string::npos);
    QVERIFY(html.find("a &amp; b &lt;i&gt;") != std::string::npos);
}

void ReportTest::emptyShowsHaveAReport() {
    const std::string never = reportHtml(Summary(), shop(), "en");
    QVERIFY(never.find("has not been live") != std::string::npos);
    ShowRecords show;
    show.open(test::smallShow(), {});
    show.studio(10, show::Fact{show::WentLive{}});
    const std::string running = reportHtml(summarise(show.records), shop(), "en");
    QVERIFY(running.find("still live") != std::string::npos);
    for (const char* broken : {">nan", ">inf", ">-nan", "nan%", "inf%"})
        QVERIFY2(running.find(broken) == std::string::npos, broken);
}

void ReportTest::writesForLooking() {
    // VITRINA_REPORT_DIR keeps the samples to be looked at in a browser.
    const QTemporaryDir own;
    const QString folder = qEnvironmentVariable("VITRINA_REPORT_DIR", own.path());
    for (const char* language : {"en", "lv"}) {
        for (const int minutes : {1, 12}) {
            QFile file(
                QStringLiteral("%1/report-%2-%3.html").arg(folder, QLatin1String(language)).arg(minutes));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(
                QByteArray::fromStdString(reportHtml(summarise(market(minutes).records), shop(), language)));
        }
    }
}

QTEST_GUILESS_MAIN(ReportTest)
#include "ReportTest.moc"
