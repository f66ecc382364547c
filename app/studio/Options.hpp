// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.hpp"
#include "stage/SetUp.hpp"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace vitrina::studio {

/// What to do with a run that was neither ended in order nor resumed.
enum class Unfinished { None, Ask, Resume, StartAnew };

/// The command line, read and checked. Every unattended use goes through the same commands as a key press.
struct Options {
    QString showPath;                   ///< .vitrina, or .json to import; empty: the demo show
    QString setUpPath;                  ///< set-up to start from; empty: the demo's
    QString dataFolder;                 ///< show files, server data; empty: the user's data folder
    std::vector<stage::Source> cameras; ///< given with --camera, in order
    QString rtmpUrl;                    ///< without the key
    QString rtmpKey;                    ///< secret
    QString recordFolder;
    int port = 0;        ///< of the show server; 0: any free one
    bool phones = false; ///< let phones of this network in
    QString pairingCode; ///< of a show server elsewhere, to be paired with first
    bool goLive = false;
    QString scriptPath;
    double forSeconds = 0.0; ///< end the show after so long on air; 0: until the host ends it
    QString outFolder;       ///< leave recording, report, screenshots and summary.json there, then quit
    std::optional<stage::Canvas> canvas;
    QString language; ///< "en" or "lv"; empty: the desktop's
    bool light = false;
    int viewers = 0; ///< simulated viewers
    bool demo = false;
    Unfinished unfinished = Unfinished::Ask;
    QString pageShotsTool; ///< program that photographs the page: TOOL URL FOLDER
    QString webFolder;     ///< the viewers' page; empty: found beside the program
    bool help = false;

    bool unattended() const { return !outFolder.isEmpty(); }
};

/// Errors: BadFormat or CameraAddressInvalid, with the option and what is wrong with it.
Result<Options> readOptions(const QStringList& arguments);
QString optionsHelp();

} // namespace vitrina::studio
