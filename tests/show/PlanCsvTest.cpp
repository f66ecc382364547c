// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "show/PlanCsv.hpp"

#include "show/Edit.hpp"

#include <rapidcheck.h>

#include <QTest>

using namespace vitrina;
using namespace vitrina::show;

namespace {

const std::vector<ProductName> shop{
    {ProductId{"p1"}, "Amber earrings “Rasa”", "DZ-107", {"DZ-107-H", "DZ-107-C"}},
    {ProductId{"p2"}, "Birch bowl", "BB", {"BB-22"}},
    {ProductId{"p3"}, "Mug", "M1", {}},
    {ProductId{"p4"}, "mug", "M2", {}},
};

PlanTable plan(const std::string& text) {
    const Result<CsvTable> table = readCsv(text);
    if (!table)
        qFatal("%s", table.error().detail.c_str());
    return readPlan(*table, guessMapping(*table), shop, "Imported");
}

std::string shape(const PlanTable& plan) {
    std::string line;
    for (const Segment& segment : plan.segments) {
        line += "[" + segment.title + "]";
        for (const Item& item : segment.items)
            line += " " + item.title + " " + std::to_string(item.plannedMs / 1000);
        line += " ";
    }
    return line;
}

std::vector<RowIssue> issues(const PlanTable& plan) {
    std::vector<RowIssue> found;
    for (const RowReport& report : plan.reports)
        found.push_back(report.issue);
    return found;
}

} // namespace

class PlanCsvTest : public QObject {
    Q_OBJECT

  private slots:
    void columnsByTheirWords();
    void latvianWords();
    void headingsOverTwoLines();
    void aRowIsNoHeading();
    void mergedHeadingLines();
    void timesAsPeopleTypeThem();
    void withoutHeadings();
    void productsByAnyName();
    void everyRowIsReported();
    void fiftyThousandRows();
    void formulasAreWrittenAsText();
    void whatIsWrittenIsReadBack();
};

void PlanCsvTest::columnsByTheirWords() {
    const PlanTable table = plan("Part,Title,Kind,Time,Scene,Talking points,Note,Ad,Reserve,Colour\n"
                                 "Opening,Welcome,talk,4:00,full,\"Hello\nHow to buy\",smile,,,guest\n"
                                 ",Bowl,,8:00,close-up,,,yes,x,\n"
                                 "Late,Break,break,90s,,,,no,,\n");
    QCOMPARE(shape(table), "[Opening] Welcome 240 Bowl 480 [Late] Break 90 ");
    QCOMPARE(table.rows, std::size_t(3));
    QCOMPARE(table.issues, std::size_t(0));
    const Item& welcome = table.segments[0].items[0];
    QCOMPARE(welcome.kind, ItemKind::Talk);
    QCOMPARE(welcome.talkingPoints, (std::vector<std::string>{"Hello", "How to buy"}));
    QCOMPARE(welcome.note, "smile");
    QCOMPARE(welcome.mark, ItemMark::Guest);
    const Item& bowl = table.segments[0].items[1];
    QVERIFY(bowl.disclosure && bowl.standby);
    QCOMPARE(bowl.role, SceneRole::CloseUp);
    QCOMPARE(table.segments[1].items[0].role, SceneRole::Break);
}

void PlanCsvTest::latvianWords() {
    const PlanTable table = plan("DAĻA;Nosaukums;Veids;Plānotais laiks;Aina;Rezervē\n"
                                 "Ievads;Sveiciens;Saruna;1.30;Tuvplāns;jā\n");
    QCOMPARE(shape(table), "[Ievads] Sveiciens 90 ");
    QCOMPARE(table.issues, std::size_t(0));
    QCOMPARE(table.segments[0].items[0].role, SceneRole::CloseUp);
    QVERIFY(table.segments[0].items[0].standby);
}

void PlanCsvTest::headingsOverTwoLines() {
    const PlanTable table = plan("Autumn market,,,\n"
                                 "Row,,Planned,On\n"
                                 "Title,Kind,time,screen\n"
                                 "Welcome,talk,1:30,x\n");
    QCOMPARE(shape(table), "[Imported] Welcome 90 ");
    QCOMPARE(table.segments[0].items[0].kind, ItemKind::Talk);
}

