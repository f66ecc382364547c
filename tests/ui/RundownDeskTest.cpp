// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/RundownDesk.hpp"
#include "ui/dialogs/ErrorDialog.hpp"
#include "ui/dialogs/ImportDialog.hpp"
#include "ui/dialogs/ItemDialog.hpp"
#include "ui/panels/InfoStrip.hpp"
#include "ui/panels/Monitor.hpp"
#include "ui/panels/RundownPanel.hpp"
#include "ui/shell/Body.hpp"
#include "ui/support/WindowRig.hpp"
#include "ui/widgets/ErrorText.hpp"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

/// Rows by the mouse, the shelf, columns, marks, the dialog of a row, tables in and out: while live.
namespace vitrina::test {

using ui::RundownPanel;

class RundownDeskTest final : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup() { rig_.reset(); }

    void aRowIsDragged();
    void aRowIsDraggedToAnotherPart();
    void escDropsNothing();
    void theRowOnAirStays();
    void aPartIsDragged();
    void selectionStaysWithItsRow();
    void theShelfPutsARowNext();
    void columnsAreChosenAndKept();
    void thePlanHasTheWholeWindow();
    void rowsAreMarked();
    void aRowIsEditedByKeyboard();
    void aProductIsFoundByAPartOfItsName();
    void theNextRowAsksTwice();
    void aRowThatGoesWhileEdited();
    void aTakeGoesThroughADialog();
    void aTableComesInAsOneStep();
    void badRowsAreSaidFirst();
    void fiftyThousandRowsAreTooMany();
    void aTableThatCantBeRead_data();
    void aTableThatCantBeRead();
    void theMappingIsRemembered();
    void whatGoesOutComesIn();

  private:
    RundownPanel& panel() { return rig_->window->stageBody().rundown(); }
    QTreeView& tree() { return panel().view(); }
    ui::RundownModel& model() { return panel().model(); }
    ui::RundownDesk& desk() { return rig_->window->rundownDesk(); }
    const show::Rundown& rundown() { return rig_->state().show.rundown; }
    const show::Item& item(int part, int number) {
        return rundown().segments[std::size_t(part)].items[std::size_t(number)];
    }
    QModelIndex index(int part, int number) { return model().index(number, 0, model().index(part, 0)); }
    void select(int part, int number) {
        tree().setFocus();
        tree().setCurrentIndex(index(part, number));
    }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : rig_->window.get(), Qt::Key(key), modifiers);
        rig_->settle();
    }
    void mouse(QEvent::Type type, const QPoint& at, Qt::MouseButtons held) {
        QWidget* rows = tree().viewport();
        QMouseEvent event(type, at, rows->mapToGlobal(at),
                          type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, held, Qt::NoModifier);
        QApplication::sendEvent(rows, &event);
    }
    /// From the middle of one row to the upper or lower edge of another.
    void drag(const QModelIndex& from, const QModelIndex& to, bool below, bool release = true) {
        const QRect target = tree().visualRect(to);
        const QPoint end(target.left() + 200, below ? target.bottom() - 3 : target.top() + 3);
        mouse(QEvent::MouseButtonPress, tree().visualRect(from).center(), Qt::LeftButton);
        mouse(QEvent::MouseMove, end - QPoint(0, 1), Qt::LeftButton);
        mouse(QEvent::MouseMove, end, Qt::LeftButton);
        if (release)
            mouse(QEvent::MouseButtonRelease, end, Qt::NoButton);
        rig_->settle();
    }
    QString refusal() { return rig_->window->stageBody().preview().strip().accessibleName(); }
    /// A closed dialog gives the window back; here no window manager does.
    void backToTheWindow() {
        rig_->window->activateWindow();
        if (!QTest::qWaitForWindowActive(rig_->window.get()))
            qFatal("the window does not become active");
    }
    ui::ItemDialog& openRow(int part, int number) {
        backToTheWindow();
        select(part, number);
        key(Qt::Key_Return, Qt::AltModifier);
        if (!desk().itemDialog() || !desk().itemDialog()->isVisible())
            qFatal("the dialog of the row does not open");
        return *desk().itemDialog();
    }
    QString write(const QByteArray& table, const QString& name = QStringLiteral("rows.csv")) {
        const QString path = folder_.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(table) != table.size())
            qFatal("no file to import");
        return path;
    }
    ui::ImportDialog& offered(const QByteArray& table) {
        desk().importFrom(write(table));
        if (!QTest::qWaitFor([&] { return desk().importDialog() && desk().importDialog()->isVisible(); }))
            qFatal("the table is not offered");
        return *desk().importDialog();
    }
    QTemporaryDir folder_;
    std::unique_ptr<WindowRig> rig_;
};

