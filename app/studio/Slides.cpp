// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/Slides.hpp"

#include "studio/ShowWords.hpp"

#include <utility>

namespace vitrina::studio {
namespace {

bool isSeen(const control::State& state, const SourceId& source) {
    for (const SceneId& id : {state.stage.program, state.stage.requested.scene, state.stage.preview}) {
        const stage::Scene* scene = stage::findScene(state.setUp, id);
        if (scene && stage::shows(*scene, source))
            return true;
    }
    return false;
}

} // namespace

SlideContent contentOf(const control::State& state, const stage::Source& source, const SlideContent* before,
                       Instant now, std::int64_t utcOffsetMs) {
    const stage::Slide slide = stage::slideFromAddress(source.address).value_or(stage::Slide{});
    SlideContent content{slide.kind, state.show.shopName, state.show.title, source.text, std::nullopt};
    content.secondsLeft = stage::secondsLeft(slide, state.show.plannedStartMs, now.wallMs, utcOffsetMs);
    const bool counted = before && before->secondsLeft && content.secondsLeft;
    if (counted && before->kind == content.kind && !isSeen(state, source.id))
        content.secondsLeft = before->secondsLeft;
    return content;
}

Slides::Slides(stage::Canvas canvas, std::shared_ptr<const ShowWords> words, Post post)
    : painter_(std::make_shared<SlidePainter>(canvas, std::move(words))), post_(std::move(post)) {
    thread_.setMaxThreadCount(1);
    thread_.setObjectName(QStringLiteral("slides"));
}

Slides::~Slides() {
    thread_.clear();
    thread_.waitForDone();
}

void Slides::present(const control::State& state, Instant now, std::int64_t utcOffsetMs) {
    std::erase_if(drawn_, [&](const auto& one) {
        const stage::Source* source = stage::findSource(state.setUp, one.first);
        return !source || source->kind != stage::SourceKind::Slide;
    });
    for (const stage::Source& source : state.setUp.sources) {
        if (source.kind != stage::SourceKind::Slide)
            continue;
        const auto held = drawn_.find(source.id);
        SlideContent content =
            contentOf(state, source, held == drawn_.end() ? nullptr : &held->second, now, utcOffsetMs);
        if (held != drawn_.end() && held->second == content)
            continue;
        drawn_[source.id] = content;
        thread_.start([painter = painter_, post = post_, id = source.id, content = std::move(content)] {
            post({id, painter->slide(content)});
        });
    }
}

} // namespace vitrina::studio
