// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
#include "plugins/vendure/VendureShop.hpp"
#include "server/shop/LoadedShop.hpp"
#include "server/shop/ServerPluginContext.hpp"
#include "support/extension/ShopContract.hpp"
#include "support/extension/VendurePeer.hpp"

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <optional>

using namespace vitrina;
using namespace vitrina::test;

namespace {

/// The server's own way out, with time-outs a test can wait for.
class QuickContext final : public extension::PluginContext {
  public:
    QuickContext(const std::string& url, const std::string& password = VendurePeer::password)
        : real_("vendure", {url, VendurePeer::user, password}, clock_, stopping) {}

    Result<extension::HttpReply> send(const extension::HttpRequest& request) override {
        extension::HttpRequest quick = request;
        quick.timeoutMs = std::min<std::int64_t>(quick.timeoutMs, timeoutMs);
        return real_.send(quick);
    }
    const extension::Access& access() const override { return real_.access(); }
    const Clock& clock() const override { return real_.clock(); }
    void keepSecret(std::string secret) override { real_.keepSecret(std::move(secret)); }
    void log(LogLevel level, std::string_view text) override { real_.log(level, text); }
    std::string clean(std::string_view text) const { return real_.withoutSecrets(text); }

    std::int64_t timeoutMs = 400;
    std::atomic<bool> stopping = false;

  private:
    SystemClock clock_;
    server::ServerPluginContext real_;
};

struct VendureRig final : ShopRig {
    explicit VendureRig(bool cookies = false) : peer(world, cookies), context(peer.url()) { restart(); }
    extension::ShopConnector& shop() override { return *connector; }
    void restart() override { connector.emplace(context); }

    VendurePeer peer;
    QuickContext context;
    std::optional<vendure::VendureShop> connector;
};

std::string pluginFolder() {
    return std::string(VITRINA_BINARY_DIR) + "/plugins";
}

} // namespace

class VendureTest final : public QObject {
    Q_OBJECT
  private slots:
    void contract_data() { addShopRows(); }
    void contract() { checkShop(std::make_unique<VendureRig>()); }

    void itSignsInByCookieToo() {
        VendureRig rig(true);
        fill(rig.world);
        QVERIFY(place(rig, shopOrder("N-1", {{Sku{"TOWEL"}, 1, 1450}})));
        QCOMPARE(rig.peer.signIns(), 1);
    }

    void theWayOfDeliveryIsTheOneOfItsName() {
        VendureRig rig;
        fill(rig.world);
        auto order = shopOrder("N-1", {{Sku{"TOWEL"}, 1, 1450}});
        QVERIFY(place(rig, order));
        QCOMPARE(rig.peer.shipping(), std::string("2"));
        order.number = OrderNumber{"N-2"};
        order.deliveryTitle = "PASTS";
        order.delivery.way = "other";
        QVERIFY(place(rig, order));
        QCOMPARE(rig.peer.shipping(), std::string("1"));
        order.number = OrderNumber{"N-3"};
        order.deliveryTitle = "By drone"; // the shop's first
        QVERIFY(place(rig, order));
        QCOMPARE(rig.peer.shipping(), std::string("1"));
    }

    void aSessionThatRanOutIsOpenedAgain() {
        VendureRig rig;
        fill(rig.world);
        QVERIFY(rig.shop().freeStock({Sku{"TOWEL"}}));
        QCOMPARE(rig.peer.signIns(), 1);
        rig.world.planFault(Fault::SignedOut, 1);
        QVERIFY(rig.shop().freeStock({Sku{"TOWEL"}})); // not noticed
        QCOMPARE(rig.peer.signIns(), 2);
        rig.world.planFault(Fault::SignedOut, 1, 1'000); // and when that does not help
        const auto free = rig.shop().freeStock({Sku{"TOWEL"}});
        QVERIFY(!free);
        QCOMPARE(free.error().code, ErrorCode::NotAuthorised);
    }

    void aWrongPasswordIsSaid() {
        ShopWorld world;
        VendurePeer peer(world);
        QuickContext context(peer.url(), "another word");
        vendure::VendureShop shop(context);
        const auto free = shop.freeStock({Sku{"TOWEL"}});
        QVERIFY(!free);
        QCOMPARE(free.error().code, ErrorCode::NotAuthorised);
        QVERIFY(free.error().detail.find("another word") == std::string::npos);
    }

    void nobodyThere_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<int>("code");
        QTest::newRow("nobody listens") << "http://127.0.0.1:1" << int(ErrorCode::ShopUnreachable);
        QTest::newRow("no such host") << "https://shop.invalid" << int(ErrorCode::ShopUnreachable);
        QTest::newRow("in the open to another machine")
            << "http://192.0.2.1:3000/admin-api" << int(ErrorCode::NotAuthorised);
        QTest::newRow("not loopback, but named like it")
            << "http://127.0.0.1@192.0.2.1/" << int(ErrorCode::NotAuthorised);
        QTest::newRow("a file") << "file:///etc/passwd" << int(ErrorCode::NotAuthorised);
        QTest::newRow("nothing") << "" << int(ErrorCode::NotAuthorised);
    }
    void nobodyThere() {
        QFETCH(QString, url);
        QFETCH(int, code);
        QuickContext context(url.toStdString());
        vendure::VendureShop shop(context);
        const auto free = shop.freeStock({Sku{"TOWEL"}});
        QVERIFY(!free);
        QCOMPARE(int(free.error().code), code);
    }

