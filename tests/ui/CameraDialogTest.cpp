// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/CameraDialog.hpp"
#include "ui/dialogs/CameraFields.hpp"
#include "ui/dialogs/CamerasDialog.hpp"
#include "ui/models/CameraWords.hpp"
#include "ui/panels/MultiviewPanel.hpp"
#include "ui/shell/Body.hpp"
#include "ui/support/WindowRig.hpp"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSpinBox>
#include <QTest>

#include <algorithm>

namespace vitrina::test {
namespace {

engine::Surroundings around() {
    engine::Surroundings found;
    found.webcams = {{"HD Webcam", "/dev/v4l/by-path/usb-1", "usb-0:1", {}},
                     {"HD Webcam",
                      "/dev/v4l/by-path/usb-2",
                      "usb-0:2",
                      {{engine::WebcamControlKind::Exposure, "exposure_time_absolute", 3, 2047, 1, 250}}}};
    found.screens = {{"0", 1440, 900}};
    found.windows = {{"Shop\nOrders", "Orders"}};
    found.addresses = {"192.168.1.20", "10.0.0.4"};
    found.freeTcpPorts = {1935, 1936};
    found.freeUdpPorts = {9000, 9001};
    return found;
}

} // namespace

class CameraDialogTest final : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();
    void aPhoneIsAddedByKeyboardAndIsMuted();
    void theKeyIsSeenOnlyWhileAskedFor();
    void problemsStandInPlace();
    void everyKindGivesItsAddress();
    void webcamsOfOneNameAreToldApart();
    void anEditKeepsWhatItDoesNotTouch();
    void theListRenamesMovesAndRemoves();
    void whatIsOnAirStays();
    void everyFieldHasAName();
    void tilesSayHowCamerasAre();
    void aTilesMenuLeadsToItsCamera();

  private:
    ui::SourceTile* tileOf(const SourceId& camera);
    ui::CameraDialog& openDialog(const std::optional<stage::Source>& edited = std::nullopt);
    ui::SendEdit send();

    std::unique_ptr<WindowRig> rig_;
    std::unique_ptr<ui::CameraDialog> dialog_;
};

void CameraDialogTest::init() {
    rig_ = std::make_unique<WindowRig>(QStringLiteral("en"), ui::ThemeKind::Dark, false);
    rig_->standby();
}

void CameraDialogTest::cleanup() {
    dialog_.reset();
    rig_.reset();
}

ui::SendEdit CameraDialogTest::send() {
    return [this](const stage::SetUpEdit& edit) {
        return rig_->dispatcher->dispatch(control::Command(edit));
    };
}

ui::CameraDialog& CameraDialogTest::openDialog(const std::optional<stage::Source>& edited) {
    dialog_ = std::make_unique<ui::CameraDialog>(
        rig_->appearance->theme(), rig_->state().setUp, edited, send(),
        [](QObject*, const std::function<void(const engine::Surroundings&)>& then) { then(around()); });
    dialog_->show();
    dialog_->activateWindow();
    if (!QTest::qWaitForWindowActive(dialog_.get()))
        qFatal("the dialog does not become active");
    return *dialog_;
}

