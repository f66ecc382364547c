// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/Places.hpp"
#include "studio/RunPlaces.hpp"
#include "studio/Studio.hpp"

#include "base/Log.hpp"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

/// The part of the studio that knows which server has the run, and what it counts.
namespace vitrina::studio {

QString Studio::pairedFile() const {
    return dataFolder_ + QLatin1Char('/') + QLatin1String(pairedName);
}

/// One that is resumed goes back to the server that has its orders: where its journal says it is.
Result<std::optional<link::PairedServer>> Studio::serverFor(const std::vector<record::Record>& past) const {
    auto paired = link::readPairedServer(pairedFile().toStdString());
    if (past.empty())
        return paired;
    const RunPlaces places = readRunPlaces(runServerFile(), past.front().run);
    const auto place = places.find(epochOf(past));
    if (place == places.end() || place->second.empty())
        return std::optional<link::PairedServer>();
    if (!paired || !*paired || (*paired)->address.host != place->second)
        return fail(ErrorCode::LinkDown, "the show that broke off is served by " + place->second +
                                             ", with which this studio is no longer paired");
    return paired;
}

/// The server before may not have heard yet that the run has moved.
void Studio::makeMover() {
    mover_ =
        std::make_unique<ShowMover>(ShowMover::Parts{*server_, *dispatcher_, *journal_, runServerFile()});
    reachable_->setMover(*mover_);
    if (state().epoch == 0)
        return;
    const RunPlaces places = readRunPlaces(runServerFile(), state().run.id);
    const auto before = places.find(state().epoch - 1);
    const auto paired = link::readPairedServer(pairedFile().toStdString());
    const bool known =
        paired && *paired && before != places.end() && before->second == (*paired)->address.host;
    if (before != places.end() && (before->second.empty() || known))
        mover_->tellAgain(known ? *paired : std::nullopt, state().epoch, state().pageUrl);
}

QString Studio::runServerFile() const {
    return dataFolder_ + QStringLiteral("/server/") + QString::fromStdString(opened_.document.show.id.value) +
           QStringLiteral(".elsewhere");
}

/// Kept beside the child's folder, for serverFor(). Of a run that is resumed it stands there already.
void Studio::noteServer(const std::optional<link::PairedServer>& elsewhere) const {
    RunPlaces places = readRunPlaces(runServerFile(), state().run.id);
    places[state().epoch] = elsewhere ? elsewhere->address.host : std::string();
    if (const auto written = writeRunPlaces(runServerFile(), state().run.id, places); !written)
        logWarning("studio",
                   "a resumed show will not be looked for at its server: " + written.error().detail);
}

/// The server is there and will not have us: an older copy of the show, another key, another version.
void Studio::noteRefusal(control::LinkHealth health, const Error& error) {
    if (health == control::LinkHealth::Up)
        dispatcher_->faultCleared("server link");
    else if (health == control::LinkHealth::Down && error.code == ErrorCode::FileDamaged)
        dispatcher_->faultRaised("server link", ErrorCode::ShowMoved, error.detail); // set back (link.md)
    else if (health == control::LinkHealth::Down && error.code != ErrorCode::LinkDown &&
             error.code != ErrorCode::None)
        dispatcher_->faultRaised("server link", error.code, error.detail);
}

void Studio::readTally(std::function<void(const Result<Tally>&)> then) {
    if (reachable_->reach().elsewhere.empty())
        return then(ownTally());
    tallyWanted_ = std::move(then);
    server_->askTally();
}

Result<Studio::Tally> Studio::ownTally() const {
    QProcess program;
    program.start(serverProgram(), {QStringLiteral("--tally"), QString::fromStdString(state().run.id.value),
                                    QStringLiteral("--data"), server_->dataFolder()});
    if (!program.waitForFinished(10'000) || program.exitCode() != 0)
        return fail(ErrorCode::ServerStartFailed, program.readAllStandardError().toStdString());
    const QJsonObject json = QJsonDocument::fromJson(program.readAllStandardOutput()).object();
    const auto number = [&](const char* name) {
        return json[QLatin1String(name)].toInteger(-1);
    };
    return Tally{{number("messages"), number("orders"), number("units"), number("gmv_minor")},
                 number("oversold")};
}

} // namespace vitrina::studio
