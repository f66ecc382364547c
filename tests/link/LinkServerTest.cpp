// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
//
// A studio's journal, link and server child in a process of their own against the real show server: each is
// killed again and again in the middle of traffic. At the end both hold the same facts, each once, and
// everything a viewer was told is there.
#include "journal/Journal.hpp"
#include "link/Link.hpp"
#include "link/ServerChild.hpp"
#include "link/ServerFolder.hpp"
#include "link/support/Studio.hpp"
#include "support/Rounds.hpp"
#include "support/server/Clients.hpp"
#include "support/server/StudioPeer.hpp"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <set>

#include <poll.h>
#include <unistd.h>

using namespace vitrina;
using record::Origin;
using record::Record;

namespace {

const ShowId showId{"show"};
const RunId runId{"run"};
constexpr int longMs = 30'000;

tests::Studio::SetUp studioIn(const std::string& folder) {
    return {folder + "/show.vitrina", folder + "/server", showId, runId, {200, 1'000, 20, 200}};
}
link::ServerSetUp serverIn(const std::string& folder) {
    return {VITRINA_BINARY_DIR "/vitrina-server",
            folder + "/server",
            VITRINA_SOURCE_DIR "/ui/web",
            "127.0.0.1",
            0,
            120};
}

/// The child process: writes a fact every few ms, and asks something now and then, until it is killed.
int studioMain(const std::string& folder) {
    link::ServerChild server(serverIn(folder), nullptr);
    tests::Studio studio(studioIn(folder));
    if (studio.lastSeq() == 0) {
        studio.write(show::Fact(show::RunStarted{runId, false, {"first"}}));
        studio.write(commerce::Fact(test::demoShop()));
        studio.write(show::Fact(show::WentLive{}));
    }
    while (true) {
        const std::uint64_t seq = studio.lastSeq() + 1;
        if (seq % 5 == 4) // the first one right after the shop it speaks of
            studio.write(record::OwnFact(record::RequestMade{
                {"request " + std::to_string(seq)}, commerce::CorrectStock{{"TOWEL"}, 1, "found"}, 0, 0}));
        else
            studio.write(show::Fact(show::NextSet{{"item " + std::to_string(seq)}}));
        pollfd parent{STDIN_FILENO, POLLIN, 0};
        if (::poll(&parent, 1, 5) == 1)
            return 0; // the test has gone
    }
}

/// Posts until it is accepted, whatever dies meanwhile: the same key again, as a page does it.
std::string post(const std::string& folder, const std::string& key) {
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < longMs) {
        const auto lock = link::readServerLock(folder + "/server");
        test::HttpClient client(lock ? lock->port : 1);
        const std::string token = lock ? test::openSession(client) : "";
        const auto answer =
            token.empty() ? test::HttpAnswer{}
                          : client.post("/api/messages", test::messageJson(key, "Anna", "Labdien!"), token);
        if (answer.status == 201)
            return test::jsonField(answer.body, "id");
        QTest::qWait(20);
    }
    return {};
}

bool confirmed(tests::Studio& studio) {
    std::atomic<int> answer = -1;
    studio.journal().run([&](journal::ShowFile& file) {
        answer = file.cursor(runId, "server") == file.lastSeq(runId, Origin::Studio) ? 1 : 0;
    });
    while (answer < 0)
        QTest::qWait(1);
    return answer == 1;
}

} // namespace

class LinkServerTest : public QObject {
    Q_OBJECT

  private slots:
    void killsOnBothSidesLoseNothing();

