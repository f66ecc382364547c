// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/OrderImportDialog.hpp"
#include "ui/dialogs/OrdersDialog.hpp"
#include "ui/shell/SellingDesk.hpp"
#include "ui/support/WindowRig.hpp"

#include <QCheckBox>
#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

namespace vitrina::test {
namespace {

using commerce::ShopNews;

struct Desk {
    Desk() : rig(QStringLiteral("en"), ui::ThemeKind::Dark, false) {
        rig.open(1280, 720);
        rig.goLive();
        commerce::Terms terms = rig.state().catalogue.terms;
        terms.handOver = {commerce::HandOverKind::Shopify, "https://shop.example"};
        rig.server(commerce::Fact{commerce::TermsSet{terms}});
        rig.dispatcher->linkChanged(control::LinkHealth::Up, "http://127.0.0.1:1/", 0);
        rig.window->sellingDesk().setTellShopOrders(
            [this](std::uint64_t part, const std::vector<commerce::TableOrder>& orders) {
                parts.push_back(part);
                told.insert(told.end(), orders.begin(), orders.end());
            });
        rig.window->sellingDesk().showOrders();
        rig.settle();
    }
    /// Rows of our own layout, placed now and with the show's mark.
    std::string row(const std::string& order, const std::string& more = "LM-500,2,9.80") const {
        const std::string at = QDateTime::fromMSecsSinceEpoch(rig.clock.now().wallMs, Qt::UTC)
                                   .toString(Qt::ISODate)
                                   .toStdString();
        return order + "," + at + ",paid," + commerce::showMark(rig.state().run.id) + "," + more +
               ",anna@example.lv\n";
    }
    ui::OrderImportDialog& open(const std::string& rows) {
        const QString path = folder.filePath(QStringLiteral("orders.csv"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no file");
        file.write(QByteArray::fromStdString("order,date,status,mark,sku,pieces,price,contact\n" + rows));
        file.close();
        rig.window->sellingDesk().importOrdersFrom(path);
        if (!QTest::qWaitFor([this] { return rig.window->sellingDesk().orderImport() != nullptr; }, 20'000))
            qFatal("no dialog");
        return *rig.window->sellingDesk().orderImport();
    }
    void answer(std::int64_t placed) { rig.window->shopOrdersTaken({parts.back(), placed, 0, 0, 0, 0}); }

    WindowRig rig;
    QTemporaryDir folder;
    std::vector<std::uint64_t> parts;
    std::vector<commerce::TableOrder> told;
};

} // namespace

/// Orders of a shop elsewhere, from its table to the server.
class OrderImportTest final : public QObject {
    Q_OBJECT

  private slots:
    void theButtonIsThereWhereAShopChecksOut() {
        Desk desk;
        ui::OrdersDialog& orders = *desk.rig.window->sellingDesk().ordersDialog();
        QVERIFY(orders.importButton().isVisible());
        commerce::Terms terms = desk.rig.state().catalogue.terms;
        terms.handOver = {};
        desk.rig.server(commerce::Fact{commerce::TermsSet{terms}});
        desk.rig.settle();
        desk.rig.window->sellingDesk().showOrders();
        desk.rig.settle();
        QVERIFY(!orders.importButton().isVisible());
    }

    void eachRowSaysWhatBecomesOfIt() {
        Desk desk;
        commerce::OrderPlaced placed;
        placed.order.number = OrderNumber{"A-1"};
        placed.order.lines = {{Sku{"LM-500"}, 2, 980, {}}};
        placed.order.total = Money{1960, "EUR"};
        placed.shop = "shop.example";
        placed.reference = "#1";
        desk.rig.server(commerce::Fact{placed});
        placed.order.number = OrderNumber{"A-2"};
        placed.reference = "#2";
        desk.rig.server(commerce::Fact{placed});
        desk.rig.server(
            commerce::Fact{commerce::OrderChanged{OrderNumber{"A-2"}, commerce::OrderState::Sent, 0, {}}});
        const auto table =
            commerce::readShopOrders("order,date,status,mark,sku,pieces,price,contact\n" + desk.row("#1") +
                                         desk.row("#2") + desk.row("#3") + desk.row("#4", "NONE,1,1.00"),
                                     "shop.example", "EUR", 0);
        QVERIFY(table);
        std::vector<ShopNews> news;
        for (const ui::ShopImportRow& row : ui::judgeImport(desk.rig.state(), *table))
            news.push_back(row.news);
        QCOMPARE(news, (std::vector<ShopNews>{ShopNews::Changed, ShopNews::Known, ShopNews::New,
                                              ShopNews::NoGoods}));
    }

    void badRowsHaveToBeLeftOutByHand() {
        Desk desk;
        ui::OrderImportDialog& dialog = desk.open(desk.row("#1") + "#2,soon,paid,m,LM-500,1,9.80,a@e.lv\n");
        QCOMPARE(dialog.rows().topLevelItemCount(), 2);
        QVERIFY(dialog.leaveOut().isVisible());
        QVERIFY(!dialog.importButton().isEnabled());
        QVERIFY(desk.told.empty());
        dialog.leaveOut().setChecked(true);
        dialog.importButton().click();
        QCOMPARE(desk.told.size(), std::size_t(1));
        QCOMPARE(desk.told[0].order.name, std::string("#1"));
        QVERIFY(!dialog.importButton().isEnabled());
        desk.answer(1);
        QVERIFY(dialog.outcome().startsWith(QStringLiteral("Done: 1 new")));
    }

    void partsGoOneAfterTheOther() {
        Desk desk;
        std::string rows;
        for (int i = 0; i < 120; ++i)
            rows += desk.row("#" + std::to_string(i));
        ui::OrderImportDialog& dialog = desk.open(rows);
        dialog.importButton().click();
        QCOMPARE(desk.told.size(), std::size_t(50));
        desk.answer(50);
        QCOMPARE(desk.told.size(), std::size_t(100));
        QCOMPARE(dialog.outcome(), QStringLiteral("50 of 120 orders are through…"));
        desk.rig.window->shopOrdersTaken({desk.parts.front(), 50, 0, 0, 0, 0}); // again, and late
        QCOMPARE(desk.told.size(), std::size_t(100));
        desk.answer(50);
        desk.answer(20);
        QCOMPARE(desk.told.size(), std::size_t(120));
        QVERIFY(dialog.outcome().startsWith(QStringLiteral("Done: 120 new")));
    }

    void aServerThatGoesAwayIsSaid() {
        Desk desk;
        ui::OrderImportDialog& dialog = desk.open(desk.row("#1"));
        dialog.importButton().click();
        desk.rig.dispatcher->linkChanged(control::LinkHealth::Down, {}, 0);
        desk.rig.settle();
        QVERIFY(QTest::qWaitFor([&] { return !dialog.underWay(); }, 10'000));
        QVERIFY(dialog.outcome().startsWith(QStringLiteral("The show server does not answer")));
        QVERIFY(dialog.importButton().isEnabled());
    }
};

} // namespace vitrina::test

QTEST_MAIN(vitrina::test::OrderImportTest)
#include "OrderImportTest.moc"
