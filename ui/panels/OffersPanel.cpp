// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/OffersPanel.hpp"

#include "control/Selling.hpp"
#include "ui/models/KeyIds.hpp"
#include "ui/models/OfferWords.hpp"
#include "ui/widgets/Format.hpp"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vitrina::ui {
namespace {

constexpr int rowHeight = 44;
constexpr std::int64_t endedShownMs = 10'000;
constexpr int footMargin = 3; // what Panel keeps for its round corners

std::vector<const commerce::RunningOffer*> newestFirst(const control::State& state) {
    std::vector<const commerce::RunningOffer*> offers;
    for (const auto& [id, running] : state.running)
        offers.push_back(&running);
    std::ranges::stable_sort(offers, std::ranges::greater{},
                             [](const commerce::RunningOffer* one) { return one->startedMs; });
    return offers;
}

} // namespace

OfferRow::OfferRow(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme),
      title_(new ElidedLabel(theme.large.small, 600, theme.text.primary, this)),
      detail_(new FigureLine(theme.large.caption, 400, this)),
      start_(new Button(theme, ButtonKind::Normal, ButtonSize::Small, tr("Start"), this)),
      more_(new Button(theme, ButtonKind::Normal, ButtonSize::Small, tr("+1 min"), this)),
      stop_(new Button(theme, ButtonKind::Danger, ButtonSize::Small, tr("Stop"), this)) {
    setFixedHeight(rowHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 8, 0);
    row->setSpacing(6);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch(1);
    words->addWidget(title_);
    words->addWidget(detail_);
    words->addStretch(1);
    row->addLayout(words, 1);
    for (Button* button : {start_, more_, stop_}) {
        button->setTight(true);
        row->addWidget(button);
    }
    connect(start_, &QAbstractButton::clicked, this, [this] { emit startAsked(offer_); });
    connect(more_, &QAbstractButton::clicked, this, [this] { emit moreAsked(offer_); });
    connect(stop_, &QAbstractButton::clicked, this, [this] { emit stopAsked(offer_); });
}

void OfferRow::say(const QString& title, const QString& detail, const QColor& color) {
    title_->setFullText(title);
    detail_->setLine(detail, color);
    setAccessibleName(title + QStringLiteral(". ") + detail);
}

void OfferRow::showRunning(const View& view, const commerce::RunningOffer& running) {
    offer_ = running.offer.id;
    setRunning(true);
    const bool stays = control::willRun(view.state, offer_);
    const QString name = text(running.offer.title);
    // The price first: a long name is cut at its end.
    say(offerPriceText(view.state, running.offer, view.locale) + QStringLiteral(" · ") + name,
        stays ? offerLeftText(view.state, running, view.now) : offerStandingWord(OfferStanding::Stopping),
        !stays                                            ? theme_.text.label
        : offerLeft(view.state, running, view.now).ending ? theme_.air.text
                                                          : theme_.text.secondary);
    start_->hide();
    more_->setVisible(running.endsMs != 0 && stays);
    stop_->setVisible(stays);
    more_->setAccessibleName(tr("One minute more: %1").arg(name));
    more_->setToolTip(view.keys.withHint(tr("One minute more"), key::moreTime));
    stop_->setAccessibleName(tr("Stop: %1").arg(name));
    stop_->setToolTip(view.keys.withHint(tr("Stop the offer"), key::stopOffer));
}

void OfferRow::showNext(const View& view, const commerce::Offer& offer, const OfferGuard& guard) {
    offer_ = offer.id;
    setRunning(false);
    const bool armed = guard.isArmed(offer.id);
    const bool pending = control::willRun(view.state, offer.id);
    const QString name = text(offer.title);
    const QString price = offerPriceText(view.state, offer, view.locale);
    const QString guarded = armed ? priceGuardText(view.state, offer, view.locale) : QString();
    const PriceGuard doubt = armed ? priceGuard(view.state, offer, view.locale) : PriceGuard{};
    say((armed ? doubt.change : price) + QStringLiteral(" · ") + name,
        armed     ? doubt.why
        : pending ? offerStandingWord(OfferStanding::Starting)
                  : tr("Next · %1").arg(offerKindWord(offer.kind)),
        armed ? theme_.warning.text : theme_.text.label);
    more_->hide();
    stop_->hide();
    start_->setVisible(!pending);
    start_->setKind(armed ? ButtonKind::Armed : ButtonKind::Normal);
    start_->setText(armed ? tr("Press again %1").arg(guard.secondsLeft()) : tr("Start"));
    start_->setAccessibleName(armed ? tr("%1 Press again to start it, %2 s left, Escape leaves it")
                                          .arg(guarded)
                                          .arg(guard.secondsLeft())
                                    : tr("Start: %1").arg(name));
    start_->setToolTip(armed ? guarded : view.keys.withHint(tr("Start the offer"), key::startOffer));
}

