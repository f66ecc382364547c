// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/Dispatcher.hpp"
#include "control/Reach.hpp"
#include "engine/Engine.hpp"
#include "ui/dialogs/LookAround.hpp"
#include "ui/host/SelfView.hpp"
#include "ui/models/Buyers.hpp"
#include "ui/models/Keys.hpp"
#include "ui/models/Panic.hpp"
#include "ui/models/Remembered.hpp"
#include "ui/models/ShopImport.hpp"
#include "ui/shell/Appearance.hpp"
#include "ui/shell/KeyStore.hpp"
#include "ui/widgets/Art.hpp"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QTimer>

#include <array>
#include <memory>
#include <optional>
#include <set>

class QAction;
class QMenu;

namespace vitrina::control {
class OutsidePort;
class ShopBookPort;
} // namespace vitrina::control

namespace vitrina::ui {

class Body;
class CamerasDialog;
class HostView;
class KeysDialog;
class MachineProbe;
class MixerPanel;
class OutsideDialog;
class PageDialog;
class PairDialog;
class PanicRow;
class RundownDesk;
class ScenesDialog;
class SellingDesk;
class ShopDesk;
class ShowBar;
class SoundDesk;
class StatusLine;

struct ShellOptions {
    QStringList artFolders; ///< where pictures of products are looked for
    QString recordFolder;   ///< its free space is shown; empty: none
    QString settingsFile;   ///< keeps what the host has set for himself; empty: nothing is kept
    LookAround lookAround;  ///< finds webcams, screens and so on; none: nothing is found
    control::ShopBookPort* shop = nullptr; ///< outlives the window; null: there is no shop book
    AskBuyers askBuyers = {};              ///< asks the server whose orders are; none: nobody is named
    TellShopOrders tellShopOrders = {};    ///< tells the server of a shop's orders; none: none are taken
    control::ReachPort* reach = nullptr; ///< how the page is reached; null: no switch for phones, no pairing
    BuyerLine buyerLine = {};
    control::OutsidePort* outside = nullptr; ///< mail, webhooks, the shop behind; null: there is no dialog
};

/// The studio's window. Reads the dispatcher's state, draws what a patch says has changed, and turns keys and
/// presses into commands; it has no rules of its own. GUI thread; never blocks.
///
/// Order for the composition root: construct, show(), run; then releaseSurfaces() before the engine's
/// shutdown(), the window itself may go later. `engine` may be null: calm notes stand where pictures would.
class MainWindow final : public QMainWindow {
    Q_OBJECT

