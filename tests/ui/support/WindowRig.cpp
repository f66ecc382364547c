// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/WindowRig.hpp"

#include "record/Documents.hpp"
#include "ui/shell/Body.hpp"
#include "ui/shell/MainWindow.hpp"

#include <QFile>
#include <QTest>

namespace vitrina::test {
namespace {

std::string fileText(const QString& name) {
    QFile file(QStringLiteral(VITRINA_SOURCE_DIR "/resources/demo/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s can't be read", qPrintable(file.fileName()));
    return file.readAll().toStdString();
}

} // namespace

commerce::Terms sellersTerms() {
    commerce::Terms terms;
    terms.trader = {
        "SIA Dzintars un lins", "40103123456", "LV40103123456", "Brīvības iela 1, Rīga", "+371 20000000",
        "veikals@example",      true};
    terms.delivery = {
        {"omniva",
         commerce::DeliveryKind::Delivery,
         "Omniva pakomāts",
         "2–3 darba dienas",
         {{"LV", 350}, {"EE", 500}, {"*", 990}},
         5000},
        {"veikals", commerce::DeliveryKind::Collection, "Veikalā", "Brīvības iela 1, 10–18", {}, {}}};
    terms.payment = {commerce::PaymentWay::OnDelivery, commerce::PaymentWay::AtCollection,
                     commerce::PaymentWay::Transfer};
    terms.transferTo = "SIA Dzintars un lins, LV80BANK0000435195001";
    terms.conditions = "Cenas ir ar PVN. Līgums ir noslēgts, kad pasūtījums apstiprināts.";
    terms.withdrawal = "14 dienās, rakstot uz veikals@example.";
    terms.vatBasisPoints = 2100;
    return terms;
}

control::State demoState(const stage::Canvas& canvas) {
    const Result<record::ShowDocument> show =
        record::decodeShowDocument(fileText(QStringLiteral("show.json")));
    const Result<stage::SetUp> setUp = record::decodeSetUp(fileText(QStringLiteral("setup.json")));
    if (!show || !setUp)
        qFatal("the demo does not parse");
    control::State state;
    state.show = show.value().show;
    state.catalogue = show.value().catalogue;
    state.setUp = setUp.value();
    state.setUp.canvas = canvas;
    state.catalogue.terms = sellersTerms();
    state.setUp.destinations = {
        {OutputId{"page"}, "Page", stage::OutputKind::WebVideo, ""},
        {OutputId{"youtube"}, "YouTube", stage::OutputKind::Rtmp, "rtmp://a.rtmp.youtube.com/live2"},
        {OutputId{"facebook"}, "Facebook", stage::OutputKind::Rtmp, "rtmp://live.facebook.com/rtmp"},
        {OutputId{"recording"}, "Recording", stage::OutputKind::Recording, "/tmp"},
    };
    return state;
}

WindowRig::WindowRig(const QString& language, ui::ThemeKind theme, bool withPictures,
                     const QString& settingsFile, control::State state)
    : appearance(std::make_unique<ui::Appearance>(*qApp, theme, language)),
      dispatcher(std::make_unique<control::Dispatcher>(std::move(state), clock, *this, *this)) {
    engine::EngineConfig config;
    config.canvas = dispatcher->state().setUp.canvas;
    config.sources = dispatcher->state().setUp.sources;
    config.scenes = dispatcher->state().setUp.scenes;
    const Result<void> started =
        engine.start(config, [this](const engine::EngineEvent& event) { dispatcher->engineSaid(event); }, {});
    if (!started)
        qFatal("the fake engine does not start");
    ui::ShellOptions options;
    options.artFolders = {QStringLiteral(VITRINA_SOURCE_DIR "/resources/demo/art")};
    options.settingsFile = settingsFile;
    shop.now = clock.now().wallMs;
    options.shop = &shop;
    options.reach = &reach;
    options.outside = &outside;
    options.buyerLine.putWords = [this](const std::string& key, const std::string& text) {
        words.emplace_back(key, text);
    };
    options.buyerLine.askExport = [this](const OrderNumber& order) {
        exportsAsked.push_back(order);
    };
    window =
        std::make_unique<ui::MainWindow>(*dispatcher, withPictures ? &engine : nullptr, *appearance, options);
}

WindowRig::~WindowRig() {
    window->releaseSurfaces();
    window.reset();
}

void WindowRig::append(std::vector<record::Record>) {}

void WindowRig::carryOut(const control::Effect& effect) {
    effects.push_back(effect);
    if (const auto* command = std::get_if<engine::EngineCommand>(&effect))
        engine.post(*command);
}

void WindowRig::open(int width, int height) {
    window->resize(width, height);
    window->show();
    window->activateWindow();
    if (!QTest::qWaitForWindowActive(window.get()))
        qFatal("the window does not become active");
    settle();
}

void WindowRig::settle() {
    // Longer than the longest batching of the window (chat, 100 ms).
    QTest::qWait(150);
}

void WindowRig::standby() {
    if (!dispatcher->dispatch(control::StartStandby{}))
        qFatal("no standby");
    dispatcher->linkChanged(control::LinkHealth::Up, "http://192.168.1.20:8080/", 0);
}

void WindowRig::goLive() {
    standby();
    if (!dispatcher->dispatch(show::GoLive{}))
        qFatal("not live");
    for (const char* output : {"page", "youtube", "facebook", "recording"})
        dispatcher->engineSaid(engine::OutputChanged{
            OutputId{output}, {stage::OutputHealth::Active, {}, ErrorCode::None, {}, "/tmp/show.mkv"}});
}

void WindowRig::server(record::Fact fact) {
    dispatcher->serverSaid(
        {record::Record{state().show.id, state().run.id, record::Origin::Server, dispatcher->serverSeq() + 1,
                        dispatcher->studioSeq(), clock.now(), clock.bootId(), std::move(fact)}});
}

void WindowRig::order(const std::string& sku, std::int64_t quantity) {
    const commerce::Variant* variant = commerce::findVariant(state().catalogue, Sku{sku});
    if (!variant)
        qFatal("no SKU %s", sku.c_str());
    commerce::StockLevel level = state().stock.at(Sku{sku});
    level.sold += quantity;
    commerce::OrderPlaced placed;
    placed.order = {OrderNumber{std::to_string(++orders)},
                    ViewerId{"v"},
                    {{Sku{sku}, quantity, variant->price.minor}},
                    Money{quantity * variant->price.minor, "EUR"}};
    placed.levels[Sku{sku}] = level;
    server(commerce::Fact{placed});
}

void WindowRig::say(const std::string& name, const std::string& text) {
    server(audience::Fact{
        audience::MessagePosted{{MessageId{std::to_string(++messages)}, ViewerId{"v"}, name, text, -1}}});
}

void WindowRig::camera(const std::string& source, stage::SourceHealth health) {
    dispatcher->engineSaid(
        engine::SourceChanged{SourceId{source}, {health, 640, 360, 30.0, {}, ErrorCode::None, {}}});
}

void WindowRig::advance(std::int64_t ms) {
    clock.advance(ms);
    dispatcher->tick();
}

void WindowRig::airNext(std::int64_t ms) {
    const show::Run& run = state().run;
    if (!dispatcher->dispatch(control::Take{run.current() ? run.current()->id : AiredId{}, run.next, false}))
        qFatal("not taken");
    advance(ms);
}

} // namespace vitrina::test
