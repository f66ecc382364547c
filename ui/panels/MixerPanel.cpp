// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/MixerPanel.hpp"

#include "ui/theme/Fonts.hpp"
#include "ui/widgets/Format.hpp"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vitrina::ui {

struct MixerPanel::Seen {
    stage::SetUp setUp;
    std::set<SourceId> solo;
};

namespace {

constexpr double ceilings[] = {-1.0, -3.0, -6.0};
constexpr int scaleDb[] = {-60, -20, -9};

QString menuText(QString words) {
    return words.replace(QLatin1Char('&'), QLatin1String("&&"));
}

QAction* addChecked(QMenu& menu, const QString& words, bool checked) {
    QAction* action = menu.addAction(words);
    action->setCheckable(true);
    action->setChecked(checked);
    return action;
}

} // namespace

MixerPanel::MixerPanel(const Theme& theme, QWidget* parent)
    : Panel(theme, tr("Mixer"), parent), column_(new QWidget),
      menuButton_(new Button(theme, ButtonKind::Flat, ButtonSize::Small, {}, this)),
      seen_(std::make_unique<Seen>()) {
    menuButton_->setIconName(QStringLiteral("gear"));
    menuButton_->setAccessibleName(tr("Sound settings"));
    menuButton_->setToolTip(tr("Limiter, headphones, lip sync"));
    header().addWidget(menuButton_);
    connect(menuButton_, &QAbstractButton::clicked, this, [this] {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(*menu);
        menu->popup(menuButton_->mapToGlobal(QPoint(0, menuButton_->height())));
    });
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(column_);
    // setWidget() has switched it on: the panel paints the ground.
    column_->setAutoFillBackground(false);
    auto* layout = new QVBoxLayout(column_);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(0);
    layout->addStretch(1);
    body().addWidget(scroll, 1);
}

MixerPanel::~MixerPanel() = default;

void MixerPanel::setCompact(bool compact) {
    compact_ = compact;
    for (MixerRow* row : rows_)
        row->setCompact(compact);
}

void MixerPanel::setHeadphones(const std::vector<engine::SoundDevice>& headphones) {
    headphones_ = headphones;
    for (MixerRow* row : rows_)
        row->setSoloShown(!headphones_.empty());
}

MixerRow* MixerPanel::row(const SourceId& source) const {
    const auto found =
        std::find_if(rows_.begin(), rows_.end(), [&](MixerRow* r) { return r->source() == source; });
    return found == rows_.end() ? nullptr : *found;
}

void MixerPanel::rebuild() {
    for (MixerRow* old : rows_)
        delete old;
    rows_.clear();
    auto* layout = static_cast<QVBoxLayout*>(column_->layout());
    for (const SourceId& source : built_) {
        auto* fresh = new MixerRow(theme(), source, column_);
        fresh->setCompact(compact_);
        fresh->setSoloShown(!headphones_.empty());
        connect(fresh, &MixerRow::asked, this, &MixerPanel::asked);
        connect(fresh, &MixerRow::menuAsked, this, [this, source](const QPoint& at) {
            auto* menu = new QMenu(this);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            if (source.empty())
                fillLimiterMenu(*menu);
            else
                fillSourceMenu(*menu, source);
            menu->popup(at);
        });
        layout->insertWidget(int(rows_.size()), fresh);
        rows_.push_back(fresh);
    }
}

void MixerPanel::present(const View& view) {
    seen_->solo = view.state.stage.solo;
    if (seen_->setUp != view.state.setUp || built_.empty()) {
        seen_->setUp = view.state.setUp;
        std::vector<SourceId> wanted{SourceId{}};
        for (const stage::Source& source : view.state.setUp.sources) {
            if (stage::hasSound(source.kind))
                wanted.push_back(source.id);
        }
        if (std::exchange(built_, wanted) != wanted)
            rebuild();
    }
    for (MixerRow* each : rows_)
        each->present(view, warnings_);
}

void MixerPanel::measured(const engine::MetersMeasured& meters) {
    for (const engine::Meter& meter : meters.meters)
        if (MixerRow* found = row(meter.source))
            found->measured(meter);
}