void RundownDeskTest::init() {
    rig_ = std::make_unique<WindowRig>(QStringLiteral("en"), ui::ThemeKind::Dark);
    rig_->open(1440, 900);
    rig_->goLive();
    rig_->settle();
}

void RundownDeskTest::aRowIsDragged() {
    const std::string first = item(0, 1).id.value;
    const std::string second = item(0, 2).id.value;
    drag(index(0, 1), index(0, 2), true);
    QCOMPARE(item(0, 1).id.value, second);
    QCOMPARE(item(0, 2).id.value, first);
    QCOMPARE(rundown().revision, std::uint64_t(2));
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(item(0, 1).id.value, first);
    // To where it is already: no step.
    const std::uint64_t revision = rundown().revision;
    drag(index(0, 1), index(0, 2), false);
    QCOMPARE(rundown().revision, revision);
}

void RundownDeskTest::aRowIsDraggedToAnotherPart() {
    const std::string moved = item(0, 1).id.value;
    const std::size_t count = rundown().segments[1].items.size();
    drag(index(0, 1), index(1, 0), true);
    QCOMPARE(rundown().segments[1].items.size(), count + 1);
    QCOMPARE(item(1, 1).id.value, moved);
    // Above a heading is the end of the part before it.
    drag(index(1, 1), model().index(1, 0), false);
    QCOMPARE(rundown().segments[0].items.back().id.value, moved);
}

void RundownDeskTest::escDropsNothing() {
    const show::Rundown before = rundown();
    drag(index(0, 1), index(0, 2), true, false);
    QVERIFY(panel().drag().active());
    QTest::keyClick(&tree(), Qt::Key_Escape);
    QVERIFY(!panel().drag().active());
    mouse(QEvent::MouseButtonRelease, tree().visualRect(index(0, 2)).center(), Qt::NoButton);
    QVERIFY(rundown() == before);
}

void RundownDeskTest::theRowOnAirStays() {
    rig_->airNext(1000);
    rig_->settle();
    const show::Rundown before = rundown();
    drag(index(0, 0), index(0, 2), true);
    QVERIFY(!panel().drag().active());
    QVERIFY(rundown() == before);
    QVERIFY(refusal().contains(QStringLiteral("on air")));
    // Nor does its part.
    drag(model().index(0, 0), index(1, 2), true);
    QVERIFY(rundown() == before);
    QVERIFY(!refusal().isEmpty());
}

