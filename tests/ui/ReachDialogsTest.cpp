// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/PageDialog.hpp"
#include "ui/dialogs/PairDialog.hpp"
#include "ui/models/Needs.hpp"
#include "ui/support/FakeReach.hpp"
#include "ui/support/WindowRig.hpp"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QTemporaryDir>
#include <QTest>

namespace vitrina::test {
namespace {

bool says(const QWidget& dialog, const QString& words) {
    for (const QLabel* label : dialog.findChildren<QLabel*>()) {
        if (label->isVisible() && label->text().contains(words))
            return true;
    }
    return false;
}

ui::Button* button(const QWidget& dialog, const QString& words) {
    for (ui::Button* one : dialog.findChildren<ui::Button*>()) {
        if (one->text() == words)
            return one;
    }
    return nullptr;
}

const ui::Need* need(const std::vector<ui::Need>& needs, const std::string& id) {
    for (const ui::Need& one : needs) {
        if (one.id == id)
            return &one;
    }
    return nullptr;
}

} // namespace

/// Who can open the page: what the dialogs say and ask, and the line before going live.
class ReachDialogsTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowRig> rig_;

    ui::PageDialog& page() {
        rig_->window->showPage();
        return *rig_->window->findChild<ui::PageDialog*>();
    }
    ui::PairDialog& pairing() {
        rig_->window->showPairing();
        return *rig_->window->findChild<ui::PairDialog*>();
    }
    std::vector<ui::Need> needs() { return ui::needsOf(rig_->state(), rig_->clock.now()); }

  private slots:
    void init() {
        rig_ = std::make_unique<WindowRig>(QStringLiteral("en"), ui::ThemeKind::Dark);
        rig_->open(1280, 720);
        rig_->standby();
    }
    void cleanup() { rig_.reset(); }

    void theSwitchAsksAndSaysWhatThePhoneWillWarnOf() {
        ui::PageDialog& dialog = page();
        auto* box = dialog.findChild<QCheckBox*>();
        QVERIFY(box && box->isVisible() && !box->isChecked());
        QVERIFY(!says(dialog, QStringLiteral("SHA-256")));
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(rig_->reach.now.phones);
        rig_->reach.letIn();
        QVERIFY(says(dialog, QStringLiteral("SHA-256")));
        QVERIFY(says(dialog, QStringLiteral("3F 1A 9C 00")));
        QVERIFY(says(dialog, QStringLiteral("hovalo dabeki")));
        QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(!rig_->reach.now.phones);
        QVERIFY(!says(dialog, QStringLiteral("SHA-256")));
    }

    void whyPhonesCantComeInIsSaid() {
        ui::PageDialog& dialog = page();
        rig_->reach.now.phones = true;
        rig_->reach.now.phonesError = {ErrorCode::PortInUse, "port 8443"};
        emit rig_->reach.changed();
        QVERIFY(says(dialog, QStringLiteral("Phones can't be let in.")));
    }

