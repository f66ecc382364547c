// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: screenshot
#include "ui/dialogs/ImportDialog.hpp"
#include "ui/dialogs/ItemDialog.hpp"
#include "ui/models/RundownWords.hpp"
#include "ui/panels/RundownPanel.hpp"
#include "ui/shell/Body.hpp"
#include "ui/shell/RundownDesk.hpp"
#include "ui/support/WindowRig.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QPixmap>
#include <QTest>
#include <QTreeView>

/// Pictures of the rundown and its dialogs in both languages, themes and sizes, and that no word in them is
/// cut off.
namespace vitrina::test {

class RundownScreenshotTest final : public QObject {
    Q_OBJECT

  private slots:
    void pictures_data();
    void pictures();
};

namespace {

void mark(WindowRig& rig, int part, int row, show::ItemMark mark) {
    show::ChangeItem change;
    change.item = rig.state().show.rundown.segments[std::size_t(part)].items[std::size_t(row)].id;
    change.mark = mark;
    if (!rig.dispatcher->dispatch(show::Edit{change}))
        qFatal("no mark");
}

void prepare(WindowRig& rig) {
    mark(rig, 0, 0, show::ItemMark::Guest);
    mark(rig, 1, 1, show::ItemMark::Highlight);
    mark(rig, 1, 2, show::ItemMark::Care);
    mark(rig, 1, 5, show::ItemMark::Technical);
    const show::Segment& last = rig.state().show.rundown.segments.back();
    if (!rig.dispatcher->dispatch(show::Edit{show::SetStandby{last.items[1].id, true}}))
        qFatal("nothing in reserve");
}

void save(QWidget& widget, const QString& name) {
    const QString folder = QStringLiteral(VITRINA_BINARY_DIR "/../screenshots");
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(widget.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
}

/// Labels, buttons and lists show all of their words.
void nothingIsCut(QWidget& dialog, QSize screen) {
    QVERIFY2(dialog.width() <= screen.width() && dialog.height() <= screen.height(),
             qPrintable(QStringLiteral("%1x%2").arg(dialog.width()).arg(dialog.height())));
    for (const QWidget* widget : dialog.findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        const auto* label = qobject_cast<const QLabel*>(widget);
        const auto* box = qobject_cast<const QComboBox*>(widget);
        if (label && !label->wordWrap())
            QVERIFY2(label->fontMetrics().horizontalAdvance(label->text()) <= label->width(),
                     qPrintable(label->text()));
        if (box && !box->isEditable())
            QVERIFY2(box->fontMetrics().horizontalAdvance(box->currentText()) <= box->width() - 28,
                     qPrintable(box->currentText()));
        if (qobject_cast<const QAbstractButton*>(widget))
            QVERIFY2(widget->width() >= widget->minimumSizeHint().width(),
                     qPrintable(widget->accessibleName()));
        if (widget->focusPolicy() != Qt::NoFocus && (box || qobject_cast<const QAbstractButton*>(widget)))
            QVERIFY(!widget->accessibleName().isEmpty());
    }
}

CsvTable someTable() {
    const Result<CsvTable> table = readCsv(
        "Rudens tirgus;;;;\nDaļa;Nosaukums;Laiks;Prece;Piezīme\nIevads;Sveiciens un kā pirkt;1:30;;\n"
        ";Bērza koka bļoda;8:00;BB-22;parādīt dibenu\n;Auskari;drīz;;\nRudens galds;Medus;90s;LM-500;\n"
        ";Karote;3:00;Karote no ozola;\n;Vilnas zeķes, rakstainas;6.30;;ļoti gara piezīme par to, ko "
        "nedrīkst aizmirst\n");
    if (!table)
        qFatal("no table");
    return *table;
}

} // namespace

void RundownScreenshotTest::pictures_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("theme");
    QTest::addColumn<QSize>("size");
    for (const char* language : {"en", "lv"})
        for (const ui::ThemeKind theme : {ui::ThemeKind::Dark, ui::ThemeKind::Light})
            for (const QSize size : {QSize(1440, 900), QSize(1280, 720)})
                QTest::addRow("%s-%s-%d", language, theme == ui::ThemeKind::Dark ? "dark" : "light",
                              size.width())
                    << QString::fromLatin1(language) << int(theme) << size;
}

void RundownScreenshotTest::pictures() {
    QFETCH(QString, language);
    QFETCH(int, theme);
    QFETCH(QSize, size);
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    WindowRig rig(language, ui::ThemeKind(theme), false);
    rig.open(size.width(), size.height());
    rig.standby();
    prepare(rig);
    rig.window->togglePlan();
    ui::RundownPanel& panel = rig.window->stageBody().rundown();
    panel.shelf().setOpen(true);
    panel.view().setCurrentIndex(panel.model().index(1, 0, panel.model().index(1, 0)));
    rig.settle();
    QVERIFY(rig.window->stageBody().isPlan());
    save(*rig.window, QStringLiteral("plan-") + tag);

    rig.window->rundownDesk().editRow(rig.state().show.rundown.segments[1].items[1].id);
    ui::ItemDialog& item = *rig.window->rundownDesk().itemDialog();
    QVERIFY(QTest::qWaitForWindowExposed(&item));
    save(item, QStringLiteral("item-") + tag);
    nothingIsCut(item, size);
    item.close();

    ui::ImportDialog import(rig.appearance->theme());
    import.offer(QStringLiteral("rudens-tirgus.csv"), someTable(), ui::productNames(rig.state().catalogue),
                 {});
    QVERIFY(QTest::qWaitForWindowExposed(&import));
    QVERIFY(import.reports().count() >= 2);
    save(import, QStringLiteral("import-") + tag);
    nothingIsCut(import, size);
    import.leaveOut().setChecked(true);
    QVERIFY(import.importButton().isEnabled());
    import.close();

    QVERIFY(bool(rig.dispatcher->dispatch(show::GoLive{})));
    for (const int seconds : {280, 500, 400, 610, 200, 100})
        rig.airNext(seconds * 1000);
    rig.settle();
    save(*rig.window, QStringLiteral("rundown-live-") + tag);
    QVERIFY(panel.shelf().isVisible());
}

} // namespace vitrina::test

QTEST_MAIN(vitrina::test::RundownScreenshotTest)
#include "RundownScreenshotTest.moc"
