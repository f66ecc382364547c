// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Csv.hpp"
#include "ui/dialogs/OrderPane.hpp"
#include "ui/dialogs/OrdersDialog.hpp"
#include "ui/dialogs/TermsDialog.hpp"
#include "ui/dialogs/VoidDialog.hpp"
#include "ui/models/KeyIds.hpp"
#include "ui/models/Needs.hpp"
#include "ui/models/OrderPapers.hpp"
#include "ui/models/OrderWords.hpp"
#include "ui/models/TermsWords.hpp"
#include "ui/panels/NeedsPanel.hpp"
#include "ui/shell/Body.hpp"
#include "ui/shell/SellingDesk.hpp"
#include "ui/support/Surfaces.hpp"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QFile>
#include <QLineEdit>
#include <QPointer>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <algorithm>
#include <utility>

namespace vitrina::test {
namespace {

using commerce::OrderState;

struct Desk {
    Desk() : rig(QStringLiteral("en"), ui::ThemeKind::Dark, false) {
        rig.open(1280, 720);
        rig.goLive();
    }
    void order(const std::string& number, const std::string& sku = "LM-500", std::int64_t quantity = 2,
               bool review = false) {
        commerce::OrderPlaced placed;
        placed.order.number = OrderNumber{number};
        placed.order.viewer = ViewerId{"v"};
        placed.order.lines = {{Sku{sku}, quantity, 980, OfferId{sku == "LM-500" ? "o1" : ""}}};
        placed.order.total = Money{quantity * 980, "EUR"};
        placed.order.delivery = {"omniva", "LV", 350, commerce::PaymentWay::OnDelivery};
        placed.review = review;
        rig.server(commerce::Fact{placed});
    }
    void order(const std::string& number, const OfferId& offer) {
        commerce::OrderPlaced placed;
        placed.order.number = OrderNumber{number};
        placed.order.lines = {{Sku{"LM-500"}, 1, 980, offer}};
        placed.order.total = Money{980, "EUR"};
        rig.server(commerce::Fact{placed});
    }
    void changed(const std::string& number, OrderState state, std::int64_t refundedMinor = 0) {
        rig.server(commerce::Fact{commerce::OrderChanged{OrderNumber{number}, state, refundedMinor, {}}});
    }
    /// The oldest request is answered: done.
    void answer(ErrorCode error = ErrorCode::None) {
        rig.server(commerce::Fact{commerce::RequestAnswered{rig.state().pending.at(0).id, error, {}, {}}});
        rig.settle();
    }
    ui::VoidDialog& openVoid() {
        open();
        emit rig.window->sellingDesk().ordersDialog()->voidAsked();
        return *rig.window->sellingDesk().voidDialog();
    }
    ui::OrdersDialog& open() {
        rig.window->sellingDesk().showOrders();
        rig.settle();
        return *rig.window->sellingDesk().ordersDialog();
    }
    void choose(const std::string& number) {
        rig.window->sellingDesk().ordersDialog()->choose(OrderNumber{number});
        rig.settle();
    }
    std::vector<commerce::ChangeOrder> asked() const {
        std::vector<commerce::ChangeOrder> changes;
        for (const control::PendingRequest& pending : rig.state().pending) {
            if (const auto* change = std::get_if<commerce::ChangeOrder>(&pending.request))
                changes.push_back(*change);
        }
        return changes;
    }
    /// A server that names everybody, at once: 500 of a question, in parts of 50.
    void nameBuyers() {
        rig.window->sellingDesk().setAskBuyers([this](const std::vector<OrderNumber>& numbers) {
            askedFor.insert(askedFor.end(), numbers.begin(), numbers.end());
            std::vector<ui::Buyer> part;
            for (std::size_t i = 0; i < std::min<std::size_t>(numbers.size(), 500); ++i) {
                part.push_back({numbers[i],
                                QStringLiteral("=Name"),
                                QStringLiteral("a@example"),
                                QStringLiteral("+371 20000000"),
                                QStringLiteral("Street \"1\"; Riga"),
                                {},
                                {},
                                words});
                if (part.size() == 50)
                    rig.window->buyersTold(std::exchange(part, {}));
            }
            if (!part.empty())
                rig.window->buyersTold(part);
        });
    }

