// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/Surfaces.hpp"

#include "ui/dialogs/AddSceneDialog.hpp"
#include "ui/dialogs/CameraDialog.hpp"
#include "ui/dialogs/CamerasDialog.hpp"
#include "ui/dialogs/ClapDialog.hpp"
#include "ui/dialogs/CountdownDialog.hpp"
#include "ui/dialogs/ErrorDialog.hpp"
#include "ui/dialogs/KeysDialog.hpp"
#include "ui/dialogs/KeysList.hpp"
#include "ui/dialogs/LabelDialog.hpp"
#include "ui/dialogs/LowerThirdDialog.hpp"
#include "ui/dialogs/OfferDialog.hpp"
#include "ui/dialogs/OffersDialog.hpp"
#include "ui/dialogs/OrderImportDialog.hpp"
#include "ui/dialogs/OrderPane.hpp"
#include "ui/dialogs/OrdersDialog.hpp"
#include "ui/dialogs/OutsideDialog.hpp"
#include "ui/dialogs/PageDialog.hpp"
#include "ui/dialogs/PairDialog.hpp"
#include "ui/dialogs/PlacesDialog.hpp"
#include "ui/dialogs/RemoveDialog.hpp"
#include "ui/dialogs/ResumeDialog.hpp"
#include "ui/dialogs/SceneEditor.hpp"
#include "ui/dialogs/ScenesDialog.hpp"
#include "ui/dialogs/SlideDialog.hpp"
#include "ui/dialogs/SummaryDialog.hpp"
#include "ui/dialogs/SyncDialog.hpp"
#include "ui/dialogs/TermsDialog.hpp"
#include "ui/dialogs/VoidDialog.hpp"
#include "ui/models/KeyIds.hpp"
#include "ui/panels/LayoutView.hpp"
#include "ui/panels/MixerPanel.hpp"
#include "ui/panels/PanicRow.hpp"
#include "ui/panels/ShowBar.hpp"
#include "ui/panels/StatusLine.hpp"
#include "ui/shell/Body.hpp"
#include "ui/shell/SellingDesk.hpp"
#include "ui/shell/SoundDesk.hpp"
#include "ui/support/ShopSurfaces.hpp"

#include <QLineEdit>
#include <QTest>

