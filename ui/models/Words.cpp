// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/Words.hpp"

#include "ui/models/RundownRow.hpp"
#include "ui/widgets/Format.hpp"

#include <QCoreApplication>

namespace vitrina::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)

  public:
    static QString from(const QString& price) { return tr("from %1").arg(price); }
    static QString seconds(std::int64_t count) { return tr("%1 s").arg(count); }
    static QString ofState(RowState state) {
        switch (state) {
        case RowState::OnAir:
            return tr("ON AIR");
        case RowState::Taken:
            return tr("TAKEN");
        case RowState::Next:
            return tr("NEXT");
        case RowState::Done:
            return tr("done");
        case RowState::Skipped:
            return tr("skipped");
        case RowState::Reserve:
            return tr("standby", "item in reserve");
        case RowState::Planned:
        case RowState::None:
            break;
        }
        return {};
    }
    static QString ofMark(show::ItemMark mark) {
        switch (mark) {
        case show::ItemMark::Highlight:
            return tr("Highlight");
        case show::ItemMark::Care:
            return tr("Take care");
        case show::ItemMark::Guest:
            return tr("Guest");
        case show::ItemMark::Technical:
            return tr("Technical");
        case show::ItemMark::None:
            break;
        }
        return tr("No mark");
    }
    static QString elapsed(const QString& duration) { return tr("%1 on air").arg(duration); }
    static QString left(const QString& duration) { return tr("%1 to go").arg(duration); }
    static QString over(const QString& duration) { return tr("%1 against the plan").arg(duration); }
    static QString ends(const QString& time) { return tr("ends %1").arg(time); }
    static QString planned(const QString& duration) { return tr("planned %1").arg(duration); }
};

} // namespace

QString priceText(const control::State& state, const commerce::Product& product, const QLocale& locale,
                  bool withUnit) {
    if (product.variants.empty())
        return {};
    const std::string& currency = product.variants.front().price.currency;
    const control::PriceRange range = control::priceRange(state, product);
    if (!withUnit)
        return amountText(range.fromMinor, currency, locale);
    const QString price = moneyText(range.fromMinor, currency, locale);
    return range.several ? Words::from(price) : price;
}

QString wasText(const control::State& state, const commerce::Product& product, const Instant& now,
                const QLocale& locale) {
    const std::optional<std::int64_t> was = control::wasMinor(state, product, state.stockFresh(now));
    return was ? moneyText(*was, product.variants.front().price.currency, locale) : QString();
}

QString kindIcon(show::ItemKind kind) {
    switch (kind) {
    case show::ItemKind::Product:
        return QStringLiteral("box");
    case show::ItemKind::Video:
        return QStringLiteral("play");
    case show::ItemKind::Break:
        return QStringLiteral("clock");
    case show::ItemKind::Talk:
    case show::ItemKind::None:
        break;
    }
    return QStringLiteral("chat");
}

QString sceneName(const stage::SetUp& setUp, const SceneId& scene) {
    const stage::Scene* found = stage::findScene(setUp, scene);
    return found ? text(found->name) : QString();
}

int sceneKey(const stage::SetUp& setUp, const SceneId& scene) {
    for (std::size_t i = 0; i < setUp.scenes.size() && i < 9; ++i)
        if (setUp.scenes[i].id == scene)
            return int(i) + 1;
    return 0;
}

QString sourceName(const stage::SetUp& setUp, const SourceId& source) {
    const stage::Source* found = stage::findSource(setUp, source);
    return found ? text(found->name) : text(source.value);
}

QString outputName(const stage::SetUp& setUp, const OutputId& output) {
    for (const stage::Destination& destination : setUp.destinations)
        if (destination.id == output)
            return text(destination.name);
    return text(output.value);
}

SourceId hostSource(const stage::SetUp& setUp) {
    const auto microphone =
        std::ranges::find(setUp.sources, stage::SourceKind::Microphone, &stage::Source::kind);
    if (microphone != setUp.sources.end())
        return microphone->id;
    return setUp.sources.empty() ? SourceId{} : setUp.sources.front().id;
}

bool sceneShows(const stage::SetUp& setUp, const SceneId& scene, const SourceId& source) {
    const stage::Scene* found = stage::findScene(setUp, scene);
    const std::vector<stage::SceneItem>* layout = found ? found->layoutFor(setUp.canvas.shape()) : nullptr;
    return layout && std::any_of(layout->begin(), layout->end(),
                                 [&](const stage::SceneItem& item) { return item.source == source; });
}

QString waitText(std::int64_t milliseconds) {
    return milliseconds < 60'000 ? Words::seconds(milliseconds / 1000) : durationText(milliseconds);
}

QString rowStateWord(RowState state) {
    return Words::ofState(state);
}

QString spokenSegment(const RundownRow& row) {
    QStringList parts{row.title, Words::planned(durationText(row.plannedMs))};
    if (row.playedMs >= 0)
        parts << Words::elapsed(durationText(row.playedMs));
    if (row.leftMs > 0)
        parts << Words::left(durationText(row.leftMs));
    if (row.overMs >= 1000 || row.overMs <= -1000)
        parts << Words::over(signedDurationText(row.overMs));
    if (row.endsWallMs > 0)
        parts << Words::ends(wallTimeText(row.endsWallMs));
    return parts.join(QStringLiteral(", "));
}

QString markWord(show::ItemMark mark) {
    return Words::ofMark(mark);
}

QString spokenRow(const RundownRow& row) {
    QStringList parts{QString::number(row.number), row.title};
    if (row.mark != show::ItemMark::None)
        parts << Words::ofMark(row.mark).toLower();
    if (const QString word = Words::ofState(row.state); !word.isEmpty())
        parts << word.toLower();
    parts << Words::planned(durationText(row.plannedMs));
    if (!row.price.isEmpty())
        parts << row.price;
    if (!row.stock.spoken.isEmpty())
        parts << row.stock.spoken;
    return parts.join(QStringLiteral(", "));
}

} // namespace vitrina::ui
