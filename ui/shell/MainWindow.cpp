// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/MainWindow.hpp"

#include "ui/dialogs/KeysDialog.hpp"
#include "ui/dialogs/OutsideDialog.hpp"
#include "ui/dialogs/PageDialog.hpp"
#include "ui/dialogs/PairDialog.hpp"
#include "ui/dialogs/RemoveDialog.hpp"
#include "ui/dialogs/SceneEditor.hpp"
#include "ui/host/HostView.hpp"
#include "ui/models/Needs.hpp"
#include "ui/models/Words.hpp"
#include "ui/panels/ChatPanel.hpp"
#include "ui/panels/CueLine.hpp"
#include "ui/panels/MixerPanel.hpp"
#include "ui/panels/Monitor.hpp"
#include "ui/panels/MultiviewPanel.hpp"
#include "ui/panels/NeedsPanel.hpp"
#include "ui/panels/PanicRow.hpp"
#include "ui/panels/RundownPanel.hpp"
#include "ui/panels/ShowBar.hpp"
#include "ui/panels/StatusLine.hpp"
#include "ui/panels/TakeColumn.hpp"
#include "ui/shell/Body.hpp"
#include "ui/shell/MachineProbe.hpp"
#include "ui/shell/RundownDesk.hpp"
#include "ui/shell/SellingDesk.hpp"
#include "ui/shell/ShopDesk.hpp"
#include "ui/shell/SoundDesk.hpp"
#include "ui/widgets/Format.hpp"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QCloseEvent>
#include <QDialog>
#include <QLineEdit>
#include <QMenuBar>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrina::ui {
namespace {

/// Patches of one burst are drawn together; a take is on its way before this.
constexpr int flushMs = 8;
constexpr int chatFlushMs = 100;
constexpr QLatin1String phonesKey("page/phones");

} // namespace

MainWindow::MainWindow(control::Dispatcher& dispatcher, engine::Engine* engine, const Appearance& appearance,
                       ShellOptions options, QWidget* parent)
    : QMainWindow(parent), dispatcher_(dispatcher), engine_(engine), appearance_(appearance),
      lookAround_(std::move(options.lookAround)), reach_(options.reach), outsidePort_(options.outside),
      artFolders_(std::move(options.artFolders)), art_(appearance.theme(), artFolders_),
      keys_(new Keys(this)), keyStore_(options.settingsFile), memory_(options.settingsFile),
      bar_(new ShowBar(appearance.theme())), panic_(new PanicRow(appearance.theme())),
      body_(new Body(appearance.theme(), art_)),
      sound_(new SoundDesk(dispatcher, engine, appearance.theme(), body_->mixer(), body_->needs(), this)),
      status_(new StatusLine(appearance.theme())),
      desk_(new RundownDesk(dispatcher, appearance.theme(), body_->rundown(), memory_, *this)),
      selling_(new SellingDesk(dispatcher, appearance.theme(), appearance.locale(), *body_, *this)),
      shop_(new ShopDesk(dispatcher, appearance.theme(), options.shop, artFolders_, *this)),
      probe_(new MachineProbe(std::move(options.recordFolder), this)) {
    setMinimumSize(1280, 720);
    resize(1440, 900);
    auto* all = new QWidget(this);
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar_);
    column->addWidget(panic_);
    column->addWidget(body_, 1);
    column->addWidget(status_);
    setCentralWidget(all);
    body_->rundown().useMemory(memory_);
    selling_->setAskBuyers(std::move(options.askBuyers));
    selling_->setShopBook(options.shop);
    shop_->setEngine(engine);
    selling_->setBuyerLine(std::move(options.buyerLine));
    selling_->setTellShopOrders(std::move(options.tellShopOrders));
    buildMenus();
    keys_->setMap(keyStore_.load());
    connectPanels();

    flush_.setSingleShot(true);
    connect(&flush_, &QTimer::timeout, this, &MainWindow::flush);
    chatFlush_.setSingleShot(true);
    chatFlush_.setInterval(chatFlushMs);
    connect(&chatFlush_, &QTimer::timeout, this, &MainWindow::flush);
    second_.setSingleShot(true);
    second_.setTimerType(Qt::PreciseTimer);
    connect(&second_, &QTimer::timeout, this, &MainWindow::tick);
    qApp->installEventFilter(this);
    chatChanged_ = true;
    applySize();
    tick();
}