/// For some seconds, so that nobody has to ask where it is.
void OfferRow::showEnded(const View& view, const commerce::RunningOffer& last, commerce::OfferEnd why) {
    offer_ = last.offer.id;
    setRunning(false);
    say(offerPriceText(view.state, last.offer, view.locale) + QStringLiteral(" · ") + text(last.offer.title),
        tr("Ended: %1 · %2 taken").arg(offerEndWord(why), countText(last.taken)), theme_.text.label);
    start_->hide();
    more_->hide();
    stop_->hide();
}

void OfferRow::setRunning(bool running) {
    if (std::exchange(running_, running) != running)
        update();
}

void OfferRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (running_)
        painter.fillRect(QRect(0, 0, theme_.large.stateBar, height() - 1), theme_.accent.fill);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme_.border.divider);
}

OffersPanel::OffersPanel(const Theme& theme, QWidget* parent)
    : Panel(theme, tr("Offers"), parent),
      all_(new Button(theme, ButtonKind::Flat, ButtonSize::Small, tr("All…"), this)) {
    all_->setAccessibleName(tr("All offers"));
    header().addWidget(all_);
    body().addStretch(1);
    connect(all_, &QAbstractButton::clicked, this, &OffersPanel::listAsked);
    setFixedHeight(0);
    hide();
}

void OffersPanel::setCompact(bool compact) {
    compact_ = compact;
}

OfferRow& OffersPanel::row(int index) {
    while (int(rows_.size()) <= index) {
        auto* made = new OfferRow(theme(), this);
        connect(made, &OfferRow::startAsked, this, &OffersPanel::startAsked);
        connect(made, &OfferRow::moreAsked, this, &OffersPanel::moreAsked);
        connect(made, &OfferRow::stopAsked, this, &OffersPanel::stopAsked);
        body().insertWidget(int(rows_.size()), made);
        rows_.push_back(made);
    }
    return *rows_[std::size_t(index)];
}

/// Those that ran when last presented and do not any more. One that starts again runs.
void OffersPanel::noteEnded(const View& view) {
    for (const auto& [id, last] : running_) {
        if (!view.state.running.contains(id) && view.state.ended.contains(id))
            ended_.insert(ended_.begin(), {last, view.now.monoMs + endedShownMs});
    }
    running_ = view.state.running;
    std::erase_if(ended_, [&](const Ended& one) {
        return view.now.monoMs >= one.untilMs || !view.state.ended.contains(one.last.offer.id);
    });
}

void OffersPanel::present(const View& view, const OfferGuard& guard) {
    noteEnded(view);
    const int most = compact_ ? 2 : 3;
    const auto running = newestFirst(view.state);
    const commerce::Offer* next = nextOffer(view.state);
    // What is asked for stands here until it is answered.
    for (const commerce::Offer& offer : view.state.catalogue.offers) {
        if (offerStanding(view.state, offer) == OfferStanding::Starting || guard.isArmed(offer.id))
            next = &offer;
    }
    int shown = 0;
    for (const commerce::RunningOffer* offer : running) {
        if (shown < most - (next ? 1 : 0))
            row(shown++).showRunning(view, *offer);
    }
    if (next)
        row(shown++).showNext(view, *next, guard);
    for (const Ended& one : ended_) {
        if (shown < most && !(next && next->id == one.last.offer.id))
            row(shown++).showEnded(view, one.last, view.state.ended.at(one.last.offer.id));
    }
    for (int i = 0; i < int(rows_.size()); ++i)
        rows_[std::size_t(i)]->setVisible(i < shown);
    setHint(running.empty() ? QString() : tr("%n running", nullptr, int(running.size())));
    all_->setToolTip(view.keys.withHint(tr("All offers"), key::offers));
    shown_ = shown;
    setFixedHeight(shown == 0 ? 0 : theme().large.dockTitle + footMargin + rowHeight * shown);
}

} // namespace vitrina::ui
