// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: screenshot
#include "ui/dialogs/SceneEditor.hpp"
#include "ui/panels/ChatPanel.hpp"
#include "ui/panels/LayoutView.hpp"
#include "ui/panels/MixerPanel.hpp"
#include "ui/panels/Monitor.hpp"
#include "ui/panels/MultiviewPanel.hpp"
#include "ui/panels/NeedsPanel.hpp"
#include "ui/panels/RundownPanel.hpp"
#include "ui/panels/ShowBar.hpp"
#include "ui/panels/StatusLine.hpp"
#include "ui/panels/TakeColumn.hpp"
#include "ui/shell/Body.hpp"
#include "ui/support/Surfaces.hpp"

#include <QDir>
#include <QTest>

#include <set>

/// Pictures of the window, the dialogs and the panels in both languages, themes and sizes, for people to look
/// at: build/…/screenshots. What can be told without looking is held against them here.
namespace vitrina::test {

class ScreenshotTest final : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void surfaces_data() { addSurfaceRows(true); }
    void surfaces();
    void panels_data();
    void panels();
    void portraitCanvas_data() { panels_data(); }
    void portraitCanvas();
};

namespace {

const QString folder = QStringLiteral(VITRINA_BINARY_DIR "/../screenshots/");

/// Saves it, and refuses one that shows nothing.
void keep(QWidget& widget, const QString& name) {
    const QPixmap picture = widget.grab();
    QVERIFY2(picture.save(folder + name + QStringLiteral(".png")), qPrintable(name));
    const QImage image = picture.toImage();
    std::set<QRgb> colours;
    for (int y = 0; y < image.height(); y += 3)
        for (int x = 0; x < image.width(); x += 3)
            colours.insert(image.pixel(x, y));
    QVERIFY2(colours.size() >= 8, qPrintable(name));
}

} // namespace

void ScreenshotTest::initTestCase() {
    QVERIFY(QDir().mkpath(folder));
}

void ScreenshotTest::surfaces() {
    const ShownSurface shown;
    QFETCH(QSize, size);
    QFETCH(int, surface);
    keep(*shown.widget, QString::fromLatin1(QTest::currentDataTag()));
    if (test::surfaces()[std::size_t(surface)].window)
        QCOMPARE(shown.widget->size(), size);
    else
        QVERIFY(shown.widget->width() <= size.width() && shown.widget->height() <= size.height());
}

void ScreenshotTest::panels_data() {
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

/// Each panel of a busy window by itself.
void ScreenshotTest::panels() {
    QFETCH(QString, language);
    QFETCH(int, theme);
    QFETCH(QSize, size);
    WindowRig rig(language, ui::ThemeKind(theme), false);
    rig.open(size.width(), size.height());
    makeBusy(rig);
    rig.settle();
    ui::Body& body = rig.window->stageBody();
    const std::pair<const char*, QWidget*> all[] = {{"show-bar", &rig.window->showBar()},
                                                    {"status", &rig.window->statusLine()},
                                                    {"preview", &body.preview()},
                                                    {"program", &body.program()},
                                                    {"take", &body.takeColumn()},
                                                    {"rundown", &body.rundown()},
                                                    {"multiview", &body.multiview()},
                                                    {"mixer", &body.mixer()},
                                                    {"needs", &body.needs()},
                                                    {"chat", &body.chat()}};
    for (const auto& [name, panel] : all)
        keep(*panel, QStringLiteral("panel-%1-%2")
                         .arg(QLatin1String(name), QString::fromLatin1(QTest::currentDataTag())));
}

/// A show in portrait: the window, and a scene being edited.
void ScreenshotTest::portraitCanvas() {
    QFETCH(QString, language);
    QFETCH(int, theme);
    QFETCH(QSize, size);
    WindowRig rig(language, ui::ThemeKind(theme), false, {}, demoState({540, 960, 30}));
    rig.open(size.width(), size.height());
    makeBusy(rig);
    rig.settle();
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    keep(*rig.window, QStringLiteral("portrait-") + tag);
    rig.window->editScene(SceneId{"close-up-with-host"});
    auto* editor = rig.window->findChild<ui::SceneEditor*>();
    QVERIFY(QTest::qWaitForWindowExposed(editor));
    const QRectF canvas = editor->view().canvasRect();
    QVERIFY(canvas.width() < canvas.height());
    keep(*editor, QStringLiteral("portrait-editor-") + tag);
}

} // namespace vitrina::test

QTEST_MAIN(vitrina::test::ScreenshotTest)
#include "ScreenshotTest.moc"
