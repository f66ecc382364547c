// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
#include "server/Outside.hpp"
#include "support/server/Clients.hpp"
#include "support/server/DemoTerms.hpp"
#include "support/server/ScriptedSmtp.hpp"
#include "support/server/ServerProcess.hpp"
#include "support/server/StudioPeer.hpp"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>

#include <sys/stat.h>

using namespace vitrina;
using protocol::MailTested;
using protocol::MailWay;
using protocol::OutsidePart;
using protocol::OutsideState;
using test::eventually;
using test::ScriptedSmtp;

namespace {

/// All of it plugged in, with what each was told.
struct Plugged {
    explicit Plugged(const std::string& file)
        : outside({file, [] { return std::string("https://shop.example/"); },
                   [this](const OutsideState& state) {
                       states.push_back(state);
                   }}) {}
    void plug() {
        outside.plugMail({[this](const auto& way) { mail = way; },
                          [this] {
                              return part;
                          }});
        outside.plugHooks({[this](const auto& secret) { hooks = secret; },
                           [] {
                               return OutsidePart{};
                           }},
                          "api/hooks/shop");
        outside.plugShop({[this](const auto& behind) { shop = behind; },
                          [] {
                              return OutsidePart{};
                          }});
    }
    std::optional<MailWay> mail;
    std::string hooks;
    std::optional<protocol::ShopBehind> shop;
    OutsidePart part;
    std::vector<OutsideState> states;
    server::Outside outside;
};

const MailWay way{"smtps://mail.example:465", "u", "p4ssw0rd", "a@b.lv"};
const protocol::Outside all{way, "hook-s3cret", protocol::ShopBehind{"vendure", "http://v", "u", "p"}};

protocol::Outside mailBy(const ScriptedSmtp& smtp) {
    return {MailWay{smtp.url(), {}, "p4ssw0rd", "veikals@example.lv"}, {}, {}};
}

} // namespace

/// What the studio says of the world beyond the show, and how that is told back.
class OutsideTest final : public QObject {
    Q_OBJECT

