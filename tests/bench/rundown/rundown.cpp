// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/Documents.hpp"
#include "ui/models/RundownWords.hpp"
#include "ui/panels/RundownPanel.hpp"
#include "ui/shell/Body.hpp"
#include "ui/support/WindowRig.hpp"
#include "ui/widgets/Format.hpp"

#include <QElapsedTimer>
#include <QEvent>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTableWidget>
#include <QTest>
#include <QTreeView>

#include <algorithm>
#include <cstdio>

/// A rundown of 1,000 rows and 150 products while the show runs: from an edit to the last pixel of every
/// view, and how long opening it takes. The peer is a table widget filled anew, as a program without patches
/// does it.
namespace {

using namespace vitrina;

constexpr int rowCount = 1000;
constexpr int productCount = 150;
constexpr int edits = 400;
constexpr int peerEdits = 100;
constexpr int deadlineMs = 2000;

/// The demo show, made big: its products and rows again and again under other ids.
control::State bigState() {
    control::State state = test::demoState();
    const std::vector<commerce::Product> products = state.catalogue.products;
    for (int i = int(products.size()); i < productCount; ++i) {
        commerce::Product product = products[std::size_t(i) % products.size()];
        product.id = ProductId{"bench-" + std::to_string(i)};
        product.code.clear();
        product.name += " " + std::to_string(i);
        for (commerce::Variant& variant : product.variants)
            variant.sku = Sku{variant.sku.value + "-" + std::to_string(i)};
        state.catalogue.products.push_back(product);
    }
    std::vector<show::Segment>& segments = state.show.rundown.segments;
    std::vector<show::Item> rows;
    for (const show::Segment& segment : segments)
        rows.insert(rows.end(), segment.items.begin(), segment.items.end());
    for (int i = int(rows.size()); i < rowCount; ++i) {
        show::Item item = rows[std::size_t(i) % rows.size()];
        item.id = ItemId{"row-" + std::to_string(i)};
        item.title += " " + std::to_string(i);
        if (item.kind == show::ItemKind::Product)
            item.product = state.catalogue.products[std::size_t(i) % productCount].id;
        segments[std::size_t(i) % segments.size()].items.push_back(item);
    }
    return state;
}

/// Notes that a widget has been painted since it was last asked.
class PaintWatch final : public QObject {
  public:
    explicit PaintWatch(QWidget& widget) { widget.installEventFilter(this); }
    bool painted = false;

  protected:
    bool eventFilter(QObject*, QEvent* event) override {
        painted = painted || event->type() == QEvent::Paint;
        return false;
    }
};

double percentile(std::vector<double> values, double part) {
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, std::size_t(part * double(values.size())))];
}

void print(const char* name, double value, const char* peer, double peerValue) {
    QJsonObject line{
        {QStringLiteral("name"), QLatin1String(name)},  {QStringLiteral("value"), value},
        {QStringLiteral("unit"), QStringLiteral("ms")}, {QStringLiteral("peer"), QLatin1String(peer)},
        {QStringLiteral("peer_value"), peerValue},      {QStringLiteral("ratio"), value / peerValue}};
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
}

/// The same rows and columns, filled from scratch.
void fill(QTableWidget& table, const control::State& state, const Instant& now, const QLocale& locale) {
    table.setRowCount(0);
    int row = 0;
    for (const ui::RundownSegment& segment : ui::rundownRows(state, now, locale)) {
        for (const ui::RundownRow& cells : segment.items) {
            table.insertRow(row);
            const QString words[] = {QString::number(cells.number),
                                     ui::rowStateWord(cells.state),
                                     cells.title,
                                     QString::number(cells.scene),
                                     cells.price,
                                     ui::durationText(cells.plannedMs),
                                     ui::durationText(std::max<std::int64_t>(0, cells.playedMs)),
                                     ui::signedDurationText(cells.overMs),
                                     cells.stock.badge};
            for (int column = 0; column < 9; ++column)
                table.setItem(row, column, new QTableWidgetItem(words[column]));
            ++row;
        }
    }
}

show::Edit editOf(int round, const show::Item& item, const show::Location& at) {
    show::ChangeItem change;
    change.item = item.id;
    switch (round % 5) {
    case 0:
        change.title = "Edited " + std::to_string(round);
        return change;
    case 1:
        change.plannedMs = 60'000 + round * 1000;
        return change;
    case 2:
        return show::MoveItem{item.id, at.segment->id, at.position + 2};
    case 3:
        return show::DuplicateItem{item.id, newId<ItemId>()};
    default:
        return show::SetSkipped{item.id, !item.skipped};
    }
}

