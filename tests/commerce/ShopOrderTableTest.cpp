// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commerce/ShopOrderTable.hpp"

#include <QTest>

using namespace vitrina;
using namespace vitrina::commerce;

namespace {

constexpr std::int64_t noon = 1'795'608'000'000; // 2026-11-25T12:00:00Z

/// As Shopify exports it, with most of its columns.
const std::string shopifyHead =
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,"
    "Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem "
    "quantity,Lineitem "
    "name,Lineitem price,Lineitem compare at price,Lineitem sku,Shipping Name,Shipping Address1,Shipping "
    "City,Shipping Zip,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Refunded "
    "Amount,Id\n";
const std::string shopify =
    shopifyHead +
    "#1001,anna@example.lv,paid,2026-11-25 14:05:00 +0200,unfulfilled,,no,EUR,40.00,3.50,7.50,43.50,AUTUMN,"
    "5.00,Courier,2026-11-25 14:00:00 +0200,2,Towel,14.50,,TOWEL,Anna Ozola,\"Brīvības iela 1, dz. 2\",Rīga,"
    "'LV-1010,LV,+37126000001,Ring twice,\"vitrina: vitrina-0123\ngift: yes\",,0.00,5940139491234\n"
    "#1001,anna@example.lv,,,,,,,,,,,,,,2026-11-25 14:00:00 +0200,1,Honey,16.00,,HONEY,,,,,,,,,,,\n"
    "#1002,,refunded,2026-11-25 14:05:00 +0200,fulfilled,2026-11-25 15:00:00 +0200,no,EUR,10.00,0.00,2.10,"
    "12.10,,,Courier,2026-11-25 14:00:00 +0200,3,Candle,3.34,,CANDLE,,,,,,,,,2026-11-25 16:00:00 +0200,12.10,"
    "5940139491235\n";

Result<OrderTable> read(const std::string& bytes) {
    return readShopOrders(bytes, "shop.example", "EUR", 7'200'000);
}

std::vector<OrderIssue> issuesOf(const OrderTable& table) {
    std::vector<OrderIssue> issues;
    for (const OrderReport& report : table.reports)
        issues.push_back(report.issue);
    return issues;
}

std::int64_t sumOf(const ShopOrder& order) {
    std::int64_t sum = 0;
    for (const OrderLine& line : order.lines)
        sum += line.quantity * line.unitMinor;
    return sum;
}

} // namespace

/// Tables of orders as shops export them.
class ShopOrderTableTest final : public QObject {
    Q_OBJECT