  private slots:
    void oneElsewhereKeepsItInAFileOfItsOwn() {
        QTemporaryDir folder;
        const std::string file = folder.path().toStdString() + "/outside.json";
        {
            Plugged plugged(file);
            plugged.plug();
            plugged.outside.restore(way); // --smtp, until the studio says otherwise
            QCOMPARE(plugged.mail, std::optional(way));
            plugged.outside.take({});
            QVERIFY(!plugged.mail);
            plugged.outside.take(all);
            QCOMPARE(plugged.mail, all.mail);
            QCOMPARE(plugged.hooks, all.hookSecret);
            QCOMPARE(plugged.shop, all.shop);
            QCOMPARE(plugged.states.back().hookUrl, std::string("https://shop.example/api/hooks/shop"));
        }
        struct stat status {};
        QCOMPARE(stat(file.c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode_t(0600));
        {
            Plugged later(file);
            later.outside.restore({});
            later.plug(); // told at once, whenever it comes
            QCOMPARE(later.mail, all.mail);
        }
        chmod(file.c_str(), 0640);
        Plugged open(file);
        open.plug();
        open.outside.restore({});
        QVERIFY(!open.mail && open.hooks.empty());
        chmod(file.c_str(), 0600);
        std::ofstream(file) << "{\"t\":\"outside\"";
        Plugged damaged(file);
        damaged.plug();
        damaged.outside.restore(way);
        QCOMPARE(damaged.mail, std::optional(way));
    }

    void aRehearsalIsWiredToNothing() {
        Plugged plugged({});
        plugged.plug();
        plugged.outside.take(all);
        plugged.outside.setRehearsal(true);
        QVERIFY(!plugged.mail && plugged.hooks.empty() && !plugged.shop);
        plugged.outside.take({way, {}, {}});
        QVERIFY(!plugged.mail);
        QCOMPARE(plugged.states.back(), OutsideState{});
        plugged.outside.setRehearsal(false);
        QCOMPARE(plugged.mail, std::optional(way));
    }

    void whatChangesIsToldOnce() {
        Plugged plugged({});
        plugged.plug();
        plugged.outside.take(all);
        QCOMPARE(plugged.states.size(), std::size_t(1));
        plugged.outside.tick();
        QCOMPARE(plugged.states.size(), std::size_t(1));
        plugged.part = {ErrorCode::MailRefused, "550 no", 3, 5};
        plugged.outside.tick();
        plugged.outside.tick();
        QCOMPARE(plugged.states.size(), std::size_t(2));
        QCOMPARE(plugged.states.back().mail, plugged.part);
    }

    /// From the studio's word to the mail that comes, and nothing of it kept by a studio's own server.
    void mailGoesTheWayTheStudioSays() {
        ScriptedSmtp smtp(ScriptedSmtp::Mood::Takes);
        test::ServerProcess process({});
        QVERIFY2(process.start(), process.log().c_str());
        test::StudioPeer peer;
        QVERIFY(peer.attach(process.lock()));
        commerce::ShopOpened shop = test::demoShop(5);
        shop.catalogue.terms = test::demoTerms();
        peer.openShop(shop);
        QVERIFY(peer.waitForAck());
        peer.say(protocol::MailTest{"host@example.lv"});
        QVERIFY(peer.told<MailTested>([](const auto& one) { return one.error == ErrorCode::BadRequest; }));
        peer.say(mailBy(smtp));
        QVERIFY(peer.told<OutsideState>([](const auto&) { return true; }));
        peer.say(protocol::MailTest{"host@example.lv"});
        QVERIFY(peer.told<MailTested>([](const auto& one) { return one.error == ErrorCode::None; }));
        QCOMPARE(smtp.mails().size(), std::size_t(1));
        QVERIFY(smtp.mails()[0].find("To: <host@example.lv>") != std::string::npos);
        test::HttpClient client(process.port());
        const std::string token = test::openSession(client);
        QCOMPARE(client.post("/api/orders", test::orderJson("mail-key-1", "TOWEL", 1, 1450), token).status,
                 201);
        QVERIFY(eventually([&] { return smtp.mails().size() == 2; }, 20'000));
        QVERIFY(peer.told<OutsideState>([](const auto& one) { return one.mail.done == 2; }));
        process.terminate();
        for (const auto& entry : std::filesystem::recursive_directory_iterator(process.dataFolder())) {
            std::ifstream in(entry.path(), std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(in), {}};
            QVERIFY2(bytes.find("p4ssw0rd") == std::string::npos, entry.path().c_str());
        }
    }

    /// What a mail server that hangs has not taken is confirmed later, by a server that starts anew as well.
    void noConfirmationIsLost() {
        ScriptedSmtp hangs(ScriptedSmtp::Mood::Hangs);
        ScriptedSmtp takes(ScriptedSmtp::Mood::Takes);
        QTemporaryDir folder;
        test::ServerProcess::Options options;
        options.dataFolder = folder.path().toStdString();
        options.benchLimits = true;
        test::StudioPeer peer;
        {
            test::ServerProcess process(options);
            QVERIFY2(process.start(), process.log().c_str());
            QVERIFY(peer.attach(process.lock()));
            commerce::ShopOpened shop = test::demoShop(5);
            shop.catalogue.terms = test::demoTerms();
            peer.openShop(shop);
            QVERIFY(peer.waitForAck());
            peer.say(mailBy(hangs));
            QVERIFY(peer.told<OutsideState>([](const auto&) { return true; }));
            test::HttpClient client(process.port());
            const std::string token = test::openSession(client);
            for (int i = 0; i < 3; ++i)
                QCOMPARE(client
                             .post("/api/orders",
                                   test::orderJson("mail-key-" + std::to_string(i), "TOWEL", 1, 1450), token)
                             .status,
                         201);
            QVERIFY(eventually([&] { return hangs.connections() >= 1; }, 20'000));
            process.kill9();
            peer.vanish();
        }
        test::ServerProcess again(options);
        QVERIFY2(again.start(), again.log().c_str());
        QVERIFY(peer.attach(again.lock()));
        peer.say(mailBy(takes));
        QVERIFY(eventually([&] { return takes.mails().size() == 3; }, 20'000));
        QVERIFY(peer.told<OutsideState>([](const auto& one) { return one.mail.done == 3; }));
        peer.say(protocol::Outside{});
        peer.say(mailBy(takes)); // set anew: what is confirmed is so once
        peer.say(protocol::MailTest{"host@example.lv"});
        QVERIFY(peer.told<MailTested>([](const auto& one) { return one.error == ErrorCode::None; }));
        QCOMPARE(takes.mails().size(), std::size_t(4));
    }

    void aTestMailBringsTheRealAnswer() {
        ScriptedSmtp smtp(ScriptedSmtp::Mood::RefusesReceiver);
        test::ServerProcess process({});
        QVERIFY2(process.start(), process.log().c_str());
        test::StudioPeer peer;
        QVERIFY(peer.attach(process.lock()));
        peer.say(mailBy(smtp));
        peer.say(protocol::MailTest{"host@example.lv"});
        const auto tested = peer.told<MailTested>([](const auto&) { return true; });
        QVERIFY(tested);
        QCOMPARE(tested->error, ErrorCode::MailRefused);
        QCOMPARE(tested->detail, std::string("550 5.1.1 <host@example.lv> unknown here"));
        QVERIFY(process.log().find("host@") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(OutsideTest)
#include "OutsideTest.moc"
