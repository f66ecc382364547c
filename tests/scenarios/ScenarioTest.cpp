// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenarios/support/Scenario.hpp"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace vitrina;
namespace json = boost::json;

namespace {

bool reRecording() {
    return qEnvironmentVariableIsSet("VITRINA_RERECORD");
}

QString folder() {
    return QStringLiteral(VITRINA_SOURCE_DIR "/tests/scenarios");
}

std::vector<std::string> linesOf(const json::object& scenario) {
    std::vector<std::string> lines;
    if (const json::value* expected = scenario.if_contains("expected")) {
        for (const json::value& line : expected->as_array())
            lines.emplace_back(line.as_string());
    }
    return lines;
}

/// One step and one line of what came of it to a line, so that a change is easy to read in a diff.
std::string written(const json::object& scenario, const std::vector<std::string>& expected) {
    std::string text = "{\n  \"about\": " + json::serialize(scenario.at("about")) + ",\n  \"steps\": [";
    const char* comma = "\n    ";
    for (const json::value& step : scenario.at("steps").as_array()) {
        text += comma + json::serialize(step);
        comma = ",\n    ";
    }
    text += "\n  ],\n  \"expected\": [";
    comma = "\n    ";
    for (const std::string& line : expected) {
        text += comma + json::serialize(json::value(line));
        comma = ",\n    ";
    }
    return text + "\n  ]\n}\n";
}

} // namespace

/// Golden scenarios: steps in, records, effects, refusals and the final state out. VITRINA_RERECORD=1 writes
/// what came into the files; such a run always fails, so that it can't be left on.
class ScenarioTest : public QObject {
    Q_OBJECT

  private slots:
    void scenario_data();
    void scenario();
    void reRecordModeIsOff();
};

void ScenarioTest::scenario_data() {
    QTest::addColumn<QString>("path");
    const QStringList names = QDir(folder()).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    QVERIFY(names.size() >= 9);
    for (const QString& name : names)
        QTest::newRow(qPrintable(name)) << folder() + QLatin1Char('/') + name;
}

void ScenarioTest::scenario() {
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    file.close();
    boost::system::error_code error;
    const json::value parsed =
        json::parse(std::string_view(bytes.constData(), std::size_t(bytes.size())), error);
    QVERIFY2(!error, error.message().c_str());
    const json::object& scenario = parsed.as_object();
    const std::vector<std::string> expected = linesOf(scenario);
    const std::vector<std::string> came = test::Scenario().play(scenario.at("steps").as_array());
    if (reRecording()) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(written(scenario, came)));
        return;
    }
    for (std::size_t i = 0; i < std::min(came.size(), expected.size()); ++i)
        QCOMPARE(came[i], expected[i]);
    QCOMPARE(came.size(), expected.size());
    QCOMPARE(bytes.toStdString(), written(scenario, expected)); // as it would be written again
}

void ScenarioTest::reRecordModeIsOff() {
    QVERIFY2(!reRecording(),
             "scenarios were recorded anew: read the diff, then run without VITRINA_RERECORD");
}

QTEST_GUILESS_MAIN(ScenarioTest)
#include "ScenarioTest.moc"
