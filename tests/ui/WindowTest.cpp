// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/AddSceneDialog.hpp"
#include "ui/dialogs/SceneEditor.hpp"
#include "ui/dialogs/ScenesDialog.hpp"
#include "ui/dialogs/SlideDialog.hpp"
#include "ui/models/Words.hpp"
#include "ui/panels/ChatPanel.hpp"
#include "ui/panels/LayoutView.hpp"
#include "ui/panels/MixerPanel.hpp"
#include "ui/panels/Monitor.hpp"
#include "ui/panels/MultiviewPanel.hpp"
#include "ui/panels/NeedsPanel.hpp"
#include "ui/panels/PanicRow.hpp"
#include "ui/panels/RundownPanel.hpp"
#include "ui/panels/ShowBar.hpp"
#include "ui/panels/StatusLine.hpp"
#include "ui/panels/TakeColumn.hpp"
#include "ui/shell/Body.hpp"
#include "ui/support/WindowRig.hpp"
#include "ui/widgets/ErrorText.hpp"

#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTimeEdit>
#include <QTreeView>

#include <algorithm>

/// The studio's window driven as a person does: keys and presses in, commands and what is seen out.
namespace vitrina::test {

class WindowTest final : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();

    void keysBecomeCommands();
    void takePutsTheNextItemOnAir();
    void theCardKeyFollowsTheProduct();
    void keypadEnterTakes();
    void secondTakeAtOnceIsRefusedAndSaysWhy();
    void aStaleTakeIsRefused();
    void theTallyWaitsForTheEngine();
    void beforeLiveNothingIsRed();
    void whatGivesWayUnderLoadIsTold();
    void lettersStayInATextField();
    void f12WorksFromADialog();
    void endingWantsTwoPresses();
    void escapeDisarms();
    void closingALiveShowArmsFirst();
    void aLostCameraIsMarkedEverywhere();
    void soldOutIsSaidInRowAndStrip();
    void figuresVanishWithTheLink();
    void aScenePressGoesToPreview();
    void studioModeOffGoesToProgramAtOnce();
    void scenesAreAddedOrderedAndRemoved();
    void aSceneIsEditedByHandAndKeys();
    void enterOnARowMakesItNext();
    void aMutedHostNeedsYou();
    void allAreMutedAndComeBack();
    void stopSellingAsksTheServer();
    void theSlateIsArmedFirstAndHasItsWayBack();
    void theProductOnAirIsTakenOffSale();
    void theChatIsHiddenAndShownAgain();
    void whatWasArmedIsNotDoneToAnother();
    void aThirdPressIsNotTheWayBack();
    void chatArrivesInBatchesAndIsLaidOutOnce();
    void thePageAddressCanBeCopied();
    void surfacesGoBeforeTheEngine();
    void everyControlHasAName();

  private:
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(rig_->window.get(), Qt::Key(key), modifiers);
        rig_->settle();
    }
    void panicKey(Qt::Key number) { key(number, Qt::ControlModifier | Qt::ShiftModifier); }
    /// The server does what the oldest open request asks.
    void answer(record::Fact done) {
        rig_->server(std::move(done));
        rig_->server(
            commerce::Fact{commerce::RequestAnswered{state().pending.at(0).id, ErrorCode::None, {}, {}}});
        rig_->settle();
    }
    ui::Body& body() { return rig_->window->stageBody(); }
    const control::State& state() { return rig_->state(); }
    std::string onAirTitle() {
        return state().run.current() ? state().run.current()->item.title : std::string();
    }

    std::unique_ptr<WindowRig> rig_;
};

void WindowTest::init() {
    rig_ = std::make_unique<WindowRig>(QStringLiteral("en"), ui::ThemeKind::Dark);
    rig_->open(1440, 900);
    rig_->goLive();
    rig_->settle();
}

void WindowTest::cleanup() {
    rig_.reset();
}

