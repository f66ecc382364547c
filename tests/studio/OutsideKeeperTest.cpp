// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/OutsideKeeper.hpp"
#include "support/ManualClock.hpp"
#include "support/SmallShow.hpp"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace vitrina;
using namespace vitrina::studio;

namespace {

struct Bench final : control::RecordSink, control::EffectSink {
    void append(std::vector<record::Record> records) override {
        for (const record::Record& one : records)
            journalled += record::encodeRecord(one);
    }
    void carryOut(const control::Effect&) override {}

    QTemporaryDir folder;
    QString file = folder.filePath(QStringLiteral("outside.json"));
    test::ManualClock clock;
    std::string journalled;
    control::Dispatcher dispatcher{control::State{}, clock, *this, *this};
    std::vector<protocol::Outside> said;
    std::vector<std::string> tests;

    void listen(OutsideKeeper& keeper) {
        keeper.connectTo({[this](const protocol::Outside& one) { said.push_back(one); },
                          [this](const std::string& to) {
                              tests.push_back(to);
                          }});
    }
};

const control::MailSet mail{"mail.example",      587,  control::MailSecurity::StartTls, "anna",
                            "shop@mail.example", false};

} // namespace

/// What a person has set of the world beyond the show.
class OutsideKeeperTest final : public QObject {
    Q_OBJECT

  private slots:
    void whatIsSetIsKeptForItsOwnerAndSaidToTheServer() {
        Bench bench;
        {
            OutsideKeeper keeper(bench.file, bench.dispatcher);
            bench.listen(keeper);
            QVERIFY(bench.said.empty()); // nothing was ever set: a server elsewhere may have its own
            keeper.setMail(mail, "p4ss");
            keeper.setHookSecret("s3cret");
            keeper.setShop({"https://v.example/admin-api", "v", false}, "sh0p");
            QCOMPARE(bench.said.size(), std::size_t(3));
            QCOMPARE(bench.said.back().mail,
                     std::optional(
                         protocol::MailWay{"smtp://mail.example:587", "anna", "p4ss", "shop@mail.example"}));
            keeper.setMail(mail, {}); // the password stays
            QCOMPARE(bench.said.back().mail->password, std::string("p4ss"));
            QVERIFY(keeper.outside().mail->password && keeper.outside().shop->password);
            QTRY_VERIFY(QFile::exists(bench.file));
        }
        QCOMPARE(QFile::permissions(bench.file) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
        OutsideKeeper again(bench.file, bench.dispatcher);
        QVERIFY(again.outside().mail && again.outside().mail->security == control::MailSecurity::StartTls);
        QVERIFY(again.outside().hookSecret);
        bench.listen(again);
        QCOMPARE(bench.said.back().hookSecret, std::string("s3cret"));
        again.removeMail();
        again.removeShop();
        again.setHookSecret({});
        QCOMPARE(bench.said.back(), protocol::Outside{}); // said: what is gone is to go there too
    }

    void aFileThatOthersCanReadIsNotUsed() {
        Bench bench;
        QFile file(bench.file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        protocol::Outside held;
        held.hookSecret = "s3cret";
        file.write(QByteArray::fromStdString(protocol::encodeMessage(held)));
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        {
            OutsideKeeper keeper(bench.file, bench.dispatcher);
            bench.listen(keeper);
            QCOMPARE(keeper.outside().kept.code, ErrorCode::NotAuthorised);
            QVERIFY(!keeper.outside().hookSecret && bench.said.empty());
            keeper.setHookSecret("other"); // set anew it is kept as it should be
            QTRY_COMPARE(keeper.outside().kept.code, ErrorCode::None);
        }
        const auto read = readOutside(bench.file);
        QVERIFY(read && *read && (*read)->hookSecret == "other");
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"t\":");
        file.close();
        QCOMPARE(readOutside(bench.file).error().code, ErrorCode::FileDamaged);
    }

    void aFolderThatCantBeWrittenIsTold() {
        Bench bench;
        OutsideKeeper keeper(bench.folder.filePath(QStringLiteral("none/outside.json")), bench.dispatcher);
        bench.listen(keeper);
        keeper.setHookSecret("s");
        QTRY_COMPARE(keeper.outside().kept.code, ErrorCode::FileUnwritable);
        QCOMPARE(bench.said.size(), std::size_t(1)); // it holds until the end all the same
    }

    void mailThatIsRefusedIsAFaultWithoutItsWords() {
        Bench bench;
        OutsideKeeper keeper(bench.file, bench.dispatcher);
        bench.listen(keeper);
        QVERIFY(bench.dispatcher.dispatch(control::StartStandby{}));
        protocol::OutsideState state;
        state.mail = {ErrorCode::MailRefused, "550 no such person", 0, 5};
        keeper.serverSaid(state);
        QVERIFY(bench.dispatcher.state().faults.contains("mail"));
        QCOMPARE(keeper.outside().mailDoes.error.detail, std::string("550 no such person"));
        QVERIFY(bench.journalled.find("550") == std::string::npos);
        keeper.serverSaid({});
        QVERIFY(!bench.dispatcher.state().faults.contains("mail"));
    }

    void aTestMailIsAnsweredOnce() {
        Bench bench;
        OutsideKeeper keeper(bench.file, bench.dispatcher);
        std::vector<ErrorCode> answers;
        const auto hear = [&](const Error& error) {
            answers.push_back(error.code);
        };
        keeper.testMail("a@b.lv", hear); // no server
        QCOMPARE(answers, (std::vector{ErrorCode::LinkDown}));
        bench.listen(keeper);
        keeper.testMail("a@b.lv", hear);
        QCOMPARE(bench.tests, (std::vector<std::string>{"a@b.lv"}));
        keeper.mailTested({ErrorCode::MailRefused, "535"});
        keeper.mailTested({ErrorCode::None, {}});
        QCOMPARE(answers, (std::vector{ErrorCode::LinkDown, ErrorCode::MailRefused}));
    }
};

QTEST_GUILESS_MAIN(OutsideKeeperTest)
#include "OutsideKeeperTest.moc"
