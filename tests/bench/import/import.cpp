// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/ShopKeeper.hpp"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <optional>

/// 100,000 variants in Shopify's layout, as its export has them (30 columns, descriptions in HTML), into an
/// empty shop book: read, planned against the book, written to disk. Then the same table once more, with
/// every price changed, how long a press of Cancel takes, and a table in which every tenth row has a fault.
/// With the studio's own keeper on its own thread; what the process needs in memory is its peak, everything
/// included.
namespace {

using namespace vitrina;

constexpr int productCount = 20'000;
constexpr int variantsEach = 5;
constexpr int deadlineMs = 300'000;

void print(const char* name, double value, const char* unit) {
    const QJsonObject line{{QStringLiteral("name"), QLatin1String(name)},
                           {QStringLiteral("value"), value},
                           {QStringLiteral("unit"), QLatin1String(unit)}};
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

/// MB, from /proc/self/status.
double peakMemory() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return -1;
}

/// Every tenth row has a fault, of three kinds in turn: its SKU twice, a price that is none, no price.
constexpr int faultEach = 10;
constexpr int faults = productCount * variantsEach / faultEach;

bool writeFaultyTable(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write("product id,name,sku,variant,price,pieces\n");
    for (int row = 0; row < productCount * variantsEach; ++row) {
        const QByteArray product = QByteArray::number(row / variantsEach);
        const int fault = row % faultEach == faultEach - 1 ? row / faultEach % 3 + 1 : 0;
        const QByteArray sku = "F-" + QByteArray::number(fault == 1 ? row - 1 : row);
        file.write("f" + product + ",Krūze nr. " + product + "," + sku + "," + "lielā " +
                   QByteArray::number(row % variantsEach) + "," +
                   (fault == 2   ? QByteArray("twelve")
                    : fault == 3 ? QByteArray()
                                 : QByteArray("12.50")) +
                   ",7\n");
    }
    return file.flush();
}

bool writeTable(const QString& path, int addedCents) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(
        "Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,"
        "Option2 Name,Option2 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory "
        "Qty,Variant Inventory Policy,Variant Fulfillment Service,Variant Price,Variant Compare At Price,"
        "Variant Requires Shipping,Variant Taxable,Variant Barcode,Image Src,Image Position,Gift Card,"
        "Variant Weight Unit,Variant Tax Code,Cost per item,Status\n");
    for (int product = 0; product < productCount; ++product) {
        for (int variant = 0; variant < variantsEach; ++variant) {
            const QByteArray number = QByteArray::number(product);
            QByteArray row = "handmade-thing-" + number;
            if (variant == 0)
                row += ",Handmade thing no. " + number + ",\"<p>Woven <b>by hand</b> in Latgale, number " +
                       number +
                       ".</p><ul><li>linen &amp; wool</li><li>washes at 40&nbsp;&deg;C</li></ul>"
                       "<p>Every piece differs a little from the next one, in colour and in size.</p>\"";
            else
                row += ",,";
            row += ",Our workshop,Home,Textile,\"linen, wool\",TRUE,Size,Size " +
                   QByteArray::number(variant) + ",Colour,Moss green,SKU-" + number + "-" +
                   QByteArray::number(variant) + ",400,shopify," +
                   QByteArray::number((product * 7 + variant) % 90) + ",deny,manual," +
                   QByteArray::number(12 + product % 80) + "." +
                   QByteArray::number(10 + (addedCents + variant * 10) % 90) +
                   ",,TRUE,TRUE,,,,FALSE,g,,,active\n";
            file.write(row);
        }
    }
    return file.flush();
}

struct Bench {
    QTemporaryDir folder;
    SystemClock clock;
    studio::ShopKeeper keeper{
        {folder.filePath(QStringLiteral("shop.book")), folder.filePath(QStringLiteral("photos")), {}},
        clock,
        [](const QString&, const QByteArray&) {
        }};
    QObject context;

    /// Seconds from asking to kept; below zero: it did not work.
    double bringIn(const QString& path, std::size_t products) {
        QElapsedTimer timer;
        timer.start();
        bool kept = false;
        bool ended = false;
        keeper.planTable({path, {}, {}, {}, "EUR", {}}, &context, {}, [&](Result<control::TableOffer> offer) {
            if (!offer || offer->plan->changes.size() != products || offer->plan->reports.fatalIssues > 0) {
                ended = true;
                return;
            }
            keeper.keepTable(std::move(*offer), path, &context, [&](const Result<control::TableKept>& done) {
                kept = bool(done);
                ended = true;
            });
        });
        if (!QTest::qWaitFor([&] { return ended; }, deadlineMs) || !kept)
            return -1;
        return double(timer.elapsed()) / 1000;
    }

    /// Seconds until a table full of faults is planned, every one of them counted; below zero: not so.
    double plan(const QString& path) {
        QElapsedTimer timer;
        timer.start();
        std::optional<std::size_t> bad;
        keeper.planTable(
            {path, {}, {}, {}, "EUR", {}}, &context, {},
            [&](const Result<control::TableOffer>& offer) { bad = offer ? offer->plan->badRows : 0; });
        if (!QTest::qWaitFor([&] { return bad.has_value(); }, deadlineMs) || *bad != std::size_t(faults))
            return -1;
        return double(timer.elapsed()) / 1000;
    }

    /// Milliseconds from Cancel to a keeper that does something else.
    double cancel(const QString& path) {
        control::TableAsk ask{path, {}, {}, {}, "EUR", std::make_shared<std::atomic<bool>>(false)};
        bool begun = false;
        keeper.planTable(
            ask, &context, [&](int) { begun = true; }, [](const auto&) {});
        if (!QTest::qWaitFor([&] { return begun; }, deadlineMs))
            return -1;
        QElapsedTimer timer;
        timer.start();
        *ask.stop = true;
        bool free = false;
        keeper.keep({}, &context, [&](const auto&) { free = true; });
        return QTest::qWaitFor([&] { return free; }, deadlineMs) ? double(timer.elapsed()) : -1;
    }
};

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    Bench bench;
    const QString first = bench.folder.filePath(QStringLiteral("first.csv"));
    const QString second = bench.folder.filePath(QStringLiteral("second.csv"));
    if (!writeTable(first, 0) || !writeTable(second, 1))
        return 1;
    std::printf("%d variants of %d products, %.1f MB\n", productCount * variantsEach, productCount,
                double(QFileInfo(first).size()) / 1e6);
    const double fresh = bench.bringIn(first, productCount);
    const double peak = peakMemory();
    const double again = bench.bringIn(second, productCount);
    const double cancelled = bench.cancel(first);
    const QString third = bench.folder.filePath(QStringLiteral("third.csv"));
    const double faulty = writeFaultyTable(third) ? bench.plan(third) : -1;
    if (fresh < 0 || again < 0 || cancelled < 0 || faulty < 0)
        return 1;
    print("import 100,000 variants", fresh, "s");
    print("import memory peak", peak, "MB");
    print("import again, all prices changed", again, "s");
    print("import again memory peak", peakMemory(), "MB");
    print("import cancel", cancelled, "ms");
    print("import looked at, 10,000 faults", faulty, "s");
    return 0;
}