void RundownDeskTest::aPartIsDragged() {
    const std::string first = rundown().segments[0].id.value;
    const std::string second = rundown().segments[1].id.value;
    drag(model().index(1, 0), index(0, 0), false);
    QCOMPARE(rundown().segments[0].id.value, second);
    QCOMPARE(rundown().segments[1].id.value, first);
    // By key and back.
    tree().setFocus();
    tree().setCurrentIndex(model().index(0, 0));
    key(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(rundown().segments[0].id.value, first);
    QCOMPARE(model().row(tree().currentIndex())->id, second);
}

void RundownDeskTest::selectionStaysWithItsRow() {
    select(0, 2);
    const std::string selected = item(0, 2).id.value;
    QVERIFY(bool(rig_->dispatcher->dispatch(show::Edit{show::RemoveItem{item(0, 1).id}})));
    rig_->settle();
    QCOMPARE(model().row(tree().currentIndex())->id, selected);
    QVERIFY(bool(rig_->dispatcher->dispatch(
        show::Edit{show::MoveItem{ItemId{selected}, rundown().segments[1].id, 0}})));
    rig_->settle();
    QCOMPARE(model().row(tree().currentIndex())->id, selected);
}

void RundownDeskTest::theShelfPutsARowNext() {
    rig_->airNext(1000);
    select(1, 1);
    const ItemId spare = item(1, 1).id;
    const ItemId next = rig_->state().run.next;
    QVERIFY(bool(rig_->dispatcher->dispatch(show::Edit{show::SetStandby{spare, true}})));
    rig_->settle();
    ui::Shelf& shelf = panel().shelf();
    QVERIFY(shelf.isVisible());
    tree().setFocus();
    key(Qt::Key_R);
    QVERIFY(shelf.list().hasFocus());
    for (int i = 0; i < shelf.list().count(); ++i)
        if (shelf.list().item(i)->text().startsWith(QString::fromStdString(item(1, 1).title)))
            shelf.list().setCurrentRow(i);
    key(Qt::Key_Return);
    QCOMPARE(rig_->state().run.next, spare);
    QCOMPARE(show::itemAfter(rundown(), spare)->id, next);
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(rig_->state().run.next, next);
    // The same by Enter on its row.
    tree().setFocus();
    tree().setCurrentIndex(model().find(spare.value));
    emit tree().activated(tree().currentIndex());
    rig_->settle();
    QCOMPARE(rig_->state().run.next, spare);
}

void RundownDeskTest::columnsAreChosenAndKept() {
    const auto shown = [](RundownPanel& panel, ui::RundownColumn column) {
        return panel.delegate().columnsFor(panel.view().viewport()->width())[column].width > 0;
    };
    const auto toggle = [](RundownPanel& panel, ui::RundownColumn column) {
        panel.columnsMenu().actions().at(int(column) - 1)->trigger();
    };
    QVERIFY(shown(panel(), ui::RundownColumn::Scene));
    QVERIFY(!shown(panel(), ui::RundownColumn::StartsAt));
    ui::Remembered memory(folder_.filePath(QStringLiteral("settings.ini")));
    {
        ui::Art art(rig_->appearance->theme(), {});
        RundownPanel first(rig_->appearance->theme(), art);
        first.resize(700, 400);
        first.useMemory(memory);
        toggle(first, ui::RundownColumn::Scene);
        toggle(first, ui::RundownColumn::StartsAt);
        RundownPanel second(rig_->appearance->theme(), art);
        second.resize(700, 400);
        second.useMemory(memory);
        second.show();
        QVERIFY(!shown(second, ui::RundownColumn::Scene));
        QVERIFY(shown(second, ui::RundownColumn::StartsAt));
        // The title is never squeezed out: the least needed give way.
        for (const ui::RundownColumn column : ui::rundownColumnList)
            if (!second.delegate().shown().contains(column))
                toggle(second, column);
        const ui::RundownColumns narrow = second.delegate().columnsFor(470);
        QVERIFY(narrow.title.width >= 100);
        QCOMPARE(narrow[ui::RundownColumn::PlannedAt].width, 0);
        QVERIFY(narrow[ui::RundownColumn::Stock].width > 0);
    }
}

void RundownDeskTest::thePlanHasTheWholeWindow() {
    rig_.reset(); // one window at a time has the keys
    WindowRig rig(QStringLiteral("en"), ui::ThemeKind::Dark);
    rig.open(1280, 720);
    rig.standby();
    rig.settle();
    ui::Body& body = rig.window->stageBody();
    QTest::keyClick(rig.window.get(), Qt::Key_P, Qt::ControlModifier);
    QVERIFY(body.isPlan());
    QVERIFY(!body.program().isVisible());
    QVERIFY(body.rundown().width() > 1200);
    const ui::RundownColumns columns = body.rundown().delegate().columnsFor(1240);
    QVERIFY(columns[ui::RundownColumn::PlannedAt].width > 0);
    // Live, everything is back, and it can't be taken away.
    QVERIFY(bool(rig.dispatcher->dispatch(show::GoLive{})));
    rig.settle();
    QVERIFY(!body.isPlan());
    QVERIFY(body.program().isVisible());
    QTest::keyClick(rig.window.get(), Qt::Key_P, Qt::ControlModifier);
    QVERIFY(!body.isPlan());
}

void RundownDeskTest::rowsAreMarked() {
    select(0, 1);
    QAction* marks = nullptr;
    for (QAction* action : panel().editor().actions())
        if (action->menu())
            marks = action;
    QVERIFY(marks);
    marks->menu()->actions().at(int(show::ItemMark::Guest))->trigger();
    rig_->settle();
    QCOMPARE(item(0, 1).mark, show::ItemMark::Guest);
    QVERIFY(index(0, 1).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("guest")));
    QVERIFY(marks->menu()->actions().at(int(show::ItemMark::Guest))->isChecked());
}

