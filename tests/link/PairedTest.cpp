// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
//
// A studio and a show server elsewhere: paired by a code, then driven by TLS with the server's key pinned.
// Both are real; "elsewhere" is the loopback, and another network namespace in
// tests/e2e/paired.
#include "link/PairedServer.hpp"
#include "link/support/Studio.hpp"
#include "support/ChildProcess.hpp"
#include "support/server/Clients.hpp"
#include "support/server/ServerProcess.hpp"
#include "support/server/StudioPeer.hpp"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include <poll.h>
#include <unistd.h>

using namespace vitrina;
using record::Origin;
using record::Record;
using test::eventually;

namespace {

const ShowId showId{"show"};
const RunId runId{"run"};
constexpr int longMs = 20'000;

std::string codeIn(const std::string& printed) {
    const std::size_t begin = printed.find("    ") + 4;
    return printed.substr(begin, printed.find('\n', begin) - begin);
}

/// A file of one fragment a frame, as ffmpeg's frag_every_frame makes it, sent in time: video alone, 30 a
/// second, a key frame each second.
class Film {
  public:
    explicit Film(const std::string& path) {
        std::ifstream in(path, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
        std::string fragment;
        for (std::size_t at = 0; at + 8 <= bytes.size();) {
            std::size_t size = 0;
            for (std::size_t i = 0; i < 4; ++i)
                size = size << 8 | static_cast<unsigned char>(bytes[at + i]);
            if (size < 8 || at + size > bytes.size())
                break;
            const std::string type = bytes.substr(at + 4, 4);
            fragment += bytes.substr(at, size);
            if (type == "moov" || type == "mdat") // the init segment, a fragment
                pieces_.push_back(std::exchange(fragment, {}));
            at += size;
        }
    }
    /// What is due by now.
    void send(link::Link& link, std::int64_t sinceMs) {
        while (next_ < pieces_.size() && std::int64_t(next_) * 1'000 <= sinceMs * 30) {
            protocol::VideoHeader header;
            header.kind = next_ == 0 ? protocol::VideoHeader::Kind::Init : protocol::VideoHeader::Kind::Media;
            header.key = next_ > 0 && (next_ - 1) % 30 == 0;
            header.epoch = 1;
            header.seq = static_cast<decltype(header.seq)>(next_);
            header.mediaUs = next_ == 0 ? 0 : (next_ - 1) * 1'000'000 / 30;
            header.captureUs = header.mediaUs;
            const std::string& piece = pieces_[next_++];
            link.video(
                {header, std::make_shared<const std::vector<std::uint8_t>>(piece.begin(), piece.end())});
        }
    }

  private:
    std::vector<std::string> pieces_;
    std::size_t next_ = 0;
};

/// The studio of tests/e2e/paired and proxied: pairs, goes live with the demo shop, sends the film when there
/// is one, tells of every order, until its input ends.
int studioMain(const std::string& text, const std::string& filmFile) {
    const QTemporaryDir folder;
    const auto code = protocol::decodePairingCode(text);
    const auto server = code ? link::pairWith(*code, longMs) : Result<link::PairedServer>(code.error());
    if (!server) {
        std::fprintf(stderr, "%s\n", server.error().detail.c_str());
        return 1;
    }
    tests::Studio studio({folder.path().toStdString() + "/show.vitrina",
                          {},
                          showId,
                          runId,
                          {200, 1'000, 20, 200},
                          server->address});
    studio.write(show::Fact(show::RunStarted{runId, false, {"first"}}));
    studio.write(commerce::Fact(test::demoShop()));
    studio.write(show::Fact(show::WentLive{}));
    std::size_t told = 0;
    bool up = false;
    Film film(filmFile);
    QElapsedTimer since;
    while (true) {
        const link::Status status = studio.status();
        if (up && !since.isValid())
            since.start();
        if (since.isValid())
            film.send(studio.link(), since.elapsed());
        if (!up && status.health == link::Health::Up)
            std::printf("up %s\n", status.url.c_str());
        up = status.health == link::Health::Up;
        const auto heard = studio.heard();
        for (; told < heard.size(); ++told) {
            if (const auto* placed = record::factAs<commerce::OrderPlaced>(heard[told].fact))
                std::printf("order %s\n", placed->order.number.value.c_str());
        }
        std::fflush(stdout);
        pollfd parent{STDIN_FILENO, POLLIN, 0};
        if (::poll(&parent, 1, 20) == 1)
            return 0;
    }
}

bool isMessage(const Record& record) {
    return record::factAs<audience::MessagePosted>(record.fact) != nullptr;
}

} // namespace

class PairedTest final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<test::ServerProcess> server_;
    std::unique_ptr<tests::Studio> studio_;
    int pagePort_ = 0;
    int linkPort_ = 0;

