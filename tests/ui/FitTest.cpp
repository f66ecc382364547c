// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/Monitor.hpp"
#include "ui/panels/PanicRow.hpp"
#include "ui/panels/Pills.hpp"
#include "ui/panels/ShowBar.hpp"
#include "ui/panels/TakeColumn.hpp"
#include "ui/shell/Body.hpp"
#include "ui/support/Surfaces.hpp"
#include "ui/theme/Figures.hpp"
#include "ui/widgets/Button.hpp"
#include "ui/widgets/Labels.hpp"

#include <QLabel>
#include <QTest>

/// No word and no figure is cut off: in both languages, at the smallest window there is, live and in standby.
namespace vitrina::test {

class FitTest final : public QObject {
    Q_OBJECT

  private slots:
    void everySurfaceFits_data() { addSurfaceRows(false); }
    void everySurfaceFits();
    void nothingIsClipped_data();
    void nothingIsClipped();
    void stripsKeepRoomForTheirFigures_data();
    void stripsKeepRoomForTheirFigures();
};

namespace {

bool fits(const QWidget& widget) {
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        if (qobject_cast<const ui::ElidedLabel*>(label))
            return true; // a name: its whole is in the tool tip
        if (label->wordWrap())
            return label->heightForWidth(label->width()) <= label->height();
        return label->fontMetrics().horizontalAdvance(label->text()) <= label->contentsRect().width();
    }
    return widget.width() >= widget.minimumSizeHint().width() &&
           widget.visibleRegion().boundingRect() == widget.rect();
}

void walk(const QWidget& root) {
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        const bool hasWords =
            qobject_cast<const QLabel*>(widget) || qobject_cast<const QAbstractButton*>(widget) ||
            qobject_cast<const ui::StatLabel*>(widget) || qobject_cast<const ui::LivePill*>(widget);
        if (!hasWords || !widget->isVisible() || widget->visibleRegion().isEmpty())
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const auto* label = qobject_cast<const QLabel*>(widget);
        const QString words = button ? button->text() : label ? label->text() : widget->accessibleName();
        QVERIFY2(fits(*widget), qPrintable(QStringLiteral("%1 “%2” is %3 wide, wants %4")
                                               .arg(QLatin1String(widget->metaObject()->className()), words)
                                               .arg(widget->width())
                                               .arg(widget->minimumSizeHint().width())));
    }
}

} // namespace

void FitTest::everySurfaceFits() {
    const ShownSurface shown;
    const QSize least = shown.widget->minimumSizeHint();
    QVERIFY(shown.widget->width() >= least.width() && shown.widget->height() >= least.height());
    walk(*shown.widget);
}

void FitTest::nothingIsClipped_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    for (const char* language : {"en", "lv"})
        for (const QSize size : {QSize(1280, 720), QSize(1440, 900), QSize(1920, 1080)})
            QTest::addRow("%s-%d", language, size.width()) << QString::fromLatin1(language) << size;
}

void FitTest::nothingIsClipped() {
    QFETCH(QString, language);
    QFETCH(QSize, size);
    WindowRig rig(language, ui::ThemeKind::Dark);
    rig.open(size.width(), size.height());
    rig.standby();
    rig.settle();
    QCOMPARE(rig.window->size(), size);
    walk(*rig.window);
    QVERIFY(bool(rig.dispatcher->dispatch(show::GoLive{})));
    for (int i = 0; i < 3; ++i)
        rig.airNext(300'000);
    rig.server(audience::Fact{audience::ViewersCounted{12'840, 14'020}});
    for (int i = 0; i < 20; ++i)
        rig.order("LM-500", 3);
    rig.dispatcher->engineSaid(engine::OutputChanged{
        OutputId{"facebook"}, {stage::OutputHealth::Reconnecting, {}, ErrorCode::OutputLost, {}, {}}});
    rig.camera("test", stage::SourceHealth::Lost);
    rig.advance(12'000);
    rig.settle();
    walk(*rig.window);
    rig.window->showBar().pressEnd();
    rig.settle();
    walk(*rig.window);
    rig.window->panicRow().toggle();
    rig.settle();
    walk(*rig.window);
    rig.window->panicRow().press(ui::PanicKind::Slate);
    rig.settle();
    walk(*rig.window);
    rig.window->panicRow().press(ui::PanicKind::Slate);
    rig.server(audience::Fact{audience::ChatSwitched{false}});
    rig.server(commerce::Fact{commerce::SalesSwitched{false}});
    rig.settle();
    walk(*rig.window);
}

void FitTest::stripsKeepRoomForTheirFigures_data() {
    nothingIsClipped_data();
}

void FitTest::stripsKeepRoomForTheirFigures() {
    QFETCH(QString, language);
    QFETCH(QSize, size);
    WindowRig rig(language, ui::ThemeKind::Dark);
    rig.open(size.width(), size.height());
    rig.goLive();
    ui::Body& body = rig.window->stageBody();
    for (int i = 0; i < 13; ++i) {
        // Long over its time, sold out, all in checkouts or unknown: each says more than the usual.
        rig.airNext(i % 3 == 0 ? 700'000 : 10'000);
        if (i == 2)
            rig.order("BB-22", 3);
        if (i == 8)
            rig.dispatcher->linkChanged(control::LinkHealth::Down, "http://192.168.1.20:8080/", 0);
        rig.settle();
        for (ui::Monitor* monitor : {&body.preview(), &body.program()})
            if (monitor->strip().content().filled)
                QVERIFY2(monitor->strip().figuresWidth() <= monitor->strip().width(),
                         qPrintable(monitor->strip().content().title));
    }
}

} // namespace vitrina::test

QTEST_MAIN(vitrina::test::FitTest)
#include "FitTest.moc"
