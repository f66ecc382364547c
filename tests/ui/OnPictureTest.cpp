// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/Overlays.hpp"
#include "ui/dialogs/CountdownDialog.hpp"
#include "ui/dialogs/LabelDialog.hpp"
#include "ui/dialogs/LowerThirdDialog.hpp"
#include "ui/dialogs/PlacesDialog.hpp"
#include "ui/models/LabelWords.hpp"
#include "ui/models/Words.hpp"
#include "ui/support/WindowRig.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include <algorithm>

/// Lower third, countdown, label and "was", from the keys and dialogs to the state.
namespace vitrina::test {

class OnPictureTest final : public QObject {
    Q_OBJECT

  private slots:
    void theLowerThirdHasAKeyAndKeepsItsWords();
    void timesAreReadAsTheyAreTyped_data();
    void timesAreReadAsTheyAreTyped();
    void aCountdownIsStartedByTheKeyboard();
    void untilATimeOfDayThatHasPassedIsTomorrow();
    void onTheCardOfTheItemOnAir();
    void theLabelIsChosenFromTheShowsWords();
    void placesAreKeptInTheSetUp();
    void wasStandsBesideThePrice();
};

namespace {

template <class Widget>
Widget* dialogOf(WindowRig& rig) {
    Widget* found = rig.window->findChild<Widget*>();
    return found && found->isVisible() ? found : nullptr;
}

} // namespace

void OnPictureTest::theLowerThirdHasAKeyAndKeepsItsWords() {
    WindowRig rig(QStringLiteral("en"), ui::ThemeKind::Dark);
    rig.open(1440, 900);
    rig.goLive();
    QTest::keyClick(rig.window.get(), Qt::Key_L);
    QCOMPARE(rig.state().stage.lowerThird, (stage::LowerThird{true, "Ilze", "Dzintars un lins"}));
    QTest::keyClick(rig.window.get(), Qt::Key_L);
    QVERIFY(!rig.state().stage.lowerThird.on);
    QTest::keyClick(rig.window.get(), Qt::Key_L, Qt::ShiftModifier);
    auto* dialog = dialogOf<ui::LowerThirdDialog>(rig);
    QVERIFY(dialog);
    const QList<QLineEdit*> lines = dialog->findChildren<QLineEdit*>();
    lines[0]->setText(QStringLiteral("  Anna   Liepa "));
    lines[1]->clear();
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(rig.state().stage.lowerThird, (stage::LowerThird{true, "Anna Liepa", ""}));
}

void OnPictureTest::timesAreReadAsTheyAreTyped_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("seconds"); // -1: no such time
    const std::pair<const char*, int> all[] = {
        {"5", 300}, {"1:30", 90}, {"1.30", 90}, {"90s", 90},  {" 10 ", 600}, {"1:02:30", 3750},
        {"0", -1},  {"", -1},     {"-3", -1},   {"soon", -1}, {"1441", -1},  {"99999999999", -1}};
    for (const auto& [typed, seconds] : all)
        QTest::newRow(typed) << QString::fromLatin1(typed) << seconds;
}

void OnPictureTest::timesAreReadAsTheyAreTyped() {
    QFETCH(QString, typed);
    QFETCH(int, seconds);
    const std::optional<std::int64_t> ms = ui::countdownMs(typed);
    QCOMPARE(ms ? int(*ms / 1000) : -1, seconds);
}

void OnPictureTest::aCountdownIsStartedByTheKeyboard() {
    WindowRig rig(QStringLiteral("en"), ui::ThemeKind::Dark);
    rig.open(1440, 900);
    rig.goLive();
    QTest::keyClick(rig.window.get(), Qt::Key_T);
    auto* dialog = dialogOf<ui::CountdownDialog>(rig);
    QVERIFY(dialog);
    QTest::keyClicks(&dialog->time(), QStringLiteral("never"));
    QTest::keyClick(dialog, Qt::Key_Return); // its button is off
    QVERIFY(dialog->isVisible());
    dialog->time().selectAll();
    QTest::keyClicks(&dialog->time(), QStringLiteral("1:30"));
    rig.advance(5000); // how long the dialog stood open is no part of it
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(*stage::countdownSeconds(rig.state().stage, rig.clock.now()), 90);
    QTest::keyClick(rig.window.get(), Qt::Key_T, Qt::ShiftModifier);
    QVERIFY(!rig.state().stage.countdown);
}

void OnPictureTest::untilATimeOfDayThatHasPassedIsTomorrow() {
    const ui::Appearance appearance(*qApp, ui::ThemeKind::Dark, QStringLiteral("en"));
    const QDateTime noon(QDate(2026, 5, 4), QTime(12, 0));
    const Instant now{noon.toMSecsSinceEpoch(), 1000};
    ui::CountdownDialog dialog(appearance.theme(), demoState(), now);
    dialog.findChild<QCheckBox*>()->setChecked(true);
    dialog.time().setText(QStringLiteral("12.30"));
    QCOMPARE(dialog.command(now)->untilWallMs, now.wallMs + 1'800'000);
    dialog.time().setText(QStringLiteral("11:59"));
    QCOMPARE(dialog.command(now)->untilWallMs, noon.addDays(1).addSecs(-60).toMSecsSinceEpoch());
    dialog.time().setText(QStringLiteral("25:00"));
    QVERIFY(!dialog.command(now));
}

