// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "link/Link.hpp"
#include "link/support/ScriptedServer.hpp"
#include "link/support/Studio.hpp"
#include "protocol/Replicator.hpp"

#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

#include <sys/resource.h>

using namespace vitrina;
using namespace vitrina::protocol;
using link::Health;
using record::Origin;
using record::Record;
using tests::ScriptedPeer;
using tests::ScriptedServer;

namespace {

const ShowId showId{"show"};
const RunId runId{"run"};

Record one(Origin origin, std::uint64_t seq,
           record::Fact fact = audience::Fact(audience::ViewersCounted{3, 4})) {
    return {showId, runId, origin, seq, 0, {1, 2}, "boot", std::move(fact)};
}

tests::Studio::SetUp inFolder(const QTemporaryDir& folder) {
    const std::string path = folder.path().toStdString();
    return {path + "/show.vitrina", path, showId, runId, {100, 400, 20, 100}};
}

link::VideoPiece piece(VideoHeader::Kind kind, bool key, std::uint32_t seq, std::size_t bytes = 100) {
    VideoHeader header{kind, key, 1, seq, 0, 77, seq * 33'333u};
    return {header, std::make_shared<const std::vector<std::uint8_t>>(bytes, std::uint8_t{7})};
}

/// The first frame of the video connection: the queue begins anew once the connection stands, at a key frame,
/// and lets go what comes before. @p seq counts the pieces it took.
std::optional<Frame> firstVideo(tests::Studio& studio, ScriptedPeer& video, std::uint32_t& seq) {
    studio.link().video(piece(VideoHeader::Kind::Init, false, 0));
    std::optional<Frame> frame;
    for (int turn = 0; turn < 100 && !frame; ++turn) {
        studio.link().video(piece(VideoHeader::Kind::Media, true, ++seq));
        frame = video.frame(50);
    }
    return frame;
}

} // namespace

class LinkTest : public QObject {
    Q_OBJECT

  private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void publishesWhatIsDurableAndTakesWhatComes();
    void startsBeforeItsServer();
    void reconnectsAndSendsAgainFromTheOthersHave();
    void aSilentServerIsLost();
    void refusalsAreTold_data();
    void refusalsAreTold();
    void brokenFramesEndTheConnection();
    void aSecretThatOthersCanReadIsNotUsed();
    void measuresTheClock();
    void requestsAreAskedUntilAnswered();
    void assetsGoToEveryNewServer();
    void buyersAreToldAndKeptInNoJournal();
    void whatIsBeyondTheShowIsToldToEveryNewServer();
    void closeComesAfterTheLastRecord();
    void aBrokenDiskIsALostLinkOnceTheWindowIsFull();
    void videoHasItsOwnConnection();
    void aServerThatDoesNotReadVideoHoldsNothingUp();

