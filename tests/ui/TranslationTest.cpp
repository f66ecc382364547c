// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <set>

/// vitrina_lv.ts holds every string of the code, each translated, none left in English by mistake.
namespace vitrina::test {

class TranslationTest final : public QObject {
    Q_OBJECT

  private slots:
    void nothingIsUnfinished();
    void nothingIsMissing();
    void latvianIsNotEnglish();
    void placesAreKept();
};

namespace {

struct Entry {
    QString context, source, comment;
    QStringList translations;
    bool unfinished = false;
    QString key() const { return context + QLatin1Char('|') + source + QLatin1Char('|') + comment; }
};

QList<Entry> readTs(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Entry> entries;
    QString context;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto name = xml.name();
        if (name == QStringLiteral("name"))
            context = xml.readElementText();
        else if (name == QStringLiteral("message"))
            entries.append(Entry{context, {}, {}, {}, false});
        else if (name == QStringLiteral("source"))
            entries.last().source = xml.readElementText();
        else if (name == QStringLiteral("comment"))
            entries.last().comment = xml.readElementText();
        else if (name == QStringLiteral("numerusform"))
            entries.last().translations << xml.readElementText();
        else if (name == QStringLiteral("translation")) {
            entries.last().unfinished = xml.attributes().hasAttribute(QStringLiteral("type"));
            // Plural forms follow as elements of their own.
            const QString words = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            entries.last().translations << words.trimmed();
            if (words.startsWith(QLatin1Char(' ')))
                entries.last().translations.last().prepend(QLatin1Char(' '));
        }
    }
    return entries;
}

const QString latvian = QStringLiteral(VITRINA_SOURCE_DIR "/translations/vitrina_lv.ts");

} // namespace

void TranslationTest::nothingIsUnfinished() {
    const QList<Entry> entries = readTs(latvian);
    QVERIFY(entries.size() > 200);
    for (const Entry& entry : entries) {
        QVERIFY2(!entry.unfinished, qPrintable(entry.source));
        for (const QString& translation : entry.translations)
            QVERIFY2(!translation.trimmed().isEmpty(), qPrintable(entry.source));
    }
}

void TranslationTest::nothingIsMissing() {
    QTemporaryDir folder;
    const QString fresh = folder.filePath(QStringLiteral("fresh.ts"));
    QStringList arguments{QStringLiteral("-silent"), QStringLiteral("-extensions"), QStringLiteral("cpp,hpp"),
                          QStringLiteral("-I"), QStringLiteral(VITRINA_SOURCE_DIR)};
    for (const char* module : {"theme", "widgets", "models", "panels", "dialogs", "host", "shell"})
        arguments << QStringLiteral(VITRINA_SOURCE_DIR "/ui/") + QLatin1String(module);
    arguments << QStringLiteral(VITRINA_SOURCE_DIR "/app/studio")
              << QStringLiteral(VITRINA_SOURCE_DIR "/app/main.cpp");
    arguments << QStringLiteral("-ts") << fresh;
    QProcess lupdate;
    lupdate.start(QStringLiteral(VITRINA_LUPDATE), arguments);
    QVERIFY(lupdate.waitForFinished(60'000));
    QCOMPARE(lupdate.exitCode(), 0);
    std::set<QString> known;
    for (const Entry& entry : readTs(latvian))
        known.insert(entry.key());
    const QList<Entry> inCode = readTs(fresh);
    QVERIFY(inCode.size() > 200);
    for (const Entry& entry : inCode)
        QVERIFY2(known.contains(entry.key()), qPrintable(entry.key()));
    QCOMPARE(std::size_t(inCode.size()), known.size());
}

void TranslationTest::latvianIsNotEnglish() {
    const std::set<QString> same{QStringLiteral("REC"), QStringLiteral(" ms"), QStringLiteral("%1 s"),
                                 QStringLiteral("CPU %1 %")};
    for (const Entry& entry : readTs(latvian))
        if (!same.contains(entry.source))
            QVERIFY2(entry.translations.first() != entry.source, qPrintable(entry.source));
}

void TranslationTest::placesAreKept() {
    for (const Entry& entry : readTs(latvian))
        for (const char* place : {"%1", "%2", "%3", "%n"})
            QVERIFY2(entry.source.contains(QLatin1String(place)) ==
                         entry.translations.first().contains(QLatin1String(place)),
                     qPrintable(entry.source));
}

} // namespace vitrina::test

QTEST_GUILESS_MAIN(vitrina::test::TranslationTest)
#include "TranslationTest.moc"