    void theAddressMayBeCopiedFromAnywhere() {
        for (const char* more : {"", "/", "/admin-api", "/admin-api/"}) {
            ShopWorld world;
            fill(world);
            VendurePeer peer(world);
            QuickContext context(peer.url() + more);
            vendure::VendureShop shop(context);
            QVERIFY2(shop.freeStock({Sku{"TOWEL"}}), more);
        }
    }

    void itIsBrokenOffWhenTheServerStops() {
        VendureRig rig;
        fill(rig.world);
        QVERIFY(rig.shop().freeStock({Sku{"TOWEL"}}));
        rig.context.timeoutMs = 60'000;
        rig.world.planFault(Fault::Lost, 1);
        const int before = rig.world.asked();
        std::thread stopper([&] {
            while (rig.world.asked() == before)
                std::this_thread::yield();
            rig.context.stopping = true;
        });
        const auto free = rig.shop().freeStock({Sku{"TOWEL"}});
        stopper.join();
        QVERIFY(!free);
        QCOMPARE(free.error().code, ErrorCode::ShopUnreachable);
    }

    void secretsAreStars() {
        VendureRig rig;
        fill(rig.world);
        QVERIFY(rig.shop().freeStock({Sku{"TOWEL"}}));
        QCOMPARE(rig.context.clean("x a secret word y session-1"), std::string("x *** y ***"));
    }

    void itIsLoadedAsAPlugin() {
        ShopWorld world;
        fill(world);
        VendurePeer peer(world);
        QuickContext context(peer.url());
        auto loaded = server::LoadedShop::open(pluginFolder(), "vendure", context);
        QVERIFY2(loaded, loaded ? "" : loaded.error().detail.c_str());
        QCOMPARE(loaded->connector().name(), std::string("vendure"));
        QCOMPARE(loaded->connector().freeStock({Sku{"TOWEL"}})->at(Sku{"TOWEL"}), 10);
    }

    void badPluginsAreSaid() {
        QTemporaryDir folder;
        const std::string path = folder.path().toStdString();
        QuickContext context("http://127.0.0.1:1");
        const auto code = [&](const std::string& name) {
            const auto loaded = server::LoadedShop::open(path, name, context);
            return loaded ? ErrorCode::None : loaded.error().code;
        };
        QCOMPARE(code("missing"), ErrorCode::NotFound);
        QCOMPARE(code("../vendure"), ErrorCode::NotFound);
        QCOMPARE(code(""), ErrorCode::NotFound);
        std::ofstream(path + "/text.so") << "this is no program";
        QCOMPARE(code("text"), ErrorCode::BadFormat);
        std::filesystem::copy(pluginFolder() + "/vendure.so", path + "/cut.so");
        std::filesystem::resize_file(path + "/cut.so", 3'000);
        QCOMPARE(code("cut"), ErrorCode::BadFormat);
        std::filesystem::copy(std::string(VITRINA_BINARY_DIR) + "/test-plugins/old.so", path + "/old.so");
        QCOMPARE(code("old"), ErrorCode::FileTooNew);
        std::filesystem::copy(std::string(VITRINA_BINARY_DIR) + "/test-plugins/other.so", path + "/other.so");
        QCOMPARE(code("other"), ErrorCode::BadFormat);
    }
};

QTEST_GUILESS_MAIN(VendureTest)
#include "VendureTest.moc"
