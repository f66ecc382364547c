// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ShowBar.hpp"

#include "ui/models/KeyIds.hpp"
#include "ui/models/Times.hpp"
#include "ui/models/Words.hpp"
#include "ui/theme/Fonts.hpp"
#include "ui/theme/Icons.hpp"
#include "ui/widgets/ErrorText.hpp"
#include "ui/widgets/Format.hpp"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace vitrina::ui {
namespace {

class Logo final : public QWidget {
  public:
    explicit Logo(QWidget* parent) : QWidget(parent) { setFixedSize(24, 24); }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        applicationIcon().paint(&painter, rect());
    }
};

class Line final : public QWidget {
  public:
    Line(const QColor& color, QWidget* parent) : QWidget(parent), color_(color) { setFixedSize(1, 28); }

  protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), color_); }

  private:
    QColor color_;
};

PillTone toneOf(stage::OutputHealth health, bool recording) {
    switch (health) {
    case stage::OutputHealth::Active:
        return recording ? PillTone::Recording : PillTone::Ready;
    case stage::OutputHealth::Starting:
    case stage::OutputHealth::Reconnecting:
        return PillTone::Warning;
    case stage::OutputHealth::Failed:
        return PillTone::Danger;
    case stage::OutputHealth::Stopped:
    case stage::OutputHealth::None:
        break;
    }
    return PillTone::Quiet;
}

} // namespace

ShowBar::ShowBar(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), row_(new QHBoxLayout(this)),
      menu_(new Button(theme, ButtonKind::Flat, ButtonSize::Normal, {}, this)), logo_(new Logo(this)),
      title_(new ElidedLabel(theme.large.title, 600, theme.text.primary, this)),
      shop_(new ElidedLabel(theme.large.caption, 400, theme.text.label, this)),
      pill_(new LivePill(theme, this)), ends_(new StatLabel(theme, tr("Ends"), this)),
      separator_(new Line(theme.border.divider, this)), viewers_(new StatLabel(theme, tr("Viewers"), this)),
      gmv_(new StatLabel(theme, tr("GMV"), this)), orders_(new StatLabel(theme, tr("Orders"), this)),
      outputs_(new QHBoxLayout), page_(new OutputPill(theme, true, this)),
      clock_(new StatLabel(theme, QString(), this)),
      live_(new Button(theme, ButtonKind::Primary, ButtonSize::Live, tr("Go live"), this)),
      arming_(new Arming(theme.armTimeoutMs, this)) {
    menu_->setIconName(QStringLiteral("menu"));
    menu_->setAccessibleName(tr("Menu"));
    menu_->setToolTip(tr("Menu (Alt)"));
    row_->setContentsMargins(8, 0, 12, 0);
    row_->addWidget(menu_);
    row_->addWidget(logo_);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addStretch(1);
    names->addWidget(title_);
    names->addWidget(shop_);
    names->addStretch(1);
    row_->addLayout(names);
    row_->addWidget(pill_);
    row_->addWidget(ends_);
    row_->addWidget(separator_);
    row_->addWidget(viewers_);
    row_->addWidget(gmv_);
    row_->addWidget(orders_);
    row_->addStretch(1);
    outputs_->setSpacing(6);
    outputs_->addWidget(page_);
    row_->addLayout(outputs_);
    row_->addWidget(clock_);
    row_->addWidget(live_);
    ends_->reserveFor(QStringLiteral("00:00:00"));
    viewers_->reserveFor(QStringLiteral("0"));
    live_->reserveFor({tr("Go live"), tr("End show…"), tr("End now %1").arg(5)});
    page_->setToolTip(tr("The viewers' page: address and QR code"));
    connect(arming_, &Arming::changed, this, &ShowBar::showLiveButton);
    connect(live_, &QAbstractButton::clicked, this, [this] {
        if (phase_ == show::RunPhase::Live)
            pressEnd();
        else
            pressLive();
    });
    connect(page_, &QAbstractButton::clicked, this, &ShowBar::pageAsked);
    setCompact(false);
}

void ShowBar::setCompact(bool compact) {
    compact_ = compact;
    setFixedHeight(theme_.sizes(compact).showBar);
    row_->setSpacing(compact ? 12 : 16);
    title_->setFont(uiFont(compact ? theme_.large.body : theme_.large.title, 600));
    pill_->setCompact(compact);
    live_->setTight(compact);
    for (StatLabel* stat : {ends_, viewers_, gmv_, orders_, clock_})
        stat->setCompact(compact);
    dropToFit();
}