void CameraDialogTest::aPhoneIsAddedByKeyboardAndIsMuted() {
    ui::CameraDialog& dialog = openDialog();
    // What was found on this machine meanwhile names no phone.
    QCOMPARE(dialog.name().text(), ui::cameraNameProposed(stage::SourceKind::Rtmp));
    dialog.setKind(stage::SourceKind::Rtmp);
    QCOMPARE(dialog.listen().port().value(), 1935);
    dialog.name().setFocus();
    dialog.name().selectAll();
    QTest::keyClicks(&dialog.name(), QStringLiteral("Phone Ilze"));
    QTest::keyClick(&dialog.name(), Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
    const stage::Source& added = rig_->state().setUp.sources.back();
    QCOMPARE(added.name, "Phone Ilze");
    QVERIFY(added.muted);
    QVERIFY(added.address.starts_with("rtmp://0.0.0.0:1935/live/"));
    QVERIFY(added.address.size() > std::string("rtmp://0.0.0.0:1935/live/").size() + 10);
    QVERIFY(stage::sceneForRole(rig_->state().setUp, SceneRole::Full));
    // The next one is offered another port.
    ui::CameraDialog& second = openDialog();
    second.setKind(stage::SourceKind::Rtmp);
    QCOMPARE(second.listen().port().value(), 1936);
    // Two of one name are told apart.
    second.name().setText(QStringLiteral("Phone Ilze"));
    QTest::keyClick(&second.name(), Qt::Key_Return);
    QCOMPARE(rig_->state().setUp.sources.back().name, "Phone Ilze (2)");
}

void CameraDialogTest::theKeyIsSeenOnlyWhileAskedFor() {
    ui::CameraDialog& dialog = openDialog();
    dialog.setKind(stage::SourceKind::Srt);
    ui::ListenFields& listen = dialog.listen();
    const QString key = listen.key().text();
    QVERIFY(key.size() >= 10);
    QCOMPARE(listen.key().echoMode(), QLineEdit::Password);
    QVERIFY(!listen.shownAddress().contains(key));
    QVERIFY(listen.shownAddress().contains(QStringLiteral("192.168.1.20:9000")));
    listen.showButton().setFocus();
    QTest::keyClick(&listen.showButton(), Qt::Key_Space);
    QVERIFY(listen.showsKey());
    QVERIFY(listen.shownAddress().contains(key));
    QTest::keyClick(&listen.showButton(), Qt::Key_Space);
    QVERIFY(!listen.shownAddress().contains(key));
    for (QWidget* widget : dialog.findChildren<QWidget*>())
        QVERIFY2(!widget->accessibleName().contains(key), "not read out, either");
}

void CameraDialogTest::problemsStandInPlace() {
    ui::CameraDialog& dialog = openDialog();
    const std::size_t before = rig_->state().setUp.sources.size();
    dialog.setKind(stage::SourceKind::Rtsp);
    QVERIFY(dialog.problem().isEmpty()); // nobody is told off before having done anything
    dialog.saveButton().click();
    QVERIFY(dialog.problem().contains(QStringLiteral("address")));
    dialog.address().setText(QStringLiteral("http://cam/"));
    QVERIFY(dialog.problem().contains(QStringLiteral("rtsp://")));
    dialog.saveButton().click();
    QVERIFY(dialog.isVisible());
    dialog.address().setText(QStringLiteral("rtsp://cam/1"));
    QVERIFY(dialog.problem().isEmpty());
    dialog.name().clear();
    QVERIFY(!dialog.problem().isEmpty());
    dialog.setKind(stage::SourceKind::Srt);
    dialog.name().setText(QStringLiteral("x"));
    dialog.listen().key().setText(QStringLiteral("short"));
    QVERIFY(dialog.problem().contains(QStringLiteral("10")));
    QCOMPARE(rig_->state().setUp.sources.size(), before);
}

void CameraDialogTest::everyKindGivesItsAddress() {
    ui::CameraDialog& dialog = openDialog();
    const auto typed = [&](stage::SourceKind kind, const char* address) {
        dialog.setKind(kind);
        dialog.address().setText(QString::fromUtf8(address));
        return dialog.source();
    };
    QCOMPARE(typed(stage::SourceKind::Mjpeg, " http://10.0.0.9:8080/video ").address,
             "http://10.0.0.9:8080/video");
    QCOMPARE(typed(stage::SourceKind::Colour, "20c040").address, "#20C040");
    QCOMPARE(typed(stage::SourceKind::Image, "/tmp/a b.png").address, "/tmp/a b.png");
    QCOMPARE(typed(stage::SourceKind::TestCamera, "").address, "");
    dialog.setKind(stage::SourceKind::Screen);
    QCOMPARE(dialog.source().address, "0");
    dialog.setKind(stage::SourceKind::Window);
    QCOMPARE(dialog.source().address, "Shop\nOrders");
    QCOMPARE(dialog.name().text(), QStringLiteral("Orders"));
}

void CameraDialogTest::webcamsOfOneNameAreToldApart() {
    ui::CameraDialog& dialog = openDialog();
    dialog.setKind(stage::SourceKind::Webcam);
    QComboBox& choice = dialog.choice().choice();
    QCOMPARE(choice.count(), 2);
    QVERIFY(choice.itemText(0) != choice.itemText(1));
    choice.setCurrentIndex(1);
    QCOMPARE(dialog.source().address, "/dev/v4l/by-path/usb-2");
    QVERIFY(dialog.source().controls.empty());
    auto* hold = dialog.choice().findChild<QAbstractButton*>(QStringLiteral("hold-1"));
    QVERIFY(hold && hold->isVisible());
    hold->click();
    QCOMPARE(dialog.source().controls.size(), std::size_t(1));
    QCOMPARE(dialog.source().controls[0], (stage::CameraControl{"exposure_time_absolute", 250}));
}

void CameraDialogTest::anEditKeepsWhatItDoesNotTouch() {
    stage::Source source;
    source.id = SourceId{"cam"};
    source.name = "Old one";
    source.kind = stage::SourceKind::Srt;
    source.address = "srt://:9000?mode=listener&latency=200000&passphrase=0123456789";
    source.syncOffsetMs = 120;
    source.rotation = 90;
    source.crop.left = 0.25;
    QVERIFY(rig_->dispatcher->dispatch(control::Command(stage::SetUpEdit{stage::AddSource{source, true}})));
    ui::CameraDialog& dialog = openDialog(rig_->state().setUp.sources.back());
    dialog.name().setText(QStringLiteral("New name"));
    dialog.saveButton().click();
    QVERIFY2(!dialog.isVisible(), qPrintable(dialog.problem()));
    source.name = "New name";
    source.muted = true;
    QCOMPARE(rig_->state().setUp.sources.back(), source);
}

void CameraDialogTest::theListRenamesMovesAndRemoves() {
    rig_->camera("host", stage::SourceHealth::Live);
    ui::CamerasDialog list(rig_->appearance->theme(), send());
    const auto present = [&] {
        list.present(rig_->state(), rig_->clock.now());
    };
    list.show();
    list.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&list));
    stage::Source spare;
    spare.name = "Spare";
    spare.kind = stage::SourceKind::Colour;
    spare.address = "#102030";
    QVERIFY(send()(stage::AddSource{spare, true}));
    const SourceId id = rig_->state().setUp.sources.back().id;
    const std::size_t before = rig_->state().setUp.sources.size();
    present();
    list.choose(id);
    QTest::keyClick(&list.list(), Qt::Key_F2);
    auto* editor = list.list().findChild<QLineEdit*>();
    QVERIFY(editor);
    QTest::keyClicks(editor, QStringLiteral("Backdrop"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(stage::findSource(rig_->state().setUp, id)->name, "Backdrop"); // the editor commits later
    present();
    QTest::keyClick(&list.list(), Qt::Key_Up, Qt::AltModifier);
    present();
    // Slides stand among the sources, and are no cameras: it is above the last camera, which may be further
    // up.
    QVERIFY(rig_->state().setUp.sources.back().id != id);
    list.choose(id);
    QTest::keyClick(&list.list(), Qt::Key_Delete);
    QCOMPARE(rig_->state().setUp.sources.size(), before); // asked once more first
    QVERIFY(list.problem().contains(QStringLiteral("Backdrop")));
    QTest::keyClick(&list.list(), Qt::Key_Delete);
    QCOMPARE(rig_->state().setUp.sources.size(), before - 1);
    present();
    // What is shown when a camera is lost.
    list.fallback().setCurrentIndex(1);
    emit list.fallback().activated(1);
    QCOMPARE(rig_->state().setUp.lostFallback, rig_->state().setUp.scenes.front().id);
}

void CameraDialogTest::whatIsOnAirStays() {
    QVERIFY(bool(rig_->dispatcher->dispatch(show::GoLive{})));
    rig_->airNext(1000);
    const stage::Scene* scene = stage::findScene(rig_->state().setUp, rig_->state().stage.program);
    QVERIFY(scene);
    const SourceId shown = scene->layouts.begin()->second.front().source;
    const std::size_t before = rig_->state().setUp.sources.size();
    ui::CamerasDialog list(rig_->appearance->theme(), send());
    list.present(rig_->state(), rig_->clock.now());
    list.show();
    list.choose(shown);
    QTest::keyClick(&list.list(), Qt::Key_Delete);
    QTest::keyClick(&list.list(), Qt::Key_Delete);
    QCOMPARE(rig_->state().setUp.sources.size(), before);
    QVERIFY(list.problem().contains(QStringLiteral("on program")));
}

void CameraDialogTest::everyFieldHasAName() {
    ui::CameraDialog& dialog = openDialog();
    for (const stage::SourceKind kind : {stage::SourceKind::Srt, stage::SourceKind::Rtsp,
                                         stage::SourceKind::Webcam, stage::SourceKind::Image}) {
        dialog.setKind(kind);
        for (QWidget* widget : dialog.findChildren<QWidget*>()) {
            const bool inside = widget->objectName().startsWith(QLatin1String("qt_"));
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && !inside)
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
        QVERIFY(dialog.height() <= 700);
    }
    rig_->open(1440, 900);
    rig_->window->showCameras();
    QVERIFY(rig_->window->findChild<ui::CamerasDialog*>()->isVisible());
    rig_->window->addCamera();
    QVERIFY(rig_->window->findChild<ui::CameraDialog*>()->isVisible());
}

ui::SourceTile* CameraDialogTest::tileOf(const SourceId& camera) {
    for (ui::SourceTile* tile : rig_->window->stageBody().multiview().tiles())
        if (tile->source() == camera)
            return tile;
    return nullptr;
}

void CameraDialogTest::tilesSayHowCamerasAre() {
    rig_->open(1440, 900);
    stage::Source phone;
    phone.id = SourceId{"phone"};
    phone.name = "Phone";
    phone.kind = stage::SourceKind::Srt;
    phone.address = "srt://0.0.0.0:9000?mode=listener&passphrase=0123456789";
    QVERIFY(send()(stage::AddSource{phone, true}));
    rig_->camera("phone", stage::SourceHealth::Live);
    rig_->settle();
    ui::SourceTile* tile = tileOf(phone.id);
    QVERIFY(tile);
    QVERIFY2(tile->accessibleName().contains(QStringLiteral("640×360 · 30 fps")),
             qPrintable(tile->accessibleName()));
    QVERIFY(tile->accessibleName().contains(QStringLiteral("muted")));
    engine::MetersMeasured meters;
    meters.meters.push_back({phone.id, {-6.0F, -8.0F}, {-12.0F, -14.0F}});
    emit rig_->dispatcher->metersMeasured(meters);
    QVERIFY(tile->levelHeight() > 0);
    rig_->camera("phone", stage::SourceHealth::Lost);
    rig_->advance(12'000);
    rig_->settle();
    QVERIFY2(tile->note().contains(QStringLiteral("12")), qPrintable(tile->note()));
}

void CameraDialogTest::aTilesMenuLeadsToItsCamera() {
    rig_->open(1440, 900);
    stage::Source phone;
    phone.id = SourceId{"phone"};
    phone.name = "Phone";
    phone.kind = stage::SourceKind::Rtsp;
    phone.address = "rtsp://cam/1";
    QVERIFY(send()(stage::AddSource{phone, true}));
    rig_->settle();
    const auto choose = [&](const char* words) {
        ui::SourceTile* tile = tileOf(phone.id);
        emit tile->customContextMenuRequested(QPoint(5, 5));
        auto* menu = tile->findChild<QMenu*>();
        if (!menu)
            return false;
        const QList<QAction*> actions = menu->actions();
        const auto action = std::ranges::find(actions, QString::fromUtf8(words), &QAction::text);
        if (action == actions.end())
            return false;
        (*action)->trigger();
        delete menu;
        rig_->settle();
        return true;
    };
    QVERIFY(choose("Unmute"));
    QVERIFY(!stage::mutedOf(rig_->state().stage, *stage::findSource(rig_->state().setUp, phone.id)));
    const std::size_t last = rig_->state().setUp.scenes.size() - 1;
    const SceneId scene = rig_->state().setUp.scenes[last].id;
    QVERIFY(choose("Earlier"));
    QCOMPARE(rig_->state().setUp.scenes[last - 1].id, scene);
    QVERIFY(choose("Edit camera…"));
    auto* dialog = rig_->window->findChild<ui::CameraDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->address().text(), QStringLiteral("rtsp://cam/1"));
    dialog->close();
    QVERIFY(choose("Remove camera…"));
    auto* list = rig_->window->findChild<ui::CamerasDialog*>();
    QVERIFY(list && list->problem().contains(QStringLiteral("Phone")));
    QVERIFY(stage::findSource(rig_->state().setUp, phone.id)); // it is asked first
}

} // namespace vitrina::test

QTEST_MAIN(vitrina::test::CameraDialogTest)
#include "CameraDialogTest.moc"
