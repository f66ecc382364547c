// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Csv.hpp"

#include <QTest>

using namespace vitrina;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows(std::string_view bytes) {
    Rows cells;
    const Result<CsvTable> table = readCsv(bytes);
    if (!table)
        return {{std::string(errorName(table.error().code)), table.error().detail}};
    for (const CsvRecord& record : table->records)
        cells.push_back(record.cells);
    return cells;
}

} // namespace

class CsvTest : public QObject {
    Q_OBJECT

  private slots:
    void quotesAndLineEnds();
    void delimiters();
    void encodings();
    void linesAreThoseOfTheFile();
    void whatCantBeRead();
    void limits();
    void writing();
};

void CsvTest::quotesAndLineEnds() {
    QCOMPARE(rows("a,b\r\nc,d\n"), (Rows{{"a", "b"}, {"c", "d"}}));
    QCOMPARE(rows("a,b\rc,d"), (Rows{{"a", "b"}, {"c", "d"}}));
    QCOMPARE(rows("\"a, b\",\"say \"\"hi\"\"\"\n"), (Rows{{"a, b", "say \"hi\""}}));
    QCOMPARE(rows("\"two\r\nlines\",x\n"), (Rows{{"two\nlines", "x"}}));
    // A quote inside a cell is one of its characters.
    QCOMPARE(rows("5\" screen,x\n"), (Rows{{"5\" screen", "x"}}));
    QCOMPARE(rows("  \"a\" ,\"b\"c\n"), (Rows{{"a", "bc"}}));
    QCOMPARE(rows(" a\xC2\xA0, b \n,,\n\n"), (Rows{{"a", "b"}}));
}

void CsvTest::delimiters() {
    QCOMPARE(rows("a;b,c;d\ne;f;g\n"), (Rows{{"a", "b,c", "d"}, {"e", "f", "g"}}));
    QCOMPARE(rows("a\tb, c\nd\te, f\n"), (Rows{{"a", "b, c"}, {"d", "e, f"}}));
    QCOMPARE(rows("sep=|\r\na|b;c\n"), (Rows{{"a", "b;c"}}));
    // Words full of commas do not outweigh the headings.
    QCOMPARE(rows("a;b\n0\n,,,,,,,,;1\n,,,,,,,,;2\n"),
             (Rows{{"a", "b"}, {"0"}, {",,,,,,,,", "1"}, {",,,,,,,,", "2"}}));
    QCOMPARE(rows("Show, 12 October\na;b\nc;d\ne;f\n"),
             (Rows{{"Show, 12 October"}, {"a", "b"}, {"c", "d"}, {"e", "f"}}));
    QCOMPARE(rows("only one column\nand another line\n"), (Rows{{"only one column"}, {"and another line"}}));
}

void CsvTest::encodings() {
    const Rows expected{{"Bļoda", "žāvēta"}};
    QCOMPARE(rows("\xEF\xBB\xBF"
                  "Bļoda,žāvēta"),
             expected);
    const Result<CsvTable> baltic = readCsv("B\xEF"
                                            "oda,\xFE\xE2v\xE7ta");
    QVERIFY(static_cast<bool>(baltic));
    QCOMPARE(baltic->encoding, TextEncoding::Windows1257);
    QCOMPARE(rows("B\xEF"
                  "oda,\xFE\xE2v\xE7ta"),
             expected);
    // Bytes without a letter in the Baltic page are read as the western one; a person can say which it is.
    const Result<CsvTable> western = readCsv("Caf\xE9,\xA5");
    QCOMPARE(western->encoding, TextEncoding::Windows1252);
    QCOMPARE(western->records[0].cells, (std::vector<std::string>{"Café", "¥"}));
    QCOMPARE(decodeText("\xC0", TextEncoding::Windows1257)->utf8, "Ą");
    QCOMPARE(decodeText("\xC0", TextEncoding::Windows1252)->utf8, "À");
    QCOMPARE(decodeText("\xC0", TextEncoding::Utf8).error().code, ErrorCode::BadText);
    const std::string little("\xFF\xFE"
                             "a\0\t\0\x3C\x01\x3D\xD8\x00\xDE",
                             12);
    QCOMPARE(rows(little), (Rows{{"a", "ļ😀"}}));
    const std::string big("\xFE\xFF"
                          "\0a\0,\x01\x3C",
                          8);
    QCOMPARE(rows(big), (Rows{{"a", "ļ"}}));
}

void CsvTest::linesAreThoseOfTheFile() {
    const Result<CsvTable> table = readCsv("a,b\n\n\"two\nlines\",x\nlast,y\n");
    QVERIFY(static_cast<bool>(table));
    QCOMPARE(table->records.size(), std::size_t(3));
    QCOMPARE(table->records[1].line, std::size_t(3));
    QCOMPARE(table->records[2].line, std::size_t(5));
    QCOMPARE(table->columns, std::size_t(2));
}

void CsvTest::whatCantBeRead() {
    const auto code = [](std::string_view bytes) {
        const Result<CsvTable> table = readCsv(bytes);
        return table ? ErrorCode::None : table.error().code;
    };
    QCOMPARE(code(""), ErrorCode::NotFound);
    QCOMPARE(code("\n,,\n"), ErrorCode::NotFound);
    QCOMPARE(code("a,b\nc,\"never closed\nd,e\n"), ErrorCode::BadFormat);
    QCOMPARE(readCsv("a,b\nc,\"never closed\nd,e\n").error().detail, "2");
    // It does not make another delimiter look better.
    QCOMPARE(code("Title;Time\nOne;\"1:00\n"), ErrorCode::BadFormat);
    QCOMPARE(code(std::string_view("PK\x03\x04\x00\x00", 6)), ErrorCode::BadText); // a workbook, not its text
    QCOMPARE(code("\xFF\xFE"
                  "a"),
             ErrorCode::BadText);
    QCOMPARE(code("a\x81\n"), ErrorCode::BadText);
}

void CsvTest::limits() {
    QCOMPARE(readCsv(std::string(maxCsvBytes + 1, 'a')).error().detail, "bytes");
    QCOMPARE(readCsv(std::string(maxCsvColumns, ',')).error().detail, "columns");
    std::string many;
    for (std::size_t i = 0; i <= maxCsvRecords; ++i)
        many += "r\n";
    QCOMPARE(readCsv(many).error().detail, "rows");
    QCOMPARE(readCsv(std::string_view(many).substr(2))->records.size(), maxCsvRecords);
}

void CsvTest::writing() {
    QCOMPARE(csvRecord({"a", "b;c", "d\"e", "", "f\ng"}, ';'), "a;\"b;c\";\"d\"\"e\";;\"f\ng\"\r\n");
}

QTEST_GUILESS_MAIN(CsvTest)
#include "CsvTest.moc"