void RundownDeskTest::aRowIsEditedByKeyboard() {
    ui::ItemDialog& dialog = openRow(0, 2);
    auto* title = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(title);
    QTest::keyClicks(title, QStringLiteral("Typed anew"));
    key(Qt::Key_Tab); // kind
    key(Qt::Key_Tab); // planned time
    auto* planned = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(planned);
    planned->selectAll();
    QTest::keyClicks(planned, QStringLiteral("90s"));
    dialog.findChild<QPlainTextEdit*>()->setFocus();
    dialog.findChild<QPlainTextEdit*>()->selectAll();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("one"));
    key(Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("two"));
    const std::uint64_t revision = rundown().revision;
    key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(item(0, 2).title, "Typed anew");
    QCOMPARE(item(0, 2).plannedMs, 90'000);
    QCOMPARE(item(0, 2).talkingPoints, (std::vector<std::string>{"one", "two"}));
    QCOMPARE(rundown().revision, revision + 1);
    // Nothing changed, or left with Esc: no step.
    openRow(0, 2);
    key(Qt::Key_Return, Qt::ControlModifier);
    openRow(0, 2);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Not this"));
    key(Qt::Key_Escape);
    QCOMPARE(rundown().revision, revision + 1);
    QVERIFY(!dialog.isVisible());
}

void RundownDeskTest::aProductIsFoundByAPartOfItsName() {
    ui::ItemDialog& dialog = openRow(0, 2);
    QComboBox& product = dialog.form().product();
    QVERIFY(product.isEnabled());
    const commerce::Product& wanted = rig_->state().catalogue.products.front();
    product.setFocus();
    product.lineEdit()->selectAll();
    QTest::keyClicks(product.lineEdit(), QStringLiteral("no such thing"));
    key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(dialog.isVisible());
    QCOMPARE(dialog.note(), ui::errorSentence(ErrorCode::UnknownProduct));
    product.lineEdit()->selectAll();
    QTest::keyClicks(product.lineEdit(), QStringLiteral("DVIEL"));
    QTest::keyClick(product.completer()->popup(), Qt::Key_Down);
    QTest::keyClick(product.completer()->popup(), Qt::Key_Return);
    key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(item(0, 2).product, wanted.id);
}

void RundownDeskTest::theNextRowAsksTwice() {
    ui::ItemDialog& dialog = openRow(0, 0);
    QVERIFY(dialog.note().contains(QStringLiteral("next")));
    auto scene = dialog.findChildren<QComboBox*>();
    scene.at(1)->setCurrentIndex(scene.at(1)->currentIndex() == 3 ? 4 : 3);
    const SceneRole before = item(0, 0).role;
    key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(dialog.isVisible());
    QCOMPARE(item(0, 0).role, before);
    key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!dialog.isVisible());
    QVERIFY(item(0, 0).role != before);
}

void RundownDeskTest::aRowThatGoesWhileEdited() {
    ui::ItemDialog& dialog = openRow(0, 2);
    const ItemId gone = item(0, 2).id;
    QVERIFY(bool(rig_->dispatcher->dispatch(show::Edit{show::RemoveItem{gone}})));
    rig_->settle();
    QVERIFY(dialog.note().contains(QStringLiteral("no longer")));
    const std::uint64_t revision = rundown().revision;
    key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(dialog.isVisible());
    QCOMPARE(rundown().revision, revision);
}

void RundownDeskTest::aTakeGoesThroughADialog() {
    ui::ItemDialog& dialog = openRow(0, 2);
    key(Qt::Key_F12);
    QVERIFY(rig_->state().run.current());
    QVERIFY(dialog.isVisible());
}