void ShowBar::pressLive() {
    emit goLiveAsked();
}

void ShowBar::pressEnd() {
    // Not live: the dispatcher says why not.
    if (phase_ != show::RunPhase::Live || arming_->press())
        emit endAsked();
}

void ShowBar::keepKeys(const Keys& keys) {
    liveKey_ = keys.hint(key::goLive);
    liveTip_ = keys.withHint(tr("Start publishing"), key::goLive);
    const QString end = keys.hint(key::end);
    endTip_ = end.isEmpty() ? tr("End the show: press twice")
                            : tr("End the show: press twice (%1, twice)").arg(end);
}

void ShowBar::showLiveButton() {
    const bool isLive = phase_ == show::RunPhase::Live;
    const bool ended = phase_ == show::RunPhase::Ended;
    live_->setVisible(!ended);
    if (!isLive) {
        live_->setKind(ButtonKind::Primary);
        live_->setText(tr("Go live"));
        live_->setKeyHint(compact_ ? QString() : liveKey_);
        live_->setAccessibleName(tr("Go live"));
        live_->setToolTip(liveTip_);
    } else if (!isArmed()) {
        live_->setKind(ButtonKind::Danger);
        live_->setText(tr("End show…"));
        live_->setKeyHint({});
        live_->setAccessibleName(tr("End show, press twice"));
        live_->setToolTip(endTip_);
    } else {
        live_->setKind(ButtonKind::Armed);
        live_->setText(tr("End now %1").arg(arming_->secondsLeft()));
        live_->setKeyHint({});
        live_->setAccessibleName(tr("End now, %1 s left, Escape keeps going").arg(arming_->secondsLeft()));
        live_->setToolTip(tr("A second press ends the show; Esc keeps going"));
    }
    live_->updateGeometry();
    live_->update();
}

void ShowBar::presentClock(const View& view) {
    const show::Run& run = view.state.run;
    const bool phaseChanged = phase_ != run.phase;
    phase_ = run.phase;
    switch (run.phase) {
    case show::RunPhase::Live:
        pill_->setState(run.rehearsal ? LivePill::Kind::Rehearsal : LivePill::Kind::Live,
                        clockText(run.wentLive ? spanMs(*run.wentLive, view.now) : 0));
        break;
    case show::RunPhase::Ended:
        pill_->setState(LivePill::Kind::Ended,
                        run.wentLive && run.ended ? clockText(spanMs(*run.wentLive, *run.ended)) : QString());
        break;
    default:
        pill_->setState(LivePill::Kind::Standby,
                        view.state.show.plannedStartMs != 0
                            ? clockText(view.now.wallMs - view.state.show.plannedStartMs)
                            : QString());
    }
    if (phaseChanged)
        disarm();
    showLiveButton();
}

void ShowBar::presentTotals(const View& view) {
    const control::State& state = view.state;
    const bool fresh = state.stockFresh(view.now);
    const bool live = state.run.phase == show::RunPhase::Live;
    const RunTimes times = runTimes(state, view.now);
    ends_->setVisible(state.run.phase != show::RunPhase::Ended);
    separator_->setVisible(ends_->isVisibleTo(this));
    ends_->setFigure(wallTimeText(times.endsWallMs));
    const bool over = live && times.overMs >= 1000;
    const bool under = live && times.overMs <= -1000;
    ends_->setSuffix(over || under ? signedDurationText(times.overMs) : QString(),
                     over    ? tr("over")
                     : under ? tr("under")
                             : QString(),
                     over ? theme_.warning.text : theme_.ready.text);
    // Who is watching now can't be known without the server; what was sold stays true.
    viewers_->setLabel(live || state.run.phase == show::RunPhase::Ended ? tr("Viewers") : tr("Waiting"));
    viewers_->setFigure(fresh ? countText(state.audience.watching) : QStringLiteral("–"), false);
    const std::string currency =
        state.audience.gmv.currency.empty() ? state.show.currency : state.audience.gmv.currency;
    gmv_->setFigure(moneyText(state.audience.gmv.minor, currency, view.locale), !fresh && live);
    orders_->setFigure(countText(state.audience.orders), !fresh && live);
    gmv_->setToolTip(tr("Accepted orders at the charged price, VAT included"));
}

