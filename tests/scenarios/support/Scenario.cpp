// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenarios/support/Scenario.hpp"

#include "stage/Layouts.hpp"

#include <stdexcept>

namespace vitrina::test {
namespace {

namespace json = boost::json;

std::string text(const json::object& step, const char* key, const std::string& otherwise = {}) {
    const json::value* value = step.if_contains(key);
    return value ? std::string(value->as_string()) : otherwise;
}

std::int64_t number(const json::object& step, const char* key, std::int64_t otherwise = 0) {
    const json::value* value = step.if_contains(key);
    return value ? value->to_number<std::int64_t>() : otherwise;
}

bool flag(const json::object& step, const char* key) {
    const json::value* value = step.if_contains(key);
    return value && value->as_bool();
}

/// A word of the scenario that nobody knows is a mistake in the file, not a case.
template <class T>
T oneOf(const std::string& word, std::initializer_list<std::pair<const char*, T>> words) {
    for (const auto& [name, value] : words) {
        if (word == name)
            return value;
    }
    throw std::invalid_argument("unknown word in a scenario: " + word);
}

/// The fields that tell one fact from another: ids anywhere, else what lies at most two levels deep. Times
/// are in every line already, and lists are left out.
void keyFields(std::string& line, const json::object& object, const std::string& path, int depth) {
    for (const auto& [key, value] : object) {
        const std::string name = path.empty() ? std::string(key) : path + "." + std::string(key);
        if (value.is_object()) {
            keyFields(line, value.as_object(), name, depth + 1);
            continue;
        }
        const bool empty = value.is_string() && value.as_string().empty();
        const bool time = key == "wall" || key == "mono" || key == "validUntil";
        if (value.is_array() || value.is_null() || empty || time || (depth > 1 && key != "id"))
            continue;
        line +=
            " " + name + "=" + (value.is_string() ? std::string(value.as_string()) : json::serialize(value));
    }
}

std::string describe(const record::Record& record) {
    const record::EncodedFact fact = record::encodeFact(record.fact);
    std::string line = "record " + std::to_string(record.seq) + " " + fact.kind;
    keyFields(line, json::parse(fact.body).as_object(), "", 0);
    return line + (record.seenOther > 0 ? " (server " + std::to_string(record.seenOther) + ")" : "");
}

/// "parts": {"Late": ["one", "two"]}, each row a talk of a minute; a row named like a product sells it.
show::ImportRows importOf(const json::object& step) {
    show::ImportRows import;
    import.replace = flag(step, "replace");
    for (const auto& [part, rows] : step.at("parts").as_object()) {
        show::Segment segment;
        segment.title = std::string(part);
        for (const json::value& row : rows.as_array()) {
            show::Item item = test::item({}, show::ItemKind::Talk, SceneRole::Full);
            item.title = std::string(row.as_string());
            if (item.title.starts_with("product ")) {
                item.kind = show::ItemKind::Product;
                item.product = ProductId{item.title.substr(8)};
            }
            segment.items.push_back(item);
        }
        import.segments.push_back(segment);
    }
    return import;
}

stage::Scene oneSource(const SceneId& id, const SourceId& source) {
    stage::Scene scene{id, id.value, SceneRole::None, {}};
    scene.layouts[stage::CanvasShape::Landscape] = {stage::SceneItem{source, {}, stage::Fit::Cover}};
    return scene;
}

std::string order(const show::Rundown& rundown) {
    std::string line;
    for (const show::Segment& segment : rundown.segments) {
        line += line.empty() ? "" : " |";
        for (const show::Item& item : segment.items)
            line += (line.empty() ? "" : " ") + item.id.value + (item.skipped ? " (skipped)" : "");
    }
    return line;
}

} // namespace

std::vector<std::string> Scenario::play(const json::array& steps) {
    for (const json::value& one : steps)
        step(one.as_object());
    writeStanding();
    return lines_;
}

void Scenario::step(const json::object& step) {
    const std::int64_t at = number(step, "at", at_);
    rig_->advance(at - at_);
    at_ = at;
    const std::string what = text(step, "do");
    json::object more = step;
    if (const auto found = more.find("at"); found != more.end())
        more.stable_erase(found);
    more.stable_erase(more.find("do"));
    lines_.push_back(std::to_string(at) + " " + what);
    keyFields(lines_.back(), more, "", 0);
    rig_->forget();
    if (!fromOutside(what, step) && !fromServer(what, step))
        command(what, step);
    writeDown();
}

void Scenario::take(const json::object& step) {
    const show::Run& run = rig_->dispatcher.state().run;
    if (!flag(step, "stale"))
        seen_ = control::Take{run.current() ? run.current()->id : AiredId{}, run.next, flag(step, "cut")};
    rig_->tryTo(seen_);
}

stage::StartCountdown Scenario::countdown(const json::object& step) const {
    const show::AiredItem* current = rig_->dispatcher.state().run.current();
    const bool onCard = flag(step, "card") && current;
    return {text(step, "title"), number(step, "seconds") * 1000, 0, onCard ? current->id : AiredId{}};
}

void Scenario::command(const std::string& what, const json::object& step) {
    using control::Command;
    if (what == "take")
        return take(step);
    const SourceId source{text(step, "source")};
    const SceneId scene{text(step, "scene")};
    const ItemId item{text(step, "item")};
    if (edit(what, step) || onPicture(what, step) || editScenes(what, step))
        return;
    rig_->tryTo(oneOf<Command>(
        what, {{"standby", control::StartStandby{flag(step, "rehearsal")}},
               {"live", show::GoLive{}},
               {"end", show::EndShow{}},
               {"next", show::SetNext{item}},
               {"move", show::MoveNext{static_cast<int>(number(step, "by"))}},
               {"preview", stage::SetPreview{scene}},
               {"cut", stage::Cut{}},
               {"auto", stage::Auto{}},
               {"return", stage::ReturnToScene{}},
               {"add scene", stage::SetUpEdit{stage::AddScene{oneSource(scene, source)}}},
               {"fallback", stage::SetUpEdit{stage::SetLostFallback{scene}}},
               {"card", stage::SetCard{flag(step, "on")}},
               {"mute", stage::SetMuted{source, flag(step, "on")}},
               {"transition",
                stage::SetTransition{{oneOf<stage::TransitionKind>(text(step, "kind", "fade"),
                                                                   {{"cut", stage::TransitionKind::Cut},
                                                                    {"fade", stage::TransitionKind::Fade}}),
                                      static_cast<int>(number(step, "ms"))}}},
               {"volume", stage::SetVolume{source, static_cast<double>(number(step, "db"))}},
               {"correct stock",
                control::Ask{commerce::CorrectStock{Sku{text(step, "sku")}, number(step, "by"), "scenario"}}},
               {"mute all", stage::SetAllMuted{flag(step, "on")}},
               {"slate", stage::SetSlate{flag(step, "on")}},
               {"switch sales", control::Ask{commerce::SwitchSales{flag(step, "on")}}},
               {"switch sku", control::Ask{commerce::SwitchSkus{{Sku{text(step, "sku")}}, flag(step, "on")}}},
               {"switch chat", control::Ask{commerce::SwitchChat{flag(step, "on")}}}}));
}

/// Overlays, and notes to the host.
bool Scenario::onPicture(const std::string& what, const json::object& step) {
    const CueId cue{text(step, "cue")};
    if (what == "lower third")
        rig_->tryTo(stage::SetLowerThird{flag(step, "on"), text(step, "title"), text(step, "subtitle")});
    else if (what == "countdown")
        rig_->tryTo(countdown(step));
    else if (what == "stop countdown")
        rig_->tryTo(stage::StopCountdown{});
    else if (what == "cue")
        rig_->tryTo(show::SendCue{{}, text(step, "text"), text(step, "from")});
    else if (what == "seen")
        rig_->tryTo(show::SeeCue{cue});
    else if (what == "clear cue")
        rig_->tryTo(show::ClearCue{cue});
    else
        return false;
    return true;
}

/// The machine's scenes.
bool Scenario::editScenes(const std::string& what, const json::object& step) {
    const SceneId scene{text(step, "scene")};
    const stage::SetUp& setUp = rig_->dispatcher.state().setUp;
    if (what == "studio mode") {
        rig_->tryTo(stage::SetUpEdit{stage::SetStudioMode{flag(step, "on")}});
    } else if (what == "add role") {
        const auto role = oneOf<SceneRole>(text(step, "role"), {{"break", SceneRole::Break},
                                                                {"thanks", SceneRole::Thanks},
                                                                {"side by side", SceneRole::SideBySide}});
        std::vector<SourceId> sources;
        for (const stage::Source& source : setUp.sources)
            sources.push_back(source.id);
        for (const stage::SetUpEdit& each : stage::editsForRole(setUp, role, text(step, "role"), sources))
            rig_->tryTo(each);
    } else if (what == "remove scene") {
        rig_->tryTo(stage::SetUpEdit{stage::RemoveScene{scene}});
    } else if (what == "move scene") {
        rig_->tryTo(stage::SetUpEdit{stage::MoveScene{scene, std::size_t(number(step, "position"))}});
    } else {
        return false;
    }
    return true;
}

/// Editing the plan.
bool Scenario::edit(const std::string& what, const json::object& step) {
    const ItemId item{text(step, "item")};
    const SegmentId segment{text(step, "segment")};
    if (what == "add") {
        show::Item fresh = test::item({}, show::ItemKind::Talk, SceneRole::Full);
        fresh.title = text(step, "title");
        rig_->tryTo(show::Edit{show::AddItem{segment, ItemId{text(step, "after")}, fresh}});
    } else if (what == "change") {
        show::ChangeItem change;
        change.item = item;
        if (step.contains("title"))
            change.title = text(step, "title");
        if (step.contains("planned"))
            change.plannedMs = number(step, "planned");
        rig_->tryTo(show::Edit{change});
    } else if (what == "place") {
        rig_->tryTo(show::Edit{show::MoveItem{item, segment, number(step, "position")}});
    } else if (what == "duplicate") {
        rig_->tryTo(show::Edit{show::DuplicateItem{item, {}}});
    } else if (what == "remove") {
        rig_->tryTo(show::Edit{show::RemoveItem{item}});
    } else if (what == "skip") {
        rig_->tryTo(show::Edit{show::SetSkipped{item, flag(step, "on")}});
    } else if (what == "mark") {
        show::ChangeItem change;
        change.item = item;
        change.mark = oneOf<show::ItemMark>(text(step, "mark"), {{"none", show::ItemMark::None},
                                                                 {"guest", show::ItemMark::Guest},
                                                                 {"care", show::ItemMark::Care}});
        rig_->tryTo(show::Edit{change});
    } else if (what == "place part") {
        rig_->tryTo(show::Edit{show::MoveSegment{segment, number(step, "position")}});
    } else if (what == "bring in") {
        rig_->tryTo(show::Edit{show::BringIn{item}});
    } else if (what == "import") {
        rig_->tryTo(show::Edit{importOf(step)});
    } else if (what == "undo") {
        rig_->tryTo(control::Undo{});
    } else if (what == "redo") {
        rig_->tryTo(control::Redo{});
    } else {
        return false;
    }
    return true;
}

bool Scenario::fromOutside(const std::string& what, const json::object& step) {
    using stage::OutputHealth;
    using stage::SourceHealth;
    const std::string health = text(step, "health");
    if (what == "confirm") {
        rig_->confirm(text(step, "token", rig_->dispatcher.state().stage.requested.token),
                      number(step, "mediaMs"));
    } else if (what == "camera") {
        rig_->camera(text(step, "source"),
                     oneOf<SourceHealth>(health, {{"connecting", SourceHealth::Connecting},
                                                  {"live", SourceHealth::Live},
                                                  {"lost", SourceHealth::Lost},
                                                  {"failed", SourceHealth::Failed}}),
                     static_cast<int>(number(step, "width", 640)),
                     static_cast<double>(number(step, "fps", 30)));
    } else if (what == "output") {
        const auto said = oneOf<OutputHealth>(health, {{"active", OutputHealth::Active},
                                                       {"reconnecting", OutputHealth::Reconnecting},
                                                       {"failed", OutputHealth::Failed},
                                                       {"stopped", OutputHealth::Stopped}});
        rig_->dispatcher.engineSaid(engine::OutputChanged{
            OutputId{text(step, "output")}, {said, {}, errorFromName(text(step, "error", "none")), "", ""}});
    } else if (what == "link") {
        rig_->link(oneOf<control::LinkHealth>(health, {{"up", control::LinkHealth::Up},
                                                       {"connecting", control::LinkHealth::Connecting},
                                                       {"down", control::LinkHealth::Down}}));
    } else if (what == "tick") {
        rig_->dispatcher.tick();
    } else if (what == "engine restarts") {
        rig_->dispatcher.engineSaid(engine::EngineStarted{"again", 0});
    } else if (what == "kill") {
        kill(step);
    } else {
        return false;
    }
    return true;
}

bool Scenario::fromServer(const std::string& what, const json::object& step) {
    const Sku sku{text(step, "sku")};
    const commerce::StockLevel level{number(step, "allocated"), number(step, "reserved"),
                                     number(step, "sold")};
    if (what == "order") {
        const commerce::Variant* variant = commerce::findVariant(rig_->dispatcher.state().catalogue, sku);
        rig_->server(
            commerce::Fact{test::order(std::to_string(++orders_), sku.value, number(step, "quantity", 1),
                                       variant ? variant->price.minor : 0, level)});
    } else if (what == "answer") {
        commerce::RequestAnswered answer{
            rig_->dispatcher.state().pending.front().id, errorFromName(text(step, "error", "none")), {}, {}};
        if (!sku.empty())
            answer.levels[sku] = level;
        rig_->server(commerce::Fact{answer});
    } else if (what == "message") {
        rig_->server(audience::Fact{audience::MessagePosted{
            {MessageId{text(step, "id")}, ViewerId{"v"}, "A", text(step, "text"), -1}}});
    } else if (what == "sku switched") {
        rig_->server(commerce::Fact{commerce::SkusSwitched{{sku}, flag(step, "on")}});
    } else if (what == "chat switched") {
        rig_->server(audience::Fact{audience::ChatSwitched{flag(step, "on")}});
    } else if (what == "watching") {
        rig_->server(audience::Fact{audience::ViewersCounted{number(step, "now"), number(step, "peak")}});
    } else {
        return false;
    }
    return true;
}

/// The process is gone; another one reads the journal. The machine may have been restarted too ("boot").
void Scenario::kill(const json::object& step) {
    const std::unique_ptr<StudioRig> old = std::move(rig_);
    rig_ = std::make_unique<StudioRig>(smallState(), text(step, "boot", old->clock.boot));
    rig_->clock.at = old->clock.at;
    if (step.contains("boot"))
        rig_->clock.at.monoMs = 1000;
    rig_->ids = old->ids;
    rig_->journal = old->journal;
    const bool resumed = rig_->dispatcher.resume(old->journal);
    lines_.push_back(resumed ? "  resumed" + timers() : "  nothing to resume");
}

/// How long the show and the item on air have lasted, the time without a studio with it.
std::string Scenario::timers() const {
    const show::Run& run = rig_->dispatcher.state().run;
    const show::AiredItem* current = run.current();
    const auto since = [&](const char* what, const std::optional<Instant>& from) {
        return from ? std::string(", ") + what + " for " +
                          std::to_string(rig_->clock.at.monoMs - from->monoMs) + " ms"
                    : std::string();
    };
    return since("live", run.wentLive) +
           (current ? since(current->item.id.value.c_str(), current->taken) : std::string());
}

void Scenario::writeDown() {
    for (const record::Record& record : rig_->records)
        lines_.push_back("  " + describe(record));
    for (const std::string& effect : rig_->effects)
        lines_.push_back("  effect " + effect);
    for (const ErrorCode refusal : rig_->refusals)
        lines_.push_back("  refused " + std::string(errorName(refusal)));
}

void Scenario::writeStanding() {
    constexpr const char* phases[] = {"none", "standby", "live", "ended"};
    const control::State& state = rig_->dispatcher.state();
    const show::AiredItem* current = state.run.current();
    const auto say = [&](const std::string& line) {
        lines_.push_back("= " + line);
    };
    say(std::string("phase ") + phases[static_cast<int>(state.run.phase)]);
    if (current)
        say("current " + current->item.id.value + (current->onAir ? ", on air" : ", not confirmed"));
    say("next " + state.run.next.value);
    if (state.show.rundown.revision > 1)
        say("rundown " + std::to_string(state.show.rundown.revision) + ": " + order(state.show.rundown));
    say("preview " + state.stage.preview.value + ", program " + state.stage.program.value);
    if (rig_->outside.card)
        say("card " + describe(*rig_->outside.card));
    if (!rig_->outside.label.empty())
        say("label " + rig_->outside.label);
    if (rig_->outside.lowerThird)
        say("lower third " + rig_->outside.lowerThird->title);
    if (rig_->outside.countdown)
        say("countdown " + std::to_string(rig_->outside.countdown->seconds));
    if (state.run.cue)
        say("cue " + state.run.cue->text + (state.run.cue->seen ? ", seen" : ""));
    if (rig_->outside.slate)
        say("slate " + rig_->outside.slate->shopName);
    for (const Sku& sku : state.stopped)
        say("stopped " + sku.value);
    if (!state.chatOpen)
        say("chat hidden");
    for (const auto& [subject, fault] : state.faults)
        say("fault " + subject + " " + std::string(errorName(fault.error)));
    for (const control::PendingRequest& pending : state.pending)
        say("pending " + pending.id.value);
    say("orders " + std::to_string(state.audience.orders) + ", gmv " + money(state.audience.gmv.minor));
}

} // namespace vitrina::test