  public:
    MainWindow(control::Dispatcher& dispatcher, engine::Engine* engine, const Appearance& appearance,
               ShellOptions options, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Takes the engine's displays off the window. Call it before the engine shuts down; may be called twice.
    void releaseSurfaces();

    ShowBar& showBar() { return *bar_; }
    PanicRow& panicRow() { return *panic_; }
    Body& stageBody() { return *body_; }
    StatusLine& statusLine() { return *status_; }
    Keys& keys() { return *keys_; }
    RundownDesk& rundownDesk() { return *desk_; }
    SoundDesk& soundDesk() { return *sound_; }
    SellingDesk& sellingDesk() { return *selling_; }
    ShopDesk& shopDesk() { return *shop_; }

    /// A part of what ShellOptions::askBuyers asked for.
    void buyersTold(const std::vector<Buyer>& buyers);
    /// What ShellOptions::buyerLine asked for.
    void exported(const OrderNumber& order, ErrorCode error, const std::string& json);
    /// What became of a part of what ShellOptions::tellShopOrders said.
    void shopOrdersTaken(const ShopImportDone& part);

  public slots:
    /// What the keys do; for the menus, buttons and a script alike.
    void take();
    void takeWithCut();
    void toggleCard();
    void toggleHostMute();
    void scenePressed(int number);
    void showPage();
    void showPairing();
    void showOutside();
    void showKeys();
    void showScenes();
    void addScene();
    void editScene(const vitrina::SceneId& scene);
    void editSlide(const vitrina::SourceId& slide);
    void showCameras();
    void addCamera();
    void editCamera(const vitrina::SourceId& source);
    void showHostView();
    void toggleLowerThird();
    void seeCue();
    void clearCue();
    /// Before going live the rundown can have the whole window; going live brings everything back.
    void togglePlan();

  protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void buildMenus();
    QAction* addCommand(QMenu& menu, const QString& id, const QString& words, const KeyList& keys,
                        const std::function<void()>& run, KeyReach reach = KeyReach::NotTyping);
    void buildShowMenu(QMenu& menu);
    void buildRundownMenu(QMenu& menu);
    void buildPictureMenu(QMenu& menu);
    void buildViewMenu(QMenu& menu);
    void buildSellingMenu(QMenu& menu);
    void connectSelling();
    void addSceneKeys(QMenu& menu);
    void presentScenes(const control::State& state);
    void buildScenesMenu(QMenu& menu);
    void presentSceneDialogs(const control::State& state);
    void buildCamerasMenu(QMenu& menu);
    void connectCameras();
    void presentCameras(const control::State& state);
    void openCamera(const std::optional<stage::Source>& edited);
    void addPanicMenu(QMenu& menu);
    void connectReach();
    void presentPage();
    void presentOutside();
    void presentPanic(const control::State& state);
    void buildEditMenu(QMenu& menu);
    void nameSteps();
    void ask(const control::Command& command);
    void connectPanels();
    void patched(const control::Patch& patch);
    void flush();
    void present();
    void tick();
    void createSurfaces();
    void applySize();
    void buildOverlaysMenu(QMenu& menu);
    void buildHostMenu(QMenu& menu);
    void askLabel(const ItemId& item);
    void askLowerThird();
    void askCountdown();
    void askPlaces();
    void askRemoval(const QString& title, bool part, const control::Command& command);
    void setMinimised(bool minimised);
    void escape();

    control::Dispatcher& dispatcher_;
    engine::Engine* engine_;
    const Appearance& appearance_;
    LookAround lookAround_;
    control::ReachPort* reach_;
    control::OutsidePort* outsidePort_;
    QStringList artFolders_;
    Art art_;
    Keys* keys_;
    KeyStore keyStore_;
    Remembered memory_;
    ShowBar* bar_;
    PanicRow* panic_;
    Body* body_;
    SoundDesk* sound_;
    StatusLine* status_;
    RundownDesk* desk_;
    SellingDesk* selling_;
    ShopDesk* shop_;
    MachineProbe* probe_;
    PageDialog* page_ = nullptr;
    PairDialog* pairing_ = nullptr;
    OutsideDialog* outside_ = nullptr;
    KeysDialog* keysDialog_ = nullptr;
    ScenesDialog* scenes_ = nullptr;
    QAction* studioModeAction_ = nullptr;
    CamerasDialog* cameras_ = nullptr;
    HostView* host_ = nullptr;
    SelfView selfView_ = SelfView::Camera;
    QMenu* allMenus_ = nullptr;
    std::array<QAction*, panicKinds.size()> panicActions_{};
    std::array<QAction*, 9> sceneActions_{};
    QAction* undoAction_ = nullptr;
    QAction* redoAction_ = nullptr;
    QTimer flush_;
    QElapsedTimer presented_;
    QTimer second_;
    bool chatChanged_ = false;
    bool restChanged_ = false;
    QTimer chatFlush_;
    bool surfacesWanted_ = false;
    bool surfacesReleased_ = false;
    bool compact_ = false;
    bool altAlone_ = false;
    /// What was drawn last: a take names what the host saw, not what the state has become since.
    AiredId seenCurrent_;
    ItemId seenNext_;
};

} // namespace vitrina::ui
