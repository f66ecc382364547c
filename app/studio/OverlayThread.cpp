// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/OverlayThread.hpp"

#include "stage/Overlays.hpp"
#include "studio/CardPainter.hpp"
#include "studio/PlatePainter.hpp"
#include "studio/SlatePainter.hpp"

#include <pthread.h>

#include <array>
#include <cmath>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace vitrina::studio {
namespace {

using stage::OverlayKind;

/// The label stands above all that is arranged: even where one would touch it, it can't be covered (design,
/// "Overlays"). The slate is no advertisement: it covers all.
struct Layer {
    OverlayKind kind;
    const char* name;
    int z;
};
constexpr std::array layers{
    Layer{OverlayKind::Card, "card", 10}, Layer{OverlayKind::LowerThird, "lower third", 12},
    Layer{OverlayKind::Countdown, "countdown", 14}, Layer{OverlayKind::Label, "label", 20}};
constexpr Layer slateLayer{OverlayKind::None, "slate", 100};

/// What waits to be drawn: the newest of each.
struct Waiting {
    std::optional<control::DrawSlate> slate;
    std::optional<control::DrawCard> card;
    std::optional<control::DrawLabel> label;
    std::optional<control::DrawLowerThird> lowerThird;
    std::optional<control::DrawCountdown> countdown;
    std::optional<stage::OverlayPlaces> places;

    bool any() const { return slate || card || label || lowerThird || countdown || places; }
};

} // namespace

struct OverlayThread::Impl {
    Impl(stage::Canvas canvasOf, std::shared_ptr<const ShowWords> words, Ports portsOf)
        : canvas(canvasOf), cards(canvas, words), plates(canvas), slates(canvas, words),
          ports(std::move(portsOf)) {}

    template <class Change>
    void leave(Change change);
    void loop();
    void carryOut(const Waiting& work);
    void keep(OverlayKind kind, Painted painted);
    void arrange();
    void tellMissing();

    // Of the thread alone.
    const stage::Canvas canvas;
    const CardPainter cards;
    const PlatePainter plates;
    const SlatePainter slates;
    const Ports ports;
    std::map<OverlayKind, Painted> shown;
    std::map<OverlayKind, engine::SetOverlay> sent;
    stage::OverlayPlaces places;
    QString missing;

    std::mutex mutex;
    std::condition_variable woken;
    Waiting waiting;       ///< under the mutex
    bool stopping = false; ///< under the mutex

    std::thread thread; ///< last: begins when all the rest is there
};

template <class Change>
void OverlayThread::Impl::leave(Change change) {
    {
        const std::lock_guard lock(mutex);
        change(waiting);
    }
    woken.notify_one();
}

void OverlayThread::Impl::loop() {
    pthread_setname_np(pthread_self(), "overlays");
    // The first drawing finds and loads the fonts, some 50 ms: better now than at the first take.
    (void)cards.card({});
    (void)plates.label("#");
    std::unique_lock lock(mutex);
    while (true) {
        woken.wait(lock, [&] { return stopping || waiting.any(); });
        if (!waiting.any())
            return;
        const Waiting work = std::exchange(waiting, {});
        lock.unlock();
        carryOut(work);
        lock.lock();
    }
}

void OverlayThread::Impl::carryOut(const Waiting& work) {
    if (work.slate) { // before anything else: it is there to cover a mishap
        const Painted slate = work.slate->content
                                  ? slates.slate(QString::fromStdString(work.slate->content->shopName))
                                  : Painted{};
        ports.send({slateLayer.name, slateLayer.z, slate.area, slate.picture});
    }
    if (work.places)
        places = *work.places;
    if (work.card)
        keep(OverlayKind::Card, work.card->content ? cards.card(*work.card->content) : Painted{});
    if (work.label)
        keep(OverlayKind::Label, work.label->text.empty() ? Painted{} : plates.label(work.label->text));
    if (work.lowerThird)
        keep(OverlayKind::LowerThird,
             work.lowerThird->content ? plates.lowerThird(*work.lowerThird->content) : Painted{});
    if (work.countdown)
        keep(OverlayKind::Countdown,
             work.countdown->content ? plates.countdown(*work.countdown->content) : Painted{});
    arrange();
    tellMissing();
}

void OverlayThread::Impl::keep(OverlayKind kind, Painted painted) {
    if (painted.picture)
        shown[kind] = std::move(painted);
    else
        shown.erase(kind);
}

/// Sends each layer whose picture or place is another than before.
void OverlayThread::Impl::arrange() {
    std::map<OverlayKind, stage::OverlaySize> sizes;
    for (const auto& [kind, painted] : shown)
        sizes[kind] = {double(painted.picture->width - 2 * painted.rim) / canvas.width,
                       double(painted.picture->height - 2 * painted.rim) / canvas.height};
    const auto areas = stage::arranged(sizes, places, canvas);
    for (const Layer& layer : layers) {
        engine::SetOverlay wanted{layer.name, layer.z, {}, nullptr};
        if (const auto found = shown.find(layer.kind); found != shown.end()) {
            const Painted& painted = found->second;
            const stage::Area& body = areas.at(layer.kind);
            wanted.picture = painted.picture;
            // On whole pixels, so that it is drawn one to one.
            wanted.area = {(std::round(body.x * canvas.width) - painted.rim) / canvas.width,
                           (std::round(body.y * canvas.height) - painted.rim) / canvas.height,
                           double(painted.picture->width) / canvas.width,
                           double(painted.picture->height) / canvas.height};
        }
        engine::SetOverlay& last = sent[layer.kind];
        if (last.picture == wanted.picture && last.area == wanted.area)
            continue;
        last = wanted;
        ports.send(std::move(wanted));
    }
}

void OverlayThread::Impl::tellMissing() {
    QString all;
    for (const auto& [kind, painted] : shown)
        all += painted.missing;
    if (all != missing && ports.missing)
        ports.missing(all.toStdString());
    missing = all;
}

OverlayThread::OverlayThread(stage::Canvas canvas, std::shared_ptr<const ShowWords> words, Ports ports)
    : impl_(std::make_unique<Impl>(canvas, std::move(words), std::move(ports))) {
    impl_->thread = std::thread([impl = impl_.get()] { impl->loop(); });
}

OverlayThread::~OverlayThread() {
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->stopping = true;
    }
    impl_->woken.notify_one();
    impl_->thread.join();
}

void OverlayThread::draw(control::DrawCard card) {
    impl_->leave([&](Waiting& waiting) { waiting.card = std::move(card); });
}
void OverlayThread::draw(control::DrawLabel label) {
    impl_->leave([&](Waiting& waiting) { waiting.label = std::move(label); });
}
void OverlayThread::draw(control::DrawLowerThird lowerThird) {
    impl_->leave([&](Waiting& waiting) { waiting.lowerThird = std::move(lowerThird); });
}
void OverlayThread::draw(control::DrawCountdown countdown) {
    impl_->leave([&](Waiting& waiting) { waiting.countdown = std::move(countdown); });
}
void OverlayThread::draw(control::DrawSlate slate) {
    impl_->leave([&](Waiting& waiting) { waiting.slate = std::move(slate); });
}
void OverlayThread::place(const stage::OverlayPlaces& places) {
    impl_->leave([&](Waiting& waiting) { waiting.places = places; });
}

} // namespace vitrina::studio
