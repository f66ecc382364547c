// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
// label: process
#include "link/ServerChild.hpp"
#include "link/ServerFolder.hpp"
#include "support/server/Clients.hpp"
#include "support/server/StudioPeer.hpp"

#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <mutex>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace vitrina;
using link::ServerChild;
using link::ServerState;

namespace {

constexpr int longMs = 20'000; // this machine may be busy

/// A ServerChild and what it told.
class Watched {
  public:
    explicit Watched(const link::ServerSetUp& setUp)
        : child(setUp, [this](ServerState state, const Error& error) {
              const std::lock_guard lock(mutex_);
              states_.push_back(state);
              if (error.code != ErrorCode::None)
                  error_ = error;
          }) {}
    ServerState state() const {
        const std::lock_guard lock(mutex_);
        return states_.empty() ? ServerState::None : states_.back();
    }
    Error error() const {
        const std::lock_guard lock(mutex_);
        return error_;
    }

  private:
    mutable std::mutex mutex_;
    std::vector<ServerState> states_;
    Error error_;

  public:
    ServerChild child; ///< last: it calls back
};

bool alive(std::int64_t pid) {
    return ::kill(static_cast<pid_t>(pid), 0) == 0;
}

int serves(int port) {
    test::HttpClient client(port);
    return client.get("/healthz").status;
}

} // namespace

class ServerChildTest : public QObject {
    Q_OBJECT

  private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        setUp_ = {VITRINA_BINARY_DIR "/vitrina-server",
                  folder_->filePath(QStringLiteral("data")).toStdString(),
                  VITRINA_SOURCE_DIR "/ui/web",
                  "127.0.0.1",
                  0,
                  120};
    }
    void cleanup() {
        const auto lock = link::readServerLock(setUp_.dataFolder);
        if (lock && alive(lock->pid))
            ::kill(static_cast<pid_t>(lock->pid), SIGKILL);
    }
    void startsAndOutlivesItsStudio();
    void startsAgainOnTheSamePort();
    void anOldLockIsNoServer();
    void whatCannotStartIsTold();
    void anOrderlyEndIsNoFault();

  private:
    int port() const { return link::readServerLock(setUp_.dataFolder)->port; }

    std::unique_ptr<QTemporaryDir> folder_;
    link::ServerSetUp setUp_;
};

void ServerChildTest::startsAndOutlivesItsStudio() {
    std::int64_t pid = 0;
    {
        Watched first(setUp_);
        QTRY_COMPARE_WITH_TIMEOUT(first.state(), ServerState::Running, longMs);
        pid = first.child.processId();
        QVERIFY(pid > 0);
        // A session of its own: neither the studio's terminal nor its process group ends it.
        QCOMPARE(static_cast<std::int64_t>(::getsid(static_cast<pid_t>(pid))), pid);
        // The secret is in the lock only.
        QFile commandLine(QStringLiteral("/proc/%1/cmdline").arg(pid));
        QVERIFY(commandLine.open(QIODevice::ReadOnly));
        const auto lock = link::readServerLock(setUp_.dataFolder);
        QVERIFY(lock && !lock->secret.empty());
        QVERIFY(!commandLine.readAll().contains(lock->secret.c_str()));
        QFile log(QString::fromStdString(setUp_.dataFolder + "/server.log"));
        QVERIFY(log.open(QIODevice::ReadOnly) && !log.readAll().contains(lock->secret.c_str()));
    }
    QVERIFY(alive(pid));
    QCOMPARE(serves(port()), 200);
    Watched second(setUp_);
    QTRY_COMPARE_WITH_TIMEOUT(second.state(), ServerState::Running, longMs);
    QCOMPARE(second.child.processId(), pid);
    ::kill(static_cast<pid_t>(pid), SIGKILL); // a found one is watched as well
    QTRY_VERIFY_WITH_TIMEOUT(second.state() == ServerState::Running && second.child.processId() != pid,
                             longMs);
}

void ServerChildTest::startsAgainOnTheSamePort() {
    Watched watched(setUp_);
    QTRY_COMPARE_WITH_TIMEOUT(watched.state(), ServerState::Running, longMs);
    const int before = port();
    for (int i = 0; i < 3; ++i) {
        const std::int64_t pid = watched.child.processId();
        ::kill(static_cast<pid_t>(pid), SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(watched.child.processId() != pid && watched.state() == ServerState::Running,
                                 longMs);
        QCOMPARE(port(), before);
        QCOMPARE(serves(before), 200);
    }
}

void ServerChildTest::anOldLockIsNoServer() {
    QVERIFY(QDir().mkpath(QString::fromStdString(setUp_.dataFolder)));
    // Left by a killed server; its process id is somebody else's by now (ours).
    const protocol::ServerLock old{::getpid(), setUp_.dataFolder + "/control.sock", "old", 1, "", {}, {}, 1};
    QFile lock(QString::fromStdString(setUp_.dataFolder + "/server.lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write(protocol::encodeServerLock(old).c_str());
    lock.close();
    QVERIFY(lock.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    Watched watched(setUp_);
    QTRY_COMPARE_WITH_TIMEOUT(watched.state(), ServerState::Running, longMs);
    QVERIFY(watched.child.processId() != ::getpid());
}

void ServerChildTest::whatCannotStartIsTold() {
    link::ServerSetUp none = setUp_;
    none.program = "/no/such/server";
    Watched missing(none);
    QTRY_COMPARE(missing.state(), ServerState::Failed);
    QCOMPARE(missing.error().code, ErrorCode::ServerStartFailed);

    const int taken = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{AF_INET, 0, {htonl(INADDR_LOOPBACK)}, {}};
    socklen_t size = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    QVERIFY(::bind(taken, any, size) == 0 && ::listen(taken, 1) == 0 &&
            ::getsockname(taken, any, &size) == 0);
    setUp_.port = ntohs(address.sin_port);
    Watched watched(setUp_);
    QTRY_COMPARE_WITH_TIMEOUT(watched.state(), ServerState::Failed, longMs);
    QCOMPARE(watched.error().code, ErrorCode::PortInUse);
    ::close(taken); // it tries again by itself
    QTRY_COMPARE_WITH_TIMEOUT(watched.state(), ServerState::Running, longMs);
    QCOMPARE(port(), setUp_.port);
}

void ServerChildTest::anOrderlyEndIsNoFault() {
    Watched watched(setUp_);
    QTRY_COMPARE_WITH_TIMEOUT(watched.state(), ServerState::Running, longMs);
    const std::int64_t pid = watched.child.processId();
    test::StudioPeer peer;
    QVERIFY(peer.attach(*link::readServerLock(setUp_.dataFolder)));
    QVERIFY(!watched.child.waitExit(10));
    watched.child.expectExit();
    peer.quit();
    QVERIFY(watched.child.waitExit(longMs));
    QCOMPARE(watched.state(), ServerState::Stopped);
    QVERIFY(watched.error().code == ErrorCode::None);
    QCOMPARE(watched.child.processId(), std::int64_t{0});
    QVERIFY(!alive(pid));
}

QTEST_GUILESS_MAIN(ServerChildTest)
#include "ServerChildTest.moc"
