// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ChatModel.hpp"
#include "ui/models/Needs.hpp"
#include "ui/models/RundownModel.hpp"
#include "ui/models/Strips.hpp"
#include "ui/models/Times.hpp"

#include "support/StudioRig.hpp"
#include "support/server/DemoTerms.hpp"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

/// What the panels read from the state, without a window.
namespace vitrina::test {

class ModelTest final : public QObject {
    Q_OBJECT

  private slots:
    void onlyChangedRowsAreTold();
    void rowsFollowTheRun();
    void aPassedItemIsSkipped();
    void theModelKeepsQtsRules();
    void timeLeftTurnsOver();
    void endsMovesWithTheShow();
    void needsAreSortedAndCleared();
    void aDeniedWasSaysWhatTheLedgerKnows();
    void theShopBehindTheServerNeedsTheHost();
    void anAnsweredRequestLeavesTheList();
    void chatTakesOnlyWhatIsNew();
    void chatForgetsTheOldest();

  private:
    static constexpr int warningSeconds = 30;
    QLocale locale_{QLocale::English, QLocale::UnitedStates};

    void refresh(ui::RundownModel& model, const StudioRig& rig) const {
        model.refresh(rig.dispatcher.state(), rig.clock.now(), locale_);
    }
    /// Every item's state in rundown order.
    static std::vector<ui::RowState> states(const ui::RundownModel& model) {
        std::vector<ui::RowState> found;
        for (int s = 0; s < model.rowCount(); ++s)
            for (int i = 0; i < model.rowCount(model.index(s, 0)); ++i)
                found.push_back(model.row(model.index(i, 0, model.index(s, 0)))->state);
        return found;
    }
    ui::StripContent air(const StudioRig& rig) const {
        return ui::airStrip(rig.dispatcher.state(), rig.clock.now(), locale_, false, warningSeconds);
    }
};

void ModelTest::onlyChangedRowsAreTold() {
    StudioRig rig;
    rig.startLive();
    ui::RundownModel model;
    refresh(model, rig);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    refresh(model, rig);
    QCOMPARE(changed.count(), 0);
    show::ChangeItem change;
    change.item = ItemId{"towel"};
    change.title = "Other";
    QCOMPARE(rig.tryTo(show::Edit{change}), ErrorCode::None);
    refresh(model, rig);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.row(changed[0][0].toModelIndex())->title, QStringLiteral("Other"));
    QCOMPARE(reset.count(), 0);
}

void ModelTest::rowsFollowTheRun() {
    StudioRig rig;
    rig.startLive();
    ui::RundownModel model;
    refresh(model, rig);
    QCOMPARE(states(model).front(), ui::RowState::Next);
    QCOMPARE(rig.take(), ErrorCode::None);
    refresh(model, rig);
    QCOMPARE(states(model)[0], ui::RowState::Taken);
    QCOMPARE(states(model)[1], ui::RowState::Next);
    rig.confirm();
    refresh(model, rig);
    QCOMPARE(states(model)[0], ui::RowState::OnAir);
    QCOMPARE(model.row(model.focusIndex())->number, 1);
    rig.advance(5000);
    QCOMPARE(rig.take(), ErrorCode::None);
    rig.confirm();
    refresh(model, rig);
    QCOMPARE(states(model)[0], ui::RowState::Done);
    QCOMPARE(model.row(model.index(0, 0, model.index(0, 0)))->playedMs, std::int64_t(5000));
    QVERIFY(
        model.data(model.focusIndex(), Qt::AccessibleTextRole).toString().contains(QStringLiteral("on air")));
}

void ModelTest::aPassedItemIsSkipped() {
    StudioRig rig;
    rig.startLive();
    QCOMPARE(rig.tryTo(show::MoveNext{1}), ErrorCode::None);
    QCOMPARE(rig.take(), ErrorCode::None);
    rig.confirm();
    ui::RundownModel model;
    refresh(model, rig);
    QCOMPARE(states(model)[0], ui::RowState::Skipped);
    QCOMPARE(states(model)[1], ui::RowState::OnAir);
}

