// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/Kinds.hpp"
#include "record/Layouts.hpp"
#include "record/Record.hpp"
#include "record/Upgrades.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <QtTest>

using namespace vitrina;

namespace {

/// One full example of any described value, the same at every run: each field another text or number, so that
/// two fields changed for one another are seen.
class Example {
  public:
    template <class T>
    T make() {
        T value{};
        fill(value);
        return value;
    }

  private:
    void fill(std::string& value) { value = "ā" + std::to_string(++count_); }
    void fill(bool& value) { value = true; }
    void fill(double& value) { value = -++count_ - 0.25; }
    template <std::integral T>
    void fill(T& value) {
        value = static_cast<T>(++count_);
    }
    void fill(ErrorCode& value) { value = ErrorCode::SoldOut; }
    template <record::Worded E>
    void fill(E& value) {
        value = record::Words<E>::list.back().first;
    }
    template <class Tag>
    void fill(Id<Tag>& value) {
        value.value = "id" + std::to_string(++count_);
    }
    template <class T>
    void fill(std::optional<T>& value) {
        fill(value.emplace());
    }
    template <class T>
    void fill(std::vector<T>& values) {
        values.resize(2);
        for (T& value : values)
            fill(value);
    }
    template <class K, class T>
    void fill(std::map<K, T>& values) {
        fill(values[make<K>()]);
    }
    template <class... Ts>
    void fill(std::variant<Ts...>& value) {
        fill(value.template emplace<0>());
    }
    template <record::Described T>
    void fill(T& value) {
        std::apply([&](const auto&... fields) { (fill(value.*(fields.member)), ...); },
                   record::Layout<T>::fields);
    }

    int count_ = 0;
};

std::map<std::string, record::Fact> allExamples() {
    std::map<std::string, record::Fact> examples;
    const auto addGroup = [&]<class... Ts>(std::type_identity<std::variant<Ts...>>) {
        ((examples[std::string(record::kindOf<Ts>.name)] = std::variant<Ts...>(Example().make<Ts>())), ...);
    };
    addGroup(std::type_identity<show::Fact>());
    addGroup(std::type_identity<stage::Fact>());
    addGroup(std::type_identity<commerce::Fact>());
    addGroup(std::type_identity<audience::Fact>());
    addGroup(std::type_identity<record::OwnFact>());
    return examples;
}

QString fixture(std::string_view kind, int version) {
    return QStringLiteral(VITRINA_SOURCE_DIR "/tests/record/fixtures/v%1/%2.json")
        .arg(version)
        .arg(QLatin1String(kind.data(), static_cast<int>(kind.size())));
}

std::string contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toStdString() : std::string();
}

} // namespace

class UpgradeTest : public QObject {
    Q_OBJECT

  private slots:
    void everyKindHasAGoldenLine();
    void todaysLayoutIsTheGoldenOne();
    void everythingEverWrittenCanBeRead();
    void stepsAreTakenOneByOne();
    void whatWasNotKnownIsNotMadeUp();
};

void UpgradeTest::everyKindHasAGoldenLine() {
    const bool recording = qEnvironmentVariableIsSet("VITRINA_RECORD_GOLDEN");
    const auto examples = allExamples();
    for (const record::Kind& kind : record::allKinds()) {
        QVERIFY2(examples.count(std::string(kind.name)) == 1, kind.name.data());
        const QString path = fixture(kind.name, kind.version);
        if (recording && !QFile::exists(path)) {
            QDir().mkpath(QFileInfo(path).path());
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            const record::EncodedFact encoded = record::encodeFact(examples.at(std::string(kind.name)));
            file.write(encoded.body.c_str());
            file.write("\n");
        }
        QVERIFY2(QFile::exists(path),
                 ("no golden line; see app/record/records.md: " + path.toStdString()).c_str());
    }
    QVERIFY2(!recording, "recorded what was missing; unset VITRINA_RECORD_GOLDEN and look at the difference");
}