    std::string data() const { return folder_->path().toStdString() + "/elsewhere"; }
    /// What `vitrina-server setup` prints.
    std::string setUp() {
        const auto ran = test::run({VITRINA_BINARY_DIR "/vitrina-server", "setup", "--name", "localhost",
                                    "--data", data(), "--port", std::to_string(pagePort_), "--link-port",
                                    std::to_string(linkPort_), "--behind-proxy", "loopback"},
                                   20);
        return ran.status == 0 ? codeIn(ran.output) : std::string();
    }
    protocol::PairingCode code() {
        const auto read = protocol::decodePairingCode(setUp());
        return read ? *read : protocol::PairingCode{};
    }
    void startServer() {
        if (!server_)
            server_ = std::make_unique<test::ServerProcess>(
                test::ServerProcess::Options{.dataFolder = data(), .graceSeconds = 1, .benchLimits = true});
        QVERIFY2(server_->start(), server_->log().c_str());
    }
    link::ServerAddress paired() {
        const auto server = link::pairWith(code(), longMs);
        return server ? server->address : link::ServerAddress{};
    }
    void startStudio(const link::ServerAddress& address) {
        studio_.reset();
        studio_ = std::make_unique<tests::Studio>(
            tests::Studio::SetUp{folder_->path().toStdString() + "/show.vitrina",
                                 folder_->path().toStdString() + "/none",
                                 showId,
                                 runId,
                                 {200, 1'000, 20, 200},
                                 address});
    }
    void openShop() {
        studio_->write(show::Fact(show::RunStarted{runId, false, {"first"}}));
        studio_->write(commerce::Fact(test::demoShop()));
        studio_->write(show::Fact(show::WentLive{}));
    }
    bool up() {
        return eventually([this] { return studio_->status().health == link::Health::Up; }, longMs);
    }
    bool down(ErrorCode code) {
        return eventually(
            [&] {
                const link::Status status = studio_->status();
                return status.health == link::Health::Down && status.error.code == code;
            },
            longMs);
    }
    bool live() {
        test::HttpClient client(pagePort_);
        return test::jsonField(client.get("/api/show").body, "state") == "live";
    }
    /// A viewer says something, as proof that facts of the server's come over: 201 once it is durable there.
    int say(const std::string& key) {
        test::HttpClient client(pagePort_);
        return client
            .post("/api/messages", test::messageJson(key, "Anna", "Labdien!"), test::openSession(client))
            .status;
    }
    bool heard(std::size_t messages) {
        return eventually(
            [&] {
                const auto records = studio_->heard();
                return std::size_t(std::ranges::count_if(records, isMessage)) == messages;
            },
            longMs);
    }

  private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        pagePort_ = test::freePort();
        linkPort_ = test::freePort();
    }
    void cleanup() {
        studio_.reset();
        server_.reset();
        folder_.reset();
    }

    void aCodePairsOnceAndTheShowRuns() {
        const protocol::PairingCode code = this->code();
        QCOMPARE(code.host, std::string("localhost"));
        QCOMPARE(code.port, linkPort_);
        startServer();
        QCOMPARE(server_->url(), std::string("https://localhost/"));
        const auto server = link::pairWith(code, longMs);
        QVERIFY2(server, server ? "" : server.error().detail.c_str());
        QCOMPARE(server->url, std::string("https://localhost/"));
        const auto again = link::pairWith(code, longMs);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::NotAuthorised);

        startStudio(server->address);
        openShop();
        QVERIFY(up());
        QCOMPARE(studio_->status().url, std::string("https://localhost/"));
        QVERIFY(eventually([this] { return live(); }, longMs));
        QCOMPARE(say("paired-show-1"), 201);
        QVERIFY(heard(1));
    }