/// Words that a row holds and that are the names of columns too do not make a second heading of it.
void PlanCsvTest::aRowIsNoHeading() {
    const PlanTable table = plan("Part,Title,Kind,Time,Scene,Product\nLate,Mine,product,0:00,standby,BB\n");
    QCOMPARE(shape(table), "[Late] Mine 0 ");
    QCOMPARE(table.segments[0].items[0].role, SceneRole::Standby);
}

void PlanCsvTest::mergedHeadingLines() {
    // Cells merged over the whole width are parts; the heading repeated on the next page is not a row.
    const PlanTable table =
        plan("Title;Time\nOpening;\nWelcome;1:00\nTitle;Time\nAutumn table;\nBowl;2:00\n");
    QCOMPARE(shape(table), "[Opening] Welcome 60 [Autumn table] Bowl 120 ");
    QCOMPARE(issues(table), (std::vector{RowIssue::HeaderAgain}));
    QCOMPARE(table.badRows, std::size_t(0));
}

void PlanCsvTest::timesAsPeopleTypeThem() {
    const PlanTable table =
        plan("Title;Time\na;1.30\nb;90s\nc;1:30\nd;0:01:30\ne;90\nf;soon\ng;1.5\nh;-3\ni;25:00:00\n");
    QCOMPARE(shape(table), "[Imported] a 90 b 90 c 90 d 90 e 90 ");
    QCOMPARE(issues(table), std::vector<RowIssue>(4, RowIssue::BadTime));
    QCOMPARE(table.reports[0], (RowReport{7, RowIssue::BadTime, "soon"}));
    QCOMPARE(table.badRows, std::size_t(4));
}

void PlanCsvTest::withoutHeadings() {
    QCOMPARE(shape(plan("1:30;Welcome\n2:00;Bowl\n")), "[Imported] Welcome 90 Bowl 120 ");
    // Words nobody knows stand over a column of times.
    QCOMPARE(shape(plan("Headline;When\nWelcome;1:30\nBowl;2:00\n")), "[Imported] Welcome 90 Bowl 120 ");
    const Result<CsvTable> table = readCsv("Welcome\nBowl\n");
    QCOMPARE(guessMapping(*table), (CsvMapping{0, {PlanColumn::Title}}));
}

void PlanCsvTest::productsByAnyName() {
    const PlanTable table = plan("Title;Product;Time\n"
                                 "Earrings;amber earrings \"\"Rasa\"\";1:00\n"
                                 "Again;dz-107-c;1:00\n"
                                 ";BB;1:00\n"
                                 "BIRCH  bowl;;1:00\n"
                                 "Which;Mug;1:00\n"
                                 "Unknown;Spoon;1:00\n");
    QCOMPARE(shape(table), "[Imported] Earrings 60 Again 60 BB 60 BIRCH  bowl 60 ");
    QCOMPARE(table.segments[0].items[0].product, ProductId{"p1"});
    QCOMPARE(table.segments[0].items[3].product, ProductId{"p2"});
    QCOMPARE(issues(table), (std::vector{RowIssue::ProductTwice, RowIssue::ProductTwice,
                                         RowIssue::SeveralProducts, RowIssue::UnknownProduct}));
}

void PlanCsvTest::everyRowIsReported() {
    const PlanTable table = plan("Title;Kind;Time;Scene;Ad;Mark\n"
                                 ";talk;1:00;;;\n"
                                 "a;dance;1:00;;;\n"
                                 "b;talk;;;;\n"
                                 "c;talk;1:00;moon;;\n"
                                 "d;talk;1:00;;perhaps;\n"
                                 "e;talk;1:00;;;pink\n"
                                 "f;product;1:00;;;\n" +
                                 std::string(201, 'x') + ";talk;1:00;;;\n");
    QCOMPARE(issues(table),
             (std::vector{RowIssue::NoTitle, RowIssue::UnknownKind, RowIssue::NoTime, RowIssue::UnknownScene,
                          RowIssue::NeitherYesNorNo, RowIssue::UnknownMark, RowIssue::ProductMissing,
                          RowIssue::LongTitle}));
    QCOMPARE(shape(table), "[Imported] b 0 ");
    QCOMPARE(table.rows, std::size_t(8));
    QCOMPARE(table.badRows, std::size_t(7));
}