  private slots:
    void shopifysExport() {
        const auto table = read(shopify);
        QVERIFY(table);
        QCOMPARE(table->layout, OrderLayout::Shopify);
        QCOMPARE(table->rows, std::size_t(3));
        QCOMPARE(table->badOrders, std::size_t(0));
        QCOMPARE(table->orders.size(), std::size_t(2));
        const TableOrder& first = table->orders[0];
        QCOMPARE(first.order.id, std::string("5940139491234"));
        QCOMPARE(first.order.name, std::string("#1001"));
        QCOMPARE(first.order.mark, std::string("vitrina-0123"));
        QCOMPARE(first.order.placedMs, noon);
        QCOMPARE(first.order.changedMs, noon + 300'000);
        QCOMPARE(first.order.state, OrderState::Paid);
        QCOMPARE(first.order.deliveryMinor, 350);
        QCOMPARE(sumOf(first.order), 4'000); // the subtotal, after a discount of 5.00
        QCOMPARE(first.contact, std::string("anna@example.lv"));
        QCOMPARE(first.name, std::string("Anna Ozola"));
        QCOMPARE(first.address, std::string("Brīvības iela 1, dz. 2, Rīga, LV-1010"));
        QCOMPARE(first.line, std::size_t(2));
        const TableOrder& second = table->orders[1];
        QCOMPARE(second.order.state, OrderState::Cancelled);
        QVERIFY(second.order.sold);
        QCOMPARE(sumOf(second.order), 1'210); // its taxes are on top
        QCOMPARE(second.order.refundedMinor, 1'210);
        QCOMPARE(second.contact, std::string("#1002 · shop.example"));
        QCOMPARE(second.order.changedMs, noon + 2 * 3'600'000);
    }

    void exportersOfWooCommerce() {
        const std::string advanced =
            "\"Order Number\",\"Order Status\",\"Order Date\",\"Customer Note\",\"First Name "
            "(Billing)\",\"Last "
            "Name (Billing)\",\"Address 1&2 (Billing)\",\"City (Billing)\",\"Postcode (Billing)\",\"Country "
            "Code "
            "(Billing)\",\"Email (Billing)\",\"Phone (Billing)\",\"Item #\",SKU,Name,Quantity,\"Quantity (- "
            "Refund)\",\"Item Cost\",\"Order Line (w/o tax)\",\"Order Line Tax\",\"Order Line "
            "Total\",\"Order "
            "Shipping Amount\",\"Order Refund Amount\",\"Order Total "
            "Amount\",\"_wc_order_attribution_utm_campaign\"\n"
            "727,Processing,\"2026-11-25 14:00\",,Anna,Ozola,\"Brīvības 1\",Rīga,LV-1010,LV,anna@example.lv,"
            "+37126000001,1,TOWEL,Towel,3,2,13.33,33.06,6.94,40.00,3.50,13.33,48.50,vitrina-0123\n"
            "727,Processing,\"2026-11-25 14:00\",,Anna,Ozola,\"Brīvības 1\",Rīga,LV-1010,LV,anna@example.lv,"
            "+37126000001,2,HONEY,Honey,1,1,5.00,4.13,0.87,5.00,3.50,13.33,48.50,vitrina-0123\n"
            "728,Failed,\"2026-11-25 "
            "14:00\",,Jānis,Bērziņš,,,,,janis@example.lv,,1,TOWEL,Towel,1,1,14.50,11.98,"
            "2.52,14.50,0,,14.50,vitrina-0123\n";
        const auto table = read(advanced);
        QVERIFY(table);
        QCOMPARE(table->layout, OrderLayout::WooCommerce);
        QCOMPARE(table->orders.size(), std::size_t(2));
        const ShopOrder& order = table->orders[0].order;
        QCOMPARE(order.id, std::string("727"));
        QCOMPARE(order.placedMs, noon); // 14:00, two hours ahead of UTC
        QCOMPARE(order.mark, std::string("vitrina-0123"));
        QCOMPARE(sumOf(order), 4'500);
        QCOMPARE(order.lines.size(), std::size_t(3)); // 40.00 for three: 13.33 twice, 13.34 once
        QCOMPARE(order.refundedMinor, 1'333);
        QCOMPARE(order.region, std::string("LV"));
        QVERIFY(!table->orders[1].order.sold);

        const std::string suite =
            "order_id,order_number,date,status,shipping_total,shipping_tax_total,refunded_total,order_"
            "currency,"
            "billing_first_name,billing_email,item_sku,item_quantity,item_total,item_total_tax,utm_campaign\n"
            "9727,727,2026-11-25 "
            "14:00:00,wc-completed,3.00,0.50,-5.00,EUR,Anna,anna@example.lv,TOWEL,2,20.00,"
            "4.20,vitrina-0123\n";
        const auto other = read(suite);
        QVERIFY(other);
        QCOMPARE(other->orders.size(), std::size_t(1));
        QCOMPARE(other->orders[0].order.id, std::string("9727"));
        QCOMPARE(other->orders[0].order.name, std::string("#727"));
        QCOMPARE(other->orders[0].order.state, OrderState::Sent);
        QCOMPARE(other->orders[0].order.refundedMinor, 500);
        QCOMPARE(sumOf(other->orders[0].order), 2'420);
        QCOMPARE(other->orders[0].order.deliveryMinor, 350);
    }

    void ourOwnLayoutWithCommasAndAMark() {
        const auto table =
            read("\xEF\xBB\xBF"
                 "pasūtījums;datums;stāvoklis;zīme;artikuls;gabali;cena;piegāde;vārds;e-pasts\r\n"
                 "A-1;2026-11-25 14:00;paid;vitrina-0123;TOWEL;2;14,50;3,50;Anna;anna@example.lv\r\n"
                 "A-1;2026-11-25 14:00;paid;vitrina-0123;HONEY;1;1 016,00;3,50;Anna;anna@example.lv\r\n");
        QVERIFY(table);
        QCOMPARE(table->layout, OrderLayout::Own);
        QCOMPARE(table->orders.size(), std::size_t(1));
        QCOMPARE(sumOf(table->orders[0].order), 2'900 + 101'600);
        QCOMPARE(table->orders[0].order.deliveryMinor, 350);
        QCOMPARE(table->orders[0].order.name, std::string("A-1"));
    }

    void anOldCodePageIsRead() {
        // "Jānis Bērziņš" in Windows-1257.
        const auto table =
            read("order,date,status,mark,sku,pieces,price,name,contact\n"
                 "1,2026-11-25 14:00,paid,m,TOWEL,1,14.50,J\xE2nis B\xE7rzi\xF2\xF0,j@example.lv\n");
        QVERIFY(table);
        QCOMPARE(table->orders.size(), std::size_t(1));
        QCOMPARE(table->orders[0].name, std::string("Jānis Bērziņš"));
    }

    void badRowsAreNamedAndTheOthersStand() {
        const auto table = read("order,date,status,mark,sku,pieces,price,contact\n"
                                "1,2026-11-25 14:00,paid,m,TOWEL,1,14.50,a@example.lv\n"  // 2
                                "2,yesterday,paid,m,TOWEL,1,14.50,a@example.lv\n"         // 3
                                "3,2026-11-25 14:00,lost,m,TOWEL,1,14.50,a@example.lv\n"  // 4
                                "4,2026-11-25 14:00,paid,m,TOWEL,-1,14.50,a@example.lv\n" // 5
                                "5,2026-11-25 14:00,paid,m,TOWEL,1,\"1,450\",a@e.lv\n"    // 6
                                "6,2026-11-25 14:00,paid,m,TOWEL,1,dear,a@example.lv\n"   // 7
                                ",2026-11-25 14:00,paid,m,TOWEL,1,14.50,a@example.lv\n"   // 8
                                "7,2026-11-25 14:00,paid,m,,1,14.50,a@example.lv\n"       // 9
                                "8,2026-11-25 14:00,paid,m,TOWEL,1,14.50,a@example.lv\n"  // 10
                                "8,2026-11-25 14:00,paid,m,TOWEL,1,14.50,a@example.lv\n"  // 11
                                "1,2026-11-25 14:00,paid,m,HONEY,1,14.50,a@example.lv\n"  // 12
                                "9,2026-11-25 14:00,paid,m,TOWEL,1,14.50,a@example.lv\n");
        QVERIFY(table);
        QCOMPARE(issuesOf(*table), (std::vector<OrderIssue>{
                                       OrderIssue::NoDate, OrderIssue::UnknownState, OrderIssue::BadPieces,
                                       OrderIssue::UnclearAmount, OrderIssue::BadAmount, OrderIssue::NoOrder,
                                       OrderIssue::NoGoods, OrderIssue::RowTwice, OrderIssue::OrderTwice}));
        QCOMPARE(table->reports[7].line, std::size_t(11));
        QCOMPARE(table->reports[7].value, std::string("10"));
        QCOMPARE(table->reports[8].value, std::string("2"));
        QCOMPARE(table->orders.size(), std::size_t(2));
        QCOMPARE(table->orders[0].order.name, std::string("1"));
        QCOMPARE(table->orders[1].order.name, std::string("9"));
        QCOMPARE(table->badOrders, std::size_t(9));
    }

    void otherTablesAreNot() {
        const auto products = read("Handle,Title,Variant SKU,Variant Price\ntowel,Towel,TOWEL,14.50\n");
        QVERIFY(!products);
        QCOMPARE(products.error().code, ErrorCode::BadFormat);
        QCOMPARE(read("").error().code, ErrorCode::NotFound);
        QCOMPARE(read(std::string("\0\x01\x02", 3)).error().code, ErrorCode::BadText);
        QCOMPARE(read("order,date,status,mark,sku,pieces,price\n1,\"2026").error().code,
                 ErrorCode::BadFormat);
    }
};

QTEST_GUILESS_MAIN(ShopOrderTableTest)
#include "ShopOrderTableTest.moc"