void WindowTest::keysBecomeCommands() {
    const std::string first = state().run.next.value;
    key(Qt::Key_F10);
    QVERIFY(state().run.next.value != first);
    key(Qt::Key_F9);
    QCOMPARE(state().run.next.value, first);

    key(Qt::Key_2);
    QCOMPARE(state().stage.preview.value, std::string("close-up"));
    key(Qt::Key_X);
    QCOMPARE(state().stage.program.value, std::string("close-up"));
    key(Qt::Key_3);
    key(Qt::Key_A);
    QCOMPARE(state().stage.program.value, std::string("close-up-host"));
    QCOMPARE(int(state().stage.requested.transition.kind), int(stage::TransitionKind::Fade));

    key(Qt::Key_M);
    QVERIFY(stage::mutedOf(state().stage, state().setUp.sources.front()));
    key(Qt::Key_M);
    QVERIFY(!stage::mutedOf(state().stage, state().setUp.sources.front()));
}

void WindowTest::takePutsTheNextItemOnAir() {
    const show::Item* next = show::findItem(state().show.rundown, state().run.next);
    const std::string title = next->title;
    key(Qt::Key_F12);
    QCOMPARE(onAirTitle(), title);
    QVERIFY(state().run.current()->onAir.has_value());
    const ui::StripContent& strip = body().program().strip().content();
    QCOMPARE(strip.title, QString::fromStdString(title));
    QCOMPARE(strip.word, QStringLiteral("ON AIR"));
    QVERIFY(body().program().tallyOn());

    rig_->advance(1000);
    QTest::mouseClick(&body().takeColumn().take(), Qt::LeftButton);
    rig_->settle();
    QCOMPARE(state().run.aired.size(), std::size_t(2));
    rig_->advance(1000);
    key(Qt::Key_F12, Qt::ShiftModifier);
    QCOMPARE(state().run.aired.size(), std::size_t(3));
    QCOMPARE(int(state().stage.requested.transition.kind), int(stage::TransitionKind::Cut));
}

void WindowTest::theCardKeyFollowsTheProduct() {
    rig_->airNext(1000);
    rig_->airNext(1000); // the first product
    rig_->settle();
    QVERIFY(state().stage.cardOn);
    QVERIFY(body().program().cardButton()->isChecked());
    key(Qt::Key_C);
    QVERIFY(!state().stage.cardOn);
    QVERIFY(!body().program().cardButton()->isChecked());
    QTest::mouseClick(body().program().cardButton(), Qt::LeftButton);
    rig_->settle();
    QVERIFY(state().stage.cardOn);
}