    WindowRig rig;
    std::vector<OrderNumber> askedFor;
    std::vector<ui::BuyerWord> words; ///< of each buyer
};

QString nameBeside(ui::OrdersDialog& dialog) {
    return dialog.list().model()->index(0, ui::OrdersModel::Who).data().toString();
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The orders' window, its papers, and the seller's terms.
class OrdersTest final : public QObject {
    Q_OBJECT

  private slots:
    void ordersComeLiveAndAreFound() {
        Desk desk;
        desk.order("A-1");
        ui::OrdersDialog& dialog = desk.open();
        QCOMPARE(dialog.shown().size(), std::size_t(1));
        desk.order("A-2", "BB-22", 1);
        desk.rig.settle();
        QCOMPARE(dialog.shown(),
                 (std::vector<OrderNumber>{OrderNumber{"A-2"}, OrderNumber{"A-1"}})); // newest first
        dialog.search().setText(QStringLiteral("medus"));
        QCOMPARE(dialog.shown(), (std::vector<OrderNumber>{OrderNumber{"A-1"}}));
        dialog.search().clear();
        desk.rig.server(commerce::Fact{commerce::OrderChanged{OrderNumber{"A-2"}, OrderState::Paid, 0, {}}});
        desk.rig.settle();
        dialog.stateFilter().setCurrentIndex(dialog.stateFilter().findData(int(OrderState::Paid)));
        QCOMPARE(dialog.shown(), (std::vector<OrderNumber>{OrderNumber{"A-2"}}));
    }

    void aKeyMovesAnOrderOn() {
        Desk desk;
        desk.order("A-1");
        ui::OrdersDialog& dialog = desk.open();
        desk.choose("A-1");
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        dialog.list().setFocus();
        QTest::keyClick(&dialog.list(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(desk.asked().size(), std::size_t(1));
        QCOMPARE(desk.asked()[0].to, OrderState::Packed);
        desk.rig.settle();
        const QModelIndex state = dialog.list().model()->index(0, ui::OrdersModel::StateColumn);
        QVERIFY(state.data().toString().contains(QStringLiteral("on its way")));
    }

    void cancelAndRefundWantASecondPress() {
        Desk desk;
        desk.order("A-1");
        ui::OrdersDialog& dialog = desk.open();
        desk.choose("A-1");
        dialog.pane().cancelButton().click();
        QVERIFY(desk.asked().empty());
        dialog.close(); // leaves what is armed
        desk.open();
        desk.choose("A-1");
        dialog.pane().cancelButton().click();
        QVERIFY(desk.asked().empty());
        dialog.pane().cancelButton().click();
        QCOMPARE(desk.asked().back().to, OrderState::Cancelled);

        desk.changed("A-1", OrderState::Placed); // refused, say
        desk.answer();

        dialog.pane().refundField().setText(QStringLiteral("5,00"));
        dialog.pane().refundButton().click();
        QVERIFY(desk.asked().empty());
        QVERIFY2(dialog.pane().refundButton().text().contains(QStringLiteral("5.00")),
                 qPrintable(dialog.pane().refundButton().text()));
        dialog.pane().refundButton().click();
        QCOMPARE(desk.asked().back().refundMinor, 500);
        QCOMPARE(desk.asked().back().to, OrderState::None);
        // Nothing more goes back before that is answered, however often it is pressed.
        dialog.pane().refundButton().click();
        dialog.pane().refundButton().click();
        dialog.pane().cancelButton().click();
        dialog.pane().cancelButton().click();
        desk.rig.settle();
        dialog.pane().refundButton().click();
        dialog.pane().refundButton().click();
        QCOMPARE(desk.asked().size(), std::size_t(1));
        QVERIFY(!dialog.pane().refundButton().isEnabled());
        desk.changed("A-1", OrderState::Placed, 500);
        desk.answer();

        dialog.pane().refundField().setText(QStringLiteral("999"));
        QVERIFY(!dialog.pane().refundButton().isEnabled());
        dialog.pane().refundField().clear(); // all of it, and that is what the button says
        dialog.pane().refundButton().click();
        QVERIFY2(dialog.pane().refundButton().text().contains(QStringLiteral("18.10")),
                 qPrintable(dialog.pane().refundButton().text()));
        dialog.pane().refundButton().click();
        QCOMPARE(desk.asked().back().to, OrderState::Refunded);
    }

    void aChangeThatIsRefusedCanBeAskedAgain() {
        Desk desk;
        desk.order("A-1");
        ui::OrdersDialog& dialog = desk.open();
        desk.choose("A-1");
        dialog.pane().cancelButton().click();
        dialog.pane().cancelButton().click();
        QVERIFY(!dialog.pane().cancelButton().isEnabled());
        desk.answer(ErrorCode::OrderFixed);
        QVERIFY(dialog.pane().cancelButton().isEnabled());
        QVERIFY(!dialog.note().isEmpty());
    }

    void whatIsChosenStaysChosen() {
        Desk desk;
        desk.order("A-1");
        desk.order("A-2");
        ui::OrdersDialog& dialog = desk.open();
        desk.choose("A-1");
        dialog.pane().noteField().setText(QStringLiteral("Dear …"));
        dialog.pane().refundField().setText(QStringLiteral("5"));
        const auto stays = [&] {
            desk.rig.settle();
            return dialog.chosen() == std::vector{OrderNumber{"A-1"}} &&
                   dialog.pane().noteField().text() == QStringLiteral("Dear …") &&
                   dialog.pane().refundField().text() == QStringLiteral("5");
        };
        const auto& rundown = desk.rig.state().show.rundown;
        const ItemId last = rundown.segments.back().items.back().id;
        QVERIFY(
            desk.rig.dispatcher->dispatch(show::Edit{show::MoveItem{last, rundown.segments.front().id, 99}}));
        QVERIFY(stays());
        commerce::ProductPut put{*commerce::productOf(desk.rig.state().catalogue, Sku{"LM-500"}), {}};
        put.product.name = "Other honey";
        desk.rig.server(commerce::Fact{put});
        desk.rig.server(commerce::Fact{commerce::TermsSet{sellersTerms()}});
        QVERIFY(stays());
        const QModelIndex what = dialog.list().model()->index(0, ui::OrdersModel::What);
        QVERIFY2(what.data().toString().contains(QStringLiteral("Other honey")),
                 qPrintable(what.data().toString()));
        desk.order("A-3");
        QVERIFY(stays());
        QCOMPARE(dialog.shown().size(), std::size_t(3));
        dialog.close(); // and over what came while it was closed
        desk.order("A-4");
        desk.open();
        QCOMPARE(dialog.shown().front(), OrderNumber{"A-4"});
        QCOMPARE(dialog.chosen(), std::vector{OrderNumber{"A-1"}});
    }

    void nothingIsChosenByItself() {
        Desk desk;
        desk.order("A-1");
        desk.order("A-2");
        ui::OrdersDialog& dialog = desk.open();
        QCOMPARE(dialog.chosen(), std::vector{OrderNumber{"A-2"}}); // at first
        dialog.stateFilter().setCurrentIndex(dialog.stateFilter().findData(int(OrderState::Placed)));
        desk.changed("A-2", OrderState::Paid);
        desk.rig.settle();
        QCOMPARE(dialog.shown(), std::vector{OrderNumber{"A-1"}});
        QVERIFY(dialog.chosen().empty());
    }

    void ordersAreWorkedOnAfterTheShow() {
        Desk desk;
        desk.order("A-1");
        QVERIFY(desk.rig.dispatcher->dispatch(show::EndShow{}));
        ui::OrdersDialog& dialog = desk.open();
        desk.choose("A-1");
        dialog.pane().action(QStringLiteral("orders.packed"))->trigger();
        QCOMPARE(desk.asked().back().to, OrderState::Packed);
        QVERIFY(dialog.note().isEmpty());
        desk.changed("A-1", OrderState::Packed);
        desk.answer();
        QCOMPARE(dialog.shown(), std::vector{OrderNumber{"A-1"}});
    }

    void anOrderUnderReviewIsLetThrough() {
        Desk desk;
        desk.order("A-1");
        desk.order("A-2", "BB-22", 1, true);
        ui::OrdersDialog& dialog = desk.open();
        desk.choose("A-1");
        QVERIFY(!dialog.pane().acceptButton().isVisible());
        desk.choose("A-2");
        QVERIFY(dialog.pane().acceptButton().isVisible());
        dialog.pane().acceptButton().click();
        QCOMPARE(desk.asked().back().number, OrderNumber{"A-2"});
        QCOMPARE(desk.asked().back().to, OrderState::Placed);
    }

    void buyersAreNamedOnDemandAndForgotten() {
        Desk desk;
        desk.nameBuyers();
        desk.order("A-1");
        ui::OrdersDialog& dialog = desk.open();
        desk.choose("A-1");
        QVERIFY(desk.askedFor.empty());
        dialog.buyersButton().click();
        desk.rig.settle();
        QCOMPARE(desk.askedFor, (std::vector<OrderNumber>{OrderNumber{"A-1"}}));
        QVERIFY(dialog.pane().buyerText().contains(QStringLiteral("a@example")));
        desk.order("A-2"); // one that comes now is asked for by itself
        desk.rig.settle();
        QCOMPARE(dialog.buyers().size(), std::size_t(2));
        dialog.close();
        QVERIFY(dialog.buyers().empty());
        const ui::Buyer late{OrderNumber{"A-1"}, QStringLiteral("late"), {}, {}, {}, {}, {}, {}};
        desk.rig.window->buyersTold({late});
        QVERIFY(dialog.buyers().empty());
    }

    void wordsToABuyerStandInNoRequest() {
        Desk desk;
        desk.order("A-1");
        ui::OrdersDialog& dialog = desk.open();
        desk.choose("A-1");
        dialog.pane().noteField().setText(QStringLiteral("Dear Anna"));
        QTest::keyClick(&dialog.pane().noteField(), Qt::Key_Return);
        QCOMPARE(desk.rig.words.back().second, std::string("Dear Anna"));
        QCOMPARE(desk.asked().back().note, "words:" + desk.rig.words.back().first);
    }

    void aBuyerIsErasedByASecondPress() {
        Desk desk;
        desk.nameBuyers();
        desk.order("A-1");
        desk.order("A-2");
        ui::OrdersDialog& dialog = desk.open();
        desk.choose("A-1");
        dialog.buyersButton().click();
        desk.rig.settle();
        dialog.pane().eraseButton().click();
        QVERIFY(dialog.note().contains(QStringLiteral("for good")));
        QVERIFY(desk.rig.state().pending.empty());
        QTest::keyClick(&dialog, Qt::Key_Escape); // disarms, and closes nothing
        QVERIFY(dialog.isVisible() && dialog.note().isEmpty());
        dialog.pane().eraseButton().click();
        QVERIFY(desk.rig.state().pending.empty());
        dialog.pane().eraseButton().click();
        const auto* wish = std::get_if<commerce::EraseBuyer>(&desk.rig.state().pending.at(0).request);
        QVERIFY(wish && wish->number == OrderNumber{"A-1"});
        desk.rig.server(commerce::Fact{commerce::BuyerErased{{OrderNumber{"A-1"}, OrderNumber{"A-2"}}}});
        desk.rig.settle();
        QVERIFY2(dialog.note().contains(QStringLiteral("A-1, A-2")), qPrintable(dialog.note()));
        QVERIFY(dialog.buyers().empty());
        QVERIFY(!dialog.pane().eraseButton().isEnabled() && !dialog.pane().exportButton().isEnabled());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }

    void aBuyersDataGoToAFileOfTheHosts() {
        Desk desk;
        desk.order("A-1");
        ui::OrdersDialog& dialog = desk.open();
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("buyer.json"));
        ui::SellingDesk& selling = desk.rig.window->sellingDesk();
        selling.exportBuyerTo(OrderNumber{"A-1"}, path);
        QCOMPARE(desk.rig.exportsAsked, (std::vector<OrderNumber>{OrderNumber{"A-1"}}));
        desk.rig.window->exported(OrderNumber{"A-9"}, ErrorCode::None, "{}"); // not what was asked
        desk.rig.window->exported(OrderNumber{"A-1"}, ErrorCode::None, "{\"orders\":[]}");
        QTRY_VERIFY_WITH_TIMEOUT(contentOf(path) == "{\"orders\":[]}", 20'000);
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        selling.exportBuyerTo(OrderNumber{"A-1"}, path);
        desk.rig.window->exported(OrderNumber{"A-1"}, ErrorCode::NotFound, {});
        QVERIFY(dialog.note().contains(QStringLiteral("Nothing is held")));
    }

    void ordersKeysAreKnownBeforeTheWindowIsOpened() {
        Desk desk;
        desk.rig.window->showKeys();
        QVERIFY(std::ranges::any_of(desk.rig.window->keys().commands(), [](const ui::KeyCommand& one) {
            return one.id == QLatin1String("orders.paid");
        }));
    }

    void nothingOfABuyerStaysWhenItCloses() {
        Desk desk;
        desk.nameBuyers();
        desk.order("A-1");
        ui::OrdersDialog& dialog = desk.open();
        desk.choose("A-1");
        dialog.buyersButton().click();
        desk.rig.settle();
        dialog.pane().noteField().setText(QStringLiteral("Dear Anna"));
        dialog.close();
        QCOMPARE(dialog.pane().buyerText(), QString());
        QCOMPARE(dialog.pane().noteField().text(), QString());
        QCOMPARE(nameBeside(dialog), QString());
    }

    void anErasedBuyersNameIsGoneFromTheList() {
        Desk desk;
        desk.nameBuyers();
        desk.order("A-1");
        ui::OrdersDialog& dialog = desk.open();
        dialog.buyersButton().click();
        desk.rig.settle();
        QCOMPARE(nameBeside(dialog), QStringLiteral("=Name"));
        desk.rig.server(commerce::Fact{commerce::BuyerErased{{OrderNumber{"A-1"}}}});
        desk.rig.settle();
        QCOMPARE(nameBeside(dialog), QString());
        dialog.search().setText(QStringLiteral("=Name"));
        QVERIFY(dialog.shown().empty());
        // An answer that was under way.
        desk.rig.window->buyersTold({{OrderNumber{"A-1"}, QStringLiteral("=Name"), {}, {}, {}, {}, {}, {}}});
        QVERIFY(dialog.buyers().empty());
        QVERIFY(dialog.shown().empty());
    }

    void newWordsOfABuyerAreSeen() {
        Desk desk;
        desk.nameBuyers();
        desk.order("A-1");
        ui::OrdersDialog& dialog = desk.open();
        desk.choose("A-1");
        dialog.buyersButton().click();
        desk.rig.settle();
        QVERIFY(!dialog.pane().buyerText().contains(QStringLiteral("blue one")));
        desk.words = {{desk.rig.clock.now().wallMs, false, QStringLiteral("The blue one, please")}};
        desk.rig.server(
            commerce::Fact{commerce::BuyerWrote{OrderNumber{"A-1"}, commerce::BuyerWish::Question}});
        desk.rig.settle();
        QVERIFY2(dialog.pane().buyerText().contains(QStringLiteral("blue one")),
                 qPrintable(dialog.pane().buyerText()));
    }

    void buyersAreAskedForWhenTheLinkIsBack() {
        Desk desk;
        desk.nameBuyers();
        desk.order("A-1");
        ui::OrdersDialog& dialog = desk.open();
        desk.choose("A-1");
        desk.rig.dispatcher->linkChanged(control::LinkHealth::Down, {}, 0);
        desk.rig.settle();
        dialog.buyersButton().click();
        desk.rig.settle();
        QVERIFY(desk.askedFor.empty());
        QVERIFY2(dialog.pane().buyerText().contains(QStringLiteral("does not answer")),
                 qPrintable(dialog.pane().buyerText()));
        desk.rig.dispatcher->linkChanged(control::LinkHealth::Up, "http://192.168.1.20:8080/", 0);
        desk.rig.settle();
        QVERIFY(dialog.pane().buyerText().contains(QStringLiteral("a@example")));
    }

    /// A part of an answer touches the rows it names, and of those the name only.
    void aPartOfTheBuyersTouchesItsRowsOnly() {
        const ui::Theme theme = ui::builtInTheme(ui::ThemeKind::Dark);
        control::State state;
        for (int i = 1; i <= 200; ++i) {
            const OrderNumber number{std::to_string(i)};
            state.orders[number].order.number = number;
            state.orders[number].index = std::uint64_t(i);
        }
        ui::OrdersModel model(theme, QLocale::c());
        model.refresh(state);
        int rows = 0;
        const auto told = connect(&model, &QAbstractItemModel::dataChanged, &model,
                                  [&](const QModelIndex& first, const QModelIndex& last) {
                                      rows += last.row() - first.row() + 1;
                                      QCOMPARE(first.column(), int(ui::OrdersModel::Who));
                                      QCOMPARE(last.column(), int(ui::OrdersModel::Who));
                                  });
        model.setBuyer({OrderNumber{"7"}, QStringLiteral("Anna"), {}, {}, {}, {}, {}, {}});
        QCOMPARE(rows, 1);
        QCOMPARE(model.index(200 - 7, ui::OrdersModel::Who).data().toString(), QStringLiteral("Anna"));
        disconnect(told);
        model.refresh(state); // names stay
        QCOMPARE(model.index(200 - 7, ui::OrdersModel::Who).data().toString(), QStringLiteral("Anna"));
        control::State other; // of another run
        other.orders[OrderNumber{"9"}].order.number = OrderNumber{"9"};
        other.orders[OrderNumber{"9"}].index = 1;
        model.refresh(other);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.numberAt(0), OrderNumber{"9"});
    }

    void moreThanFiveHundredBuyersAreNamed() {
        Desk desk;
        desk.nameBuyers();
        for (int i = 0; i < 501; ++i)
            desk.order("A-" + std::to_string(i), "LM-500", 1);
        ui::OrdersDialog& dialog = desk.open();
        dialog.buyersButton().click();
        desk.rig.settle();
        QCOMPARE(dialog.buyers().size(), std::size_t(501));
        const QTemporaryDir folder;
        const QString table = folder.filePath(QStringLiteral("carrier.csv"));
        desk.rig.window->sellingDesk().writePaperTo(ui::OrdersDialog::Paper::Carrier, table);
        QTRY_VERIFY_WITH_TIMEOUT(!contentOf(table).isEmpty(), 20'000);
        const QByteArray bytes = contentOf(table);
        const auto read = readCsv(std::string_view(bytes.constData(), std::size_t(bytes.size())));
        QVERIFY(read && read->records.size() == 502);
    }

    void onePaperAtATime() {
        Desk desk;
        int asked = 0;
        desk.rig.window->sellingDesk().setAskBuyers([&](const auto&) { ++asked; }); // and never answered
        desk.order("A-1");
        ui::OrdersDialog& dialog = desk.open();
        const QTemporaryDir folder;
        ui::SellingDesk& selling = desk.rig.window->sellingDesk();
        const QString first = folder.filePath(QStringLiteral("slips.pdf"));
        selling.writePaperTo(ui::OrdersDialog::Paper::Slips, first);
        QVERIFY(dialog.note().isEmpty());
        selling.writePaperTo(ui::OrdersDialog::Paper::Carrier,
                             folder.filePath(QStringLiteral("carrier.csv")));
        QVERIFY(dialog.note().contains(QStringLiteral("still waits")));
        QCOMPARE(asked, 1);
        desk.rig.window->buyersTold({{OrderNumber{"A-1"}, QStringLiteral("Anna"), {}, {}, {}, {}, {}, {}}});
        QTRY_VERIFY_WITH_TIMEOUT(contentOf(first).startsWith("%PDF"), 20'000);
    }

    void papersOfBuyersAreTheirOwnersOnly() {
        Desk desk;
        desk.nameBuyers();
        desk.order("A-1");
        desk.open();
        const QTemporaryDir folder;
        ui::SellingDesk& selling = desk.rig.window->sellingDesk();
        using Paper = ui::OrdersDialog::Paper;
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                            QFileDevice::WriteOther;
        const QString slips = folder.filePath(QStringLiteral("slips.pdf"));
        const QString table = folder.filePath(QStringLiteral("carrier.csv"));
        QFile older(table); // whatever was there before
        QVERIFY(older.open(QIODevice::WriteOnly) &&
                older.setPermissions(QFile::ReadOwner | QFile::WriteOwner | others));
        older.close();
        selling.writePaperTo(Paper::Slips, slips);
        QTRY_VERIFY_WITH_TIMEOUT(contentOf(slips).startsWith("%PDF"), 20'000);
        selling.writePaperTo(Paper::Carrier, table);
        QTRY_VERIFY_WITH_TIMEOUT(!contentOf(table).isEmpty(), 20'000);
        for (const QString& path : {slips, table}) {
            QVERIFY(!(QFile::permissions(path) & others));
            QVERIFY(QFile::permissions(path) & QFileDevice::ReadOwner);
        }
    }

    void aSlipAsksForWhatIsStillToPay() {
        Desk desk;
        desk.order("A-1");
        const auto due = [&] {
            const auto orders = ui::toPack(desk.rig.state(), {OrderNumber{"A-1"}});
            return ui::packingSlips(desk.rig.state(), orders, {}).parts.at(0).lines.back();
        };
        QVERIFY2(due().figure.startsWith(QStringLiteral("23,10")), qPrintable(due().figure));
        QVERIFY(due().words.startsWith(QStringLiteral("Apmaksai")));
        desk.changed("A-1", OrderState::Placed, 500);
        QVERIFY2(due().figure.startsWith(QStringLiteral("18,10")), qPrintable(due().figure));
        commerce::OrderChanged paid{OrderNumber{"A-1"}, OrderState::Packed, 500, {}};
        paid.paid = true;
        desk.rig.server(commerce::Fact{paid});
        QVERIFY2(due().words.startsWith(QStringLiteral("Samaks")), qPrintable(due().words));
    }

    void papersAreWrittenElsewhereAndErrorsSaid() {
        Desk desk;
        desk.nameBuyers();
        desk.order("A-1");
        ui::OrdersDialog& dialog = desk.open();
        const QTemporaryDir folder;
        ui::SellingDesk& selling = desk.rig.window->sellingDesk();
        using Paper = ui::OrdersDialog::Paper;
        for (const auto paper : {Paper::PickByProduct, Paper::PickByOrder, Paper::Slips}) {
            const QString path = folder.filePath(QStringLiteral("%1.pdf").arg(int(paper)));
            selling.writePaperTo(paper, path);
            QTRY_VERIFY_WITH_TIMEOUT(contentOf(path).startsWith("%PDF"), 20'000);
        }
        const QString table = folder.filePath(QStringLiteral("carrier.csv"));
        selling.writePaperTo(Paper::Carrier, table);
        QTRY_VERIFY_WITH_TIMEOUT(!contentOf(table).isEmpty(), 20'000);
        const QByteArray bytes = contentOf(table);
        const auto read = readCsv(std::string_view(bytes.constData(), std::size_t(bytes.size())));
        QVERIFY(read && read->records.size() == 2);
        QCOMPARE(read->records[1].cells[1], std::string("'=Name"));
        QCOMPARE(read->records[1].cells[2], std::string("+371 20000000"));
        QCOMPARE(read->records[1].cells[4], std::string("Street \"1\"; Riga"));
        QCOMPARE(read->records[1].cells[8], std::string("23.10"));
        selling.writePaperTo(Paper::PickByProduct, folder.filePath(QStringLiteral("none/x.pdf")));
        QTRY_VERIFY_WITH_TIMEOUT(dialog.note().contains(QStringLiteral("can't be written")), 20'000);
    }

    /// As a warehouse gets them: long Latvian names, orders longer than a page, collection, transfer, a note.
    /// With VITRINA_PAPERS set to a folder they stay there to be looked at.
    void papersOfALongDay() {
        Desk desk;
        for (int i = 0; i < 20; ++i) {
            commerce::Product product;
            product.id = ProductId{"long-" + std::to_string(i)};
            product.code = std::to_string(100 + i);
            product.name = "Ar rokām austs lina galdauts ar Lielvārdes jostas rakstu un pērļu izšuvumu";
            product.variants = {
                {Sku{"GALDAUTS-" + std::to_string(i)}, "140 × 220 cm, nebalināts", {4990, "EUR"}, 9}};
            desk.rig.server(commerce::Fact{commerce::ProductPut{product, {}}});
        }
        ui::Buyers buyers;
        std::vector<OrderNumber> numbers;
        for (int n = 0; n < 12; ++n) {
            commerce::OrderPlaced placed;
            placed.order.number = OrderNumber{"K7-" + std::to_string(n + 1) + "-QXZ"};
            placed.order.viewer = ViewerId{"v"};
            for (int i = 0; i < (n == 0 ? 40 : n == 1 ? 20 : 1 + n % 4); ++i)
                placed.order.lines.push_back(
                    {Sku{"GALDAUTS-" + std::to_string((i + n) % 20)}, 1 + i % 3, 4990, {}});
            if (n == 3)
                placed.order.lines.push_back({Sku{"LM-500"}, 2, 980, OfferId{"o1"}});
            placed.order.total = Money{49'900, "EUR"};
            placed.order.delivery =
                n % 3 == 0   ? commerce::OrderDelivery{"omniva", "LV", 350, commerce::PaymentWay::Transfer}
                : n % 3 == 1 ? commerce::OrderDelivery{"omniva", "LV", 350, commerce::PaymentWay::OnDelivery}
                             : commerce::OrderDelivery{"veikals", {}, 0, commerce::PaymentWay::AtCollection};
            desk.rig.server(commerce::Fact{placed});
            numbers.push_back(placed.order.number);
            buyers[placed.order.number] = {
                placed.order.number,
                QStringLiteral("Ķērstīne Žagariņa-Šķēršķāne"),
                QStringLiteral("kerstine.zagarina-skerskane@piemers.example"),
                QStringLiteral("+371 20000000"),
                QStringLiteral("Jaunpiebalgas pagasts, „Vecšķēpastu lejas”\nCēsu novads, LV-4125"),
                n % 4 == 0
                    ? QStringLiteral("Lūdzu, zvaniet pirms piegādes un neatstājiet pie kaimiņiem: tur suns.")
                    : QString(),
                {},
                {}};
        }
        const control::State& state = desk.rig.state();
        const auto orders = ui::toPack(state, numbers);
        QCOMPARE(orders.size(), numbers.size());
        const QTemporaryDir folder;
        const QString kept = qEnvironmentVariable("VITRINA_PAPERS");
        const auto pages = [&](const char* name, const ui::Paper& paper) {
            const QString path =
                (kept.isEmpty() ? folder.path() : kept) + QLatin1Char('/') + QLatin1String(name);
            return ui::writePdf(paper, path) ? contentOf(path).count("/Type /Page\n") : 0;
        };
        QVERIFY(pages("slips.pdf", ui::packingSlips(state, orders, buyers)) >=
                14); // the long ones on several
        QVERIFY(pages("by-product.pdf", ui::pickByProduct(state, orders)) >= 2);
        QVERIFY(pages("by-order.pdf", ui::pickByOrder(state, orders)) >= 2);
        const std::string table = ui::carrierCsv(state, orders, buyers);
        const auto read = readCsv(table);
        QVERIFY(read && read->records.size() == orders.size() + 1);
        QCOMPARE(std::count(table.begin(), table.end(), '\n'), std::ptrdiff_t(orders.size() + 1));
        QVERIFY(read->records[1].cells[4].find("lejas”, Cēsu") != std::string::npos);
        if (!kept.isEmpty()) {
            QFile file(kept + QStringLiteral("/carrier.csv"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray::fromStdString(table));
        }
    }

    void namesThatCantBeHadStopThePaper() {
        Desk desk; // nobody to ask
        desk.order("A-1");
        ui::OrdersDialog& dialog = desk.open();
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("slips.pdf"));
        desk.rig.window->sellingDesk().writePaperTo(ui::OrdersDialog::Paper::Slips, path);
        QVERIFY(!dialog.note().isEmpty());
        QVERIFY(!QFile::exists(path));
    }

    void cellsAreSafe_data() {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("safe");
        for (const char* first : {"=", "-", "@", "+"})
            QTest::newRow(first) << QLatin1String(first) + QStringLiteral("1+cmd()")
                                 << QStringLiteral("'") + QLatin1String(first) + QStringLiteral("1+cmd()");
        QTest::newRow("blank first") << QStringLiteral("  =1") << QStringLiteral("'  =1");
        QTest::newRow("full width") << QStringLiteral("＝1") << QStringLiteral("'＝1");
        QTest::newRow("line first") << QStringLiteral("\n=1") << QStringLiteral("'\n=1");
        QTest::newRow("phone") << QStringLiteral("+371 2") << QStringLiteral("+371 2");
        QTest::newRow("plain") << QStringLiteral("Rīga") << QStringLiteral("Rīga");
    }
    void cellsAreSafe() {
        QFETCH(QString, cell);
        QFETCH(QString, safe);
        QCOMPARE(QString::fromStdString(ui::safeCell(cell)), safe);
    }

    void picksAreSummed() {
        Desk desk;
        desk.order("A-1", "LM-500", 2);
        desk.order("A-2", "LM-500", 3);
        desk.order("A-3", "BB-22", 1);
        desk.rig.server(
            commerce::Fact{commerce::OrderChanged{OrderNumber{"A-3"}, OrderState::Cancelled, 0, {}}});
        const auto orders =
            ui::toPack(desk.rig.state(), {OrderNumber{"A-3"}, OrderNumber{"A-2"}, OrderNumber{"A-1"}});
        QCOMPARE(orders.size(), std::size_t(2));
        const ui::Paper paper = ui::pickByProduct(desk.rig.state(), orders);
        QCOMPARE(paper.parts.size(), std::size_t(1));
        QVERIFY(paper.parts[0].lines[0].figure.startsWith(QLatin1Char('5')));
        QCOMPARE(paper.parts[0].lines.size(), std::size_t(3));
        QVERIFY(paper.title.startsWith(QStringLiteral("Kompl"))); // the show is Latvian, the window English
    }

    void voidSinceCountsAndWantsASecondPress() {
        Desk desk;
        desk.order("A-1");
        desk.rig.advance(60'000);
        desk.order("A-2");
        desk.order("A-3", "BB-22", 1); // under no offer
        // The server knows the offer although the plan does not any more.
        commerce::Offer offer;
        offer.id = OfferId{"o1"};
        desk.rig.server(commerce::Fact{commerce::OfferEnded{offer.id, commerce::OfferEnd::Stopped, 4}});
        ui::VoidDialog& dialog = desk.openVoid();
        QVERIFY2(dialog.said().contains(QStringLiteral(": 2.")), qPrintable(dialog.said()));
        QVERIFY(dialog.message().text().startsWith(QStringLiteral("Tika"))); // the show is Latvian
        dialog.since().setDateTime(dialog.since().dateTime().addSecs(30));
        QVERIFY2(dialog.said().contains(QStringLiteral(": 1.")), qPrintable(dialog.said()));
        dialog.since().setDateTime(dialog.since().dateTime().addSecs(-30));
        dialog.message().setText(QStringLiteral("Sorry"));
        dialog.voidButton().click();
        QVERIFY(desk.rig.state().pending.empty());
        dialog.voidButton().click();
        const auto* wish = std::get_if<commerce::VoidSince>(&desk.rig.state().pending.at(0).request);
        QVERIFY(wish && wish->offer == OfferId{"o1"});
        QCOMPARE(desk.rig.words.back().second, std::string("Sorry")); // beside the record, never in it
        QCOMPARE(wish->note, "words:" + desk.rig.words.back().first);
    }

    void theMomentThatWasChosenStays() {
        Desk desk;
        desk.order("A-1");
        desk.rig.advance(60'000);
        desk.order("A-2");
        ui::VoidDialog& dialog = desk.openVoid();
        const QDateTime chosen = dialog.since().dateTime().addSecs(30);
        dialog.since().setDateTime(chosen);
        desk.order("A-3", OfferId{"another"}); // first of its offer
        desk.rig.settle();
        QCOMPARE(dialog.offer().count(), 2);
        QCOMPARE(dialog.offer().currentData().toString(), QStringLiteral("o1"));
        QCOMPARE(dialog.since().dateTime(), chosen);
        QVERIFY2(dialog.said().contains(QStringLiteral(": 1.")), qPrintable(dialog.said()));
    }

    void inARushTheSecondPressComesThrough() {
        Desk desk;
        desk.order("A-1");
        desk.rig.server(commerce::Fact{commerce::OfferEnded{OfferId{"o1"}, commerce::OfferEnd::Stopped, 2}});
        ui::VoidDialog& dialog = desk.openVoid();
        dialog.voidButton().click();
        desk.order("A-2");
        desk.order("A-3", OfferId{"another"});
        desk.rig.settle();
        QVERIFY2(dialog.said().contains(QStringLiteral(": 2.")), qPrintable(dialog.said()));
        dialog.voidButton().click();
        QCOMPARE(desk.rig.state().pending.size(), std::size_t(1));
    }

    void voidSinceIsNotArmedWhenItOpensAgain() {
        Desk desk;
        desk.order("A-1");
        ui::VoidDialog& dialog = desk.openVoid();
        dialog.voidButton().click();
        QTest::keyClick(&dialog, Qt::Key_Escape); // disarms first
        QVERIFY(dialog.isVisible());
        dialog.voidButton().click();
        dialog.close();
        desk.openVoid();
        dialog.voidButton().click();
        QVERIFY(desk.rig.state().pending.empty());
    }

    void closedCheckoutNeedsSomebody() {
        Desk desk;
        const auto line = [&] {
            const auto needs = ui::needsOf(desk.rig.state(), desk.rig.clock.now());
            return std::ranges::any_of(needs,
                                       [](const ui::Need& need) { return need.opens == ui::key::terms; });
        };
        QVERIFY(!line());
        desk.rig.server(commerce::Fact{commerce::TermsSet{{}}});
        QVERIFY(line());
        desk.rig.settle();
        for (ui::NeedRow* row : desk.rig.window->stageBody().needs().rows()) {
            if (row->need().opens == ui::key::terms)
                row->button().click();
        }
        ui::TermsDialog* dialog = desk.rig.window->sellingDesk().termsDialog();
        QVERIFY(dialog);
        QVERIFY(dialog->missing().contains(QStringLiteral("register number")));
        dialog->traderName().setText(QStringLiteral("SIA Dzintars"));
        dialog->save();
        const auto* wish = std::get_if<commerce::SetTerms>(&desk.rig.state().pending.at(0).request);
        QVERIFY(wish && wish->terms.trader.name == "SIA Dzintars");
        // The shop book has them for the next show.
        QTRY_VERIFY(desk.rig.shop.book()->terms.has_value());
        QVERIFY(*desk.rig.shop.book()->terms == wish->terms);
    }

    void termsComeBackAsTheyWere() {
        const ui::Theme theme = ui::builtInTheme(ui::ThemeKind::Dark);
        commerce::Terms saved;
        ui::TermsDialog dialog(
            theme, sellersTerms(), "EUR", QLocale(QLocale::Latvian), [&](const control::Command& command) {
                saved = std::get<commerce::SetTerms>(std::get<control::Ask>(command).request).terms;
                return Result<void>();
            });
        dialog.show();
        QVERIFY(commerce::gapsOf(sellersTerms()).empty());
        dialog.price(0).setText(QStringLiteral("LV"));
        dialog.save();
        QVERIFY(!dialog.note().isEmpty());
        dialog.price(0).setText(QStringLiteral("LV 3,50; EE 5,00; * 9,90"));
        dialog.save();
        QVERIFY(saved == sellersTerms());
    }

    void typedTermsStayUntilTheServerHasThem() {
        Desk desk;
        ui::SellingDesk& selling = desk.rig.window->sellingDesk();
        selling.showTerms();
        const QPointer<ui::TermsDialog> dialog = selling.termsDialog();
        dialog->traderName().setText(QStringLiteral("SIA Dzintars"));
        dialog->save();
        desk.rig.settle();
        QVERIFY(dialog && dialog->isVisible() && !dialog->saveButton().isEnabled());
        desk.rig.advance(60'000); // nobody answers
        desk.rig.settle();
        QVERIFY(dialog && dialog->isVisible() && dialog->saveButton().isEnabled());
        QVERIFY(!dialog->note().isEmpty());
        QCOMPARE(dialog->traderName().text(), QStringLiteral("SIA Dzintars"));
        dialog->save();
        const auto wish = std::get<commerce::SetTerms>(desk.rig.state().pending.at(0).request);
        dialog->traderName().setText(QStringLiteral("SIA Dzintars un dēli")); // meanwhile
        desk.rig.server(commerce::Fact{commerce::TermsSet{wish.terms}});
        desk.answer();
        QVERIFY(dialog && dialog->isVisible() && dialog->saveButton().isEnabled());
        dialog->save();
        const auto second = std::get<commerce::SetTerms>(desk.rig.state().pending.at(0).request);
        desk.rig.server(commerce::Fact{commerce::TermsSet{second.terms}});
        desk.answer();
        QVERIFY(!dialog || !dialog->isVisible());
    }

    void regionPricesAreRead() {
        const auto read = ui::regionPrices(QStringLiteral("lv 3.50; * 9"), "EUR");
        QVERIFY(read && read->size() == 2 && (*read)[0].region == "LV" && (*read)[1].minor == 900);
        QVERIFY(!ui::regionPrices(QStringLiteral("LV 3; LV 4"), "EUR"));
        QVERIFY(!ui::regionPrices(QStringLiteral("Latvia 3"), "EUR"));
        QVERIFY(!ui::regionPrices(QStringLiteral("LV -3"), "EUR"));
    }
};

} // namespace vitrina::test

QTEST_MAIN(vitrina::test::OrdersTest)
#include "OrdersTest.moc"