MainWindow::~MainWindow() {
    qApp->removeEventFilter(this);
    // A field that loses the focus says that it is edited: while its dialog is still whole.
    for (QDialog* dialog : findChildren<QDialog*>())
        dialog->hide();
    releaseSurfaces();
    // Panels refer to art_ and to the appearance: they go before both.
    delete takeCentralWidget();
}

void MainWindow::connectPanels() {
    connect(&dispatcher_, &control::Dispatcher::patched, this, &MainWindow::patched);
    connect(keys_, &Keys::changed, this, [this] {
        keyStore_.save(keys_->map());
        present();
    });
    connect(&dispatcher_, &control::Dispatcher::refused, this,
            [this](const Error& error, const control::Command& command) {
                const show::RunPhase phase = dispatcher_.state().run.phase;
                body_->preview().strip().showRefusal(refusalSentence(error, command, phase));
            });
    connect(&dispatcher_, &control::Dispatcher::metersMeasured, &body_->mixer(), &MixerPanel::measured);
    connect(&dispatcher_, &control::Dispatcher::statsMeasured, status_, &StatusLine::setStats);
    connect(probe_, &MachineProbe::measured, status_, &StatusLine::setMachine);

    connect(bar_, &ShowBar::goLiveAsked, this, [this] { ask(show::GoLive{}); });
    connect(bar_, &ShowBar::endAsked, this, [this] { ask(show::EndShow{}); });
    connect(bar_, &ShowBar::pageAsked, this, &MainWindow::showPage);
    connect(&bar_->menuButton(), &QAbstractButton::clicked, this, [this] {
        allMenus_->popup(bar_->menuButton().mapToGlobal(QPoint(0, bar_->menuButton().height() + 2)));
    });
    TakeColumn& column = body_->takeColumn();
    connect(&column, &TakeColumn::taken, this, &MainWindow::take);
    connect(&column, &TakeColumn::cutPressed, this, [this] { ask(stage::Cut{}); });
    connect(&column, &TakeColumn::autoPressed, this, [this] { ask(stage::Auto{}); });
    connect(&column, &TakeColumn::transitionChosen, this,
            [this](const stage::Transition& transition) { ask(stage::SetTransition{transition}); });
    connect(&body_->program(), &Monitor::cardToggled, this, [this](bool on) { ask(stage::SetCard{on}); });
    connect(&body_->rundown(), &RundownPanel::asked, this, &MainWindow::ask);
    connect(desk_, &RundownDesk::asked, this, &MainWindow::ask);
    connect(shop_, &ShopDesk::asked, this, &MainWindow::ask);
    connect(shop_, &ShopDesk::camerasAsked, this, &MainWindow::showCameras);
    connect(&body_->rundown().editor(), &RundownEditor::refused, &body_->preview().strip(),
            &InfoStrip::showRefusal);
    connect(&body_->rundown().editor(), &RundownEditor::removalAsked, this, &MainWindow::askRemoval);
    connect(&body_->multiview(), &MultiviewPanel::asked, this, &MainWindow::ask);
    connectReach();
    connectCameras();
    connectSelling();
    connect(&body_->multiview(), &MultiviewPanel::addAsked, this, &MainWindow::addScene);
    connect(&body_->multiview(), &MultiviewPanel::editAsked, this, &MainWindow::editScene);
    connect(&body_->multiview(), &MultiviewPanel::slideAsked, this, &MainWindow::editSlide);
    connect(&body_->multiview(), &MultiviewPanel::tilesChanged, this, [this] {
        if (surfacesWanted_)
            QTimer::singleShot(0, this, &MainWindow::createSurfaces);
    });
    connect(&body_->mixer(), &MixerPanel::asked, this, &MainWindow::ask);
    connect(sound_, &SoundDesk::asked, this, &MainWindow::ask);
    connect(sound_, &SoundDesk::changed, this, [this] {
        restChanged_ = true;
        if (!flush_.isActive())
            flush_.start();
    });
    connect(&body_->needs(), &NeedsPanel::asked, this, &MainWindow::ask);
    connect(panic_, &PanicRow::asked, this, &MainWindow::ask);
    connect(&body_->cue(), &CueLine::asked, this, &MainWindow::ask);
    connect(&body_->rundown().editor(), &RundownEditor::labelAsked, this, &MainWindow::askLabel);
}

