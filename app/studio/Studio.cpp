// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/Studio.hpp"

#include "base/Log.hpp"
#include "control/Claims.hpp"
#include "engine/obs/ObsEngine.hpp"
#include "studio/MachineSetUp.hpp"
#include "studio/Places.hpp"
#include "studio/ProcessFigures.hpp"
#include "studio/ShowWords.hpp"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QGuiApplication>
#include <QSaveFile>

#include <algorithm>

#include <malloc.h>

namespace vitrina::studio {
namespace {

constexpr std::int64_t quietMs = 700;
constexpr int trimAfterMs = 3000; // the first pictures are on by then

void* guiDisplay() {
    const auto* native = qGuiApp ? qGuiApp->nativeInterface<QNativeInterface::QX11Application>() : nullptr;
    return native ? native->display() : nullptr;
}

bool closed(const stage::OutputStatus& status) {
    return status.health == stage::OutputHealth::None || status.health == stage::OutputHealth::Stopped ||
           status.health == stage::OutputHealth::Failed;
}

/// File names a person can sort: the show's day and hour.
std::string recordingName(const show::Show& show) {
    QString title = QString::fromStdString(show.title);
    title.replace(QLatin1Char('/'), QLatin1Char('-'));
    title.remove(QChar(0));
    return (QStringLiteral("recording %1 %2")
                .arg(title.left(60),
                     QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH.mm"))))
        .toStdString();
}

/// Where there is no desktop session, libdbus would start one of its own: then there is no screen lock
/// either.
QDBusConnection sessionBus() {
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const bool there = qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
                       (!runtime.isEmpty() && QFile::exists(runtime + QStringLiteral("/bus")));
    return there ? QDBusConnection::sessionBus() : QDBusConnection(QStringLiteral("none"));
}

/// Lets queued events through for a while; only while the program ends.
void turnEvents(int ms) {
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

/// On the journal thread.
Result<insight::Summary> writeReport(const std::vector<record::Record>& records, const QString& path,
                                     const std::string& language) {
    commerce::ShopOpened shop;
    for (const record::Record& record : records) {
        if (const auto* opened = record::factAs<commerce::ShopOpened>(record.fact))
            shop = *opened;
    }
    insight::Summary summary = insight::summarise(records);
    const QByteArray html = QByteArray::fromStdString(insight::reportHtml(summary, shop, language));
    QSaveFile file(path);
    if (!QDir().mkpath(QFileInfo(path).absolutePath()) || !file.open(QIODevice::WriteOnly) ||
        file.write(html) != html.size() || !file.commit())
        return fail(ErrorCode::FileUnwritable, path.toStdString());
    return summary;
}

} // namespace

Result<std::unique_ptr<Studio>> Studio::open(const Options& options) {
    const QString data = options.unattended() && options.dataFolder.isEmpty()
                             ? options.outFolder + QStringLiteral("/data")
                         : options.dataFolder.isEmpty() ? userDataFolder()
                                                        : options.dataFolder;
    if (!QDir().mkpath(data) || (options.unattended() && !QDir().mkpath(options.outFolder)))
        return fail(ErrorCode::FileUnwritable, data.toStdString());
    const QString path =
        options.showPath.isEmpty() ? resourceFolder() + QStringLiteral("/demo/show.json") : options.showPath;
    auto opened = openShow(path, data + QStringLiteral("/shows"));
    if (!opened)
        return opened.error();
    auto setUp = readSetUp(options, data);
    if (!setUp)
        return setUp.error();
    if (!options.pairingCode.isEmpty()) {
        if (const auto paired = pairAndKeep(options.pairingCode.toStdString(),
                                            data + QLatin1Char('/') + QLatin1String(pairedName));
            !paired)
            return paired.error();
    }
    return std::unique_ptr<Studio>(
        new Studio(options, data, std::move(opened).value(), std::move(setUp).value()));
}

Studio::Studio(const Options& options, QString dataFolder, OpenedShow opened, stage::SetUp setUp)
    : options_(options), dataFolder_(std::move(dataFolder)), opened_(std::move(opened)),
      setUpRead_(std::move(setUp)), setUp_(withOptions(setUpRead_, options_, dataFolder_)) {
    tick_.setInterval(1000);
    openShopBook(); // read on its own thread until begin() needs it
}

Studio::~Studio() = default;

std::optional<Studio::BrokenOff> Studio::brokenOff() const {
    if (!opened_.unfinished || !opened_.file)
        return std::nullopt;
    BrokenOff broken{*opened_.unfinished, {}, 0, 0};
    const auto records = opened_.file->readRun(broken.run.run);
    if (!records)
        return std::nullopt;
    for (const record::Record& record : *records) {
        if (record.origin == record::Origin::Studio)
            broken.lastWallMs = record.at.wallMs;
        const auto* fact = std::get_if<show::Fact>(&record.fact);
        const auto* taken = fact ? std::get_if<show::ItemTaken>(fact) : nullptr;
        if (!taken)
            continue;
        broken.onAir = QString::fromStdString(taken->aired.item.title);
        broken.position = 0;
        int position = 0;
        for (const show::Segment& segment : opened_.document.show.rundown.segments) {
            for (const show::Item& item : segment.items) {
                ++position;
                if (item.id == taken->aired.item.id)
                    broken.position = position;
            }
        }
    }
    return broken;
}

Result<void> Studio::begin(bool resume) {
    std::vector<record::Record> past;
    if (resume && opened_.unfinished) {
        auto records = opened_.file->readRun(opened_.unfinished->run);
        if (!records)
            return records.error();
        past = std::move(records).value();
    }
    journal_ = std::make_unique<journal::JournalThread>(
        std::move(opened_.file),
        [this](Result<std::vector<record::Record>> written) { durable(std::move(written)); });
    planKeeper_ = std::make_unique<PlanKeeper>(*journal_, opened_.document.show.rundown.revision,
                                               [this](std::optional<Error> fault) { planKept(fault); });
    setUpKeeper_ = std::make_unique<SetUpKeeper>(*journal_, setUpRead_, setUpKeptAt(options_, dataFolder_),
                                                 [this](std::optional<Error> fault) { setUpKept(fault); });
    const auto elsewhere = serverFor(past);
    if (!elsewhere)
        return elsewhere.error();
    startServer(*elsewhere);
    shop_->awaitRead();
    takeFromBook(opened_, *shop_->book(), clock_.now().wallMs);
    makeDispatcher();
    const auto kept = link::readPairedServer(pairedFile().toStdString());
    reachable_ =
        std::make_unique<Reachable>(pairedFile(), *elsewhere, kept ? *kept : std::nullopt, *dispatcher_);
    outside_ = std::make_unique<OutsideKeeper>(dataFolder_ + QStringLiteral("/outside.json"), *dispatcher_);
    followShopBook();
    if (past.empty() || !dispatcher_->resume(past)) {
        if (const auto begun = dispatcher_->dispatch(control::StartStandby{}); !begun)
            return begun.error();
        if (!opened_.denied.empty())
            dispatcher_->faultRaised("was", ErrorCode::PriorUnknown, claimsDetail(opened_.denied));
    }
    // The child starts while this thread waits for the engine, which is told what stands when it runs.
    wireServer();
    makeMover();
    for (const commerce::Product& product : state().catalogue.products)
        shop_->showPhoto(product.image);
    noteServer(*elsewhere);
    oldShows_ = std::make_unique<OldShows>(serverProgram(), dataFolder_ + QStringLiteral("/server"),
                                           QString::fromStdString(state().show.id.value));
    startEngine();
    slides_ = std::make_unique<Slides>(
        setUp_.canvas, std::make_shared<ShowWords>(QString::fromStdString(state().show.locale)),
        [engine = engine_.get()](engine::SetSlidePicture picture) { engine->post(std::move(picture)); });
    connect(dispatcher_.get(), &control::Dispatcher::patched, this, &Studio::presentSlides);
    presentSlides();
    careForPower();
    connect(&tick_, &QTimer::timeout, dispatcher_.get(), &control::Dispatcher::tick);
    connect(&tick_, &QTimer::timeout, this, &Studio::presentSlides);
    tick_.start();
    return {};
}

void Studio::makeDispatcher() {
    control::State initial;
    initial.show = opened_.document.show;
    initial.catalogue = opened_.document.catalogue;
    initial.setUp = setUp_;
    initial.stock = control::openingStock(initial.catalogue);

    engine_ = engine::obs::makeObsEngine({guiDisplay()});
    EffectRunner::Ports ports;
    ports.engine = engine_.get();
    ports.closeShow = [this] {
        server_->closeShow();
    };
    ports.missingGlyphs = [this](const std::string& characters) {
        QMetaObject::invokeMethod(
            this, [this, characters] { missingGlyphs(characters); }, Qt::QueuedConnection);
    };
    ports.rtmpKey = options_.rtmpKey;
    ports.recordingName = options_.unattended() ? "recording" : recordingName(initial.show);
    const auto words = std::make_shared<ShowWords>(QString::fromStdString(initial.show.locale));
    effects_ = std::make_unique<EffectRunner>(setUp_.canvas, words, std::move(ports));
    control::RecordSink& records = *this;
    dispatcher_ = std::make_unique<control::Dispatcher>(std::move(initial), clock_, records, *effects_);
    connect(dispatcher_.get(), &control::Dispatcher::patched, this, [this] {
        planKeeper_->keep(state());
        report();
    });
    connect(dispatcher_.get(), &control::Dispatcher::setUpEdited, this,
            [this] { setUpKeeper_->keep(state().setUp); });
}

/// Pictures of the book reach the page through the link, which keeps them for a server that comes later.
void Studio::openShopBook() {
    const bool ownPictures = opened_.assets.endsWith(QLatin1String(".assets"));
    shop_ = std::make_unique<ShopKeeper>(
        ShopKeeper::Places{dataFolder_ + QStringLiteral("/shop.book"),
                           dataFolder_ + QStringLiteral("/shop.photos"),
                           ownPictures ? opened_.assets : QString()},
        clock_, [this](const QString& name, const QByteArray& bytes) { server_->putAsset(name, bytes); });
}

/// Prices of the show go into the book's ledger, and what the ledger knows of them comes back.
void Studio::followShopBook() {
    connect(dispatcher_.get(), &control::Dispatcher::patched, shop_.get(),
            [this] { shop_->follow(state()); });
    connect(shop_.get(), &ShopKeeper::pricesNoted, this, [this](const std::optional<Error>& fault) {
        if (fault)
            return dispatcher_->faultRaised("prices", fault->code, fault->detail);
        dispatcher_->faultCleared("prices");
        if (shop_)
            shop_->follow(state()); // what has changed while it was written
    });
    connect(shop_.get(), &control::ShopBookPort::changed, this, &Studio::holdClaims);
}

void Studio::holdClaims() {
    if (!shop_) // the studio ends
        return;
    for (commerce::Product& product : control::outdatedClaims(state(), *shop_->book(), clock_.now().wallMs))
        static_cast<void>(dispatcher_->dispatch(control::Ask{commerce::PutProduct{std::move(product)}}));
}

void Studio::setUpKept(const std::optional<Error>& fault) {
    // Journal thread.
    QMetaObject::invokeMethod(
        this,
        [this, fault] {
            if (fault)
                dispatcher_->faultRaised("setup", fault->code, fault->detail);
            else
                dispatcher_->faultCleared("setup");
        },
        Qt::QueuedConnection);
}

void Studio::missingGlyphs(const std::string& characters) {
    if (characters.empty())
        dispatcher_->faultCleared("glyphs");
    else
        dispatcher_->faultRaised("glyphs", ErrorCode::MissingGlyphs, characters);
}

void Studio::presentSlides() {
    const std::int64_t offsetMs = std::int64_t(QDateTime::currentDateTime().offsetFromUtc()) * 1000;
    if (slides_) // gone while the studio ends
        slides_->present(state(), clock_.now(), offsetMs);
}

void Studio::planKept(const std::optional<Error>& fault) {
    // Journal thread.
    QMetaObject::invokeMethod(
        this,
        [this, fault] {
            if (fault) {
                planKeeper_->tryAgain();
                dispatcher_->faultRaised("plan", fault->code, fault->detail);
            } else {
                dispatcher_->faultCleared("plan");
            }
        },
        Qt::QueuedConnection);
}

/// Sleep and the screen lock are held off from going live to the end; a low battery is told at any time.
void Studio::careForPower() {
    awake_ = std::make_unique<StayAwake>(sessionBus(), QDBusConnection::systemBus());
    const auto follow = [this] {
        if (state().run.phase == show::RunPhase::Live)
            awake_->hold(QCoreApplication::translate("Studio", "A live show is on"));
        else
            awake_->release();
    };
    connect(dispatcher_.get(), &control::Dispatcher::patched, this, follow);
    follow(); // a show that was resumed is live already
    battery_ = std::make_unique<Battery>(QDBusConnection::systemBus());
    connect(battery_.get(), &Battery::low, this, [this](int percent) {
        dispatcher_->faultRaised("battery", ErrorCode::LowBattery, std::to_string(percent));
    });
    connect(battery_.get(), &Battery::good, this, [this] { dispatcher_->faultCleared("battery"); });
    battery_->start();
}

void Studio::startEngine() {
    engine::EngineConfig config;
    config.canvas = setUp_.canvas;
    config.sources = setUp_.sources;
    config.scenes = setUp_.scenes;
    const auto started = engine_->start(
        config, [this](engine::EngineEvent event) { enginePosted(std::move(event)); },
        [this](std::shared_ptr<const engine::WebFragment> fragment) { server_->sendVideo(fragment); });
    engineRuns_ = bool(started);
    if (!started)
        dispatcher_->faultRaised("engine", started.error().code, started.error().detail);
}

void Studio::enginePosted(engine::EngineEvent event) {
    QMetaObject::invokeMethod(
        this, [this, event = std::move(event)] { dispatcher_->engineSaid(event); }, Qt::QueuedConnection);
}

void Studio::startServer(const std::optional<link::PairedServer>& elsewhere) {
    ServerSide::Config config;
    config.program = serverProgram();
    config.dataFolder =
        dataFolder_ + QStringLiteral("/server/") + QString::fromStdString(opened_.document.show.id.value);
    config.webFolder = options_.webFolder.isEmpty() ? webFolder() : options_.webFolder;
    config.assetsFolder = opened_.assets;
    config.port = options_.port;
    config.elsewhere = elsewhere;
    server_ = std::make_unique<ServerSide>(std::move(config), *journal_);
}

void Studio::wireServer() {
    ServerSide::Callbacks callbacks;
    callbacks.health = [this](control::LinkHealth health, const link::Status& status) {
        QMetaObject::invokeMethod(
            this,
            [this, health, status] {
                reachable_->linkSaid(status);
                const bool cameUp = health == control::LinkHealth::Up && state().link != health;
                noteRefusal(health, status.error);
                dispatcher_->linkChanged(health, status.url, status.clockOffsetMs);
                if (cameUp)
                    holdClaims();
                noteReady();
            },
            Qt::QueuedConnection);
    };
    callbacks.records = [this](std::vector<record::Record> records) {
        QMetaObject::invokeMethod(
            this,
            [this, records = std::move(records)] {
                lastNewsMs_ = clock_.now().monoMs;
                dispatcher_->serverSaid(records);
            },
            Qt::QueuedConnection);
    };
    callbacks.fault = [this](std::optional<Error> fault) {
        QMetaObject::invokeMethod(
            this,
            [this, fault = std::move(fault)] {
                if (fault)
                    dispatcher_->faultRaised("server", fault->code, fault->detail);
                else
                    dispatcher_->faultCleared("server");
            },
            Qt::QueuedConnection);
    };
    callbacks.buyers = [this](std::vector<protocol::BuyerOf> buyers) {
        QMetaObject::invokeMethod(
            this, [this, buyers = std::move(buyers)] { emit buyersTold(buyers); }, Qt::QueuedConnection);
    };
    wireOutside(callbacks);
    callbacks.tally = [this](const protocol::Tally& told) {
        QMetaObject::invokeMethod(
            this,
            [this, told] {
                if (const auto then = std::exchange(tallyWanted_, {}))
                    then(Tally{{told.messages, told.orders, told.units, told.gmvMinor}, told.oversold});
            },
            Qt::QueuedConnection);
    };
    callbacks.shopOrders = [this](const protocol::ShopOrdersTaken& part) {
        QMetaObject::invokeMethod(
            this, [this, part] { emit shopOrdersTaken(part); }, Qt::QueuedConnection);
    };
    server_->start(state().show.id, state().run.id, state().epoch, std::move(callbacks));
    reachable_->onPhones([this](bool on) { server_->letPhonesIn(on); });
    outside_->connectTo({[this](const protocol::Outside& outside) { server_->setOutside(outside); },
                         [this](const std::string& to) {
                             server_->testMail(to);
                         }});
    if (options_.phones)
        reachable_->letPhonesIn(true);
}

/// How mail and other shops do, and what was asked of buyers: by the link, and into no journal.
void Studio::wireOutside(ServerSide::Callbacks& callbacks) {
    callbacks.outside = [this](protocol::OutsideState state) {
        QMetaObject::invokeMethod(
            this, [this, state = std::move(state)] { outside_->serverSaid(state); }, Qt::QueuedConnection);
    };
    callbacks.mailTested = [this](protocol::MailTested answer) {
        QMetaObject::invokeMethod(
            this, [this, answer = std::move(answer)] { outside_->mailTested(answer); }, Qt::QueuedConnection);
    };
    callbacks.exported = [this](protocol::Exported held) {
        QMetaObject::invokeMethod(
            this, [this, held = std::move(held)] { emit exported(held); }, Qt::QueuedConnection);
    };
}

void Studio::append(std::vector<record::Record> records) {
    lastNewsMs_ = clock_.now().monoMs;
    journal_->append(std::move(records));
}

void Studio::durable(Result<std::vector<record::Record>> written) {
    // Journal thread. Nothing leaves for another party before its record is written (design rule 7).
    const bool broken = !written;
    const Error error = broken ? written.error() : Error{};
    if (!broken)
        server_->publish(*written);
    QMetaObject::invokeMethod(
        this,
        [this, broken, error] {
            if (broken == journalBroken_)
                return;
            journalBroken_ = broken;
            if (broken)
                dispatcher_->faultRaised("journal", error.code, error.detail);
            else
                dispatcher_->faultCleared("journal");
        },
        Qt::QueuedConnection);
}

bool Studio::isReady() const {
    return engineRuns_ && state().link == control::LinkHealth::Up && !state().pageUrl.empty();
}

void Studio::noteReady() {
    if (readyAfterMs_ > 0 || !isReady())
        return;
    readyAfterMs_ = msSinceProcessStart();
    // What starting needed and freed goes back to the machine: 18 MB (bench desk). On the journal's thread,
    // for which nobody waits.
    QTimer::singleShot(trimAfterMs, this, [this] {
        if (journal_)
            journal_->run([](journal::ShowFile&) { malloc_trim(0); });
    });
    emit ready();
}

bool Studio::isQuiet() const {
    if (!std::ranges::all_of(state().stage.outputs, [](const auto& output) { return closed(output.second); }))
        return false;
    return server_->drained(dispatcher_->studioSeq()) && clock_.now().monoMs - lastNewsMs_ > quietMs;
}

void Studio::makeReport(QObject* context, const QString& path,
                        std::function<void(Result<insight::Summary>)> then) {
    const std::string language = options_.language.isEmpty() ? QLocale().name().left(2).toStdString()
                                                             : options_.language.toStdString();
    journal_->run(
        [run = state().run.id, path, language, context, then = std::move(then)](journal::ShowFile& file) {
            const auto records = file.readRun(run);
            const Result<insight::Summary> made =
                records ? writeReport(*records, path, language) : Result<insight::Summary>(records.error());
            QMetaObject::invokeMethod(
                context, [made, then] { then(made); }, Qt::QueuedConnection);
        });
}

QString Studio::recordFolder() const {
    for (const stage::Destination& destination : setUp_.destinations) {
        if (destination.kind == stage::OutputKind::Recording)
            return QString::fromStdString(destination.address);
    }
    return {};
}

std::string Studio::recordingPath() const {
    for (const auto& [id, output] : state().stage.outputs) {
        if (!output.path.empty() && output.error != ErrorCode::FileUnwritable)
            return output.path;
    }
    return {};
}

QString Studio::reportPath() const {
    return dataFolder_ + QStringLiteral("/reports/") + QString::fromStdString(state().run.id.value) +
           QStringLiteral(".html");
}

void Studio::report() {
    if (reported_ || options_.unattended() || state().run.phase != show::RunPhase::Ended)
        return;
    reported_ = true;
    // The last orders may still be on their way: the report is made when it has become quiet, or after 10 s.
    auto* wait = new QTimer(this);
    const std::int64_t since = clock_.now().monoMs;
    connect(wait, &QTimer::timeout, this, [this, wait, since] {
        if (!isQuiet() && clock_.now().monoMs - since < 10'000)
            return;
        wait->deleteLater();
        makeReport(this, reportPath(), [this](const Result<insight::Summary>& summary) {
            if (!summary)
                return dispatcher_->faultRaised("report", summary.error().code, summary.error().detail);
            emit reported(*summary, reportPath());
        });
    });
    wait->start(100);
}

long Studio::shutdown() {
    tick_.stop();
    slides_.reset(); // draws and posts nothing from here on
    const long held = engine_ ? engine_->shutdown() : 0;
    // What the outputs said while they closed belongs into the journal, and from there to the server.
    QCoreApplication::processEvents();
    if (server_ && dispatcher_) {
        const std::int64_t until = clock_.now().monoMs + 3000;
        while (state().link == control::LinkHealth::Up && !server_->drained(dispatcher_->studioSeq()) &&
               clock_.now().monoMs < until)
            turnEvents(20);
        if (mover_)
            mover_->end();
        server_->stop();
    }
    shop_.reset();    // as the journal: what it was told to keep is kept
    journal_.reset(); // writes what is still queued, closes the file
    mover_.reset();
    if (held != 0)
        logError("studio", "the engine still holds " + std::to_string(held) + " allocations");
    return held;
}

} // namespace vitrina::studio