/// Ends when the rundown has been painted with it: it is the last of the panels to be laid out.
bool present(test::WindowRig& rig, PaintWatch& watch, const show::Edit& edit, std::vector<double>& spans) {
    bool changed = false;
    const auto noted = [&] {
        changed = true;
        watch.painted = false;
    };
    ui::RundownModel& model = rig.window->stageBody().rundown().model();
    const auto values = QObject::connect(&model, &QAbstractItemModel::dataChanged, noted);
    const auto shape = QObject::connect(&model, &ui::RundownModel::shapeChanged, noted);
    QElapsedTimer timer;
    timer.start();
    const bool taken = bool(rig.dispatcher->dispatch(edit));
    while (taken && !(changed && watch.painted) && timer.elapsed() < deadlineMs)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
    spans.push_back(double(timer.nsecsElapsed()) / 1e6);
    QObject::disconnect(values);
    QObject::disconnect(shape);
    return taken && changed && watch.painted;
}

bool measureEdits(std::vector<double>& spans) {
    test::WindowRig rig(QStringLiteral("en"), ui::ThemeKind::Dark, false, {}, bigState());
    rig.open(1440, 900);
    rig.goLive();
    for (int i = 0; i < 8; ++i)
        rig.airNext(30'000);
    rig.settle();
    PaintWatch watch(*rig.window->stageBody().rundown().view().viewport());
    for (int round = 0; round < edits; ++round) {
        const show::Rundown& rundown = rig.state().show.rundown;
        // Rows that are in sight: behind the one that is on air.
        const show::Location onAir = show::locate(rundown, rig.state().run.current()->item.id);
        const auto& items = onAir.segment->items;
        const show::Item item = items[std::size_t(onAir.position) + 2 + std::size_t(round) % 5];
        if (!present(rig, watch, editOf(round, item, show::locate(rundown, item.id)), spans)) {
            std::fprintf(stderr, "edit %d was not presented\n", round);
            return false;
        }
        // As between the edits of a person: what else was to be done is done.
        QTest::qWait(round % 20 == 0 ? 20 : 1);
    }
    return true;
}

std::vector<double> measurePeer(const control::State& state) {
    QTableWidget table(0, 9);
    table.resize(628, 406);
    table.verticalHeader()->hide();
    table.show();
    std::vector<double> spans;
    const QLocale locale(QLocale::English);
    for (int round = 0; round < peerEdits; ++round) {
        QElapsedTimer timer;
        timer.start();
        fill(table, state, {1'000'000 + round * 1000, 1000}, locale);
        QCoreApplication::processEvents();
        table.repaint();
        spans.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return spans;
}

/// From the document's bytes to the rows on the screen.
double measureOpen(const std::string& json, const ui::Appearance& appearance) {
    ui::Art art(appearance.theme(), {});
    QElapsedTimer timer;
    timer.start();
    const Result<record::ShowDocument> document = record::decodeShowDocument(json);
    if (!document)
        qFatal("the document does not parse: %s", document.error().detail.c_str());
    control::State state = test::demoState();
    state.show = document->show;
    state.catalogue = document->catalogue;
    ui::RundownPanel panel(appearance.theme(), art);
    panel.resize(628, 406);
    const ui::Keys keys;
    panel.present({state, {1'000'000, 1000}, appearance.locale(), keys});
    panel.show();
    panel.repaint();
    return double(timer.nsecsElapsed()) / 1e6;
}

double measurePeerOpen(const std::string& json, const control::State& setUp) {
    QElapsedTimer timer;
    timer.start();
    const Result<record::ShowDocument> document = record::decodeShowDocument(json);
    control::State state = setUp;
    state.show = document->show;
    state.catalogue = document->catalogue;
    QTableWidget table(0, 9);
    table.resize(628, 406);
    fill(table, state, {1'000'000, 1000}, QLocale(QLocale::English));
    table.show();
    table.repaint();
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const control::State big = bigState();
    const std::string json = record::encodeShowDocument({big.show, big.catalogue});
    std::vector<double> spans;
    if (!measureEdits(spans))
        return 1;
    const std::vector<double> peer = measurePeer(big);
    const ui::Appearance appearance(application, ui::ThemeKind::Dark, QStringLiteral("en"));
    std::vector<double> opens;
    std::vector<double> peerOpens;
    for (int round = 0; round < 10; ++round) {
        opens.push_back(measureOpen(json, appearance));
        peerOpens.push_back(measurePeerOpen(json, big));
    }
    std::printf("%d rows, %d products, %d edits while live; the document has %zu KiB\n", rowCount,
                productCount, edits, json.size() / 1024);
    constexpr const char* table = "QTableWidget filled anew";
    print("rundown_edit_p50", percentile(spans, 0.5), table, percentile(peer, 0.5));
    print("rundown_edit_p99", percentile(spans, 0.99), table, percentile(peer, 0.99));
    print("rundown_edit_max", percentile(spans, 1.0), table, percentile(peer, 1.0));
    print("rundown_open_p50", percentile(opens, 0.5), table, percentile(peerOpens, 0.5));
    print("rundown_open_max", percentile(opens, 1.0), table, percentile(peerOpens, 1.0));
    return 0;
}
