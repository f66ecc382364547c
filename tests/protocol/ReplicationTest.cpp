// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: property
//
// Two journals on disk, two Replicators, and between them a wire that loses, doubles, reorders and breaks;
// either side may be killed and comes back from its file. Whatever happens: when the wire heals, both hold
// the same facts, each once, and each request was carried out once.
#include "journal/Journal.hpp"
#include "protocol/Replicator.hpp"
#include "support/Generators.hpp"
#include "support/HostileWire.hpp"

#include <QTemporaryDir>
#include <QtTest>

#include <set>

using namespace vitrina;
using protocol::Replicator;
using record::Origin;
using record::Record;

namespace {

const ShowId showId{"show"};
const RunId runId{"run"};

/// One end: a journal on disk, what is not durable yet, and a Replicator over both.
class Side : public protocol::ReplicatorPort {
  public:
    Side(std::string path, Origin own, tests::HostileWire& out)
        : path_(std::move(path)), own_(own), out_(out) {
        comeUp();
    }

    void write(record::Fact fact) {
        const std::uint64_t seq = ++lastOwn_;
        unsaved_.push_back({{showId, runId, own_, seq, rep_->have(), {100, 200}, "boot", std::move(fact)}});
    }
    void ask(const RequestId& id) {
        write(record::OwnFact(record::RequestMade{id, commerce::SwitchSales{true}, 0, 0}));
    }

