// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/MachineSetUp.hpp"

#include "record/Documents.hpp"
#include "studio/Places.hpp"

#include <QFile>

#include <algorithm>

namespace vitrina::studio {
namespace {

void placeCameras(stage::SetUp& setUp, const std::vector<stage::Source>& cameras) {
    std::vector<std::size_t> places; // a slide is no place for a camera
    for (std::size_t i = 0; i < setUp.sources.size(); ++i)
        if (setUp.sources[i].kind != stage::SourceKind::Slide)
            places.push_back(i);
    for (std::size_t i = 0; i < cameras.size(); ++i) {
        if (i < places.size()) {
            stage::Source& place = setUp.sources[places[i]];
            place.name = cameras[i].name;
            place.kind = cameras[i].kind;
            place.address = cameras[i].address;
            continue;
        }
        stage::Source added = cameras[i];
        added.id = SourceId{"camera-" + std::to_string(i + 1)};
        setUp.scenes.push_back(stage::fullScene(added));
        setUp.sources.push_back(std::move(added));
    }
}

void setDestination(stage::SetUp& setUp, stage::Destination destination) {
    const auto held = std::ranges::find(setUp.destinations, destination.kind, &stage::Destination::kind);
    if (held == setUp.destinations.end())
        setUp.destinations.push_back(std::move(destination));
    else
        *held = std::move(destination);
}

} // namespace

stage::SetUp withOptions(stage::SetUp setUp, const Options& options, const QString& dataFolder) {
    if (options.canvas)
        setUp.canvas = *options.canvas;
    placeCameras(setUp, options.cameras);
    setDestination(setUp, {webOutput, "Page", stage::OutputKind::WebVideo, {}});
    const QString folder = options.unattended()             ? options.outFolder
                           : options.recordFolder.isEmpty() ? dataFolder + QLatin1String("/recordings")
                                                            : options.recordFolder;
    setDestination(setUp, {recordingOutput, "Recording", stage::OutputKind::Recording, folder.toStdString()});
    if (!options.rtmpUrl.isEmpty())
        setDestination(setUp, {rtmpOutput, "RTMP", stage::OutputKind::Rtmp, options.rtmpUrl.toStdString()});
    return setUp;
}

QString setUpKeptAt(const Options& options, const QString& dataFolder) {
    if (options.unattended() || options.demo || !options.cameras.empty())
        return {};
    return options.setUpPath.isEmpty() ? dataFolder + QLatin1String("/setup.json") : options.setUpPath;
}

Result<stage::SetUp> readSetUp(const Options& options, const QString& dataFolder) {
    QString path = options.setUpPath;
    if (path.isEmpty()) {
        const QString kept = setUpKeptAt(options, dataFolder);
        path = !kept.isEmpty() && QFile::exists(kept) ? kept
                                                      : resourceFolder() + QLatin1String("/demo/setup.json");
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileMissing, path.toStdString() + ": " + file.errorString().toStdString());
    auto setUp = record::decodeSetUp(file.readAll().toStdString());
    if (!setUp)
        return fail(setUp.error().code, path.toStdString() + ": " + setUp.error().detail);
    return setUp;
}

} // namespace vitrina::studio