void PlanCsvTest::fiftyThousandRows() {
    std::string text = "Title;Time\n";
    for (int i = 0; i < 50'000; ++i)
        text += "Row " + std::to_string(i) + (i % 2 == 0 ? ";1:00\n" : ";never\n");
    const PlanTable table = plan(text);
    QCOMPARE(table.rows, std::size_t(50'000));
    QCOMPARE(table.badRows, std::size_t(25'000));
    QCOMPARE(table.issues, std::size_t(25'000));
    QCOMPARE(table.reports.size(), maxRowReports);
    QCOMPARE(table.segments[0].items.size(), maxPlanItems + 1);
}

void PlanCsvTest::formulasAreWrittenAsText() {
    Show show;
    Item item;
    item.id = ItemId{"i"};
    item.title = "=HYPERLINK(\"x\")";
    item.kind = ItemKind::Talk;
    show.rundown.segments = {{SegmentId{"s"}, "@part", {item}}};
    const std::string text = writePlan(show, {}, {}, {});
    QVERIFY(text.find("'=HYPERLINK") != std::string::npos);
    QVERIFY(text.find("'@part") != std::string::npos);
    QCOMPARE(plan(text).segments[0].items[0].title, item.title);
    QCOMPARE(plan(text).segments[0].title, "@part");
}

void PlanCsvTest::whatIsWrittenIsReadBack() {
    QVERIFY(rc::check("read(write(plan)) == plan, but for ids", [] {
        const auto anyText = [](bool empty) {
            const std::string body = *rc::gen::container<std::string>(
                rc::gen::element('a', 'Z', ';', ',', '"', '\'', '=', '-', '7', ':'));
            return empty ? body : "t" + body;
        };
        Show show;
        show.locale = *rc::gen::element<std::string>("lv-LV", "en-GB");
        const int segments = *rc::gen::inRange(1, 4);
        for (int s = 0; s < segments; ++s) {
            Segment segment{{}, std::to_string(s) + anyText(false), {}};
            for (int i = *rc::gen::inRange(1, 4); i > 0; --i) { // a part without rows has no line to stand in
                Item item;
                item.kind =
                    *rc::gen::element(ItemKind::Product, ItemKind::Talk, ItemKind::Video, ItemKind::Break);
                item.title = anyText(false).substr(0, maxTextLength);
                item.plannedMs = *rc::gen::inRange(0, 86'400) * 1000LL;
                item.role = static_cast<SceneRole>(*rc::gen::inRange(1, 10));
                item.product = item.kind == ItemKind::Product ? shop[*rc::gen::inRange<std::size_t>(0, 4)].id
                                                              : ProductId{};
                for (int p = *rc::gen::inRange(0, 3); p > 0; --p)
                    item.talkingPoints.push_back(anyText(false).substr(0, maxTextLength));
                item.note = anyText(true).substr(0, maxTextLength);
                item.disclosure = *rc::gen::arbitrary<bool>();
                item.standby = *rc::gen::arbitrary<bool>();
                item.skipped = *rc::gen::arbitrary<bool>();
                item.mark = static_cast<ItemMark>(*rc::gen::inRange(0, 5));
                segment.items.push_back(item);
            }
            show.rundown.segments.push_back(segment);
        }
        const Result<CsvTable> table = readCsv(writePlan(show, {}, {}, shop));
        RC_ASSERT(static_cast<bool>(table));
        const PlanTable read = readPlan(*table, guessMapping(*table), shop, "Imported");
        RC_ASSERT(read.badRows == std::size_t(0));
        RC_ASSERT(read.segments == show.rundown.segments);
    }));
}

QTEST_GUILESS_MAIN(PlanCsvTest)
#include "PlanCsvTest.moc"
