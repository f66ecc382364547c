// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
#include "protocol/Messages.hpp"
#include "server/mail/Confirmation.hpp"
#include "server/mail/Mailer.hpp"
#include "support/server/Clients.hpp"
#include "support/server/DemoTerms.hpp"
#include "support/server/ServerProcess.hpp"
#include "support/server/StudioPeer.hpp"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <fstream>
#include <mutex>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace vitrina;
using namespace vitrina::server;
using test::eventually;

namespace {

/// A mail server that does as it is told, one connection after the other.
class ScriptedSmtp {
  public:
    enum class Mood { None, Takes, RefusesTwice, Hangs, HangsUp };

    explicit ScriptedSmtp(Mood mood) : mood_(mood) {
        listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof at;
        if (bind(listener_, reinterpret_cast<sockaddr*>(&at), size) != 0 || listen(listener_, 16) != 0 ||
            getsockname(listener_, reinterpret_cast<sockaddr*>(&at), &size) != 0)
            qFatal("no port");
        port_ = ntohs(at.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    ~ScriptedSmtp() {
        over_ = true;
        thread_.join();
        close(listener_);
    }
    std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
    std::vector<std::string> mails() const {
        const std::lock_guard lock(mutex_);
        return mails_;
    }
    int connections() const { return connections_; }

  private:
    /// False when the test is over, or the time of a hanging server's guest.
    bool readable(int descriptor) const {
        while (!over_) {
            pollfd wait{descriptor, POLLIN, 0};
            if (poll(&wait, 1, 20) > 0)
                return true;
        }
        return false;
    }
    void serve() {
        while (readable(listener_)) {
            const int guest = accept(listener_, nullptr, nullptr);
            ++connections_;
            talk(guest);
            close(guest);
        }
    }
    static void say(int guest, const std::string& text) {
        send(guest, text.data(), text.size(), MSG_NOSIGNAL);
    }
    void talk(int guest) {
        if (mood_ == Mood::HangsUp)
            return;
        std::string in;
        char buffer[4'096];
        bool data = false;
        if (mood_ != Mood::Hangs)
            say(guest, "220 mail.example\r\n");
        while (readable(guest)) {
            const ssize_t got = recv(guest, buffer, sizeof buffer, 0);
            if (got <= 0)
                return;
            in.append(buffer, static_cast<std::size_t>(got));
            if (mood_ != Mood::Hangs && !answer(guest, in, data))
                return;
        }
    }
    bool answer(int guest, std::string& in, bool& data) {
        for (std::size_t end; (end = in.find(data ? "\r\n.\r\n" : "\r\n")) != std::string::npos;) {
            const std::string line = in.substr(0, end);
            in.erase(0, end + (data ? 5 : 2));
            if (data) {
                const std::lock_guard lock(mutex_);
                mails_.push_back(line);
                data = false;
                say(guest, "250 taken\r\n");
            } else if (line.starts_with("EHLO")) {
                say(guest, "250-mail.example\r\n250 8BITMIME\r\n");
            } else if (line.starts_with("MAIL") && mood_ == Mood::RefusesTwice && connections_ <= 2) {
                say(guest, "451 later\r\n");
            } else if (line.starts_with("DATA")) {
                data = true;
                say(guest, "354 go\r\n");
            } else if (line.starts_with("QUIT")) {
                say(guest, "221 bye\r\n");
                return false;
            } else {
                say(guest, "250 ok\r\n");
            }
        }
        return true;
    }

    Mood mood_;
    int listener_ = -1;
    int port_ = 0;
    std::atomic<bool> over_ = false;
    std::atomic<int> connections_ = 0;
    mutable std::mutex mutex_;
    std::vector<std::string> mails_;
    std::thread thread_;
};

using Mood = ScriptedSmtp::Mood;

MailLimits quickly() {
    return {500, {20, 40}, 5};
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
        Mailer mailer({smtp.url(), {}, {}, "veikals@example.lv"}, quickly());
        mailer.add(
            confirmation(demoShopWithTerms(), demoOrder(), "anna@example.lv", "veikals@example.lv", 0));
        QVERIFY(eventually([&] { return smtp.mails().size() == 1; }, 10'000));
        QVERIFY(bodyOf(smtp.mails()[0]).find("ABCD-7-XYZ") != std::string::npos);
        QVERIFY(eventually([&] { return mailer.counts().sent == 1; }));
    }

    void aRefusalIsTriedAgainWithinABound() {
        ScriptedSmtp smtp(Mood::RefusesTwice);
        Mailer mailer({smtp.url(), {}, {}, "veikals@example.lv"}, quickly());
        mailer.add({"anna@example.lv", "Subject: x\r\n\r\ny\r\n"});
        QVERIFY(eventually([&] { return mailer.counts().sent == 1; }, 10'000));
        QCOMPARE(mailer.counts().attempts, 3);
        ScriptedSmtp rude(Mood::HangsUp);
        Mailer other({rude.url(), {}, {}, "veikals@example.lv"}, quickly());
        other.add({"anna@example.lv", "Subject: x\r\n\r\ny\r\n"});
        QVERIFY(eventually([&] { return other.counts().givenUp == 1; }, 10'000));
        QCOMPARE(other.counts().attempts, 3);
    }

    void aServerThatHangsHoldsNothingUp() {
        ScriptedSmtp smtp(Mood::Hangs);
        Mailer mailer({smtp.url(), {}, {}, "veikals@example.lv"}, quickly());
        for (int i = 0; i < 20; ++i)
            mailer.add({"anna@example.lv", "Subject: x\r\n\r\ny\r\n"});
        QVERIFY(mailer.counts().givenUp >= 14); // five wait, one may be under way
        QVERIFY(eventually([&] { return mailer.counts().attempts >= 2; }, 20'000));
        QCOMPARE(mailer.counts().sent, 0);
        // A long attempt is broken off when the server goes.
        ScriptedSmtp other(Mood::Hangs);
        {
            Mailer slow({other.url(), {}, {}, "veikals@example.lv"}, {600'000, {}, 5});
            slow.add({"anna@example.lv", "Subject: x\r\n\r\ny\r\n"});
            QVERIFY(eventually([&] { return other.connections() == 1; }, 10'000));
        }
        QCOMPARE(other.mails().size(), std::size_t(0));
    }

    void settingsAreReadFromAFileOfTheOwners() {
        QTemporaryDir folder;
        const std::string path = folder.path().toStdString() + "/smtp.json";
        QCOMPARE(readSmtpSettings(path).error().code, ErrorCode::FileUnreadable);
        std::ofstream(path)
            << R"({"url":"smtps://mail.example:465","user":"u","password":"p","from":"a@b.lv"})";
        chmod(path.c_str(), 0644);
        QCOMPARE(readSmtpSettings(path).error().code, ErrorCode::NotAuthorised);
        chmod(path.c_str(), 0600);
        const auto settings = readSmtpSettings(path);
        QVERIFY(settings);
        QCOMPARE(*settings, (SmtpSettings{"smtps://mail.example:465", "u", "p", "a@b.lv"}));
        for (const char* bad :
             {"", "[]", "{}", R"({"url":"http://x","from":"a@b.lv"})", R"({"url":"smtp://x"})",
              "{\"url\":\"smtp://x\",\"from\":\"a@b.lv\\r\\nBcc: c\"}"}) {
            std::ofstream(path) << bad;
            QCOMPARE(readSmtpSettings(path).error().code, ErrorCode::BadFormat);
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