void MixerPanel::fillSourceMenu(QMenu& menu, const SourceId& id) {
    const stage::Source* source = stage::findSource(seen_->setUp, id);
    if (!source)
        return;
    connect(menu.addAction(tr("Sync offset…")), &QAction::triggered, this,
            [this, id] { emit syncAsked(id); });
    QAction* follows =
        addChecked(menu, tr("Follows the camera on program (lip sync)"), source->followsProgram);
    connect(follows, &QAction::triggered, this, [this, changed = *source](bool on) mutable {
        changed.followsProgram = on;
        emit asked(stage::SetUpEdit{stage::ChangeSource{changed}});
    });
    connect(menu.addAction(tr("Clap test…")), &QAction::triggered, this, [this, id] { emit clapAsked(id); });
    if (headphones_.empty())
        return;
    QAction* solo = addChecked(menu, tr("Listen on the headphones"), seen_->solo.contains(id));
    connect(solo, &QAction::triggered, this, [this, id](bool on) { emit asked(stage::SetSolo{id, on}); });
}

void MixerPanel::fillLimiterMenu(QMenu& menu) {
    const stage::SetUp& setUp = seen_->setUp;
    QAction* off = addChecked(menu, tr("Limiter off"), !setUp.limiter);
    connect(off, &QAction::triggered, this, [this, db = setUp.limiterDb] {
        emit asked(stage::SetUpEdit{stage::SetLimiter{false, db}});
    });
    for (const double db : ceilings) {
        QAction* at = addChecked(menu, tr("Limiter at %1 dB").arg(Fader::dbText(db)),
                                 setUp.limiter && setUp.limiterDb == db);
        connect(at, &QAction::triggered, this, [this, db] {
            emit asked(stage::SetUpEdit{stage::SetLimiter{true, db}});
        });
    }
}

void MixerPanel::fillHeadphonesMenu(QMenu& menu) {
    if (headphones_.empty()) {
        menu.addAction(tr("No headphones: there is no sound server"))->setEnabled(false);
        return;
    }
    const std::string& chosen = seen_->setUp.headphones;
    connect(addChecked(menu, tr("The desktop's own choice"), chosen.empty()), &QAction::triggered, this,
            [this] { emit asked(stage::SetUpEdit{stage::SetHeadphones{}}); });
    for (const engine::SoundDevice& device : headphones_) {
        connect(addChecked(menu, menuText(text(device.name)), chosen == device.address), &QAction::triggered,
                this, [this, address = device.address] {
                    emit asked(stage::SetUpEdit{stage::SetHeadphones{address}});
                });
    }
}

void MixerPanel::fillMenu(QMenu& menu) {
    fillLimiterMenu(menu);
    menu.addSeparator();
    fillHeadphonesMenu(*menu.addMenu(tr("Headphones")));
    menu.addSeparator();
    for (const SourceId& source : built_) {
        if (const stage::Source* found = stage::findSource(seen_->setUp, source))
            fillSourceMenu(*menu.addMenu(menuText(text(found->name))), source);
    }
}

/// The scale stands over the meters.
void MixerPanel::paintEvent(QPaintEvent* event) {
    Panel::paintEvent(event);
    if (rows_.empty())
        return;
    const Meter& meter = rows_.front()->meter();
    const int left = meter.mapTo(this, QPoint(0, 0)).x();
    QPainter painter(this);
    painter.setFont(uiFont(theme().large.caption));
    painter.setPen(theme().text.label);
    int freeFrom = left;
    for (const int db : scaleDb) {
        const QString figure = QChar(0x2212) + QString::number(-db);
        const int width = painter.fontMetrics().horizontalAdvance(figure);
        const int x =
            db == scaleDb[0] ? left : left + int(Meter::fraction(float(db)) * meter.width()) - width / 2;
        if (x < freeFrom)
            continue; // no room for it in a narrow window
        painter.drawText(QRect(x, 0, width + 2, theme().large.dockTitle), Qt::AlignLeft | Qt::AlignVCenter,
                         figure);
        freeFrom = x + width + 4;
    }
}

} // namespace vitrina::ui