  private:
    void startStudio(const std::string& folder) {
        studio_ = std::make_unique<QProcess>();
        studio_->setProcessChannelMode(QProcess::ForwardedChannels);
        studio_->start(QCoreApplication::applicationFilePath(),
                       {QStringLiteral("--studio"), QString::fromStdString(folder)});
        QVERIFY(studio_->waitForStarted());
    }
    void killStudio() {
        studio_->kill();
        QVERIFY(studio_->waitForFinished());
    }
    std::unique_ptr<QProcess> studio_;
};

void LinkServerTest::killsOnBothSidesLoseNothing() {
    const QTemporaryDir temporary;
    const std::string folder = temporary.path().toStdString();
    std::set<std::string> accepted;
    startStudio(folder);
    const int kills = test::rounds(6);
    for (int round = 0; round < kills; ++round) {
        for (int i = 0; i < 5; ++i) {
            const std::string id = post(folder, "message-" + std::to_string(round) + "-" + std::to_string(i));
            QVERIFY(!id.empty());
            accepted.insert(id);
        }
        if (round % 3 != 1) {
            const auto lock = link::readServerLock(folder + "/server");
            QVERIFY(lock && ::kill(static_cast<pid_t>(lock->pid), SIGKILL) == 0);
        }
        if (round % 3 != 0) {
            killStudio();
            startStudio(folder);
        }
    }
    QCOMPARE(accepted.size(), 5 * std::size_t(kills));
    killStudio();

    // A last studio brings both together.
    link::ServerChild server(serverIn(folder), nullptr);
    auto studio = std::make_unique<tests::Studio>(studioIn(folder));
    QTRY_COMPARE_WITH_TIMEOUT(studio->status().health, link::Health::Up, longMs);
    QVERIFY(studio->lastSeq() > 5); // how many depends on how fast the machine is
    QTRY_VERIFY_WITH_TIMEOUT(confirmed(*studio), longMs);
    std::vector<Record> here;
    const auto readHere = [&] {
        std::atomic<bool> read = false;
        studio->journal().run([&](journal::ShowFile& file) {
            here = *file.readRun(runId);
            read = true;
        });
        while (!read)
            QTest::qWait(1);
        std::set<std::string> messages;
        std::set<RequestId> open;
        for (const Record& one : here) {
            if (const auto* posted = record::factAs<audience::MessagePosted>(one.fact))
                messages.insert(posted->message.id.value);
            else if (const auto* made = record::factAs<record::RequestMade>(one.fact))
                open.insert(made->request);
        }
        for (const Record& one : here) {
            if (const auto* answer = record::factAs<commerce::RequestAnswered>(one.fact))
                open.erase(answer->request);
        }
        return messages == accepted && open.empty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(readHere(), longMs);

    std::map<std::string, int> answers;
    std::map<Origin, std::uint64_t> last;
    for (const Record& one : here) {
        QCOMPARE(one.seq, ++last[one.origin]);
        if (const auto* answer = record::factAs<commerce::RequestAnswered>(one.fact)) {
            QCOMPARE(answer->error, ErrorCode::None);
            QCOMPARE(++answers[answer->request.value], 1);
        }
    }
    QVERIFY(!answers.empty());
    // What the server holds, told to somebody who has nothing.
    studio.reset();
    test::StudioPeer stranger(runId, showId);
    QVERIFY(stranger.attach(*link::readServerLock(folder + "/server")));
    std::vector<Record> servers;
    std::copy_if(here.begin(), here.end(), std::back_inserter(servers),
                 [](const Record& one) { return one.origin == Origin::Server; });
    QTRY_VERIFY_WITH_TIMEOUT(stranger.received().size() >= servers.size(), longMs);
    const std::vector<Record> there = stranger.received();
    for (std::size_t i = 0; i < servers.size(); ++i)
        QVERIFY(there[i] == servers[i]);
    // Each request was carried out once: the stock says so.
    const auto found = static_cast<std::int64_t>(answers.size());
    std::int64_t allocated = 0;
    for (const Record& one : servers) {
        const auto* answer = record::factAs<commerce::RequestAnswered>(one.fact);
        if (answer && answer->levels.count({"TOWEL"}) == 1)
            allocated = std::max(allocated, answer->levels.at({"TOWEL"}).allocated);
    }
    QCOMPARE(allocated, 24 + found);
    server.expectExit();
    stranger.quit();
    QVERIFY(server.waitExit(longMs));
}

int main(int argc, char** argv) {
    if (argc == 3 && std::string_view(argv[1]) == "--studio")
        return studioMain(argv[2]);
    QCoreApplication app(argc, argv);
    LinkServerTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "LinkServerTest.moc"