void WindowTest::keypadEnterTakes() {
    key(Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(state().run.aired.size(), std::size_t(1));
}

void WindowTest::secondTakeAtOnceIsRefusedAndSaysWhy() {
    key(Qt::Key_F12);
    key(Qt::Key_F12);
    QCOMPARE(state().run.aired.size(), std::size_t(1));
    QCOMPARE(body().preview().strip().refusal(), ui::errorSentence(ErrorCode::TooSoon));
    QVERIFY(!body().preview().strip().refusal().isEmpty());
    // Three seconds, then the strip is itself again.
    QTRY_VERIFY_WITH_TIMEOUT(body().preview().strip().refusal().isEmpty(), 4000);
}

void WindowTest::aStaleTakeIsRefused() {
    // The pointer moves and F12 comes before the window could show it: the host saw another item.
    QVERIFY(bool(rig_->dispatcher->dispatch(show::MoveNext{1})));
    QTest::keyClick(rig_->window.get(), Qt::Key_F12);
    QVERIFY(state().run.aired.empty());
    QCOMPARE(body().preview().strip().refusal(), ui::errorSentence(ErrorCode::StaleCommand));
}

void WindowTest::theTallyWaitsForTheEngine() {
    rig_->engine.confirmAtOnce = false;
    key(Qt::Key_F12);
    QVERIFY(state().run.current() && !state().run.current()->onAir);
    QVERIFY(!body().program().tallyOn());
    QCOMPARE(body().program().strip().content().word, QStringLiteral("TAKEN"));
    rig_->engine.confirm();
    rig_->settle();
    QVERIFY(body().program().tallyOn());
    QCOMPARE(body().program().strip().content().word, QStringLiteral("ON AIR"));
}

void WindowTest::beforeLiveNothingIsRed() {
    rig_ = std::make_unique<WindowRig>(QStringLiteral("en"), ui::ThemeKind::Dark);
    rig_->open(1440, 900);
    rig_->standby();
    rig_->settle();
    QVERIFY(!state().stage.program.empty());
    QVERIFY(!body().program().tallyOn());
    QVERIFY(!body().takeColumn().take().isEnabled());
    key(Qt::Key_F12);
    QVERIFY(body().preview().strip().refusal().contains(QStringLiteral("Go live first")));
    key(Qt::Key_C);
    QVERIFY(body().preview().strip().refusal().contains(QStringLiteral("sells nothing")));
    key(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(state().run.phase, show::RunPhase::Live);
    QCOMPARE(rig_->window->showBar().livePill().kind(), ui::LivePill::Kind::Live);
}

void WindowTest::lettersStayInATextField() {
    auto* duration = body().takeColumn().findChild<QSpinBox*>();
    QVERIFY(duration);
    duration->setFocus();
    duration->selectAll();
    const stage::ProgramRequest before = state().stage.requested;
    const SceneId preview = state().stage.preview;
    for (const char letter : {'x', 'a', 'c', 'm', '2', '5', '0'})
        QTest::keyClick(duration, letter);
    rig_->settle();
    QCOMPARE(state().stage.requested, before);
    QCOMPARE(state().stage.preview, preview);
    QVERIFY(!state().stage.cardOn);
    QTest::keyClick(duration, Qt::Key_Return);
    rig_->settle();
    QCOMPARE(state().stage.transition.durationMs, 250);
    QVERIFY(!duration->hasFocus());

    duration->setFocus();
    QTest::keyClick(duration, Qt::Key_F12);
    QCOMPARE(state().run.aired.size(), std::size_t(1));
}

void WindowTest::f12WorksFromADialog() {
    rig_->window->showPage();
    auto* dialog = rig_->window->findChild<QDialog*>();
    QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
    auto* field = dialog->findChild<QLineEdit*>();
    field->setFocus();
    const stage::ProgramRequest before = state().stage.requested;
    QTest::keyClick(field, Qt::Key_F12);
    QCOMPARE(state().run.aired.size(), std::size_t(1));
    QVERIFY(state().stage.requested != before);
}

void WindowTest::endingWantsTwoPresses() {
    key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(state().run.phase, show::RunPhase::Live);
    QVERIFY(rig_->window->showBar().isArmed());
    QVERIFY(rig_->window->showBar().liveButton().text().contains(QStringLiteral("5")));
    key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(state().run.phase, show::RunPhase::Ended);
    QCOMPARE(rig_->window->showBar().livePill().kind(), ui::LivePill::Kind::Ended);
    QVERIFY(!rig_->window->showBar().liveButton().isVisible());
}

void WindowTest::escapeDisarms() {
    QTest::mouseClick(&rig_->window->showBar().liveButton(), Qt::LeftButton);
    QVERIFY(rig_->window->showBar().isArmed());
    key(Qt::Key_Escape);
    QVERIFY(!rig_->window->showBar().isArmed());
    QCOMPARE(state().run.phase, show::RunPhase::Live);
}

void WindowTest::closingALiveShowArmsFirst() {
    QVERIFY(!rig_->window->close());
    QVERIFY(rig_->window->isVisible());
    QVERIFY(rig_->window->showBar().isArmed());
    QVERIFY(rig_->window->close());
}

void WindowTest::aLostCameraIsMarkedEverywhere() {
    rig_->camera("test", stage::SourceHealth::Lost);
    rig_->advance(12'000);
    rig_->settle();
    const auto& tiles = body().multiview().tiles();
    QCOMPARE(tiles.size(), std::size_t(9)); // eight scenes, and the camera that none shows alone
    QTRY_COMPARE(tiles[8]->note(), QStringLiteral("LOST 12 s"));
    QVERIFY(tiles[8]->accessibleName().contains(QStringLiteral("LOST 12 s")));
    rig_->camera("host", stage::SourceHealth::Lost);
    rig_->settle();
    QTRY_COMPARE(tiles[0]->note(), QStringLiteral("LOST 0 s"));
    QVERIFY(tiles[2]->accessibleName().contains(QStringLiteral("a camera is lost")));
    rig_->camera("host", stage::SourceHealth::Live);
    rig_->settle();
    QVERIFY(tiles[0]->note().isEmpty());
    QCOMPARE(body().needs().shownCount(), 1);
    QVERIFY(body().needs().rows()[0]->need().title.contains(QStringLiteral("lost for 12 s")));
    rig_->camera("test", stage::SourceHealth::Live);
    rig_->settle();
    QVERIFY(tiles[8]->note().isEmpty());
    QCOMPARE(body().needs().shownCount(), 0);
}

void WindowTest::soldOutIsSaidInRowAndStrip() {
    rig_->airNext(1000);
    rig_->airNext(1000);
    rig_->order("BB-22", 3);
    rig_->settle();
    const ui::StripContent& strip = body().preview().strip().content();
    QCOMPARE(strip.stock.tone, ui::StockTone::Out);
    QCOMPARE(strip.stock.figure, QStringLiteral("0"));
    ui::RundownModel& model = body().rundown().model();
    const ui::RundownRow* row = model.row(model.index(2, 0, model.index(0, 0)));
    QCOMPARE(row->stock.badge, QStringLiteral("SOLD OUT"));
    // And the list of what needs a person offers the way round it.
    QCOMPARE(body().needs().shownCount(), 1);
    QTest::mouseClick(&body().needs().rows()[0]->button(), Qt::LeftButton);
    rig_->settle();
    QCOMPARE(show::findItem(state().show.rundown, state().run.next)->product.value, std::string("clay-mug"));
    QCOMPARE(rig_->window->showBar().orders().figure(), QStringLiteral("1"));
}

void WindowTest::figuresVanishWithTheLink() {
    rig_->server(audience::Fact{audience::ViewersCounted{12, 12}});
    rig_->airNext(1000);
    rig_->settle();
    QCOMPARE(body().preview().strip().content().stock.figure, QStringLiteral("54"));
    QCOMPARE(rig_->window->showBar().viewers().figure(), QStringLiteral("12"));
    rig_->dispatcher->linkChanged(control::LinkHealth::Down, "http://192.168.1.20:8080/", 0);
    rig_->advance(2000);
    rig_->settle();
    QCOMPARE(body().preview().strip().content().stock.figure, QStringLiteral("54"));
    rig_->advance(1000);
    rig_->settle();
    QCOMPARE(body().preview().strip().content().stock.tone, ui::StockTone::Unknown);
    QCOMPARE(body().preview().strip().content().stock.figure, QStringLiteral("–"));
    // The price stays: it is the last one confirmed.
    QVERIFY(body().preview().strip().content().price.contains(QStringLiteral("18.90")));
    QCOMPARE(rig_->window->showBar().viewers().figure(), QStringLiteral("–"));
    rig_->dispatcher->linkChanged(control::LinkHealth::Up, "http://192.168.1.20:8080/", 0);
    rig_->settle();
    QCOMPARE(body().preview().strip().content().stock.figure, QStringLiteral("54"));
}

void WindowTest::aScenePressGoesToPreview() {
    rig_->airNext(1000);
    rig_->settle();
    const auto& tiles = body().multiview().tiles();
    const SceneId before = state().stage.program;
    QTest::mouseClick(&tiles[2]->video(), Qt::LeftButton);
    rig_->settle();
    QCOMPARE(state().stage.preview.value, std::string("close-up-host"));
    QVERIFY(tiles[2]->accessibleName().contains(QStringLiteral("in preview")));
    QCOMPARE(state().stage.program, before);
    QTest::mouseClick(tiles[3], Qt::LeftButton);
    QTest::mouseDClick(tiles[3], Qt::LeftButton);
    rig_->settle();
    QCOMPARE(state().stage.program.value, std::string("side-by-side"));
    QVERIFY2(tiles[3]->accessibleName().contains(QStringLiteral("on air")),
             qPrintable(tiles[3]->accessibleName()));
    QTest::keyClick(tiles[4], Qt::Key_Space);
    QCOMPARE(state().stage.preview.value, std::string("close-up-with-host"));
}

void WindowTest::studioModeOffGoesToProgramAtOnce() {
    const SceneId preview = state().stage.preview;
    QVERIFY(bool(rig_->dispatcher->dispatch(stage::SetUpEdit{stage::SetStudioMode{false}})));
    QTest::mouseClick(body().multiview().tiles()[7], Qt::LeftButton);
    rig_->settle();
    QCOMPARE(state().stage.program.value, std::string("thanks"));
    QCOMPARE(int(state().stage.requested.transition.kind), int(stage::TransitionKind::Fade));
    QCOMPARE(state().stage.preview, preview);
    key(Qt::Key_1);
    QCOMPARE(state().stage.program.value, std::string("host"));
}

void WindowTest::scenesAreAddedOrderedAndRemoved() {
    rig_->window->showScenes();
    auto* scenes = rig_->window->findChild<ui::ScenesDialog*>();
    auto* list = scenes->findChild<QListWidget*>();
    QCOMPARE(list->count(), 8);
    rig_->window->addScene();
    auto* add = rig_->window->findChild<ui::AddSceneDialog*>();
    add->choose(SceneRole::Standby);
    add->accept();
    QCOMPARE(state().setUp.scenes.size(), std::size_t(9));
    QCOMPARE(state().setUp.scenes.back().role, SceneRole::Standby);
    QCOMPARE(stage::findSource(state().setUp, SourceId{"slide-standby"})->address, std::string("standby"));
    QTRY_COMPARE(list->currentRow(), 8);
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(state().setUp.scenes[7].role, SceneRole::Standby);
    QTRY_COMPARE(list->currentRow(), 7);
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(state().setUp.scenes.size(), std::size_t(8));
    QTRY_COMPARE(list->count(), 8);
    QCOMPARE(body().multiview().tiles().size(), std::size_t(9));
}

void WindowTest::aSceneIsEditedByHandAndKeys() {
    const SceneId id{"close-up-with-host"};
    const stage::Scene before = *stage::findScene(state().setUp, id);
    rig_->window->editScene(id);
    auto* editor = rig_->window->findChild<ui::SceneEditor*>();
    QVERIFY(QTest::qWaitForWindowActive(editor));
    ui::LayoutView& view = editor->view();
    const auto onScreen = [&](double x, double y) {
        const QRectF canvas = view.canvasRect();
        return QPointF(canvas.x() + x * canvas.width(), canvas.y() + y * canvas.height()).toPoint();
    };
    const auto inset = [&] {
        return editor->draft().items()[1].area;
    };
    // Pulled nearly to the left edge, which catches it.
    QTest::mousePress(&view, Qt::LeftButton, {}, onScreen(0.82, 0.2));
    QTest::mouseMove(&view, onScreen(0.156, 0.6));
    QTest::mouseRelease(&view, Qt::LeftButton, {}, onScreen(0.156, 0.6));
    QCOMPARE(inset().x, 0.0);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(inset().x, 0.01);
    QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(std::abs(inset().width - 0.31) < 1e-9);
    QTest::keyClick(&view, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(&view, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(inset().x, 0.0);
    QTest::keyClick(&view, Qt::Key_PageDown);
    QCOMPARE(editor->draft().items()[0].source.value, std::string("host"));
    QTest::keyClick(&view, Qt::Key_Escape);
    QVERIFY2(editor->isVisible(), "what is not saved is not dropped by one key");
    QCOMPARE(*stage::findScene(state().setUp, id), before);
    QTest::keyClick(&view, Qt::Key_Return);
    const stage::Scene after = *stage::findScene(state().setUp, id);
    QCOMPARE(after.layouts.at(stage::CanvasShape::Landscape)[0].area.x, 0.0);
    QCOMPARE(after.layouts.at(stage::CanvasShape::Portrait), before.layouts.at(stage::CanvasShape::Portrait));
    QTRY_VERIFY(!rig_->window->findChild<ui::SceneEditor*>());
    rig_->window->editSlide(SourceId{"slide-break"});
    auto* slide = rig_->window->findChild<ui::SlideDialog*>();
    slide->findChild<QLineEdit*>()->setText(QStringLiteral("Tea!"));
    slide->findChild<QCheckBox*>()->setChecked(true);
    slide->findChild<QTimeEdit*>()->setTime(QTime(19, 5));
    slide->accept();
    const stage::Source* changed = stage::findSource(state().setUp, SourceId{"slide-break"});
    QCOMPARE(changed->text, std::string("Tea!"));
    QCOMPARE(changed->address, std::string("break?until=19:05"));
}

void WindowTest::enterOnARowMakesItNext() {
    ui::RundownModel& model = body().rundown().model();
    QTreeView& tree = body().rundown().view();
    const QModelIndex row = model.index(4, 0, model.index(0, 0));
    tree.setFocus();
    tree.setCurrentIndex(row);
    QTest::keyClick(&tree, Qt::Key_Return);
    rig_->settle();
    QCOMPARE(state().run.next.value, model.row(row)->id);
    QCOMPARE(model.row(row)->state, ui::RowState::Next);
}

void WindowTest::aMutedHostNeedsYou() {
    key(Qt::Key_M);
    QCOMPARE(body().needs().shownCount(), 1);
    key(Qt::Key_F4);
    ui::Button& unmute = body().needs().rows()[0]->button();
    QVERIFY(unmute.hasFocus());
    QTest::keyClick(&unmute, Qt::Key_Space);
    rig_->settle();
    QCOMPARE(body().needs().shownCount(), 0);
    QVERIFY(!stage::mutedOf(state().stage, state().setUp.sources.front()));
}

void WindowTest::allAreMutedAndComeBack() {
    const stage::Source& host = state().setUp.sources.front();
    key(Qt::Key_M, Qt::ShiftModifier);
    for (const stage::Source& source : state().setUp.sources)
        QVERIFY(stage::mutedOf(state().stage, source));
    QCOMPARE(body().needs().shownCount(), 1); // and no second line for the host's own
    QCOMPARE(body().needs().rows()[0]->need().action, QStringLiteral("As before"));
    QTest::mouseClick(&body().needs().rows()[0]->button(), Qt::LeftButton);
    rig_->settle();
    QVERIFY(!stage::mutedOf(state().stage, host));
    QCOMPARE(body().needs().shownCount(), 0);
    // M lets the host alone speak again.
    key(Qt::Key_M, Qt::ShiftModifier);
    key(Qt::Key_M);
    for (const stage::Source& source : state().setUp.sources)
        QCOMPARE(stage::mutedOf(state().stage, source), source.id != host.id);
}

void WindowTest::stopSellingAsksTheServer() {
    panicKey(Qt::Key_3);
    QVERIFY(state().pending.empty());
    panicKey(Qt::Key_3);
    QCOMPARE(state().pending.size(), std::size_t(1));
    QCOMPARE(std::get<commerce::SwitchSales>(state().pending[0].request).open, false);
    QCOMPARE(body().needs().shownCount(), 1); // on its way
    answer(commerce::Fact{commerce::SalesSwitched{false}});
    QCOMPARE(body().needs().rows()[0]->need().action, QStringLiteral("Sell again"));
    QTest::mouseClick(&body().needs().rows()[0]->button(), Qt::LeftButton);
    rig_->settle();
    QCOMPARE(std::get<commerce::SwitchSales>(state().pending[0].request).open, true);
    answer(commerce::Fact{commerce::SalesSwitched{true}});
    QCOMPARE(body().needs().shownCount(), 0);
}

void WindowTest::theSlateIsArmedFirstAndHasItsWayBack() {
    ui::PanicRow& row = rig_->window->panicRow();
    QVERIFY(!row.isVisible());
    key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(row.isVisible());
    ui::Button& slate = row.button(ui::PanicKind::Slate);
    QVERIFY(slate.hasFocus() && slate.toolTip().contains(QStringLiteral("Ctrl+Shift+1")));
    QTest::keyClick(&slate, Qt::Key_Space);
    QVERIFY(row.isArmed(ui::PanicKind::Slate) && slate.kind() == ui::ButtonKind::Armed);
    QVERIFY(slate.text().contains(QStringLiteral("5")));
    QVERIFY(!state().stage.slateOn);
    key(Qt::Key_Escape);
    QVERIFY(!row.isVisible() && !row.isArmed(ui::PanicKind::Slate));

    panicKey(Qt::Key_1); // the key alone shows what it has armed
    QVERIFY(row.isVisible() && row.isArmed(ui::PanicKind::Slate) && !state().stage.slateOn);
    panicKey(Qt::Key_1);
    QVERIFY(state().stage.slateOn && !row.isVisible());
    for (const stage::Source& source : state().setUp.sources)
        QVERIFY(stage::mutedOf(state().stage, source));
    QVERIFY(body().program().accessibleName().contains(QStringLiteral("Standby slate")));
    QCOMPARE(body().needs().shownCount(), 1); // and no line beside it that the host is muted
    key(Qt::Key_F4);
    ui::Button& back = body().needs().rows()[0]->button();
    QCOMPARE(back.text(), QStringLiteral("Back on air"));
    QTest::keyClick(&back, Qt::Key_Space);
    rig_->settle();
    QVERIFY(!state().stage.slateOn && !stage::mutedOf(state().stage, state().setUp.sources.front()));
    QCOMPARE(body().needs().shownCount(), 0);
}

void WindowTest::theProductOnAirIsTakenOffSale() {
    ui::PanicRow& row = rig_->window->panicRow();
    panicKey(Qt::Key_2); // nothing on air to be stopped
    QVERIFY(row.isVisible() && !row.button(ui::PanicKind::Product).isEnabled());
    key(Qt::Key_Escape);
    rig_->airNext(1000);
    rig_->airNext(1000);
    rig_->settle();
    const commerce::Product product = *control::currentProduct(state());
    panicKey(Qt::Key_2);
    panicKey(Qt::Key_2);
    const auto wish = std::get<commerce::SwitchSkus>(state().pending.at(0).request);
    QCOMPARE(wish.skus.size(), product.variants.size());
    // Shown from the key on, the server's answer or not.
    QCOMPARE(body().program().strip().content().stock.tone, ui::StockTone::Stopped);
    const ui::RundownRow* air = body().rundown().model().row(
        body().rundown().model().index(1, 0, body().rundown().model().index(0, 0)));
    QCOMPARE(air->stock.badge, QStringLiteral("NOT ON SALE"));
    answer(commerce::Fact{commerce::SkusSwitched{wish.skus, false}});
    QCOMPARE(body().program().strip().content().stock.tone, ui::StockTone::Stopped);
    rig_->airNext(1000); // the way back stays when another item is on air
    rig_->settle();
    const auto& rows = body().needs().rows();
    const auto line = std::find_if(rows.begin(), rows.end(), [](const ui::NeedRow* one) {
        return one->isVisible() && one->need().action == QStringLiteral("Sell it again");
    });
    QVERIFY(line != rows.end());
    QTest::mouseClick(&(*line)->button(), Qt::LeftButton);
    rig_->settle();
    QVERIFY(std::get<commerce::SwitchSkus>(state().pending.at(0).request).open);
    answer(commerce::Fact{commerce::SkusSwitched{wish.skus, true}});
    QVERIFY(!control::offSale(state(), product));
}

void WindowTest::theChatIsHiddenAndShownAgain() {
    panicKey(Qt::Key_4);
    panicKey(Qt::Key_4);
    QVERIFY(!std::get<commerce::SwitchChat>(state().pending.at(0).request).open);
    answer(audience::Fact{audience::ChatSwitched{false}});
    QCOMPARE(body().needs().shownCount(), 1);
    QTest::mouseClick(&body().needs().rows()[0]->button(), Qt::LeftButton);
    rig_->settle();
    QVERIFY(std::get<commerce::SwitchChat>(state().pending.at(0).request).open);
    answer(audience::Fact{audience::ChatSwitched{true}});
    QCOMPARE(body().needs().shownCount(), 0);
}

void WindowTest::whatWasArmedIsNotDoneToAnother() {
    rig_->airNext(1000);
    rig_->airNext(1000);
    rig_->settle();
    panicKey(Qt::Key_2);
    QVERIFY(rig_->window->panicRow().isArmed(ui::PanicKind::Product));
    key(Qt::Key_F12); // another product comes on air
    QVERIFY(!rig_->window->panicRow().isArmed(ui::PanicKind::Product));
    QVERIFY(state().pending.empty());
}

void WindowTest::aThirdPressIsNotTheWayBack() {
    for (int i = 0; i < 4; ++i)
        panicKey(Qt::Key_1);
    QVERIFY(state().stage.slateOn);
}

void WindowTest::chatArrivesInBatchesAndIsLaidOutOnce() {
    ui::ChatModel& model = body().chat().model();
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    for (int i = 0; i < 40; ++i)
        rig_->say("Anna", "message " + std::to_string(i));
    rig_->settle();
    QCOMPARE(model.rowCount(), 40);
    QVERIFY(inserted.count() <= 2);
    body().chat().grab();
    const int made = body().chat().delegate().layoutsMade();
    body().chat().grab();
    QCOMPARE(body().chat().delegate().layoutsMade(), made);
    for (int i = 0; i < 600; ++i)
        rig_->say("Anna", "<b>more</b> " + std::to_string(i));
    rig_->settle();
    QCOMPARE(model.rowCount(), ui::ChatModel::rowsKept);
    QCOMPARE(model.index(499).data(ui::ChatModel::TextRole).toString(), QStringLiteral("<b>more</b> 599"));
}

void WindowTest::thePageAddressCanBeCopied() {
    QTest::mouseClick(&rig_->window->showBar().pagePill(), Qt::LeftButton);
    auto* dialog = rig_->window->findChild<QDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->findChild<QLineEdit*>()->text(), QStringLiteral("http://192.168.1.20:8080/"));
    for (auto* button : dialog->findChildren<ui::Button*>())
        if (button->text() == QStringLiteral("Copy address"))
            QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("http://192.168.1.20:8080/"));
}

void WindowTest::whatGivesWayUnderLoadIsTold() {
    const auto said = [&](engine::Easing easing) {
        rig_->dispatcher->engineSaid(engine::StatsMeasured{900, 3, 0, 0, 30.0, 4.2, easing});
        return rig_->window->statusLine().spoken();
    };
    QVERIFY(!said(engine::Easing::None).contains(QStringLiteral("reduced")));
    QVERIFY(said(engine::Easing::Multiview).contains(QStringLiteral("30.0 fps · multiview reduced")));
    QVERIFY(said(engine::Easing::Preview).contains(QStringLiteral("preview reduced")));
    QVERIFY(said(engine::Easing::Program).contains(QStringLiteral("windows reduced")));
    QVERIFY(!said(engine::Easing::None).contains(QStringLiteral("reduced")));
}

void WindowTest::surfacesGoBeforeTheEngine() {
    QVERIFY(body().program().video().hasSurface());
    QVERIFY(body().multiview().tiles()[0]->video().hasSurface());
    rig_->window->releaseSurfaces();
    QVERIFY(!body().program().video().hasSurface());
    QVERIFY(!body().preview().video().hasSurface());
    QVERIFY(!body().multiview().tiles()[0]->video().hasSurface());
}

void WindowTest::everyControlHasAName() {
    for (QWidget* widget : rig_->window->findChildren<QWidget*>()) {
        const bool control = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QSpinBox*>(widget) ||
                             qobject_cast<QAbstractItemView*>(widget) ||
                             qobject_cast<QAbstractSlider*>(widget);
        if (!control || !widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
            continue;
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 widget->metaObject()->className());
    }
}

} // namespace vitrina::test

QTEST_MAIN(vitrina::test::WindowTest)
#include "WindowTest.moc"