    /// The disk has done its work for the oldest `batches`.
    void flush(std::size_t batches) {
        for (; batches > 0 && !unsaved_.empty(); --batches) {
            const std::vector<Record> batch = std::move(unsaved_.front());
            unsaved_.pop_front();
            if (const auto done = file_->append(batch); !done)
                throw std::runtime_error("append: " + done.error().detail);
            for (const Record& one : batch) {
                if (const auto* made = record::factAs<record::RequestMade>(one.fact))
                    rep_->ask({{made->request, made->body, 0, 0}, one.seq});
            }
            if (batch.front().origin == own_)
                rep_->ownDurable(batch.back().seq);
            else
                rep_->otherStored(batch.back().seq);
        }
    }
    /// kill -9: only the file is left.
    void kill() {
        rep_.reset();
        file_.reset();
        unsaved_.clear();
        reads_.clear();
        comeUp();
    }
    void answerRead() {
        if (reads_.empty())
            return;
        const auto [after, limit] = reads_.front();
        reads_.pop_front();
        rep_->ownRead(*file_->read(runId, own_, after, limit));
    }
    bool idle() const { return unsaved_.empty() && reads_.empty(); }
    Replicator& replicator() { return *rep_; }
    std::vector<Record> held(Origin origin) const { return *file_->read(runId, origin, 0, 100'000); }
    int broken() const { return broken_; }
    /// Requests that came before the records they may build on.
    int early() const { return early_; }

    // ReplicatorPort
    void readOwn(std::uint64_t after, std::size_t limit) override {
        reads_.emplace_back(after, std::min<std::size_t>(limit, 3));
    }
    void storeOther(std::vector<Record> records) override { unsaved_.push_back(std::move(records)); }
    void peerHolds(std::uint64_t seq) override { peerHolds_ = std::max(peerHolds_, seq); }
    void send(protocol::Message message) override { out_.put(message); }
    void requested(protocol::Request request) override {
        early_ += knows(request.id) ? 0 : 1;
        // As the server's store does it: known by the journal and by what is about to be written.
        if (answered_.insert(request.id).second)
            write(commerce::Fact(commerce::RequestAnswered{request.id, ErrorCode::None, "", {}}));
    }
    void requestOver(const RequestId&, ErrorCode) override {}
    void broken(Error) override { ++broken_; }

  private:
    bool knows(const RequestId& id) const {
        return std::ranges::any_of(held(Origin::Studio), [&](const Record& one) {
            const auto* made = record::factAs<record::RequestMade>(one.fact);
            return made && made->request == id;
        });
    }
    void comeUp() {
        auto opened = journal::ShowFile::open(path_, true);
        if (!opened)
            throw std::runtime_error("open: " + opened.error().detail);
        file_ = std::move(*opened);
        const Origin other = own_ == Origin::Studio ? Origin::Server : Origin::Studio;
        lastOwn_ = file_->lastSeq(runId, own_);
        protocol::ReplicatorStart start{showId, runId, own_, lastOwn_, file_->lastSeq(runId, other), {}};
        answered_.clear();
        std::set<RequestId> over;
        for (const Record& one : held(Origin::Server)) {
            if (const auto* answer = record::factAs<commerce::RequestAnswered>(one.fact)) {
                over.insert(answer->request);
                answered_.insert(answer->request);
            }
        }
        for (const Record& one : held(Origin::Studio)) {
            const auto* made = record::factAs<record::RequestMade>(one.fact);
            if (made && own_ == Origin::Studio && over.count(made->request) == 0)
                start.requests.push_back({{made->request, made->body, 0, 0}, one.seq});
        }
        rep_.emplace(std::move(start), *this);
    }

    std::string path_;
    Origin own_;
    tests::HostileWire& out_;
    std::unique_ptr<journal::ShowFile> file_;
    std::optional<Replicator> rep_;
    std::deque<std::vector<Record>> unsaved_;
    std::deque<std::pair<std::uint64_t, std::size_t>> reads_;
    std::set<RequestId> answered_;
    std::uint64_t lastOwn_ = 0;
    std::uint64_t peerHolds_ = 0;
    int broken_ = 0;
    int early_ = 0;
};

struct World {
    explicit World(const QTemporaryDir& folder)
        : studio(folder.filePath(QStringLiteral("studio")).toStdString(), Origin::Studio, toServer),
          server(folder.filePath(QStringLiteral("server")).toStdString(), Origin::Server, toStudio) {}

    void connect() {
        cut();
        const std::uint64_t studioHas = studio.replicator().have();
        const std::uint64_t serverHas = server.replicator().have();
        server.replicator().start(studioHas);
        studio.replicator().start(serverHas);
    }
    void cut() {
        toServer.cut();
        toStudio.cut();
        studio.replicator().stop();
        server.replicator().stop();
    }
    void deliver(tests::HostileWire& wire, Side& to) {
        if (!wire.empty())
            to.replicator().received(wire.take());
    }
    void tick(std::int64_t ms) {
        nowMs += ms;
        studio.replicator().tick(nowMs, nowMs);
        server.replicator().tick(nowMs, nowMs);
    }
    /// The wire is good again and the disks work: until nothing moves.
    bool settle() {
        connect();
        for (int rounds = 0; rounds < 10'000; ++rounds) {
            for (Side* side : {&studio, &server}) {
                side->flush(100);
                side->answerRead();
            }
            deliver(toServer, server);
            deliver(toStudio, studio);
            if (studio.idle() && server.idle() && toServer.empty() && toStudio.empty() &&
                studio.replicator().settled() && server.replicator().settled() &&
                studio.replicator().openRequests().empty())
                return true;
            if (toServer.empty() && toStudio.empty())
                tick(1'000);
        }
        return false;
    }

    tests::HostileWire toServer;
    tests::HostileWire toStudio;
    Side studio;
    Side server;
    std::int64_t nowMs = 1;
};

enum class Step {
    None,
    StudioWrites,
    ServerWrites,
    Ask,
    StudioFlush,
    ServerFlush,
    StudioRead,
    ServerRead,
    ToServer,
    ToStudio,
    Lose,
    Twice,
    Reorder,
    Cut,
    Connect,
    KillStudio,
    KillServer,
    Tick,
    Count,
};

void take(World& world, Step step, std::size_t number, int& requests) {
    tests::HostileWire& wire = number % 2 == 0 ? world.toServer : world.toStudio;
    switch (step) {
    case Step::StudioWrites:
        return world.studio.write(show::Fact(show::NextSet{{"item " + std::to_string(number)}}));
    case Step::ServerWrites:
        return world.server.write(
            audience::Fact(audience::ViewersCounted{static_cast<std::int64_t>(number), 9}));
    case Step::Ask:
        return world.studio.ask({"request " + std::to_string(++requests)});
    case Step::StudioFlush:
        return world.studio.flush(1 + number % 3);
    case Step::ServerFlush:
        return world.server.flush(1 + number % 3);
    case Step::StudioRead:
        return world.studio.answerRead();
    case Step::ServerRead:
        return world.server.answerRead();
    case Step::ToServer:
        return world.deliver(world.toServer, world.server);
    case Step::ToStudio:
        return world.deliver(world.toStudio, world.studio);
    case Step::Lose:
        return wire.lose(number / 2);
    case Step::Twice:
        return wire.twice(number / 2);
    case Step::Reorder:
        return wire.toFront(number / 2);
    case Step::Cut:
        return world.cut();
    case Step::Connect:
        return world.connect();
    case Step::KillStudio:
        world.cut();
        return world.studio.kill();
    case Step::KillServer:
        world.cut();
        return world.server.kill();
    case Step::Tick:
        return world.tick(6'000);
    case Step::None:
    case Step::Count:
        return;
    }
}

/// Memory if there is some: a property run commits thousands of times.
QString scratch() {
    return QDir(QStringLiteral("/dev/shm")).exists()
               ? QStringLiteral("/dev/shm/vitrina-test-XXXXXX")
               : QDir::tempPath() + QStringLiteral("/vitrina-test-XXXXXX");
}

void expectSame(const World& world) {
    for (const Origin origin : {Origin::Studio, Origin::Server}) {
        const auto here = world.studio.held(origin);
        RC_ASSERT(here == world.server.held(origin));
        for (std::size_t i = 0; i < here.size(); ++i)
            RC_ASSERT(here[i].seq == i + 1);
    }
    std::map<std::string, int> answers;
    for (const Record& one : world.studio.held(Origin::Server)) {
        if (const auto* answer = record::factAs<commerce::RequestAnswered>(one.fact))
            ++answers[answer->request.value];
    }
    std::size_t made = 0;
    for (const Record& one : world.studio.held(Origin::Studio)) {
        if (const auto* request = record::factAs<record::RequestMade>(one.fact)) {
            ++made;
            RC_ASSERT(answers[request->request.value] == 1);
        }
    }
    RC_ASSERT(answers.size() == made);
    RC_ASSERT(world.studio.broken() == 0 && world.server.broken() == 0);
    RC_ASSERT(world.server.early() == 0);
}

} // namespace

class ReplicationTest : public QObject {
    Q_OBJECT

  private slots:
    void bothHoldTheSameFactsEachOnce();
    void manyRecordsGoThroughTheWindow();
    void aPeerThatKnowsMoreIsRefused();
    void recordsOfAnotherRunAreRefused();
    void unsentRequestsExpire();
};

void ReplicationTest::bothHoldTheSameFactsEachOnce() {
    QVERIFY(rc::check("cuts, kills, losses, doubles and reordering end in the same facts", [] {
        const QTemporaryDir folder(scratch());
        World world(folder);
        world.connect();
        int requests = 0;
        const auto steps = *rc::gen::container<std::vector<std::pair<int, std::uint8_t>>>(rc::gen::pair(
            rc::gen::inRange(1, static_cast<int>(Step::Count)), rc::gen::arbitrary<std::uint8_t>()));
        for (const auto& [step, number] : steps)
            take(world, static_cast<Step>(step), number, requests);
        RC_ASSERT(world.settle());
        expectSame(world);
    }));
}

void ReplicationTest::manyRecordsGoThroughTheWindow() {
    const QTemporaryDir folder(scratch());
    World world(folder);
    world.connect();
    for (int i = 0; i < 500; ++i)
        world.server.write(audience::Fact(audience::ViewersCounted{i, i}));
    world.server.flush(500);
    QVERIFY(world.settle());
    QCOMPARE(world.studio.held(Origin::Server).size(), std::size_t{500});
}

void ReplicationTest::aPeerThatKnowsMoreIsRefused() {
    const QTemporaryDir folder(scratch());
    World world(folder);
    world.studio.replicator().start(7);
    QCOMPARE(world.studio.broken(), 1);
    QVERIFY(!world.studio.replicator().up());
    world.studio.replicator().start(0);
    world.studio.replicator().received(protocol::Ack{1});
    QCOMPARE(world.studio.broken(), 2);
}

void ReplicationTest::recordsOfAnotherRunAreRefused() {
    const QTemporaryDir folder(scratch());
    World world(folder);
    world.connect();
    Record strange{showId, {"another"}, Origin::Server, 1, 0, {}, "", show::Fact(show::WentLive{})};
    world.studio.replicator().received(protocol::Records{{strange}});
    QCOMPARE(world.studio.broken(), 1);
    QVERIFY(world.studio.idle());
}

void ReplicationTest::unsentRequestsExpire() {
    const QTemporaryDir folder(scratch());
    World world(folder);
    Replicator& studio = world.studio.replicator();
    studio.ask({{{"soon"}, commerce::CorrectStock{{"a"}, 1, ""}, 0, 5'000}});
    studio.ask({{{"never"}, commerce::SwitchSales{false}, 0, 0}});
    studio.tick(4'999, 0);
    QCOMPARE(studio.openRequests().size(), std::size_t{2});
    studio.tick(5'000, 1);
    QCOMPARE(studio.openRequests().size(), std::size_t{1});
    studio.giveUp({"never"});
    QVERIFY(studio.openRequests().empty());
    // Once it has left, only the server knows what became of it.
    world.connect();
    studio.ask({{{"sent"}, commerce::CorrectStock{{"a"}, 1, ""}, 0, 5'000}});
    studio.tick(9'000, 2);
    QCOMPARE(studio.openRequests().size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(ReplicationTest)
#include "ReplicationTest.moc"