    void theWishForPhonesIsKept() {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("settings.ini"));
        rig_ = std::make_unique<WindowRig>(QStringLiteral("en"), ui::ThemeKind::Dark, true, file);
        rig_->open(1280, 720);
        QVERIFY(!rig_->reach.now.phones);
        page().findChild<QCheckBox*>()->click();
        rig_.reset(); // waits for the writer
        rig_ = std::make_unique<WindowRig>(QStringLiteral("en"), ui::ThemeKind::Dark, true, file);
        QVERIFY(rig_->reach.now.phones);
    }

    void aPairedServerLeavesNoSwitch() {
        rig_->reach.now.elsewhere = "shop.example";
        ui::PageDialog& dialog = page();
        QVERIFY(!dialog.findChild<QCheckBox*>()->isVisible());
        QVERIFY(button(dialog, QStringLiteral("Paired server…")));
    }

    void aCodeIsTakenAndTheAnswerSaid() {
        ui::PairDialog& dialog = pairing();
        auto* code = dialog.findChild<QLineEdit*>();
        ui::Button* pair = button(dialog, QStringLiteral("Pair"));
        QVERIFY(!pair->isEnabled());
        QTest::keyClicks(code, QStringLiteral("shop.example:8444 ABCD-EFGH"));
        QVERIFY(pair->isEnabled());
        QTest::keyClick(code, Qt::Key_Return);
        QCOMPARE(rig_->reach.code, std::string("shop.example:8444 ABCD-EFGH"));
        QVERIFY(!pair->isEnabled());
        QCOMPARE(pair->text(), QStringLiteral("Asking…"));
        rig_->reach.done(Error{ErrorCode::BadFormat, "a letter"});
        QVERIFY(says(dialog, QStringLiteral("a letter is wrong")));
        QCOMPARE(code->text(), QStringLiteral("shop.example:8444 ABCD-EFGH")); // to be put right
        pair->click();
        rig_->reach.done(Error{ErrorCode::NotAuthorised, "over"});
        QVERIFY(says(dialog, QStringLiteral("15 minutes are over")));
        pair->click();
        rig_->reach.done(Error{ErrorCode::LinkDown, "silent"});
        QVERIFY(says(dialog, QStringLiteral("does not answer")));
        pair->click();
        rig_->reach.now.nextTime = "shop.example";
        rig_->reach.done({});
        QVERIFY(says(dialog, QStringLiteral("from the next start")));
        QVERIFY(code->text().isEmpty());
        ui::Button* forget = button(dialog, QStringLiteral("Serve from this computer"));
        QVERIFY(forget->isVisible());
        forget->click();
        QVERIFY(rig_->reach.forgotten);
    }

    void theShowMovesAndCanBeKeptUntilItIsDecided() {
        rig_->reach.now.nextTime = "shop.example";
        ui::PairDialog& dialog = pairing();
        QVERIFY(says(dialog, QStringLiteral("can move to shop.example")));
        auto* progress = dialog.findChild<QProgressBar*>();
        QVERIFY(!progress->isVisible());
        button(dialog, QStringLiteral("Move the show there"))->click();
        QCOMPARE(rig_->reach.movedAway, std::optional(true));
        QVERIFY(progress->isVisible());
        QVERIFY(says(dialog, QStringLiteral("nothing is sold until")));
        ui::Button* cancel = button(dialog, QStringLiteral("Cancel the move"));
        cancel->click();
        QVERIFY(!progress->isVisible());
        cancel->click(); // moves again
        rig_->reach.now.movingPercent = 100;
        rig_->reach.now.movingDecided = true;
        emit rig_->reach.changed();
        QVERIFY(!cancel->isEnabled());
        rig_->reach.now.movingPercent = -1;
        rig_->reach.now.movingDecided = false;
        rig_->reach.now.elsewhere = "shop.example";
        rig_->reach.now.nextTime.clear();
        emit rig_->reach.changed();
        QVERIFY(says(dialog, QStringLiteral("Now shop.example serves the page.")));
        button(dialog, QStringLiteral("Move the show here"))->click();
        QCOMPARE(rig_->reach.movedAway, std::optional(false));
        rig_->reach.now.movingPercent = -1;
        rig_->reach.now.moveError = {ErrorCode::LinkDown, "silent"};
        emit rig_->reach.changed();
        QVERIFY(says(dialog, QStringLiteral("Orders are kept where the show is")));
    }

    void anAnswerAfterTheDialogHasGoneHarmsNothing() {
        ui::PairDialog& dialog = pairing();
        QTest::keyClicks(dialog.findChild<QLineEdit*>(), QStringLiteral("shop.example:8444 ABCD"));
        button(dialog, QStringLiteral("Pair"))->click();
        const auto done = rig_->reach.done;
        const auto now = rig_->reach.now;
        delete &dialog;
        done(Error{ErrorCode::LinkDown, {}});
        QVERIFY(rig_->reach.now == now);
    }

    void beforeGoingLiveTheListSaysWho() {
        const auto title = [this](const char* url) {
            rig_->dispatcher->linkChanged(control::LinkHealth::Up, url, 0);
            const auto all = needs();
            const ui::Need* one = need(all, "openness");
            return one ? one->title : QString();
        };
        QCOMPARE(title("https://192.168.1.20:8443/"), QStringLiteral("This network can open the page"));
        QCOMPARE(title("http://127.0.0.1:8080/"), QStringLiteral("Only this computer can open the page"));
        QCOMPARE(title("https://shop.example/"), QStringLiteral("Everyone can open the page"));
        rig_->dispatcher->faultRaised("page", ErrorCode::LinkDown, "shop.example");
        QCOMPARE(title("https://shop.example/"), QString());
        const auto all = needs();
        const ui::Need* fault = need(all, "fault:page");
        QVERIFY(fault && fault->title == QStringLiteral("Viewers can't open the page's address"));
        rig_->dispatcher->faultCleared("page");
        QVERIFY(rig_->dispatcher->dispatch(show::GoLive{}));
        const auto live = needs();
        QVERIFY(!need(live, "openness"));
    }
};

} // namespace vitrina::test

QTEST_MAIN(vitrina::test::ReachDialogsTest)
#include "ReachDialogsTest.moc"