  private:
    std::string dir() const { return folder_->path().toStdString(); }
    std::unique_ptr<QTemporaryDir> folder_;
};

void LinkTest::publishesWhatIsDurableAndTakesWhatComes() {
    ScriptedServer server(dir());
    tests::Studio studio(inFolder(*folder_));
    ScriptedPeer peer = server.accept();
    const auto hello = peer.next<Hello>();
    QVERIFY(hello && hello->secret == "s3cret" && hello->run == runId && hello->have == 0);
    peer.send(Welcome{linkVersion, 0, "http://page/", SystemClock().now().wallMs});
    QTRY_COMPARE(studio.status().health, Health::Up);
    QCOMPARE(studio.status().url, std::string("http://page/"));
    studio.append({one(Origin::Studio, 1), one(Origin::Studio, 2)});
    const auto records = peer.next<Records>();
    QVERIFY(records && records->records.size() == 2 && records->records[1] == one(Origin::Studio, 2));
    peer.send(Records{{one(Origin::Server, 1), one(Origin::Server, 2)}});
    const auto ack = peer.next<Ack>();
    QVERIFY(ack && ack->seq == 2);
    QTRY_COMPARE(studio.heard().size(), std::size_t{2});
    peer.send(Records{{one(Origin::Server, 2), one(Origin::Server, 3)}}); // the second comes again
    QTRY_COMPARE(studio.heard().size(), std::size_t{3});
    QCOMPARE(studio.heard().back().seq, std::uint64_t{3});
}

void LinkTest::startsBeforeItsServer() {
    tests::Studio studio(inFolder(*folder_));
    QTRY_COMPARE(studio.status().health, Health::Connecting);
    ScriptedServer server(dir());
    ScriptedPeer peer = server.welcome();
    QTRY_COMPARE(studio.status().health, Health::Up);
}

void LinkTest::reconnectsAndSendsAgainFromTheOthersHave() {
    auto server = std::make_unique<ScriptedServer>(dir());
    tests::Studio studio(inFolder(*folder_));
    ScriptedPeer peer = server->welcome();
    studio.append({one(Origin::Studio, 1), one(Origin::Studio, 2), one(Origin::Studio, 3)});
    QVERIFY(peer.next<Records>().has_value());
    peer.send(Records{{one(Origin::Server, 1)}});
    QVERIFY(peer.next<Ack>().has_value());
    peer.close();
    QTRY_COMPARE(studio.status().health, Health::Down);
    QCOMPARE(studio.status().error.code, ErrorCode::LinkDown);
    server.reset();
    server = std::make_unique<ScriptedServer>(dir(), "another secret"); // a restarted child
    peer = server->accept();
    const auto hello = peer.next<Hello>();
    QVERIFY(hello && hello->secret == "another secret" && hello->have == 1);
    peer.send(Welcome{linkVersion, 1, "", 0});
    const auto again = peer.next<Records>();
    QVERIFY(again && again->records.size() == 2 && again->records[0].seq == 2);
    QTRY_COMPARE(studio.status().health, Health::Up);
}

void LinkTest::aSilentServerIsLost() {
    ScriptedServer server(dir());
    tests::Studio studio(inFolder(*folder_));
    ScriptedPeer peer = server.welcome();
    QTRY_COMPARE(studio.status().health, Health::Up);
    QTRY_COMPARE(studio.status().health, Health::Down); // pings are not answered
    QVERIFY(studio.status().error.detail.find("silent") == 0);
    ScriptedPeer mute = server.accept(); // nor does it come up when the hello is not answered
    QVERIFY(mute.closedByOther());
    QCOMPARE(studio.status().health, Health::Down);
}

void LinkTest::refusalsAreTold_data() {
    QTest::addColumn<int>("version");
    QTest::addColumn<int>("refusal");
    QTest::addColumn<int>("expected");
    QTest::newRow("wrong secret") << 1 << int(ErrorCode::NotAuthorised) << int(ErrorCode::NotAuthorised);
    QTest::newRow("other version says the server")
        << 1 << int(ErrorCode::VersionMismatch) << int(ErrorCode::VersionMismatch);
    QTest::newRow("other version say we") << 2 << 0 << int(ErrorCode::VersionMismatch);
    QTest::newRow("the server knows more") << -1 << 0 << int(ErrorCode::FileDamaged);
}

void LinkTest::refusalsAreTold() {
    QFETCH(int, version);
    QFETCH(int, refusal);
    QFETCH(int, expected);
    ScriptedServer server(dir());
    tests::Studio studio(inFolder(*folder_));
    ScriptedPeer peer = server.accept();
    QVERIFY(peer.next<Hello>().has_value());
    if (refusal != 0)
        peer.send(Refused{static_cast<ErrorCode>(refusal), "no"});
    else
        peer.send(Welcome{version < 0 ? linkVersion : version, version < 0 ? 99u : 0u, "", 0});
    QTRY_COMPARE(studio.status().health, Health::Down);
    QCOMPARE(studio.status().error.code, static_cast<ErrorCode>(expected));
    QVERIFY(peer.closedByOther());
    const ScriptedPeer again = server.welcome(); // it tries again
    QTRY_COMPARE(studio.status().health, Health::Up);
}

void LinkTest::brokenFramesEndTheConnection() {
    ScriptedServer server(dir());
    tests::Studio studio(inFolder(*folder_));
    const std::string half = encodeFrame(FrameKind::Json, encodeMessage(Records{{one(Origin::Server, 1)}}));
    for (const std::string& bytes :
         {frameHead(FrameKind::Json, 100u << 20), std::string("GET / HTTP/1.1\r\n\r\n"),
          encodeFrame(FrameKind::Json, "nonsense"), encodeFrame(FrameKind::Video, "x")}) {
        ScriptedPeer peer = server.welcome();
        peer.sendBytes(bytes);
        QVERIFY(peer.closedByOther());
    }
    ScriptedPeer cut = server.welcome();
    cut.sendBytes(half.substr(0, half.size() / 2));
    cut.close();
    ScriptedPeer peer = server.welcome();
    QTRY_COMPARE(studio.status().health, Health::Up);
    QVERIFY(studio.heard().empty());
    peer.sendBytes(half.substr(0, 3)); // slowly, but whole
    peer.sendBytes(half.substr(3));
    QTRY_COMPARE(studio.heard().size(), std::size_t{1});
}

void LinkTest::aSecretThatOthersCanReadIsNotUsed() {
    ScriptedServer server(dir());
    QVERIFY(QFile::setPermissions(folder_->filePath(QStringLiteral("server.lock")),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    tests::Studio studio(inFolder(*folder_));
    QVERIFY(!server.accept(300).open());
    QVERIFY(studio.status().health != Health::Up);
}

void LinkTest::measuresTheClock() {
    ScriptedServer server(dir());
    tests::Studio studio(inFolder(*folder_));
    ScriptedPeer peer = server.welcome(0, 5'000);
    QTRY_COMPARE(studio.status().health, Health::Up);
    peer.next<Quit>(400); // answers the pings meanwhile
    QVERIFY(studio.status().roundTripMs >= 0);
    QVERIFY(std::abs(studio.status().clockOffsetMs - 5'000) < 300);
}

void LinkTest::requestsAreAskedUntilAnswered() {
    const commerce::Request stop = commerce::SwitchSales{false};
    const commerce::Request more = commerce::CorrectStock{{"a"}, 2, "found"};
    const std::int64_t until = SystemClock().now().wallMs + 10'000;
    {
        ScriptedServer server(dir());
        tests::Studio studio(inFolder(*folder_));
        ScriptedPeer peer = server.welcome(0, 60'000);
        QTRY_COMPARE(studio.status().health, Health::Up);
        studio.append(
            {one(Origin::Studio, 1, record::OwnFact(record::RequestMade{{"stop"}, stop, 0, 0})),
             one(Origin::Studio, 2, record::OwnFact(record::RequestMade{{"more"}, more, until, 4}))});
        QVERIFY(peer.next<Records>().has_value());
        QVERIFY2(!peer.next<Request>(200).has_value(), "asked before the server holds what it may build on");
        peer.send(Ack{2});
        const auto first = peer.next<Request>();
        QVERIFY(first && first->id == RequestId{"stop"} && first->body == stop && first->validUntilMs == 0);
        const auto second = peer.next<Request>();
        QVERIFY(second && second->body == more && second->basedOn == 4);
        QVERIFY(std::abs(second->validUntilMs - until - 60'000) < 1'000); // by the server's clock
        peer.send(
            Records{{one(Origin::Server, 1,
                         commerce::Fact(commerce::RequestAnswered{{"more"}, ErrorCode::None, "", {}}))}});
        QVERIFY(peer.next<Ack>().has_value());
        peer.close();
        ScriptedPeer later = server.welcome(2);
        const auto again = later.next<Request>();
        QVERIFY(again && again->id == RequestId{"stop"});
        QVERIFY(!later.next<Request>(300).has_value());
    }
    ScriptedServer server(dir());
    tests::Studio studio(inFolder(*folder_)); // after a kill, from the journal
    ScriptedPeer peer = server.welcome(2);
    const auto again = peer.next<Request>();
    QVERIFY(again && again->id == RequestId{"stop"});
    studio.append({one(Origin::Studio, 3, record::OwnFact(record::RequestLapsed{{"stop"}}))});
    QVERIFY(peer.next<Records>().has_value());
    peer.close();
    ScriptedPeer last = server.welcome(3);
    QVERIFY(!last.next<Request>(300).has_value());
}

void LinkTest::assetsGoToEveryNewServer() {
    ScriptedServer server(dir());
    tests::Studio studio(inFolder(*folder_));
    const std::string bytes("<svg/>\0\xff", 8);
    studio.link().putAsset("ring.svg", "image/svg+xml", bytes);
    studio.link().putAsset("huge.png", "image/png", std::string(6u << 20, 'x'));
    for (int i = 0; i < 2; ++i) {
        ScriptedPeer peer = server.welcome();
        const auto asset = peer.next<Asset>();
        QVERIFY(asset && asset->name == "ring.svg" && asset->data == bytes);
    }
}

void LinkTest::buyersAreToldAndKeptInNoJournal() {
    ScriptedServer server(dir());
    tests::Studio studio(inFolder(*folder_));
    ScriptedPeer peer = server.welcome();
    QTRY_COMPARE(studio.status().health, Health::Up);
    studio.link().askBuyers({OrderNumber{"A-1"}, OrderNumber{"A-2"}});
    const auto ask = peer.next<BuyersAsk>();
    QVERIFY(ask && ask->orders == (std::vector{OrderNumber{"A-1"}, OrderNumber{"A-2"}}));
    peer.send(
        Buyers{{{OrderNumber{"A-1"}, "Anna", "anna@example", "", "", "", "", {{5, "buyer", "Hello"}}}}});
    peer.send(Buyers{{{OrderNumber{"A-2"}, "Berta", "berta@example", "", "", "", "", {}}}});
    QTRY_COMPARE_WITH_TIMEOUT(studio.buyers().size(), std::size_t(2), 5000);
    QCOMPARE(studio.buyers()[0].words[0].text, std::string("Hello"));
    QVERIFY(studio.heard().empty());
}

void LinkTest::whatIsBeyondTheShowIsToldToEveryNewServer() {
    ScriptedServer server(dir());
    tests::Studio studio(inFolder(*folder_));
    studio.link().testMail("host@example.lv");
    QTRY_VERIFY(studio.mailTested() && studio.mailTested()->error == ErrorCode::LinkDown);
    const Outside first{MailWay{"smtp://a:25", "u", "p", "a@b.lv"}, "s", {}};
    studio.link().setOutside(first);
    studio.link().putWords("k", "Dear Anna");
    {
        ScriptedPeer peer = server.welcome();
        QCOMPARE(peer.next<Outside>(), std::optional(first));
        QCOMPARE(peer.next<ShopWords>(), std::optional(ShopWords{"k", "Dear Anna"}));
        studio.link().setOutside({});
        QCOMPARE(peer.next<Outside>(), std::optional(Outside{}));
        OutsideState state;
        state.mail.done = 7;
        peer.send(state);
        QTRY_COMPARE(studio.outside(), std::optional(state));
    }
    ScriptedPeer peer = server.welcome();
    QCOMPARE(peer.next<Outside>(), std::optional(Outside{}));
    QTRY_COMPARE(studio.status().health, Health::Up);
    studio.link().testMail("host@example.lv");
    QVERIFY(peer.next<MailTest>().has_value());
    peer.send(MailTested{ErrorCode::MailRefused, "535 no"});
    QTRY_COMPARE(studio.mailTested(), std::optional(MailTested{ErrorCode::MailRefused, "535 no"}));
    QVERIFY(studio.heard().empty());
}

void LinkTest::closeComesAfterTheLastRecord() {
    ScriptedServer server(dir());
    tests::Studio studio(inFolder(*folder_));
    ScriptedPeer peer = server.welcome();
    studio.append({one(Origin::Studio, 1, show::Fact(show::RunEnded{}))});
    studio.link().closeShow();
    const auto records = peer.next<Records>();
    QVERIFY(records && record::factAs<show::RunEnded>(records->records.back().fact));
    QVERIFY(!peer.next<Close>(300).has_value()); // the record is not yet confirmed
    peer.send(Ack{1});
    QVERIFY(peer.next<Close>().has_value());
}

void LinkTest::aBrokenDiskIsALostLinkOnceTheWindowIsFull() {
    ScriptedServer server(dir());
    tests::Studio studio(inFolder(*folder_));
    ScriptedPeer peer = server.welcome();
    QTRY_COMPARE(studio.status().health, Health::Up);
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{64 * 1024, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    Records batch;
    for (std::uint64_t seq = 1; seq <= Replicator::windowRecords; ++seq)
        batch.records.push_back(one(Origin::Server, seq));
    peer.send(batch);
    const auto answered = [&] {
        return !peer.next<Quit>(50).has_value();
    }; // keeps the pings going
    QTRY_VERIFY(answered() && studio.heard().size() == batch.records.size());
    QTRY_VERIFY(answered() && studio.status().health == Health::Down);
    QCOMPARE(studio.status().error.code, ErrorCode::FileUnwritable);
    setrlimit(RLIMIT_FSIZE, &before);
    const auto ack = peer.next<Ack>();
    QVERIFY(ack && ack->seq == Replicator::windowRecords);
    QTRY_VERIFY(answered() && studio.status().health == Health::Up);
    QCOMPARE(studio.heard().size(), batch.records.size());
}

void LinkTest::videoHasItsOwnConnection() {
    ScriptedServer server(dir());
    tests::Studio studio(inFolder(*folder_));
    ScriptedPeer control = server.welcome();
    ScriptedPeer video = server.accept();
    const auto hello = video.message();
    QVERIFY(hello && std::get_if<Video>(&*hello) && std::get<Video>(*hello).secret == "s3cret");
    std::uint32_t seq = 0;
    const std::optional<Frame> frame = firstVideo(studio, video, seq);
    QVERIFY(frame);
    QCOMPARE(frame->kind, FrameKind::Video);
    QCOMPARE(frame->payload.size(), VideoHeader::size + 100);
    const auto bytes = std::as_bytes(std::span(frame->payload));
    const auto header =
        VideoHeader::decode({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    QVERIFY(header && header->kind == VideoHeader::Kind::Init && header->captureUs == 77);
    const auto media = video.frame();
    QVERIFY(media && static_cast<std::uint8_t>(media->payload[0]) == 2 && media->payload[1] == 1);
}

void LinkTest::aServerThatDoesNotReadVideoHoldsNothingUp() {
    ScriptedServer server(dir());
    tests::Studio studio(inFolder(*folder_));
    ScriptedPeer control = server.welcome();
    ScriptedPeer video = server.accept();
    QVERIFY(video.message().has_value());
    std::uint32_t warm = 0;
    QVERIFY(firstVideo(studio, video, warm));
    QElapsedTimer pushing;
    pushing.start();
    // 20 s of video, 30 MB: more than any socket buffer. The last one is a key frame, so that there is one to
    // go on with wherever the queue was emptied last.
    for (std::uint32_t n = 1; n <= 601; ++n)
        studio.link().video(piece(VideoHeader::Kind::Media, n % 30 == 1, warm + n, 50'000));
    QVERIFY(pushing.elapsed() < 3'000);
    QVERIFY(studio.link().videoDropped() > 300);
    studio.append({one(Origin::Studio, 1)});
    QVERIFY(control.next<Records>().has_value());
    std::uint32_t last = 0;
    bool jumped = false;
    while (const auto frame = video.frame(300)) {
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(frame->payload.data());
        const auto header = VideoHeader::decode({bytes, frame->payload.size()});
        QVERIFY(header.has_value());
        if (header->kind != VideoHeader::Kind::Media)
            continue;
        QVERIFY(header->seq > last);
        jumped = jumped || (last != 0 && header->seq > last + 1);
        QVERIFY(header->seq == last + 1 || header->key); // after a jump a key frame
        last = header->seq;
    }
    QCOMPARE(last, warm + 601);
    QVERIFY(jumped);
}

QTEST_GUILESS_MAIN(LinkTest)
#include "LinkTest.moc"
