// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
#include "protocol/Messages.hpp"
#include "server/mail/Confirmation.hpp"
#include "server/mail/Mailer.hpp"
#include "support/server/Clients.hpp"
#include "support/server/DemoTerms.hpp"
#include "support/server/ScriptedSmtp.hpp"
#include "support/server/ServerProcess.hpp"
#include "support/server/StudioPeer.hpp"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include <sys/stat.h>

using namespace vitrina;
using namespace vitrina::server;
using test::eventually;
using test::ScriptedSmtp;

namespace {

using Mood = ScriptedSmtp::Mood;

MailLimits quickly() {
    return {500, {20, 40}, 5};
}

MailWay wayTo(const ScriptedSmtp& smtp) {
    return {smtp.url(), {}, {}, "veikals@example.lv"};
}

std::string bodyOf(const std::string& mail) {
    std::string encoded = mail.substr(mail.find("\r\n\r\n") + 4);
    std::erase_if(encoded, [](char c) { return c == '\r' || c == '\n'; });
    const auto decoded = protocol::fromBase64(encoded);
    return decoded ? *decoded : std::string();
}

commerce::Order demoOrder() {
    commerce::Order order;
    order.number = OrderNumber{"ABCD-7-XYZ"};
    order.lines = {{Sku{"EARRINGS-M"}, 2, 2190, {}}};
    order.total = Money{4'380, "EUR"};
    order.delivery = {"courier", "LV", 350, commerce::PaymentWay::Transfer};
    return order;
}

commerce::ShopOpened demoShopWithTerms() {
    commerce::ShopOpened shop = test::demoShop(5);
    shop.catalogue.terms = test::demoTerms();
    return shop;
}

} // namespace

/// The confirmation of an order by mail, and mail servers as they are.
class MailTest final : public QObject {
    Q_OBJECT

  private slots:
    void aConfirmationSaysWhatWasAgreed() {
        commerce::ShopOpened shop = demoShopWithTerms();
        const Mail mail =
            confirmation(shop, demoOrder(), "anna@example.lv", "veikals@example.lv", 1'790'000'000'000);
        QCOMPARE(mail.to, std::string("anna@example.lv"));
        QVERIFY(mail.message.find("Date: Mon, 21 Sep 2026 14:13:20 +0000\r\n") != std::string::npos);
        QVERIFY(mail.message.find("To: <anna@example.lv>\r\n") != std::string::npos);
        for (std::size_t at = 0; at < mail.message.size(); at = mail.message.find("\r\n", at) + 2)
            QVERIFY(mail.message.find("\r\n", at) - at <= 998);
        const std::string body = bodyOf(mail.message);
        for (const char* part : {"ABCD-7-XYZ", "2 × Amber earrings, M: 43.80 EUR",
                                 "Piegāde (Kurjers): 3.50 EUR", "Jāmaksā: 47.30 EUR",
                                 "Maksājuma mērķis: ABCD-7-XYZ", "SIA Dzintars un lins", "14 dienu laikā."})
            QVERIFY2(body.find(part) != std::string::npos, part);
        shop.locale = "en-GB";
        QVERIFY(bodyOf(confirmation(shop, demoOrder(), "a@b.lv", "c@d.lv", 0).message)
                    .find("To pay: 47.30 EUR") != std::string::npos);
    }