void ModelTest::theModelKeepsQtsRules() {
    StudioRig rig;
    rig.startLive();
    ui::RundownModel rundown;
    QAbstractItemModelTester first(&rundown, QAbstractItemModelTester::FailureReportingMode::QtTest);
    refresh(rundown, rig);
    rig.take();
    rig.confirm();
    refresh(rundown, rig);
    QVERIFY(rundown.itemCount() > 2);
    ui::ChatModel chat;
    QAbstractItemModelTester second(&chat, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::deque<audience::Message> messages;
    for (int i = 0; i < 700; ++i) {
        messages.push_back({MessageId{std::to_string(i)}, ViewerId{"v"}, "n", "t", -1});
        if (i % 100 == 0)
            chat.refresh(messages, rig.clock.now());
    }
    QCOMPARE(chat.rowCount(), ui::ChatModel::rowsKept);
}

void ModelTest::timeLeftTurnsOver() {
    StudioRig rig;
    rig.startLive();
    QCOMPARE(air(rig).emptyTitle, QStringLiteral("Nothing on air"));
    rig.take();
    rig.confirm();
    const std::int64_t planned = rig.dispatcher.state().run.current()->item.plannedMs;
    QCOMPARE(air(rig).tone, ui::TimeTone::Normal);
    rig.advance(planned - 20'000);
    QCOMPARE(air(rig).tone, ui::TimeTone::Warning);
    QCOMPARE(air(rig).timeFigure, QStringLiteral("0:20"));
    rig.advance(42'000);
    QCOMPARE(air(rig).tone, ui::TimeTone::Over);
    QCOMPARE(air(rig).timeFigure, QStringLiteral("+0:22"));
    QCOMPARE(air(rig).progress, 1.0);
}

void ModelTest::endsMovesWithTheShow() {
    StudioRig rig;
    rig.startLive();
    const control::State& state = rig.dispatcher.state();
    const std::int64_t length = show::plannedLength(state.show.rundown);
    QCOMPARE(ui::runTimes(state, rig.clock.now()).endsWallMs, rig.clock.now().wallMs + length);
    QCOMPARE(ui::runTimes(state, rig.clock.now()).overMs, std::int64_t(0));
    // Ten seconds with nothing on air are lost for good.
    rig.advance(10'000);
    QCOMPARE(ui::runTimes(state, rig.clock.now()).overMs, std::int64_t(10'000));
    rig.take();
    rig.confirm();
    const std::int64_t planned = state.run.current()->item.plannedMs;
    rig.advance(planned);
    QCOMPARE(ui::runTimes(state, rig.clock.now()).overMs, std::int64_t(10'000));
    rig.advance(7'000);
    QCOMPARE(ui::runTimes(state, rig.clock.now()).overMs, std::int64_t(17'000));
}

void ModelTest::needsAreSortedAndCleared() {
    StudioRig rig;
    rig.startLive();
    const control::State& state = rig.dispatcher.state();
    QCOMPARE(ui::needsOf(state, rig.clock.now()).at(0).id, std::string("checkout")); // closed without terms
    rig.server(commerce::Fact{commerce::TermsSet{demoTerms()}});
    QVERIFY(ui::needsOf(state, rig.clock.now()).empty());
    const std::string source = state.setUp.sources.back().id.value;
    rig.camera(source, stage::SourceHealth::Lost);
    rig.dispatcher.faultRaised("journal", ErrorCode::DiskFull, "no space");
    const auto needs = ui::needsOf(state, rig.clock.now());
    QCOMPARE(needs.size(), std::size_t(2));
    QCOMPARE(needs[0].id, std::string("fault:journal"));
    QCOMPARE(needs[0].urgency, ui::Urgency::Danger);
    QCOMPARE(needs[1].id, "source:" + source);
    rig.dispatcher.faultCleared("journal");
    rig.camera(source, stage::SourceHealth::Live);
    QVERIFY(ui::needsOf(state, rig.clock.now()).empty());
}

void ModelTest::aDeniedWasSaysWhatTheLedgerKnows() {
    StudioRig rig;
    QCOMPARE(rig.tryTo(control::StartStandby{}), ErrorCode::None);
    rig.server(commerce::Fact{commerce::TermsSet{demoTerms()}});
    const control::State& state = rig.dispatcher.state();
    const auto line = [&]() -> std::optional<ui::Need> {
        for (const ui::Need& need : ui::needsOf(state, rig.clock.now()))
            if (need.id == "fault:was")
                return need;
        return std::nullopt;
    };
    rig.dispatcher.faultRaised("was", ErrorCode::PriorUnknown, "MUG\t2400\t1500");
    QVERIFY(line());
    QVERIFY(line()->title.contains(QStringLiteral("24.00")));
    QVERIFY(line()->detail.contains(QStringLiteral("15.00")));
    rig.dispatcher.faultCleared("was");
    rig.dispatcher.faultRaised("was", ErrorCode::PriorUnknown, "MUG\t2400\t-1\nT-S\t900\t800");
    QVERIFY(line()->title.contains(QStringLiteral("1 more")));
    QVERIFY(line()->detail.contains(QStringLiteral("30 days")));
    QCOMPARE(rig.tryTo(show::GoLive{}), ErrorCode::None);
    QVERIFY(!line()); // on air it is left off, and nothing can be done about it
}

void ModelTest::theShopBehindTheServerNeedsTheHost() {
    StudioRig rig;
    rig.startLive();
    rig.server(commerce::Fact{commerce::TermsSet{demoTerms()}});
    const auto needs = [&] {
        return ui::needsOf(rig.dispatcher.state(), rig.clock.now());
    };
    for (int i = 1; i <= 5; ++i) {
        const std::string number = "N-" + std::to_string(i);
        rig.server(commerce::Fact{test::order(number, "MUG", 1, 1'800, {10, 0, i})});
        rig.server(commerce::Fact{commerce::OrderForwarded{OrderNumber{number}, "vendure", i == 1 ? "V1" : "",
                                                           i == 1 ? ErrorCode::None : ErrorCode::ShopRefused,
                                                           i == 1 ? "" : "only 0 pieces are left there"}});
    }
    QCOMPARE(needs().size(), std::size_t(4)); // three of four, and that there are more
    QCOMPARE(needs()[0].id, std::string("shop-order:N-2"));
    QCOMPARE(needs()[0].urgency, ui::Urgency::Danger);
    QVERIFY(needs()[0].detail.contains(QLatin1String("only 0 pieces")));
    QCOMPARE(needs()[3].id, std::string("shop-orders"));
    for (int i = 2; i <= 5; ++i) // cancelled here: nothing is left to settle
        rig.server(commerce::Fact{commerce::OrderChanged{
            OrderNumber{"N-" + std::to_string(i)}, commerce::OrderState::Cancelled, 0, {}}});
    QVERIFY(needs().empty());
    rig.server(
        commerce::Fact{commerce::OrderChanged{OrderNumber{"N-1"}, commerce::OrderState::Cancelled, 0, {}}});
    rig.server(commerce::Fact{
        commerce::OrderForwarded{OrderNumber{"N-1"}, "vendure", "V1", ErrorCode::ShopRefused, "it is sent"}});
    QCOMPARE(needs().size(), std::size_t(1)); // it stands there still
    rig.server(
        commerce::Fact{commerce::ShopStockSeen{"vendure", {{Sku{"MUG"}, 4}}, {{Sku{"MUG"}, {6, 0, 0}}}}});
    QCOMPARE(needs().size(), std::size_t(2));
    QCOMPARE(needs()[1].id, std::string("shop-stock:p-mug"));
    rig.server(
        commerce::Fact{commerce::ShopStockSeen{"vendure", {{Sku{"MUG"}, 0}}, {{Sku{"MUG"}, {10, 0, 0}}}}});
    QCOMPARE(needs().size(), std::size_t(1));
}

void ModelTest::anAnsweredRequestLeavesTheList() {
    StudioRig rig;
    rig.startLive();
    rig.server(commerce::Fact{commerce::TermsSet{demoTerms()}});
    QCOMPARE(rig.tryTo(control::Ask{commerce::SwitchSales{false}}), ErrorCode::None);
    const auto waiting = ui::needsOf(rig.dispatcher.state(), rig.clock.now());
    QCOMPARE(waiting.size(), std::size_t(1));
    QCOMPARE(waiting[0].urgency, ui::Urgency::Waiting);
    QVERIFY(!waiting[0].command.has_value());
    rig.server(commerce::Fact{
        commerce::RequestAnswered{rig.dispatcher.state().pending[0].id, ErrorCode::None, {}, {}}});
    QVERIFY(ui::needsOf(rig.dispatcher.state(), rig.clock.now()).empty());
}

void ModelTest::chatTakesOnlyWhatIsNew() {
    ui::ChatModel model;
    std::deque<audience::Message> messages{{MessageId{"a"}, ViewerId{"v"}, "Anna", "one", -1}};
    model.refresh(messages, {1000, 1000});
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.refresh(messages, {2000, 2000});
    QCOMPARE(inserted.count(), 0);
    messages.push_back({MessageId{"b"}, ViewerId{"v"}, "Anna", "two", -1});
    messages.push_back({MessageId{"c"}, ViewerId{"v"}, "Anna", "three", -1});
    model.refresh(messages, {3000, 3000});
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(model.rowCount(), 3);
    // What was there before the window is shown without a time it can't know.
    QVERIFY(model.index(0).data(ui::ChatModel::TimeRole).toString().isEmpty());
    QVERIFY(!model.index(2).data(ui::ChatModel::TimeRole).toString().isEmpty());
}

void ModelTest::chatForgetsTheOldest() {
    ui::ChatModel model;
    std::deque<audience::Message> messages;
    for (int i = 0; i < 500; ++i)
        messages.push_back({MessageId{std::to_string(i)}, ViewerId{"v"}, "n", std::to_string(i), -1});
    model.refresh(messages, {1, 1});
    messages.pop_front();
    messages.push_back({MessageId{"500"}, ViewerId{"v"}, "n", "500", -1});
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.refresh(messages, {2, 2});
    QCOMPARE(model.rowCount(), 500);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(model.index(0).data(ui::ChatModel::TextRole).toString(), QStringLiteral("1"));
}

} // namespace vitrina::test

QTEST_MAIN(vitrina::test::ModelTest)
#include "ModelTest.moc"