void MainWindow::ask(const control::Command& command) {
    // A refusal comes back by refused() and stands in the NEXT strip.
    (void)dispatcher_.dispatch(command);
}

void MainWindow::take() {
    ask(control::Take{seenCurrent_, seenNext_, false});
}

void MainWindow::takeWithCut() {
    ask(control::Take{seenCurrent_, seenNext_, true});
}

void MainWindow::toggleCard() {
    ask(stage::SetCard{!dispatcher_.state().stage.cardOn});
}

void MainWindow::toggleHostMute() {
    const control::State& state = dispatcher_.state();
    const stage::Source* host = stage::findSource(state.setUp, hostSource(state.setUp));
    if (host)
        ask(stage::SetMuted{host->id, !stage::mutedOf(state.stage, *host)});
}

void MainWindow::scenePressed(int number) {
    const auto& scenes = dispatcher_.state().setUp.scenes;
    if (number >= 1 && number <= int(scenes.size()))
        ask(stage::SetPreview{scenes[std::size_t(number) - 1].id});
}

void MainWindow::showPage() {
    if (!page_) {
        page_ = new PageDialog(appearance_.theme(), this);
        connect(page_, &PageDialog::phonesAsked, this, [this](bool on) {
            memory_.set(phonesKey, on);
            reach_->letPhonesIn(on);
        });
        connect(page_, &PageDialog::pairingAsked, this, &MainWindow::showPairing);
    }
    presentPage();
    page_->show();
    page_->raise();
}

void MainWindow::showPairing() {
    if (!reach_)
        return;
    if (!pairing_)
        pairing_ = new PairDialog(appearance_.theme(), *reach_, this);
    pairing_->show();
    pairing_->raise();
    pairing_->activateWindow();
}

void MainWindow::presentPage() {
    page_->setAddress(text(dispatcher_.state().pageUrl));
    if (reach_)
        page_->setReach(reach_->reach());
}

/// Who let phones in once finds them let in the next time.
void MainWindow::connectReach() {
    if (!reach_)
        return;
    connect(reach_, &control::ReachPort::changed, this, [this] {
        if (page_)
            presentPage();
    });
    if (memory_.value(phonesKey).toBool())
        reach_->letPhonesIn(true);
}

void MainWindow::showKeys() {
    selling_->makeOrders();
    if (!keysDialog_)
        keysDialog_ = new KeysDialog(appearance_.theme(), *keys_, this);
    keysDialog_->show();
    keysDialog_->raise();
    keysDialog_->activateWindow();
}

void MainWindow::showHostView() {
    if (host_ && host_->isVisible()) {
        host_->close();
        return;
    }
    if (!host_)
        host_ = new HostView(artFolders_, surfacesReleased_ ? nullptr : engine_, this);
    host_->setSelfView(selfView_);
    host_->open(*this);
    present();
}

void MainWindow::togglePlan() {
    const bool live = dispatcher_.state().run.phase == show::RunPhase::Live;
    body_->setPlan(!live && !body_->isPlan());
    if (body_->isPlan())
        body_->rundown().view().setFocus();
}

void MainWindow::askRemoval(const QString& title, bool part, const control::Command& command) {
    auto* dialog = new RemoveDialog(appearance_.theme(), title, part, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, command] { body_->rundown().editor().removeNow(command); });
    dialog->open();
}

void MainWindow::escape() {
    bar_->disarm();
    panic_->disarm();
    selling_->disarm();
    if (QWidget* focused = QApplication::focusWidget())
        focused->clearFocus();
}

