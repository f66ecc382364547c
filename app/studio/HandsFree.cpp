// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/HandsFree.hpp"

#include "studio/Places.hpp"
#include "studio/Studio.hpp"

#include <QFile>
#include <QUrl>

namespace vitrina::studio {

HandsFree::HandsFree(Studio& studio, const Options& options, std::vector<ScriptStep> script)
    : studio_(studio), viewers_(options.viewers), script_(std::move(script)) {}

HandsFree::~HandsFree() = default;

Result<std::vector<ScriptStep>> HandsFree::scriptOf(const Options& options) {
    QString path = options.scriptPath;
    if (path.isEmpty() && options.demo)
        path = resourceFolder() + QStringLiteral("/demo/demo-script.json");
    if (path.isEmpty())
        return std::vector<ScriptStep>();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileMissing, path.toStdString() + ": " + file.errorString().toStdString());
    auto steps = readScript(file.readAll());
    if (!steps)
        return fail(steps.error().code, path.toStdString() + ": " + steps.error().detail);
    return steps;
}

Result<void> HandsFree::goLive() {
    if (studio_.state().run.phase == show::RunPhase::Standby) {
        if (const auto live = studio_.dispatcher().dispatch(show::GoLive{}); !live)
            return live;
        player_ = std::make_unique<ScriptPlayer>(studio_.dispatcher(), std::move(script_));
        player_->start();
    }
    if (viewers_ > 0) {
        rehearsal::AudienceConfig config;
        config.viewers = viewers_;
        if (studio_.localPort() > 0) {
            config.port = std::uint16_t(studio_.localPort());
        } else { // served elsewhere: they come as everybody does
            const QUrl url(QString::fromStdString(studio_.state().pageUrl));
            config.host = url.host().toStdString();
            config.tls = url.scheme() == QLatin1String("https");
            config.port = std::uint16_t(url.port(config.tls ? 443 : 80));
        }
        audience_ = std::make_unique<rehearsal::Audience>(config);
        audience_->start();
    }
    return {};
}

} // namespace vitrina::studio