    void isKeptForItsOwnerOnly() {
        const std::string path = folder_->path().toStdString() + "/paired.json";
        QVERIFY(!*link::readPairedServer(path));
        const link::PairedServer server{{{}, "shop.example", 8444, std::string("0123456789"), "secret"},
                                        "https://shop.example/"};
        QVERIFY(link::keepPairedServer(path, server));
        const auto read = link::readPairedServer(path);
        QVERIFY(read && *read);
        QVERIFY(**read == server);
        QVERIFY(QFile::setPermissions(QString::fromStdString(path),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        QCOMPARE(link::readPairedServer(path).error().code, ErrorCode::NotAuthorised);
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{}");
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QCOMPARE(link::readPairedServer(path).error().code, ErrorCode::FileDamaged);
    }

    void videoGoesUpOnce() {
        setUp();
        startServer();
        startStudio(paired());
        openShop();
        QVERIFY(up());
        test::WsClient one;
        test::WsClient two;
        QVERIFY(one.connect(pagePort_, "/api/video") && two.connect(pagePort_, "/api/video"));
        protocol::VideoHeader header;
        header.kind = protocol::VideoHeader::Kind::Init;
        header.epoch = 1;
        const auto bytes = std::make_shared<const std::vector<std::uint8_t>>(90'000, std::uint8_t('v'));
        const auto send = [&](std::uint64_t seq) {
            header.kind = seq == 0 ? protocol::VideoHeader::Kind::Init : protocol::VideoHeader::Kind::Media;
            header.key = seq > 0;
            header.seq = static_cast<decltype(header.seq)>(seq);
            header.mediaUs = seq * 33'000;
            studio_->link().video({header, bytes});
        };
        send(0);
        // The video connection may still be made; a key frame is never waited for in vain.
        std::uint64_t seq = 0;
        QVERIFY(eventually(
            [&] {
                send(++seq);
                const auto piece = one.receive(200);
                return piece && piece->payload.size() == 90'000 + 32;
            },
            longMs));
        const auto second = two.receive();
        QVERIFY(second && second->payload.size() == 90'000 + 32);
    }

    /// Longer than a studio's own server would wait: it stays, sells, and tells all when the studio is back.
    void aServerElsewhereWaitsForItsStudio() {
        setUp();
        startServer();
        const link::ServerAddress address = paired();
        startStudio(address);
        openShop();
        QVERIFY(up());
        QVERIFY(eventually([this] { return live(); }, longMs));
        studio_.reset();
        test::HttpClient client(pagePort_);
        QVERIFY(eventually([&] { return test::jsonField(client.get("/api/show").body, "state") == "away"; },
                           longMs));
        // Its own time (1 s here) is over; a studio's own server would have ended (LifeTest).
        QVERIFY(!server_->waitForEnd(2'500));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(say("while-away-" + std::to_string(i)), 201);
        startStudio(address);
        QVERIFY(up());
        QVERIFY(heard(3));
        QVERIFY(eventually([this] { return live(); }, longMs));
    }

    void aServerThatIsKilledComesBackWithAll() {
        setUp();
        startServer();
        startStudio(paired());
        openShop();
        QVERIFY(up());
        QVERIFY(eventually([this] { return live(); }, longMs));
        QCOMPARE(say("beforehand-1"), 201);
        server_->kill9();
        QVERIFY(down(ErrorCode::LinkDown));
        studio_->write(show::Fact(show::NextSet{{"while it was gone"}}));
        startServer();
        QVERIFY(up());
        QCOMPARE(say("afterwards-1"), 201);
        QVERIFY(heard(2));
    }

    /// An older copy of its disk has forgotten what the studio holds: the link ends and says so, and nothing
    /// is mixed.
    void anOlderCopyIsNoticed() {
        namespace fs = std::filesystem;
        setUp();
        startServer();
        const link::ServerAddress address = paired();
        startStudio(address);
        openShop();
        QVERIFY(up());
        QVERIFY(eventually([this] { return live(); }, longMs));
        server_->terminate();
        fs::remove(data() + "/control.sock"); // sockets are not copied
        fs::copy(data(), data() + ".old", fs::copy_options::recursive);
        startServer();
        QVERIFY(up());
        QCOMPARE(say("forgotten-1"), 201);
        QVERIFY(heard(1));
        server_->terminate();
        fs::remove_all(data());
        fs::rename(data() + ".old", data());
        startServer();
        QVERIFY(down(ErrorCode::FileDamaged));
    }

    void anotherServerIsToldNothing() {
        setUp();
        startServer();
        link::ServerAddress address = paired();
        address.pin[0] = static_cast<char>(address.pin[0] ^ 1);
        startStudio(address);
        openShop();
        QVERIFY(down(ErrorCode::NotAuthorised));
        QVERIFY(!live());
        const auto none = link::pairWith({"localhost", linkPort_, address.pin, "12345"}, longMs);
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::NotAuthorised);
    }

    /// The lock file's secret is for this machine's own; and what is no link is not talked to.
    void onlyThePairedStudioMayIn() {
        setUp();
        startServer();
        link::ServerAddress address = paired();
        address.secret = server_->lock().secret;
        startStudio(address);
        QVERIFY(down(ErrorCode::NotAuthorised));
        test::HttpClient browser(linkPort_);
        QCOMPARE(browser.get("/healthz").status, 0);
        test::TcpClient silent;
        QVERIFY(silent.connect(linkPort_));
        QVERIFY(silent.closedWithin(10'000));
    }

    void aNewCodeLetsTheOldStudioGo() {
        setUp();
        startServer();
        const link::ServerAddress first = paired();
        startStudio(first);
        QVERIFY(up());
        const link::ServerAddress second = paired(); // the server runs on: setup has only made another code
        QVERIFY(!second.secret.empty() && second.secret != first.secret);
        QVERIFY(down(ErrorCode::NotAuthorised));
        startStudio(second);
        QVERIFY(up());
    }

    /// Nobody starts it from here, so that it is missing is news.
    void aServerThatIsDownIsSaid() {
        setUp();
        startServer();
        const link::ServerAddress address = paired();
        server_->terminate();
        startStudio(address);
        QVERIFY(down(ErrorCode::LinkDown));
        startServer();
        QVERIFY(up());
    }

    /// It sells in each of its shows, not in the first alone.
    void theNextShowFindsItOpenAgain() {
        setUp();
        startServer();
        const link::ServerAddress address = paired();
        startStudio(address);
        openShop();
        QVERIFY(up());
        studio_->link().putAsset("old.svg", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        test::HttpClient pictures(pagePort_);
        QVERIFY(eventually([&] { return pictures.get("/assets/old.svg").status == 200; }, longMs));
        studio_->write(show::Fact(show::RunEnded{}));
        studio_->link().closeShow();
        test::HttpClient client(pagePort_);
        const auto state = [&] {
            return test::jsonField(client.get("/api/show").body, "state");
        };
        QVERIFY(eventually([&] { return state() == "ended"; }, longMs));
        studio_.reset();
        QVERIFY(!server_->waitForEnd(2'500));
        QCOMPARE(state(), std::string("ended"));
        studio_ = std::make_unique<tests::Studio>(
            tests::Studio::SetUp{folder_->path().toStdString() + "/next.vitrina",
                                 {},
                                 showId,
                                 RunId{"next"},
                                 {200, 1'000, 20, 200},
                                 address});
        studio_->write(show::Fact(show::RunStarted{RunId{"next"}, false, {"first"}}));
        studio_->write(commerce::Fact(test::demoShop()));
        studio_->write(show::Fact(show::WentLive{}));
        QVERIFY(eventually([&] { return state() == "live"; }, longMs));
        QCOMPARE(pictures.get("/assets/old.svg").status, 404); // of the show before
        QCOMPARE(say("next-show-1"), 201);
        QCOMPARE(client
                     .post("/api/orders", test::orderJson("next-show-2", "TOWEL", 1, 1450),
                           test::openSession(client))
                     .status,
                 201);
    }

    void whatIsNotThereIsSaid() {
        const auto silent = link::pairWith({"localhost", test::freePort(), "0123456789", "12345"}, longMs);
        QVERIFY(!silent);
        QCOMPARE(silent.error().code, ErrorCode::LinkDown);
        const auto unknown = link::pairWith({"no-such-host.invalid", 8444, "0123456789", "12345"}, longMs);
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, ErrorCode::LinkDown);
    }
};

int main(int argc, char** argv) {
    if (argc >= 3 && std::string_view(argv[1]) == "--studio")
        return studioMain(argv[2], argc > 3 ? argv[3] : "");
    QCoreApplication application(argc, argv);
    PairedTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "PairedTest.moc"