void RundownDeskTest::aTableComesInAsOneStep() {
    const std::vector<show::Segment> before = rundown().segments;
    ui::ImportDialog& dialog = offered("Part;Title;Time\nLate;One;1:30\n;Two;90s\nLast;Three;1.30\n");
    QVERIFY(dialog.importButton().isEnabled());
    QVERIFY(rundown().segments == before);
    dialog.importButton().click();
    rig_->settle();
    QCOMPARE(rundown().segments.size(), before.size() + 2);
    const show::Segment& late = rundown().segments[before.size()];
    QCOMPARE(late.title, "Late");
    QCOMPARE(late.items[1].title, "Two");
    QCOMPARE(late.items[1].plannedMs, 90'000);
    QVERIFY(!late.items[1].id.empty());
    QCOMPARE(rundown().revision, std::uint64_t(2));
    backToTheWindow();
    tree().setFocus();
    key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(rundown().segments == before);
    // In place of what is there, but for the row on air.
    rig_->airNext(1000);
    ui::ImportDialog& again = offered("Title;Time\nOnly;1:00\n");
    again.replacing().setChecked(true);
    again.importButton().click();
    rig_->settle();
    QCOMPARE(rundown().segments.size(), std::size_t(2));
    QCOMPARE(item(0, 0).id, rig_->state().run.current()->item.id);
    QCOMPARE(item(1, 0).title, "Only");
    QCOMPARE(rig_->state().run.next, item(1, 0).id);
}

void RundownDeskTest::badRowsAreSaidFirst() {
    const show::Rundown before = rundown();
    ui::ImportDialog& dialog =
        offered("Title;Time;Product\nOne;soon;\nTwo;1:00;Nothing we sell\nThree;1:00;\n");
    QVERIFY(!dialog.importButton().isEnabled());
    QCOMPARE(dialog.reports().count(), 2);
    QVERIFY(dialog.reports().item(0)->text().startsWith(QStringLiteral("Line 2:")));
    QVERIFY(dialog.reports().item(1)->text().contains(QStringLiteral("Nothing we sell")));
    dialog.importButton().click();
    rig_->settle();
    QVERIFY(rundown() == before);
    dialog.leaveOut().setChecked(true);
    dialog.importButton().click();
    rig_->settle();
    QCOMPARE(rundown().segments.back().items.size(), std::size_t(1));
    QCOMPARE(rundown().segments.back().items[0].title, "Three");
}

void RundownDeskTest::fiftyThousandRowsAreTooMany() {
    const show::Rundown before = rundown();
    QByteArray table("Title;Time\n");
    for (int i = 0; i < 50'000; ++i)
        table += "Row " + QByteArray::number(i) + ";1:30\n";
    ui::ImportDialog& dialog = offered(table);
    QVERIFY(!dialog.importButton().isEnabled());
    bool said = false;
    for (const QLabel* label : dialog.findChildren<QLabel*>())
        said = said || label->text().contains(QString::number(show::maxPlanItems));
    QVERIFY(said);
    QVERIFY(rundown() == before);
}

void RundownDeskTest::aTableThatCantBeRead_data() {
    QTest::addColumn<QByteArray>("table");
    QTest::newRow("a workbook") << QByteArray("PK\x03\x04\x00\x00", 6);
    QTest::newRow("an open quote") << QByteArray("Title;Time\nOne;\"1:00\n");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("too large") << QByteArray(qsizetype(maxCsvBytes) + 1, 'a');
}

void RundownDeskTest::aTableThatCantBeRead() {
    QFETCH(QByteArray, table);
    const show::Rundown before = rundown();
    desk().importFrom(write(table));
    QTRY_VERIFY(rig_->window->findChild<ui::ErrorDialog*>());
    QVERIFY(!desk().importDialog());
    QVERIFY(rundown() == before);
}

void RundownDeskTest::theMappingIsRemembered() {
    const QByteArray table("Headline;When;Extra\nOne;1:00;smile\n");
    ui::ImportDialog& dialog = offered(table);
    QCOMPARE(dialog.plan().rows, std::size_t(1));
    dialog.column(2).setCurrentIndex(dialog.column(2).findData(int(show::PlanColumn::Note)));
    dialog.importButton().click();
    rig_->settle();
    QCOMPARE(rundown().segments.back().items[0].plannedMs, 60'000);
    QCOMPARE(rundown().segments.back().items[0].note, "smile");
    // The same headings again: read the same way. Others are guessed as ever.
    QCOMPARE(offered(table).column(2).currentData().toInt(), int(show::PlanColumn::Note));
    dialog.close();
    QCOMPARE(offered("Headline;When;More\nOne;1:00;smile\n").column(2).currentData().toInt(),
             int(show::PlanColumn::None));
}

void RundownDeskTest::whatGoesOutComesIn() {
    const std::vector<show::Segment> before = rundown().segments;
    const QString path = folder_.filePath(QStringLiteral("out.csv"));
    desk().exportTo(path);
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    ui::ImportDialog& dialog = offered(file.readAll());
    QCOMPARE(dialog.plan().badRows, std::size_t(0));
    std::vector<show::Segment> plain = before;
    for (show::Segment& segment : plain) {
        segment.id = {};
        for (show::Item& item : segment.items)
            item.id = {};
    }
    QVERIFY(dialog.plan().segments == plain);
    desk().exportTo(QStringLiteral("/nowhere/out.csv"));
    QTRY_VERIFY(rig_->window->findChild<ui::ErrorDialog*>());
}

} // namespace vitrina::test

QTEST_MAIN(vitrina::test::RundownDeskTest)
#include "RundownDeskTest.moc"