void UpgradeTest::todaysLayoutIsTheGoldenOne() {
    for (const auto& [kind, fact] : allExamples()) {
        const record::EncodedFact encoded = record::encodeFact(fact);
        QVERIFY2(encoded.body == contents(fixture(kind, encoded.version)),
                 (kind + " is laid out in another way than its version says: raise it and write an upgrade")
                     .c_str());
    }
}

void UpgradeTest::everythingEverWrittenCanBeRead() {
    int read = 0;
    const QDir root(QStringLiteral(VITRINA_SOURCE_DIR "/tests/record/fixtures"));
    for (const QString& version : root.entryList({QStringLiteral("v*")}, QDir::Dirs)) {
        const QDir folder(root.filePath(version));
        for (const QString& name : folder.entryList({QStringLiteral("*.json")})) {
            const std::string kind = QString(name).remove(QStringLiteral(".json")).toStdString();
            const Result<record::Fact> fact =
                record::decodeFact({kind, version.mid(1).toInt(), contents(folder.filePath(name))});
            QVERIFY2(static_cast<bool>(fact), (kind + (fact ? "" : ": " + fact.error().detail)).c_str());
            QVERIFY2(!record::factAs<record::UnknownFact>(*fact), kind.c_str());
            ++read;
        }
    }
    QVERIFY(read >= static_cast<int>(record::allKinds().size()));
}

void UpgradeTest::stepsAreTakenOneByOne() {
    const std::vector<record::Upgrade> steps{
        {"test.kind", 2,
         [](boost::json::object& body) {
             body["sum"] = body["a"].as_int64() * 10;
             return true;
         }},
        {"test.kind", 1,
         [](boost::json::object& body) {
             if (!body.contains("old"))
                 return false;
             body["a"] = body["old"];
             body.erase("old");
             return true;
         }},
        {"test.other", 1,
         [](boost::json::object&) {
             return false;
         }},
    };
    boost::json::object body{{"old", 7}};
    QVERIFY(static_cast<bool>(record::upgrade(body, "test.kind", 1, 3, steps)));
    QVERIFY(body == (boost::json::object{{"a", 7}, {"sum", 70}}));
    boost::json::object wrong{{"new", 7}};
    QCOMPARE(record::upgrade(wrong, "test.kind", 1, 3, steps).error().code, ErrorCode::BadFormat);
    QCOMPARE(record::upgrade(body, "test.kind", 3, 4, steps).error().code, ErrorCode::BadFormat);
    QVERIFY(static_cast<bool>(record::upgrade(body, "test.kind", 4, 4, steps)));
}

/// The fields that came with the labels of items and with the prices of before.
void UpgradeTest::whatWasNotKnownIsNotMadeUp() {
    const auto read = [](const char* kind, int version) {
        return record::decodeFact({kind, version, contents(fixture(kind, version))});
    };
    const Result<record::Fact> taken = read("show.item_taken", 2);
    QVERIFY(record::factAs<show::ItemTaken>(*taken)->aired.item.disclosureText.empty());
    const Result<record::Fact> edited = read("show.rundown_edited", 1);
    const auto* edit = record::factAs<show::RundownEdited>(*edited);
    QVERIFY(edit->itemAfter && edit->segmentAfter);
    QVERIFY(edit->itemAfter->item.disclosureText.empty());
    QVERIFY(edit->segmentAfter->segment.items.front().disclosureText.empty());
    const Result<record::Fact> opened = read("commerce.shop_opened", 1);
    for (const commerce::Product& product : record::factAs<commerce::ShopOpened>(*opened)->catalogue.products)
        QVERIFY(!product.variants.front().priorLowest);
    // An edit of one row has no segments in it.
    std::string row = contents(fixture("show.rundown_edited", 1));
    boost::json::object body = boost::json::parse(row).as_object();
    body["segmentBefore"] = nullptr;
    body["segmentAfter"] = nullptr;
    body["itemBefore"] = nullptr;
    QVERIFY(static_cast<bool>(record::decodeFact({"show.rundown_edited", 1, boost::json::serialize(body)})));
}

QTEST_GUILESS_MAIN(UpgradeTest)
#include "UpgradeTest.moc"