    void itIsSent() {
        ScriptedSmtp smtp(Mood::Takes);
        Mailer mailer(quickly());
        mailer.setWay(wayTo(smtp));
        mailer.add(
            confirmation(demoShopWithTerms(), demoOrder(), "anna@example.lv", "veikals@example.lv", 0));
        QVERIFY(eventually([&] { return smtp.mails().size() == 1; }, 10'000));
        QVERIFY(bodyOf(smtp.mails()[0]).find("ABCD-7-XYZ") != std::string::npos);
        QVERIFY(eventually([&] { return mailer.counts().sent == 1; }));
    }

    void aRefusalIsTriedAgainWithinABound() {
        ScriptedSmtp smtp(Mood::RefusesTwice);
        Mailer mailer(quickly());
        mailer.setWay(wayTo(smtp));
        mailer.add({"anna@example.lv", "Subject: x\r\n\r\ny\r\n"});
        QVERIFY(eventually([&] { return mailer.counts().sent == 1; }, 10'000));
        QCOMPARE(mailer.counts().attempts, 3);
        ScriptedSmtp rude(Mood::HangsUp);
        Mailer other(quickly());
        other.setWay(wayTo(rude));
        other.add({"anna@example.lv", "Subject: x\r\n\r\ny\r\n"});
        QVERIFY(eventually([&] { return other.counts().givenUp == 1; }, 10'000));
        QCOMPARE(other.counts().attempts, 3);
    }

    void aServerThatHangsHoldsNothingUp() {
        ScriptedSmtp smtp(Mood::Hangs);
        Mailer mailer(quickly());
        mailer.setWay(wayTo(smtp));
        for (int i = 0; i < 20; ++i)
            mailer.add({"anna@example.lv", "Subject: x\r\n\r\ny\r\n"});
        QVERIFY(mailer.counts().givenUp >= 14); // five wait, one may be under way
        QVERIFY(eventually([&] { return mailer.counts().attempts >= 2; }, 20'000));
        QCOMPARE(mailer.counts().sent, 0);
        // A long attempt is broken off when the server goes.
        ScriptedSmtp other(Mood::Hangs);
        {
            Mailer slow({600'000, {}, 5});
            slow.setWay(wayTo(other));
            slow.add({"anna@example.lv", "Subject: x\r\n\r\ny\r\n"});
            QVERIFY(eventually([&] { return other.connections() == 1; }, 10'000));
        }
        QCOMPARE(other.mails().size(), std::size_t(0));
    }

    /// What the mail server said is told to the host; whom it was for is not.
    void aRefusalIsToldInItsOwnWords() {
        ScriptedSmtp smtp(Mood::RefusesReceiver);
        Mailer mailer({500, {}, 5});
        mailer.setWay(wayTo(smtp));
        mailer.add({"anna@example.lv", "Subject: x\r\n\r\ny\r\n"});
        QVERIFY(eventually([&] { return mailer.counts().givenUp == 1; }, 10'000));
        QCOMPARE(mailer.counts().error.code, ErrorCode::MailRefused);
        QCOMPARE(mailer.counts().error.detail, std::string("550 5.1.1 … unknown here"));
        QVERIFY(mailer.counts().lastMs > 0);
    }

    /// A wrong password is known before the first order.
    void signingInTellsWhatAMailWouldMeet() {
        ScriptedSmtp smtp(Mood::RefusesLogin);
        Mailer mailer({500, {}, 5});
        mailer.setWay(MailWay{smtp.url(), "anna", "wrong", "veikals@example.lv"});
        mailer.look();
        QVERIFY(eventually([&] { return mailer.counts().error.code != ErrorCode::None; }, 10'000));
        QCOMPARE(mailer.counts().error.code, ErrorCode::MailRefused);
        QCOMPARE(mailer.counts().error.detail, std::string("535 5.7.8 bad credentials"));
        QCOMPARE(mailer.counts().attempts, 0);
        ScriptedSmtp takes(Mood::Takes);
        mailer.setWay(MailWay{takes.url(), "anna", "right", "veikals@example.lv"});
        mailer.look();
        QVERIFY(eventually([&] { return takes.connections() == 1; }, 10'000));
        mailer.add({"anna@example.lv", "Subject: x\r\n\r\ny\r\n"});
        QVERIFY(eventually([&] { return mailer.counts().sent == 1; }, 10'000));
        QCOMPARE(takes.mails().size(), std::size_t(1)); // signing in sends none
        QCOMPARE(mailer.counts().error.code, ErrorCode::None);
    }

    void anotherWayTakesOverAtOnce() {
        ScriptedSmtp hangs(Mood::Hangs);
        ScriptedSmtp takes(Mood::Takes);
        Mailer mailer({600'000, {}, 5});
        QVERIFY(mailer.from().empty());
        mailer.add({"anna@example.lv", "Subject: x\r\n\r\nnobody\r\n"}); // no way: let go
        mailer.setWay(wayTo(hangs));
        mailer.add({"anna@example.lv", "Subject: x\r\n\r\nfirst\r\n"});
        QVERIFY(eventually([&] { return hangs.connections() == 1; }, 10'000));
        mailer.setWay(wayTo(takes));
        QVERIFY(eventually([&] { return takes.mails().size() == 1; }, 10'000));
        QVERIFY(takes.mails()[0].find("first") != std::string::npos);
        QCOMPARE(mailer.counts().error.code, ErrorCode::None);
        mailer.setWay(MailWay{"http://x", {}, {}, "a@b.lv"});
        QVERIFY(mailer.from().empty());
        QCOMPARE(mailer.counts().error.code, ErrorCode::BadFormat);
    }

    void settingsAreReadFromAFileOfTheOwners() {
        QTemporaryDir folder;
        const std::string path = folder.path().toStdString() + "/smtp.json";
        QCOMPARE(readMailWay(path).error().code, ErrorCode::FileUnreadable);
        std::ofstream(path)
            << R"({"url":"smtps://mail.example:465","user":"u","password":"p","from":"a@b.lv"})";
        chmod(path.c_str(), 0644);
        QCOMPARE(readMailWay(path).error().code, ErrorCode::NotAuthorised);
        chmod(path.c_str(), 0600);
        const auto settings = readMailWay(path);
        QVERIFY(settings);
        QCOMPARE(*settings, (MailWay{"smtps://mail.example:465", "u", "p", "a@b.lv"}));
        for (const char* bad :
             {"", "[]", "{}", R"({"url":"http://x","from":"a@b.lv"})", R"({"url":"smtp://x"})",
              "{\"url\":\"smtp://x\",\"from\":\"a@b.lv\\r\\nBcc: c\"}"}) {
            std::ofstream(path) << bad;
            QCOMPARE(readMailWay(path).error().code, ErrorCode::BadFormat);
        }
    }

    /// The whole server beside a mail server that hangs: orders are answered as ever, and it ends in time.
    void ordersDoNotWaitForMail_data() {
        QTest::addColumn<int>("mood");
        QTest::newRow("takes") << static_cast<int>(Mood::Takes);
        QTest::newRow("hangs") << static_cast<int>(Mood::Hangs);
    }
    void ordersDoNotWaitForMail() {
        QFETCH(int, mood);
        ScriptedSmtp smtp(static_cast<Mood>(mood));
        QTemporaryDir folder;
        const std::string path = folder.path().toStdString() + "/smtp.json";
        std::ofstream(path) << "{\"url\":\"" << smtp.url() << "\",\"from\":\"veikals@example.lv\"}";
        chmod(path.c_str(), 0600);
        test::ServerProcess::Options options;
        options.benchLimits = true;
        options.smtpFile = path;
        test::ServerProcess process(options);
        QVERIFY2(process.start(), process.log().c_str());
        test::StudioPeer peer;
        QVERIFY(peer.attach(process.lock()));
        peer.openShop(demoShopWithTerms());
        QVERIFY(peer.waitForAck());
        test::HttpClient client(process.port());
        const std::string token = test::openSession(client);
        std::string number;
        for (int i = 0; i < 3; ++i) {
            const std::string json = test::orderJson("mail-key-" + std::to_string(i), "TOWEL", 1, 1450);
            const auto placed = client.post("/api/orders", json, token);
            QCOMPARE(placed.status, 201);
            QCOMPARE(test::jsonField(client.post("/api/orders", json, token).body, "replayed"),
                     std::string("true"));
            number = test::jsonField(placed.body, "number");
        }
        if (static_cast<Mood>(mood) == Mood::Takes) {
            QVERIFY(eventually([&] { return smtp.mails().size() == 3; },
                               20'000)); // one each, none for a repetition
            QVERIFY(bodyOf(smtp.mails()[2]).find(number) != std::string::npos);
        } else {
            QVERIFY(eventually([&] { return smtp.connections() >= 1; }, 20'000));
        }
        QVERIFY(process.log().find("anna@") == std::string::npos);
        process.terminate();
        QVERIFY(!process.running());
    }
};

QTEST_GUILESS_MAIN(MailTest)
#include "MailTest.moc"