void OnPictureTest::onTheCardOfTheItemOnAir() {
    WindowRig rig(QStringLiteral("en"), ui::ThemeKind::Dark);
    rig.open(1440, 900);
    rig.goLive();
    rig.airNext(1000);
    rig.airNext(1000);
    QVERIFY(control::currentProduct(rig.state()));
    QTest::keyClick(rig.window.get(), Qt::Key_T);
    auto* dialog = dialogOf<ui::CountdownDialog>(rig);
    QVERIFY(dialog);
    QCheckBox* card = dialog->findChildren<QCheckBox*>().last();
    QVERIFY(card->isEnabled());
    card->setChecked(true);
    QTest::keyClick(dialog, Qt::Key_Return);
    QCOMPARE(rig.state().stage.countdown->aired, rig.state().run.current()->id);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QTest::keyClick(rig.window.get(), Qt::Key_T);
    dialog = dialogOf<ui::CountdownDialog>(rig);
    QVERIFY(dialog);
    QVERIFY(!dialog->findChildren<QCheckBox*>().last()->isEnabled()); // an item counts down once
}

void OnPictureTest::theLabelIsChosenFromTheShowsWords() {
    const ui::Appearance appearance(*qApp, ui::ThemeKind::Dark, QStringLiteral("en"));
    show::Show show = demoState().show;
    QCOMPARE(ui::usualLabels(show).first(),
             QStringLiteral("#reklāma")); // the show is Latvian, the window not
    show::Item item = show.rundown.segments[0].items[1];
    ui::LabelDialog dialog(appearance.theme(), show, item);
    auto* words = dialog.findChild<QComboBox*>();
    QVERIFY(!words->isEnabled());
    dialog.findChild<QCheckBox*>()->setChecked(true);
    QVERIFY(words->isEnabled());
    QCOMPARE(*dialog.change().disclosure, true);
    QVERIFY(dialog.change().disclosureText->empty()); // the show's own: they may change later
    words->setCurrentText(QStringLiteral(" #dāvana  no dravas "));
    QCOMPARE(*dialog.change().disclosureText, "#dāvana no dravas");
}

void OnPictureTest::placesAreKeptInTheSetUp() {
    WindowRig rig(QStringLiteral("en"), ui::ThemeKind::Dark);
    rig.open(1440, 900);
    rig.goLive();
    ui::PlacesDialog dialog(rig.appearance->theme(), rig.state().setUp);
    const QList<QComboBox*> choices = dialog.findChildren<QComboBox*>();
    QCOMPARE(choices.size(), 4);
    choices[0]->setCurrentIndex(choices[0]->findText(QStringLiteral("Top left"))); // the label's
    const auto refused = [&] {
        for (const QLabel* label : dialog.findChildren<QLabel*>()) {
            if (label->text().contains(QStringLiteral("nothing may cover it")))
                return true;
        }
        return false;
    };
    QVERIFY(refused());
    choices[0]->setCurrentIndex(choices[0]->findText(QStringLiteral("Top right")));
    choices[3]->setCurrentIndex(choices[3]->findText(QStringLiteral("Bottom right")));
    QVERIFY(!refused());
    rig.effects.clear();
    QVERIFY(bool(rig.dispatcher->dispatch(
        stage::SetUpEdit{stage::SetOverlayPlaces{stage::CanvasShape::Landscape, dialog.places()}})));
    QCOMPARE(stage::placesOf(rig.state().setUp).card, stage::Place::TopRight);
    const auto told = [](const control::Effect& effect) {
        return std::holds_alternative<control::PlaceOverlays>(effect);
    };
    QVERIFY(std::any_of(rig.effects.begin(), rig.effects.end(), told));
    stage::OverlayPlaces onLabel = dialog.places();
    onLabel.lowerThird = onLabel.label;
    const Result<void> covering = rig.dispatcher->dispatch(
        stage::SetUpEdit{stage::SetOverlayPlaces{stage::CanvasShape::Landscape, onLabel}});
    QVERIFY(!covering);
    QCOMPARE(covering.error().code, ErrorCode::PlaceOfLabel);
    QVERIFY(bool(rig.dispatcher->dispatch(stage::SetUpEdit{stage::SetOverlayPlaces{
        stage::CanvasShape::Landscape, stage::usualPlaces(stage::CanvasShape::Landscape)}})));
    QVERIFY(rig.state().setUp.overlays.empty());
}

void OnPictureTest::wasStandsBesideThePrice() {
    control::State state = demoState();
    state.link = control::LinkHealth::Up;
    state.stock = control::openingStock(state.catalogue);
    commerce::Product& product = state.catalogue.products[0];
    for (commerce::Variant& variant : product.variants) {
        variant.price = product.variants[0].price;
        variant.priorLowest = Money{variant.price.minor + 500, variant.price.currency};
    }
    const QLocale english(QLocale::English);
    QVERIFY(!ui::wasText(state, product, {}, english).isEmpty());
    state.link = control::LinkHealth::Down;
    QVERIFY(ui::wasText(state, product, {}, english).isEmpty());
}

} // namespace vitrina::test

QTEST_MAIN(vitrina::test::OnPictureTest)
#include "OnPictureTest.moc"