void MainWindow::patched(const control::Patch& patch) {
    for (const control::Change& change : patch) {
        if (change.kind == control::PatchKind::Chat)
            chatChanged_ = true;
        else
            restChanged_ = true;
    }
    // At once after a quiet while, as a single edit is; what follows right behind is drawn together.
    if (restChanged_ && !flush_.isActive())
        flush_.start(presented_.isValid() ? int(std::max<qint64>(0, flushMs - presented_.elapsed())) : 0);
    if (chatChanged_ && !chatFlush_.isActive())
        chatFlush_.start();
}

void MainWindow::flush() {
    if (restChanged_)
        present();
    if (chatChanged_ && !chatFlush_.isActive()) {
        chatChanged_ = false;
        body_->chat().present({dispatcher_.state(), dispatcher_.clock().now(), appearance_.locale(), *keys_});
    }
}

void MainWindow::present() {
    restChanged_ = false;
    presented_.start();
    const control::State& state = dispatcher_.state();
    const View view{state, dispatcher_.clock().now(), appearance_.locale(), *keys_};
    seenCurrent_ = state.run.current() ? state.run.current()->id : AiredId{};
    seenNext_ = state.run.next;
    if (state.run.phase == show::RunPhase::Live)
        body_->setPlan(false);
    bar_->present(view);
    panic_->present(view);
    body_->present(view);
    status_->present(view);
    desk_->present();
    selling_->present(view);
    shop_->present();
    sound_->present();
    presentPanic(state);
    presentScenes(state);
    presentSceneDialogs(state);
    presentCameras(state);
    nameSteps();
    setWindowTitle(text(state.show.title) + QStringLiteral(" – Vitrina"));
    if (page_)
        presentPage();
    if (outside_)
        presentOutside();
    if (host_ && host_->isVisible())
        host_->present(view);
}

void MainWindow::tick() {
    // All clocks of the window change together, on the second of the monotonic clock.
    restChanged_ = true;
    flush();
    second_.start(int(1000 - dispatcher_.clock().now().monoMs % 1000));
}

void MainWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    if (surfacesWanted_)
        return;
    // Displays are made for windows that are on the screen.
    surfacesWanted_ = true;
    QTimer::singleShot(0, this, &MainWindow::createSurfaces);
}

void MainWindow::createSurfaces() {
    if (surfacesReleased_)
        return;
    body_->preview().video().createSurface(engine_, engine::SurfaceContent::Preview);
    body_->program().video().createSurface(engine_, engine::SurfaceContent::Program);
    for (SourceTile* tile : body_->multiview().tiles())
        tile->createSurface(engine_);
}

void MainWindow::releaseSurfaces() {
    surfacesReleased_ = true;
    shop_->setEngine(nullptr);
    if (host_)
        host_->releaseSurface();
    for (SceneEditor* editor : findChildren<SceneEditor*>())
        editor->releaseSurface();
    body_->preview().video().releaseSurface();
    body_->program().video().releaseSurface();
    for (SourceTile* tile : body_->multiview().tiles())
        tile->video().releaseSurface();
}

void MainWindow::setMinimised(bool minimised) {
    body_->preview().video().setMinimised(minimised);
    body_->program().video().setMinimised(minimised);
    for (SourceTile* tile : body_->multiview().tiles())
        tile->video().setMinimised(minimised);
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        setMinimised(isMinimized());
}

void MainWindow::applySize() {
    const Theme& theme = appearance_.theme();
    compact_ = width() < theme.compactBelowWidth || height() < theme.compactBelowHeight;
    bar_->setCompact(compact_);
    panic_->setCompact(compact_);
    body_->setCompact(compact_);
    status_->setCompact(compact_);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    const Theme& theme = appearance_.theme();
    if (compact_ == (width() < theme.compactBelowWidth || height() < theme.compactBelowHeight))
        return;
    applySize();
    present();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    // A live show is not closed by a slip of the hand: the first try arms End, a second within five seconds
    // closes.
    if (dispatcher_.state().run.phase == show::RunPhase::Live && !bar_->isArmed()) {
        bar_->pressEnd();
        event->ignore();
        return;
    }
    releaseSurfaces();
    event->accept();
}

} // namespace vitrina::ui
