// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/Script.hpp"

#include "base/Log.hpp"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace vitrina::studio {
namespace {

template <class Things>
auto byName(const Things& things, const QString& name) {
    return std::find_if(things.begin(), things.end(), [&](const auto& thing) {
        return thing.name == name.toStdString() || thing.id.value == name.toStdString();
    });
}

const QSet<QString>& verbs() {
    static const QSet<QString> known{
        QStringLiteral("take"),         QStringLiteral("take_cut"),    QStringLiteral("cut"),
        QStringLiteral("auto"),         QStringLiteral("next_up"),     QStringLiteral("next_down"),
        QStringLiteral("preview"),      QStringLiteral("card"),        QStringLiteral("mute"),
        QStringLiteral("unmute"),       QStringLiteral("end"),         QStringLiteral("sell"),
        QStringLiteral("stop_selling"), QStringLiteral("slate"),       QStringLiteral("stop_product"),
        QStringLiteral("sell_product"), QStringLiteral("hide_chat"),   QStringLiteral("show_chat"),
        QStringLiteral("mute_all"),     QStringLiteral("lower_third"), QStringLiteral("countdown"),
        QStringLiteral("cue"),
    };
    return known;
}

control::Command take(const control::State& state, bool cut) {
    const show::AiredItem* current = state.run.current();
    return control::Take{current ? current->id : AiredId{}, state.run.next, cut};
}

Result<control::Command> mute(const ScriptStep& step, const control::State& state) {
    const auto source = byName(state.setUp.sources, step.argument);
    if (source == state.setUp.sources.end())
        return fail(ErrorCode::UnknownSource, step.argument.toStdString());
    return control::Command(stage::SetMuted{source->id, step.verb == QLatin1String("mute")});
}

/// "off", or for how many seconds.
Result<control::Command> countdown(const QString& argument) {
    if (argument == QLatin1String("off"))
        return control::Command(stage::StopCountdown{});
    return control::Command(stage::StartCountdown{{}, std::int64_t(argument.toDouble() * 1000.0), 0, {}});
}

/// The product on air, with all its variants.
Result<control::Command> switchProduct(const control::State& state, bool open) {
    const commerce::Product* product = control::currentProduct(state);
    if (!product)
        return fail(ErrorCode::WrongPhase, "no product is on air");
    commerce::SwitchSkus wish{{}, open};
    for (const commerce::Variant& variant : product->variants)
        wish.skus.push_back(variant.sku);
    return control::Command(control::Ask{std::move(wish)});
}

} // namespace

Result<std::vector<ScriptStep>> readScript(const QByteArray& json) {
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isArray())
        return fail(ErrorCode::BadFormat,
                    document.isNull() ? problem.errorString().toStdString() : "not a list");
    std::vector<ScriptStep> steps;
    for (const QJsonValue& value : document.array()) {
        const QJsonObject line = value.toObject();
        const ScriptStep step{line[QLatin1String("at")].toDouble(-1), line[QLatin1String("do")].toString(),
                              line[QLatin1String("with")].toString()};
        if (step.atSeconds < 0 || !verbs().contains(step.verb))
            return fail(ErrorCode::BadFormat,
                        "step " + std::to_string(steps.size() + 1) + ": \"at\" and a known \"do\"");
        steps.push_back(step);
    }
    std::stable_sort(steps.begin(), steps.end(),
                     [](const ScriptStep& a, const ScriptStep& b) { return a.atSeconds < b.atSeconds; });
    return steps;
}

Result<control::Command> commandFor(const ScriptStep& step, const control::State& state) {
    const QString& verb = step.verb;
    if (verb == QLatin1String("take") || verb == QLatin1String("take_cut"))
        return take(state, verb == QLatin1String("take_cut"));
    if (verb == QLatin1String("cut"))
        return control::Command(stage::Cut{randomHex128()});
    if (verb == QLatin1String("auto"))
        return control::Command(stage::Auto{randomHex128()});
    if (verb == QLatin1String("next_up") || verb == QLatin1String("next_down"))
        return control::Command(show::MoveNext{verb == QLatin1String("next_up") ? -1 : 1});
    if (verb == QLatin1String("card"))
        return control::Command(stage::SetCard{step.argument == QLatin1String("on")});
    if (verb == QLatin1String("mute") || verb == QLatin1String("unmute"))
        return mute(step, state);
    if (verb == QLatin1String("stop_selling") || verb == QLatin1String("sell"))
        return control::Command(control::Ask{commerce::SwitchSales{verb == QLatin1String("sell")}});
    if (verb == QLatin1String("slate"))
        return control::Command(stage::SetSlate{step.argument == QLatin1String("on")});
    if (verb == QLatin1String("stop_product") || verb == QLatin1String("sell_product"))
        return switchProduct(state, verb == QLatin1String("sell_product"));
    if (verb == QLatin1String("mute_all"))
        return control::Command(stage::SetAllMuted{step.argument == QLatin1String("on")});
    if (verb == QLatin1String("hide_chat") || verb == QLatin1String("show_chat"))
        return control::Command(control::Ask{commerce::SwitchChat{verb == QLatin1String("show_chat")}});
    if (verb == QLatin1String("lower_third"))
        return control::Command(
            stage::SetLowerThird{step.argument != QLatin1String("off"),
                                 step.argument == QLatin1String("off") ? "" : step.argument.toStdString(),
                                 {}});
    if (verb == QLatin1String("countdown"))
        return countdown(step.argument);
    if (verb == QLatin1String("cue"))
        return control::Command(show::SendCue{{}, step.argument.toStdString(), {}});
    if (verb == QLatin1String("end"))
        return control::Command(show::EndShow{});
    if (verb == QLatin1String("preview")) {
        const auto scene = byName(state.setUp.scenes, step.argument);
        if (scene == state.setUp.scenes.end())
            return fail(ErrorCode::UnknownScene, step.argument.toStdString());
        return control::Command(stage::SetPreview{scene->id});
    }
    return fail(ErrorCode::BadFormat, verb.toStdString());
}

ScriptPlayer::ScriptPlayer(control::Dispatcher& dispatcher, std::vector<ScriptStep> steps, QObject* parent)
    : QObject(parent), dispatcher_(dispatcher), steps_(std::move(steps)) {
    timer_.setSingleShot(true);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, &ScriptPlayer::playDue);
}

void ScriptPlayer::start() {
    startedMs_ = dispatcher_.clock().now().monoMs;
    playDue();
}

void ScriptPlayer::playDue() {
    const auto sinceStart = [this] {
        return double(dispatcher_.clock().now().monoMs - startedMs_) / 1000.0;
    };
    while (next_ < steps_.size() && steps_[next_].atSeconds <= sinceStart()) {
        const ScriptStep& step = steps_[next_++];
        const auto command = commandFor(step, dispatcher_.state());
        const Result<void> done = command ? dispatcher_.dispatch(*command) : Result<void>(command.error());
        if (!done) {
            ++refusals_;
            logWarning("script", step.verb.toStdString() + ": " + std::string(errorName(done.error().code)) +
                                     " " + done.error().detail);
        }
    }
    if (next_ < steps_.size())
        timer_.start(std::max(0, int((steps_[next_].atSeconds - sinceStart()) * 1000.0)));
}

} // namespace vitrina::studio