namespace vitrina::test {
namespace {

template <class Shown>
QWidget* child(WindowRig& rig) {
    return rig.window->findChild<Shown*>();
}

/// A dialog made as the program makes it, a child of the window.
template <class Shown, class... Arguments>
QWidget* dialog(WindowRig& rig, Arguments&&... arguments) {
    auto* shown = new Shown(rig.appearance->theme(), std::forward<Arguments>(arguments)..., rig.window.get());
    shown->show();
    return shown;
}

void meters(WindowRig& rig) {
    engine::MetersMeasured measured;
    for (const stage::Source& source : rig.state().setUp.sources)
        measured.meters.push_back({source.id, {-8.0F, -10.0F}, {-18.0F, -20.0F}});
    measured.meters.push_back({SourceId{}, {-6.0F, -7.0F}, {-14.0F, -16.0F}});
    emit rig.dispatcher->metersMeasured(measured);
}

QWidget* live(WindowRig& rig) {
    makeBusy(rig);
    meters(rig);
    return rig.window.get();
}

QWidget* standby(WindowRig& rig) {
    rig.standby();
    return rig.window.get();
}

QWidget* firstMinute(WindowRig& rig) {
    rig.goLive();
    return rig.window.get();
}

QWidget* trouble(WindowRig& rig) {
    makeBusy(rig);
    rig.dispatcher->linkChanged(control::LinkHealth::Down, "http://192.168.1.20:8080/", 0);
    rig.dispatcher->faultRaised("journal", ErrorCode::DiskFull, "no space left on device");
    rig.advance(120'000);
    QTest::keyClick(rig.window.get(), Qt::Key_M);
    rig.window->take();
    rig.window->take();
    return rig.window.get();
}

QWidget* ending(WindowRig& rig) {
    makeBusy(rig);
    rig.settle();
    rig.window->showBar().pressEnd();
    return rig.window.get();
}

QWidget* ended(WindowRig& rig) {
    makeBusy(rig);
    if (!rig.dispatcher->dispatch(show::EndShow{}))
        qFatal("not ended");
    return rig.window.get();
}

QWidget* panic(WindowRig& rig) {
    makeBusy(rig);
    rig.settle();
    rig.window->panicRow().toggle();
    rig.window->panicRow().press(ui::PanicKind::Slate);
    return rig.window.get();
}

QWidget* slate(WindowRig& rig) {
    panic(rig);
    rig.window->panicRow().press(ui::PanicKind::Slate);
    rig.server(audience::Fact{audience::ChatSwitched{false}});
    rig.server(commerce::Fact{commerce::SalesSwitched{false}});
    rig.window->panicRow().toggle();
    return rig.window.get();
}

QWidget* keys(WindowRig& rig) {
    rig.window->showKeys();
    return child<ui::KeysDialog>(rig);
}

QWidget* keysInConflict(WindowRig& rig) {
    ui::KeyMap map;
    map[ui::key::card] = {Qt::Key_X, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F5)};
    map[ui::key::take] = {Qt::Key_F11};
    rig.window->keys().setMap(map);
    QWidget* shown = keys(rig);
    static_cast<ui::KeysDialog*>(shown)->list().select(ui::key::cut);
    return shown;
}

/// One muted, one that is too loud, one on the headphones.
QWidget* sound(WindowRig& rig) {
    makeBusy(rig);
    const auto& sources = rig.state().setUp.sources;
    rig.window->stageBody().mixer().setHeadphones({{"usb", "USB headset"}});
    (void)rig.dispatcher->dispatch(stage::SetMuted{sources[1].id, true});
    (void)rig.dispatcher->dispatch(stage::SetSolo{sources[1].id, true});
    for (int i = 0; i < 5; ++i) {
        rig.clock.advance(100);
        engine::MetersMeasured measured;
        measured.meters.push_back({sources[0].id, {0.0F, -0.5F}, {-6.0F, -7.0F}});
        measured.meters.push_back({sources[1].id, {-30.0F, -32.0F}, {-40.0F, -42.0F}});
        measured.meters.push_back({SourceId{}, {-1.0F, -1.5F}, {-8.0F, -8.5F}});
        emit rig.dispatcher->metersMeasured(measured);
    }
    return rig.window.get();
}

QWidget* clap(WindowRig& rig) {
    const auto& sources = rig.state().setUp.sources;
    rig.window->soundDesk().showClap(sources[1].id);
    for (const std::int64_t at : {1'000'000, 4'000'000, 7'000'000}) {
        rig.dispatcher->engineSaid(engine::ClapHeard{sources[0].id, at});
        rig.dispatcher->engineSaid(engine::ClapHeard{sources[1].id, at + 305'000 + at / 1000});
    }
    return child<ui::ClapDialog>(rig);
}

QWidget* cameras(WindowRig& rig) {
    makeBusy(rig);
    rig.window->showCameras();
    return child<ui::CamerasDialog>(rig);
}

QWidget* addCamera(WindowRig& rig) {
    rig.window->addCamera();
    auto* shown = rig.window->findChild<ui::CameraDialog*>();
    shown->setKind(stage::SourceKind::Rtmp);
    return shown;
}

QWidget* cameraProblem(WindowRig& rig) {
    rig.window->addCamera();
    auto* shown = rig.window->findChild<ui::CameraDialog*>();
    shown->setKind(stage::SourceKind::Rtsp);
    shown->saveButton().click();
    return shown;
}

QWidget* sync(WindowRig& rig) {
    rig.window->soundDesk().showSync(rig.state().setUp.sources[0].id);
    return child<ui::SyncDialog>(rig);
}

insight::Summary summary() {
    insight::Summary summary;
    summary.durationMs = 5'501'000;
    summary.viewersPeak = 1402;
    summary.messages = 812;
    summary.orders = 131;
    summary.units = 160;
    summary.gmv = Money{341'250, "EUR"};
    summary.faults = {"source:test: camera_lost"};
    return summary;
}

QWidget* scenes(WindowRig& rig) {
    rig.goLive();
    rig.window->showScenes();
    auto* shown = rig.window->findChild<ui::ScenesDialog*>();
    shown->select(SceneId{"starting-soon"});
    return shown;
}

QWidget* addScene(WindowRig& rig) {
    rig.window->addScene();
    auto* shown = rig.window->findChild<ui::AddSceneDialog*>();
    shown->choose(SceneRole::CloseUpWithHost);
    return shown;
}

/// A picture is pulled near the middle of the canvas, which catches it.
QWidget* sceneEditor(WindowRig& rig) {
    rig.window->editScene(SceneId{"close-up-with-host"});
    auto* shown = rig.window->findChild<ui::SceneEditor*>();
    if (!QTest::qWaitForWindowExposed(shown))
        qFatal("the editor is not shown");
    const QRectF canvas = shown->view().canvasRect();
    const stage::Area inset = shown->draft().items()[1].area;
    const QPointF from(canvas.x() + (inset.x + inset.width / 2) * canvas.width(),
                       canvas.y() + (inset.y + inset.height / 2) * canvas.height());
    const QPointF to(canvas.x() + (0.5 + inset.width / 2) * canvas.width() + 4, canvas.center().y() + 3);
    QTest::mousePress(&shown->view(), Qt::LeftButton, {}, from.toPoint());
    QTest::mouseMove(&shown->view(), to.toPoint());
    return shown;
}

QWidget* portraitEditor(WindowRig& rig) {
    rig.window->editScene(SceneId{"side-by-side"});
    auto* shown = rig.window->findChild<ui::SceneEditor*>();
    shown->draft().setShape(stage::CanvasShape::Portrait);
    shown->view().present();
    return shown;
}

QWidget* slideTime(WindowRig& rig) {
    rig.window->editSlide(SourceId{"slide-starting_soon"});
    return child<ui::SlideDialog>(rig);
}

commerce::Offer offer(const std::string& id, const std::string& title, const std::string& sku,
                      std::int64_t unitMinor) {
    commerce::Offer made;
    made.id = OfferId{id};
    made.kind = commerce::OfferKind::FlashPrice;
    made.title = title;
    made.lines = {{Sku{sku}, 1, unitMinor}};
    made.durationMs = 300'000;
    made.pieceLimit = 20;
    return made;
}

void startTwo(WindowRig& rig, std::int64_t leftMs, std::int64_t taken) {
    const std::int64_t now = rig.clock.now().wallMs;
    for (const commerce::Offer& one :
         {offer("o1", "Medus stunda", "LM-500", 780), offer("o2", "Bļoda lētāk", "BB-22", 2600)}) {
        (void)rig.dispatcher->dispatch(control::PlanOffer{one});
        rig.server(commerce::Fact{commerce::OfferStarted{{one, now, now + leftMs, taken}}});
    }
}

/// Two run, a third is below half the price and armed.
void makeOffers(WindowRig& rig) {
    makeBusy(rig);
    startTwo(rig, 252'000, 3);
    commerce::Offer doubtful = offer("o3", "Pēdējās krūzes", "BB-22", 900);
    doubtful.durationMs = 0;
    (void)rig.dispatcher->dispatch(control::PlanOffer{doubtful});
}

QWidget* offersLive(WindowRig& rig) {
    makeOffers(rig);
    rig.settle();
    rig.window->sellingDesk().start(OfferId{"o3"});
    return rig.window.get();
}

/// The flash price of the item on air is about to end, another one has just ended.
QWidget* offerOnAir(WindowRig& rig) {
    makeBusy(rig);
    startTwo(rig, 8'000, 17);
    rig.advance(1000);
    rig.settle();
    rig.server(commerce::Fact{commerce::OfferEnded{OfferId{"o2"}, commerce::OfferEnd::Pieces, 20}});
    rig.settle();
    return rig.window.get();
}

QWidget* offers(WindowRig& rig) {
    makeOffers(rig);
    rig.server(commerce::Fact{commerce::OfferEnded{OfferId{"o2"}, commerce::OfferEnd::Pieces, 20}});
    rig.window->sellingDesk().showOffers();
    rig.settle();
    auto* shown = rig.window->sellingDesk().offersDialog();
    shown->choose(OfferId{"o3"});
    rig.window->sellingDesk().start(OfferId{"o3"});
    return shown;
}

QWidget* offerPlan(WindowRig& rig) {
    commerce::Offer bundle = offer({}, "Pirts komplekts", "LM-500", 780);
    bundle.kind = commerce::OfferKind::Bundle;
    bundle.lines.push_back({Sku{"BB-22"}, 2, 900});
    auto* shown = new ui::OfferDialog(
        rig.appearance->theme(), rig.state(), rig.appearance->locale(), bundle,
        [](const control::Command&) { return Result<void>(); }, rig.window.get());
    shown->show();
    shown->save(); // the guard speaks
    return shown;
}

QWidget* offerFlash(WindowRig& rig) {
    auto* shown = new ui::OfferDialog(
        rig.appearance->theme(), rig.state(), rig.appearance->locale(),
        offer({}, "Medus stunda", "LM-500", 780), [](const control::Command&) { return Result<void>(); },
        rig.window.get());
    shown->show();
    return shown;
}

/// Orders in every state, buyers that are nobody.
void makeOrders(WindowRig& rig) {
    makeOffers(rig);
    const commerce::OrderState states[] = {commerce::OrderState::Placed,    commerce::OrderState::Paid,
                                           commerce::OrderState::Packed,    commerce::OrderState::Sent,
                                           commerce::OrderState::Cancelled, commerce::OrderState::Placed,
                                           commerce::OrderState::Review};
    int number = 100;
    for (const commerce::OrderState state : states) {
        commerce::OrderPlaced placed;
        placed.order.number = OrderNumber{"A-" + std::to_string(++number)};
        placed.order.viewer = ViewerId{"v"};
        placed.order.lines = {{Sku{"LM-500"}, 2, 780, OfferId{"o1"}}, {Sku{"BB-22"}, 1, 3200, {}}};
        placed.order.total = Money{4760, "EUR"};
        placed.order.delivery = {"omniva", "LV", 350, commerce::PaymentWay::Transfer};
        placed.review = state == commerce::OrderState::Review;
        rig.advance(9000);
        rig.server(commerce::Fact{placed});
        if (state != commerce::OrderState::Placed && !placed.review)
            rig.server(commerce::Fact{commerce::OrderChanged{placed.order.number, state, 0, {}}});
    }
    rig.server(
        commerce::Fact{commerce::OrderChanged{OrderNumber{"A-104"}, commerce::OrderState::Sent, 780, {}}});
    rig.server(commerce::Fact{commerce::BuyerWrote{OrderNumber{"A-106"}, commerce::BuyerWish::Cancel}});
}

QWidget* orders(WindowRig& rig) {
    makeOrders(rig);
    rig.window->sellingDesk().showOrders();
    rig.settle();
    ui::OrdersDialog* shown = rig.window->sellingDesk().ordersDialog();
    shown->choose(OrderNumber{"A-107"});
    rig.settle();
    shown->pane().cancelButton().click();
    return shown;
}

QWidget* ordersWithBuyers(WindowRig& rig) {
    makeOrders(rig);
    rig.window->sellingDesk().setAskBuyers([&rig](const std::vector<OrderNumber>& asked) {
        std::vector<ui::Buyer> buyers;
        for (const OrderNumber& number : asked)
            buyers.push_back({number,
                              QStringLiteral("Pircēja Paraugs"),
                              QStringLiteral("pircēja@example"),
                              QStringLiteral("+371 20000000"),
                              QStringLiteral("Parauga iela 1, Rīga, LV-1000"),
                              QStringLiteral("Lūdzu, zvaniet"),
                              QString::fromStdString(number.value),
                              {{rig.clock.now().wallMs, false, QStringLiteral("Vai var atcelt?")}}});
        rig.window->buyersTold(buyers);
    });
    rig.window->sellingDesk().showOrders();
    rig.settle();
    ui::OrdersDialog* shown = rig.window->sellingDesk().ordersDialog();
    shown->choose(OrderNumber{"A-106"});
    shown->buyersButton().click();
    rig.settle();
    shown->pane().refundField().setText(QStringLiteral("12,50"));
    shown->pane().refundButton().click();
    return shown;
}

/// A table with orders of each kind, and rows that can't be read.
QWidget* orderImport(WindowRig& rig) {
    const std::string mark = commerce::showMark(rig.state().run.id);
    const std::string begin = "2026-11-25 14:00:00Z,paid,";
    const auto table = commerce::readShopOrders("order,date,status,mark,sku,pieces,price,contact\n"
                                                "#1001," +
                                                    begin + mark +
                                                    ",LM-500,2,7.80,anna@example.lv\n"
                                                    "#1002," +
                                                    begin +
                                                    ",LM-500,1,7.80,anna@example.lv\n"
                                                    "#1003," +
                                                    begin + mark +
                                                    ",OTHER,1,7.80,anna@example.lv\n"
                                                    "#1004,vakar,paid," +
                                                    mark +
                                                    ",LM-500,1,7.80,anna@example.lv\n"
                                                    "#1005," +
                                                    begin + mark + ",LM-500,1,\"1,780\",anna@example.lv\n",
                                                "shop.example", rig.state().show.currency, 0);
    if (!table)
        qFatal("no table");
    auto* shown = new ui::OrderImportDialog(rig.appearance->theme(), rig.window.get());
    shown->offer(QStringLiteral("orders_export_1.csv"), *table, ui::judgeImport(rig.state(), *table));
    return shown;
}

QWidget* voidSince(WindowRig& rig) {
    makeOrders(rig);
    rig.window->sellingDesk().showOrders();
    rig.settle();
    emit rig.window->sellingDesk().ordersDialog()->voidAsked();
    return child<ui::VoidDialog>(rig);
}

QWidget* ordersErasing(WindowRig& rig) {
    QWidget* shown = ordersWithBuyers(rig);
    rig.settle();
    rig.window->sellingDesk().ordersDialog()->pane().eraseButton().click();
    return shown;
}

QWidget* outside(WindowRig& rig) {
    rig.standby();
    rig.outside.setAll(rig.clock.now().wallMs);
    rig.window->showOutside();
    return child<ui::OutsideDialog>(rig);
}

QWidget* outsideUnset(WindowRig& rig) {
    rig.standby();
    rig.window->showOutside();
    auto* shown = rig.window->findChild<ui::OutsideDialog*>();
    shown->field(QStringLiteral("mail.host")).setText(QStringLiteral("mail.dzintars.example"));
    shown->field(QStringLiteral("mail.password")).setText(QStringLiteral("noslēpums"));
    return shown;
}

QWidget* terms(WindowRig& rig) {
    rig.window->sellingDesk().showTerms();
    return rig.window->sellingDesk().termsDialog();
}

QWidget* termsMissing(WindowRig& rig) {
    auto* shown = new ui::TermsDialog(
        rig.appearance->theme(), {}, "EUR", rig.appearance->locale(),
        [](const control::Command&) { return Result<void>(); }, rig.window.get());
    shown->show();
    return shown;
}

const ui::UnfinishedRun brokenOff{QStringLiteral("Rudens tirgus"), 3, QStringLiteral("Bērza koka bļoda"),
                                  1'792'000'000'000, true};

} // namespace

const std::vector<Surface>& surfaces() {
    static const std::vector<Surface> all{
        {"live", true, live},
        {"standby", true, standby},
        {"first-minute", true, firstMinute},
        {"trouble", true, trouble},
        {"ending", true, ending},
        {"ended", true, ended},
        {"panic", true, panic},
        {"slate", true, slate},
        {"sound", true, sound},
        {"offers-live", true, offersLive},
        {"offer-on-air", true, offerOnAir},
        {"offers", false, offers},
        {"offer-bundle", false, offerPlan},
        {"offer-flash", false, offerFlash},
        {"orders", false, orders},
        {"orders-buyers", false, ordersWithBuyers},
        {"orders-erasing", false, ordersErasing},
        {"order-import", false, orderImport},
        {"void-since", false, voidSince},
        {"outside", false, outside},
        {"outside-unset", false, outsideUnset},
        {"terms", false, terms},
        {"terms-missing", false, termsMissing},
        {"cameras", false, cameras},
        {"camera-add", false, addCamera},
        {"camera-problem", false, cameraProblem},
        {"clap", false, clap},
        {"sync", false, sync},
        {"keys", false, keys},
        {"keys-conflict", false, keysInConflict},
        {"scenes", false, scenes},
        {"scene-add", false, addScene},
        {"scene-editor", false, sceneEditor},
        {"scene-editor-portrait", false, portraitEditor},
        {"slide-time", false, slideTime},
        {"page", false,
         [](WindowRig& rig) {
             rig.standby();
             rig.window->showPage();
             return child<ui::PageDialog>(rig);
         }},
        {"products", false, showProducts},
        {"product", false, showProduct},
        {"product-import", false, showProductImport},
        {"product-photo", false, showProductPhoto},
        {"product-photo-none", false, showProductPhotoNone},
        {"products-removal", false, showProductsRemoval},
        {"page-phones", false,
         [](WindowRig& rig) {
             rig.standby();
             rig.reach.letIn();
             rig.dispatcher->linkChanged(control::LinkHealth::Up, rig.reach.now.url, 0);
             rig.window->showPage();
             return child<ui::PageDialog>(rig);
         }},
        {"pair", false,
         [](WindowRig& rig) {
             rig.reach.now.elsewhere = "shop.example";
             rig.window->showPairing();
             return child<ui::PairDialog>(rig);
         }},
        {"lower-third", false,
         [](WindowRig& rig) {
             return dialog<ui::LowerThirdDialog>(rig, rig.state());
         }},
        {"countdown", false,
         [](WindowRig& rig) {
             return dialog<ui::CountdownDialog>(rig, rig.state(), rig.clock.now());
         }},
        {"places", false,
         [](WindowRig& rig) {
             return dialog<ui::PlacesDialog>(rig, rig.state().setUp);
         }},
        {"label", false,
         [](WindowRig& rig) {
             const show::Show& show = rig.state().show;
             return dialog<ui::LabelDialog>(rig, show, show.rundown.segments[0].items[1]);
         }},
        {"cue", true,
         [](WindowRig& rig) -> QWidget* {
             makeBusy(rig);
             if (!rig.dispatcher->dispatch(
                     show::SendCue{{}, "Parādi bļodas apakšu un pasaki, ka katrai savs raksts", "Anna"}))
                 qFatal("no cue");
             return rig.window.get();
         }},
        {"remove", false,
         [](WindowRig& rig) {
             return dialog<ui::RemoveDialog>(rig, QStringLiteral("Bērza koka bļoda"), false);
         }},
        {"resume", false,
         [](WindowRig& rig) {
             return dialog<ui::ResumeDialog>(rig, brokenOff);
         }},
        {"error", false,
         [](WindowRig& rig) {
             return dialog<ui::ErrorDialog>(rig, QStringLiteral("rudens.vitrina"),
                                            QStringLiteral("/home/ilze/rudens.vitrina"),
                                            Error{ErrorCode::FileTooNew, "version 7, known up to 1"});
         }},
        {"summary", false,
         [](WindowRig& rig) {
             return dialog<ui::SummaryDialog>(rig, summary(), QStringLiteral("/tmp/report.html"),
                                              QStringLiteral("/tmp/show.mkv"));
         }},
    };
    return all;
}

void addSurfaceRows(bool withThemes, std::initializer_list<const char*> languages) {
    QTest::addColumn<int>("surface");
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("theme");
    QTest::addColumn<QSize>("size");
    const QSize sizes[] = {QSize(1440, 900), QSize(1280, 720)};
    for (int index = 0; index < int(surfaces().size()); ++index) {
        const Surface& surface = surfaces()[std::size_t(index)];
        for (const char* language : languages)
            for (const ui::ThemeKind theme : {ui::ThemeKind::Dark, ui::ThemeKind::Light})
                for (const QSize size : sizes)
                    if ((withThemes || theme == ui::ThemeKind::Dark) && (surface.window || size == sizes[1]))
                        QTest::addRow("%s-%s-%s-%d", surface.name, language,
                                      theme == ui::ThemeKind::Dark ? "dark" : "light", size.width())
                            << index << QString::fromLatin1(language) << int(theme) << size;
    }
}

ShownSurface::ShownSurface() {
    QFETCH(int, surface);
    QFETCH(QString, language);
    QFETCH(int, theme);
    QFETCH(QSize, size);
    rig = std::make_unique<WindowRig>(language, ui::ThemeKind(theme), false);
    rig->open(size.width(), size.height());
    widget = surfaces()[std::size_t(surface)].show(*rig);
    if (!widget || !QTest::qWaitForWindowExposed(widget))
        qFatal("%s is not shown", surfaces()[std::size_t(surface)].name);
    rig->settle();
}

void makeBusy(WindowRig& rig) {
    rig.goLive();
    for (const std::int64_t seconds : {140, 236, 245, 200})
        rig.airNext(seconds * 1000);
    rig.order("BB-22", 3);
    rig.order("LM-500", 57);
    rig.server(audience::Fact{audience::ViewersCounted{1284, 1402}});
    rig.airNext(156'000);
    rig.say("Agnese", "Labvakar! Vai dvieļi vēl ir zilā krāsā?");
    rig.say("Līga K.", "Sveiki no Cēsīm! Skaista krāsa, medus tonis.");
    rig.say("James P.", "Do you ship to Ireland?");
    rig.say("Ольга", "А янтарь натуральный? Очень красивые!");
    rig.camera("test", stage::SourceHealth::Lost);
    rig.dispatcher->engineSaid(engine::OutputChanged{
        OutputId{"facebook"}, {stage::OutputHealth::Reconnecting, {}, ErrorCode::OutputLost, {}, {}}});
    rig.advance(12'000);
    rig.say(
        "Sofia R.",
        "The bowl sold out so fast. Will there be more? I would have taken two of them, one for my mother.");
    rig.dispatcher->engineSaid(engine::StatsMeasured{77'000, 3, 0, 0, 30.0, 4.2});
    rig.window->statusLine().setMachine({34.0, 182'000'000'000});
}

} // namespace vitrina::test