void ShowBar::presentPage(const View& view) {
    const control::State& state = view.state;
    switch (state.link) {
    case control::LinkHealth::Up:
        page_->setState(PillTone::Ready, tr("Page"), {});
        break;
    case control::LinkHealth::Connecting:
        page_->setState(PillTone::Warning, tr("Page"), tr("connecting"));
        break;
    case control::LinkHealth::Down:
        page_->setState(PillTone::Danger, tr("Page"), tr("no answer"));
        break;
    case control::LinkHealth::None:
        page_->setState(PillTone::Quiet, tr("Page"), {});
        break;
    }
    page_->setEnabled(!state.pageUrl.empty());
}

void ShowBar::presentOutputs(const View& view) {
    presentPage(view);
    for (const stage::Destination& destination : view.state.setUp.destinations) {
        if (destination.kind == stage::OutputKind::WebVideo)
            continue;
        OutputPill*& pill = pills_[destination.id];
        if (!pill) {
            pill = new OutputPill(theme_, false, this);
            outputs_->addWidget(pill);
        }
        const auto found = view.state.stage.outputs.find(destination.id);
        const stage::OutputStatus status =
            found == view.state.stage.outputs.end() ? stage::OutputStatus{} : found->second;
        const bool recording = destination.kind == stage::OutputKind::Recording;
        QString detail;
        if (status.health == stage::OutputHealth::Starting)
            detail = tr("starting");
        else if (status.health == stage::OutputHealth::Reconnecting)
            detail = compact_ ? waitText(spanMs(status.since, view.now)) : tr("reconnecting");
        else if (status.health == stage::OutputHealth::Failed)
            detail = compact_ ? tr("failed") : errorWords(status.error);
        const QString name = recording ? tr("REC") : text(destination.name);
        pill->setState(toneOf(status.health, recording), name, detail);
        pill->setToolTip(recording
                             ? text(status.path.empty() ? destination.address : status.path)
                             : text(destination.name) + QStringLiteral(" · ") + text(destination.address));
    }
    for (auto pill = pills_.begin(); pill != pills_.end();) {
        const auto& destinations = view.state.setUp.destinations;
        const bool known = std::any_of(destinations.begin(), destinations.end(),
                                       [&](const stage::Destination& d) { return d.id == pill->first; });
        if (!known)
            delete pill->second;
        pill = known ? std::next(pill) : pills_.erase(pill);
    }
}

void ShowBar::present(const View& view) {
    keepKeys(view.keys);
    title_->setFullText(text(view.state.show.title));
    shop_->setFullText(text(view.state.show.shopName));
    presentClock(view);
    presentTotals(view);
    presentOutputs(view);
    clock_->setFigure(wallTimeText(view.now.wallMs));
    clock_->setAccessibleName(tr("Time now %1").arg(clock_->figure()));
    dropToFit();
}

void ShowBar::dropToFit() {
    clock_->setVisible(!compact_);
    logo_->setVisible(!compact_);
    ends_->setShowWords(true);
    orders_->setVisible(true);
    const auto tooWide = [this] {
        int needed = row_->contentsMargins().left() + row_->contentsMargins().right();
        int shown = 0;
        for (QWidget* widget : std::initializer_list<QWidget*>{menu_, logo_, pill_, ends_, separator_,
                                                               viewers_, gmv_, orders_, clock_, live_})
            if (widget->isVisibleTo(this)) {
                needed += widget->sizeHint().width();
                ++shown;
            }
        int pills = page_->sizeHint().width();
        for (const auto& [id, pill] : pills_)
            pills += outputs_->spacing() + pill->sizeHint().width();
        const int names = std::min(200, std::max(title_->sizeHint().width(), shop_->sizeHint().width()));
        return needed + pills + names + (shown + 2) * row_->spacing() > width();
    };
    if (tooWide())
        clock_->hide();
    if (tooWide())
        logo_->hide();
    if (tooWide())
        ends_->setShowWords(false);
    if (tooWide())
        orders_->hide();
}

void ShowBar::resizeEvent(QResizeEvent*) {
    dropToFit();
}

void ShowBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.background.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme_.border.divider);
}

} // namespace vitrina::ui
