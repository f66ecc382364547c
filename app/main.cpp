// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Log.hpp"
#include "studio/HandsFree.hpp"
#include "studio/LookAround.hpp"
#include "studio/Options.hpp"
#include "studio/Signals.hpp"
#include "studio/Studio.hpp"
#include "studio/UnattendedShow.hpp"
#include "ui/dialogs/ErrorDialog.hpp"
#include "ui/dialogs/ResumeDialog.hpp"
#include "ui/dialogs/SummaryDialog.hpp"
#include "ui/shell/MainWindow.hpp"

#include <QApplication>
#include <QScreen>
#include <QTimer>

#include <cstdio>

#include <malloc.h>
#include <unistd.h>

namespace {

using namespace vitrina;

enum ExitCode { Good = 0, CouldNotStart = 2, WrongOptions = 64 };

/// Before the window: whether to go on with a show that broke off. Nothing: the person closed the question.
std::optional<bool> askResume(const studio::Studio& studio, const studio::Options& options,
                              const ui::Theme& theme) {
    const auto broken = studio.brokenOff();
    if (!broken || options.unfinished == studio::Unfinished::StartAnew)
        return false;
    if (options.unfinished == studio::Unfinished::Resume)
        return true;
    ui::ResumeDialog dialog(theme,
                            {studio.showTitle(), broken->position, broken->onAir, broken->lastWallMs, true});
    dialog.exec();
    switch (dialog.choice()) {
    case ui::ResumeDialog::Choice::Resume:
        return true;
    case ui::ResumeDialog::Choice::StartAnew:
        return false;
    case ui::ResumeDialog::Choice::None:
        break;
    }
    return std::nullopt;
}

/// What the server tells of buyers, as the window takes it.
std::vector<ui::Buyer> buyersOf(const std::vector<protocol::BuyerOf>& told) {
    const auto text = [](const std::string& utf8) {
        return QString::fromStdString(utf8);
    };
    std::vector<ui::Buyer> buyers;
    for (const protocol::BuyerOf& one : told) {
        ui::Buyer buyer{one.order,         text(one.name), text(one.contact),   text(one.phone),
                        text(one.address), text(one.note), text(one.reference), {}};
        for (const protocol::BuyerWord& word : one.words)
            buyer.words.push_back({word.atMs, word.from == "shop", text(word.text)});
        buyers.push_back(std::move(buyer));
    }
    return buyers;
}

/// The picture as a person sees it: with the engine's windows, which QWidget::grab() does not know.
void photograph(const QWidget& window, const QString& path) {
    if (!window.screen()->grabWindow(window.winId()).save(path))
        logWarning("studio", "no screenshot at " + path.toStdString());
}

/// Runs the program with a window until it is closed or the unattended show is over.
int run(QApplication& application, studio::Studio& studio, const studio::Options& options,
        std::vector<studio::ScriptStep> script, const ui::Appearance& appearance) {
    ui::MainWindow window(
        studio.dispatcher(), studio.engine(), appearance,
        {{studio.artFolder(), studio.shop()->photoFolder()},
         studio.recordFolder(),
         studio.settingsFile(),
         studio::lookAround,
         studio.shop(),
         [&studio](const std::vector<OrderNumber>& orders) { studio.askBuyers(orders); },
         [&studio](std::uint64_t part, const std::vector<commerce::TableOrder>& orders) {
             studio.tellShopOrders(part, orders);
         },
         &studio.reach(),
         {[&studio](const std::string& key, const std::string& text) { studio.putWords(key, text); },
          [&studio](const OrderNumber& order) {
              studio.askExport(order);
          }},
         &studio.outside()});
    QObject::connect(&studio, &studio::Studio::exported, &window, [&window](const protocol::Exported& held) {
        window.exported(held.order, held.error, held.json);
    });
    QObject::connect(
        &studio, &studio::Studio::buyersTold, &window,
        [&window](const std::vector<protocol::BuyerOf>& told) { window.buyersTold(buyersOf(told)); });
    QObject::connect(&studio, &studio::Studio::shopOrdersTaken, &window,
                     [&window](const protocol::ShopOrdersTaken& part) {
                         window.shopOrdersTaken(
                             {part.part, part.placed, part.changed, part.known, part.passed, part.refused});
                     });
    window.show();
    // Not quit(): that asks the windows to close, and a live one refuses the first time (it is no slip of the
    // hand here).
    const studio::Signals endingSignals([] { QCoreApplication::exit(Good); });

    studio::HandsFree handsFree(studio, options, script);
    std::unique_ptr<studio::UnattendedShow> unattended;
    if (options.unattended()) {
        unattended = std::make_unique<studio::UnattendedShow>(
            studio, options, std::move(script), [&window](const QString& path) { photograph(window, path); });
        QObject::connect(unattended.get(), &studio::UnattendedShow::finished, &application,
                         [](int code) { QCoreApplication::exit(code); });
        unattended->start();
    } else if (options.goLive || options.demo) {
        const auto goLive = [&] {
            if (const auto live = handsFree.goLive(); !live)
                logWarning("studio", "going live was refused: " + live.error().detail);
            if (options.forSeconds > 0)
                QTimer::singleShot(int(options.forSeconds * 1000), &application,
                                   [&studio] { (void)studio.dispatcher().dispatch(show::EndShow{}); });
        };
        QObject::connect(&studio, &studio::Studio::ready, &window, goLive);
    }
    QObject::connect(&studio, &studio::Studio::reported, &window,
                     [&](const insight::Summary& summary, const QString& report) {
                         auto* dialog =
                             new ui::SummaryDialog(appearance.theme(), summary, report,
                                                   QString::fromStdString(studio.recordingPath()), &window);
                         dialog->setAttribute(Qt::WA_DeleteOnClose);
                         dialog->open();
                     });
    const int code = QApplication::exec();
    window.hide();
    window.releaseSurfaces();
    return code;
}

/// --help is answered on a machine with no display as well.
bool answersHelp(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const auto options = studio::readOptions(QCoreApplication::arguments());
    if (!options || !options->help)
        return false;
    std::fputs(studio::optionsHelp().toUtf8().constData(), stdout);
    return true;
}

int wholeProgram(int argc, char** argv) {
    if (answersHelp(argc, argv))
        return Good;
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("vitrina"));
    QApplication::setApplicationDisplayName(QStringLiteral("Vitrina"));
    const auto options = studio::readOptions(QApplication::arguments());
    if (!options) {
        std::fprintf(stderr, "%s\n\n%s", options.error().detail.c_str(),
                     studio::optionsHelp().toUtf8().constData());
        return WrongOptions;
    }
    const ui::Appearance appearance(application, options->light ? ui::ThemeKind::Light : ui::ThemeKind::Dark,
                                    options->language);
    const auto refuse = [&](const QString& heading, const QString& subject, const Error& error) {
        logError("studio", std::string(errorName(error.code)) + ": " + error.detail);
        if (!options->unattended())
            ui::ErrorDialog(appearance.theme(), heading, subject, error).exec();
        return CouldNotStart;
    };
    auto script = studio::HandsFree::scriptOf(*options);
    if (!script)
        return refuse(QCoreApplication::translate("main", "The script can't be read"), options->scriptPath,
                      script.error());
    auto studio = studio::Studio::open(*options);
    if (!studio)
        return refuse(QCoreApplication::translate("main", "The show can't be opened"), options->showPath,
                      studio.error());
    const std::optional<bool> resume = askResume(**studio, *options, appearance.theme());
    if (!resume)
        return Good;
    if (const auto begun = (*studio)->begin(*resume); !begun)
        return refuse(QCoreApplication::translate("main", "The show can't be started"), options->showPath,
                      begun.error());
    const int code = run(application, **studio, *options, std::move(*script), appearance);
    const long held = (*studio)->shutdown();
    return code == 0 && held != 0 ? 1 : code;
}

} // namespace

int main(int argc, char** argv) {
    // glibc would give most of our thirty threads an arena of their own, and each keeps what its thread
    // needed once: 27 MB of 245 (bench desk). Pictures come from pools, so they rarely meet at the lock.
    mallopt(M_ARENA_MAX, 2);
    const int code = wholeProgram(argc, argv);
    std::fflush(nullptr);
    // Two SRT libraries live in this process and their destructors crash at exit (reference/libobs.md §3).
    // Everything of ours is closed by now.
    _exit(code);
}
