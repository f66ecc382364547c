// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/Pills.hpp"
#include "ui/support/Surfaces.hpp"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>

/// Whoever can't see or can't hold a mouse: every control of window and dialogs has a name and is reached by
/// Tab.
namespace vitrina::test {

class AccessTest final : public QObject {
    Q_OBJECT

  private slots:
    void everyControlHasANameAndIsPressedOnce_data() { addSurfaceRows(false); }
    void everyControlHasANameAndIsPressedOnce();
    void tabReachesEveryControl_data() { addSurfaceRows(false, {"en"}); } // its order has no language
    void tabReachesEveryControl();
};

namespace {

/// Can be worked: what has the focus by Tab, and what looks as if it could be pressed, whether it has or not.
bool isControl(QWidget* widget) {
    if (!widget->isVisible() || !widget->isEnabled() || qobject_cast<QScrollBar*>(widget))
        return false;
    // Words over columns and before rows; one that sorts when pressed is a control.
    if (const auto* header = qobject_cast<QHeaderView*>(widget); header && !header->sectionsClickable())
        return false;
    // The field of a spin box and the list of a combo box are parts of it.
    for (QWidget* parent = widget->parentWidget(); parent; parent = parent->parentWidget())
        if (qobject_cast<QAbstractSpinBox*>(parent) || qobject_cast<QComboBox*>(parent))
            return false;
    if (const auto* pill = qobject_cast<ui::OutputPill*>(widget))
        return pill->isPressable();
    return qobject_cast<QAbstractButton*>(widget) || qobject_cast<QAbstractSlider*>(widget) ||
           qobject_cast<QAbstractItemView*>(widget) || qobject_cast<QAbstractSpinBox*>(widget) ||
           qobject_cast<QComboBox*>(widget) || qobject_cast<QLineEdit*>(widget) ||
           (widget->focusPolicy() & Qt::TabFocus) || widget->cursor().shape() == Qt::PointingHandCursor ||
           widget->metaObject()->indexOfSignal("clicked()") >= 0;
}

QString nameOf(const QWidget& widget) {
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    return widget.accessibleName().isEmpty() && button ? button->text() : widget.accessibleName();
}

QString describe(const QWidget& widget) {
    return QStringLiteral("%1 “%2” in %3")
        .arg(QLatin1String(widget.metaObject()->className()), nameOf(widget),
             widget.parentWidget() ? QLatin1String(widget.parentWidget()->metaObject()->className())
                                   : QLatin1String("nothing"));
}

QList<QWidget*> controlsOf(const QWidget& root) {
    QList<QWidget*> controls;
    for (QWidget* widget : root.findChildren<QWidget*>())
        if (widget->window() == &root && isControl(widget))
            controls << widget;
    return controls;
}

/// A key that is held is one press, never the second one that a doubtful act wants.
void noKeyRepeatsAnAct(QWidget& root) {
    // The rundown's own keys may repeat: each row that moves or goes can be had back.
    if (qobject_cast<QDialog*>(&root)) {
        for (const QAction* action : root.findChildren<QAction*>())
            QVERIFY2(action->shortcuts().isEmpty() || !action->autoRepeat(), qPrintable(action->text()));
    }
    for (const QShortcut* shortcut : root.findChildren<QShortcut*>())
        QVERIFY2(!shortcut->autoRepeat(), qPrintable(shortcut->key().toString()));
    for (QAbstractButton* button : root.findChildren<QAbstractButton*>()) {
        if (button->window() != &root || !button->isVisible() || !button->isEnabled())
            continue;
        QSignalSpy clicked(button, &QAbstractButton::clicked);
        button->setFocus();
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, {}, true);
        QApplication::sendEvent(button, &held);
        QVERIFY2(clicked.isEmpty(), qPrintable(describe(*button)));
    }
}

} // namespace

void AccessTest::everyControlHasANameAndIsPressedOnce() {
    const ShownSurface shown;
    const QList<QWidget*> controls = controlsOf(*shown.widget);
    QVERIFY(!controls.isEmpty());
    for (QWidget* control : controls)
        QVERIFY2(!nameOf(*control).trimmed().isEmpty(), qPrintable(describe(*control)));
    noKeyRepeatsAnAct(*shown.widget);
}

void AccessTest::tabReachesEveryControl() {
    const ShownSurface shown;
    shown.widget->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(shown.widget));
    QSet<QWidget*> reached;
    const QList<QWidget*> controls = controlsOf(*shown.widget);
    for (int press = 0; press < 3 * int(controls.size()); ++press) {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : shown.widget, Qt::Key_Tab);
        reached << QApplication::focusWidget();
    }
    for (QWidget* control : controls)
        QVERIFY2(reached.contains(control), qPrintable(describe(*control)));
}

} // namespace vitrina::test

QTEST_MAIN(vitrina::test::AccessTest)
#include "AccessTest.moc"
