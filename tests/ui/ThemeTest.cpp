// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Theme.hpp"
#include "ui/theme/Figures.hpp"
#include "ui/theme/Fonts.hpp"
#include "ui/theme/Icons.hpp"
#include "ui/theme/Style.hpp"
#include "ui/widgets/ErrorText.hpp"
#include "ui/widgets/Fader.hpp"
#include "ui/widgets/Format.hpp"
#include "ui/widgets/Meter.hpp"
#include "ui/widgets/QrCode.hpp"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <array>
#include <cmath>
#include <set>

/// Tokens, figures, icons and the small widgets.
namespace vitrina::test {

class ThemeTest final : public QObject {
    Q_OBJECT

  private slots:
    void tokensAreAllRead();
    void aMissingTokenIsNamed();
    void textIsReadable();
    void edgesOfControlsAreSeen();
    void statesDifferWithoutRedOrGreen();
    void figuresDoNotDance();
    void iconsAreTinted();
    void noColourLiteralsInWidgets();
    void moneyFollowsTheLocale();
    void spansAndCounts();
    void everyErrorHasASentence();
    void qrCodeHasItsFinderPatterns();
    void faderSpeaksOnlyForThePerson();
    void meterScale();
};

namespace {

double luminance(const QColor& color) {
    const auto part = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

double toLinear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

enum class Blindness { None, Deuteranopia, Protanopia };
using Linear = std::array<double, 3>;

/// After Machado, Oliveira and Fernandes (2009), severity 1.0, in linear light.
Linear seenWith(Blindness blindness, const QColor& color) {
    static constexpr double deuteranopia[3][3] = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}};
    static constexpr double protanopia[3][3] = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}};
    const auto& matrix = blindness == Blindness::Deuteranopia ? deuteranopia : protanopia;
    const double rgb[3] = {toLinear(color.redF()), toLinear(color.greenF()), toLinear(color.blueF())};
    Linear seen{};
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column)
            seen[row] += matrix[row][column] * rgb[column];
    return seen;
}

/// CIE 1976 difference; 2.3 is just noticed, colours side by side.
double distance(const Linear& a, const Linear& b) {
    const auto lab = [](const Linear& rgb) {
        const auto f = [](double t) {
            return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116.0;
        };
        const double x = f((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505);
        const double y = f(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
        const double z = f((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089);
        return Linear{116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)};
    };
    const Linear left = lab(a);
    const Linear right = lab(b);
    return std::hypot(left[0] - right[0], left[1] - right[1], left[2] - right[2]);
}

QByteArray tokens() {
    QFile file(QStringLiteral(VITRINA_SOURCE_DIR "/resources/themes/tokens.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void ThemeTest::tokensAreAllRead() {
    const ui::Theme dark = ui::builtInTheme(ui::ThemeKind::Dark);
    QCOMPARE(dark.background.window, QColor("#0E1013"));
    QCOMPARE(dark.large.showBar, 56);
    QCOMPARE(dark.compact.showBar, 48);
    QCOMPARE(dark.large.timer, 42);
    QCOMPARE(dark.compact.timer, 34);
    QCOMPARE(dark.compact.button, 28); // no compact value of its own
    const ui::Theme light = ui::builtInTheme(ui::ThemeKind::Light);
    QCOMPARE(light.warning.text, QColor("#855300"));
    // Captions sit on pictures: dark in both.
    QCOMPARE(light.picture.caption, dark.picture.caption);
    QVERIFY(!ui::styleSheetOf(dark).contains(QLatin1Char('@')));
}

void ThemeTest::aMissingTokenIsNamed() {
    QByteArray json = tokens();
    json.replace("\"onFill\"", "\"offFill\"");
    const Result<ui::Theme> theme = ui::themeFromJson(json, ui::ThemeKind::Dark);
    QVERIFY(!theme);
    QCOMPARE(theme.error().code, ErrorCode::BadFormat);
    QVERIFY(theme.error().detail.find("accent.onFill") != std::string::npos);
    QVERIFY(!ui::themeFromJson("[]", ui::ThemeKind::Dark));
}

/// Every text of the theme on every ground that a panel, row or button puts it on (WCAG AA: 4.5).
void ThemeTest::textIsReadable() {
    for (const ui::ThemeKind kind : {ui::ThemeKind::Dark, ui::ThemeKind::Light}) {
        const ui::Theme theme = ui::builtInTheme(kind);
        const auto& ground = theme.background;
        const QColor grounds[] = {ground.window,    ground.panel,      ground.header,
                                  ground.control,   ground.field,      theme.air.soft,
                                  theme.ready.soft, theme.accent.soft, ground.controlHover};
        std::vector<std::pair<QColor, QColor>> pairs{{theme.text.label, ground.panel},
                                                     {theme.text.label, ground.header},
                                                     {theme.text.label, theme.air.soft},
                                                     {theme.air.onFill, theme.air.fill},
                                                     {theme.air.onFill, theme.air.fillHover},
                                                     {theme.ready.onFill, theme.ready.fill},
                                                     {theme.warning.onFill, theme.warning.fill},
                                                     {theme.accent.onFill, theme.accent.fill},
                                                     {theme.accent.onFill, theme.accent.fillHover},
                                                     {theme.accent.onFill, theme.accent.fillPressed},
                                                     {theme.accent.text, theme.accent.soft},
                                                     {theme.picture.text, theme.picture.caption},
                                                     {theme.warning.fill, theme.picture.caption}};
        for (const QColor& one : grounds)
            for (const QColor& text : {theme.text.primary, theme.text.secondary})
                pairs.emplace_back(text, one);
        for (const QColor& one :
             {ground.panel, ground.header}) // names of states stand on these and their own
            for (const QColor& text :
                 {theme.air.text, theme.ready.text, theme.warning.text, theme.accent.text})
                pairs.emplace_back(text, one);
        pairs.emplace_back(theme.air.text, theme.air.soft);
        pairs.emplace_back(theme.ready.text, theme.ready.soft);
        pairs.emplace_back(theme.warning.text, theme.warning.soft);
        for (const auto& [text, one] : pairs)
            QVERIFY2(contrast(text, one) >= 4.5,
                     qPrintable(text.name() + QStringLiteral(" on ") + one.name() + QStringLiteral(": ") +
                                QString::number(contrast(text, one))));
    }
}

/// What can be worked is told from what it stands on (WCAG: 3), the focus before all.
void ThemeTest::edgesOfControlsAreSeen() {
    for (const ui::ThemeKind kind : {ui::ThemeKind::Dark, ui::ThemeKind::Light}) {
        const ui::Theme theme = ui::builtInTheme(kind);
        for (const QColor& ground :
             {theme.background.window, theme.background.panel, theme.background.header}) {
            QVERIFY(contrast(theme.focus.ring, ground) >= 3.0);
            for (const QColor& edge : {theme.air.border, theme.ready.border, theme.border.field})
                QVERIFY2(contrast(edge, ground) >= 3.0,
                         qPrintable(edge.name() + QStringLiteral(" on ") + ground.name() +
                                    QStringLiteral(": ") + QString::number(contrast(edge, ground))));
        }
    }
}

/// Without the red-sensitive or the green-sensitive cones, what is on air, what is next and what warns still
/// differ; side, word and shape say it as well.
void ThemeTest::statesDifferWithoutRedOrGreen() {
    for (const ui::ThemeKind kind : {ui::ThemeKind::Dark, ui::ThemeKind::Light}) {
        const ui::Theme theme = ui::builtInTheme(kind);
        const std::pair<QColor, QColor> pairs[] = {
            {theme.air.fill, theme.ready.fill},     {theme.air.fill, theme.warning.fill},
            {theme.air.fill, theme.accent.fill},    {theme.ready.fill, theme.accent.fill},
            {theme.air.border, theme.ready.border},
        };
        for (const Blindness blindness : {Blindness::Deuteranopia, Blindness::Protanopia})
            for (const auto& [one, other] : pairs) {
                const double apart = distance(seenWith(blindness, one), seenWith(blindness, other));
                QVERIFY2(apart >= 15.0, qPrintable(one.name() + QStringLiteral(" and ") + other.name() +
                                                   QStringLiteral(": ") + QString::number(apart)));
            }
    }
}

void ThemeTest::figuresDoNotDance() {
    for (const int pixels : {11, 17, 42}) {
        const QFont font = ui::uiFont(pixels, 600);
        QCOMPARE(ui::figuresWidth(font, QStringLiteral("1:11")),
                 ui::figuresWidth(font, QStringLiteral("8:58")));
        QCOMPARE(ui::figuresWidth(font, QStringLiteral("00:42:17")),
                 ui::figuresWidth(font, QStringLiteral("11:11:11")));
    }
}

void ThemeTest::iconsAreTinted() {
    QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    {
        QPainter painter(&image);
        ui::drawIcon(painter, QRectF(0, 0, 32, 32), QStringLiteral("warning"), Qt::green, Qt::red);
    }
    QCOMPARE(image.pixelColor(8, 26), QColor(Qt::green));
    QCOMPARE(image.pixelColor(16, 16), QColor(Qt::red)); // the mark is cut out
    QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
}

void ThemeTest::noColourLiteralsInWidgets() {
    // QR codes are dark on white whatever the theme, and so is paper.
    const QRegularExpression literal(
        QStringLiteral("#[0-9A-Fa-f]{6}\\b|Qt::(white|black|red|green|blue|gray)\\b|QColor\\(\\d"));
    for (const char* module : {"widgets", "models", "panels", "dialogs", "shell"}) {
        const QDir folder(QStringLiteral(VITRINA_SOURCE_DIR "/ui/") + QLatin1String(module));
        for (const QString& name : folder.entryList({QStringLiteral("*.?pp")})) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            if (name != QStringLiteral("QrCode.cpp") && name != QStringLiteral("PaperPdf.cpp"))
                QVERIFY2(!QString::fromUtf8(file.readAll()).contains(literal), qPrintable(name));
        }
    }
}

void ThemeTest::moneyFollowsTheLocale() {
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    const QLocale latvianLocale(QLocale::Latvian, QLocale::Latvia);
    QCOMPARE(ui::moneyText(3800, "EUR", english), QStringLiteral("€\u00A038.00"));
    QCOMPARE(ui::moneyText(3800, "EUR", latvianLocale), QStringLiteral("38,00\u00A0€"));
    QCOMPARE(ui::moneyText(123456789, "EUR", latvianLocale), QStringLiteral("1\u202F234\u202F567,89\u00A0€"));
    QCOMPARE(ui::moneyText(-50, "EUR", english), QStringLiteral("€\u00A0\u22120.50"));
    QCOMPARE(ui::amountText(1500, "JPY", english), QStringLiteral("1\u202F500"));
}

void ThemeTest::spansAndCounts() {
    QCOMPARE(ui::durationText(84'000), QStringLiteral("1:24"));
    QCOMPARE(ui::durationText(5'400'000), QStringLiteral("1:30:00"));
    QCOMPARE(ui::durationText(-4'000), QStringLiteral("\u22120:04"));
    QCOMPARE(ui::signedDurationText(101'000), QStringLiteral("+1:41"));
    QCOMPARE(ui::signedDurationText(400), QStringLiteral("0:00"));
    QCOMPARE(ui::clockText(2'537'999), QStringLiteral("00:42:17"));
    QCOMPARE(ui::clockText(-372'000), QStringLiteral("\u221200:06:12"));
    QCOMPARE(ui::countText(1284), QStringLiteral("1\u202F284"));
    QCOMPARE(ui::countText(999), QStringLiteral("999"));
}

void ThemeTest::everyErrorHasASentence() {
    std::set<QString> sentences;
    int codes = 0;
    for (int number = 1; number < 200; ++number) {
        const auto code = ErrorCode(number);
        if (errorName(code).empty() || errorFromName(errorName(code)) != code)
            continue;
        ++codes;
        const QString sentence = ui::errorSentence(code);
        QVERIFY2(sentence.size() > 20, errorName(code).data());
        sentences.insert(sentence);
    }
    QVERIFY(codes >= 40);
    QCOMPARE(int(sentences.size()), codes); // and each says something of its own
}

void ThemeTest::qrCodeHasItsFinderPatterns() {
    QVERIFY(ui::qrImage({}).isNull());
    const QImage image = ui::qrImage(QStringLiteral("http://192.168.1.20:8080/"));
    QVERIFY(image.width() >= 29 && image.width() == image.height());
    // Quiet zone of four, then a 7x7 square: dark edge, light ring, dark 3x3.
    QCOMPARE(qGray(image.pixel(3, 3)), 255);
    for (int i = 0; i < 7; ++i) {
        QCOMPARE(qGray(image.pixel(4 + i, 4)), 0);
        QCOMPARE(qGray(image.pixel(4, 4 + i)), 0);
    }
    QCOMPARE(qGray(image.pixel(5, 5)), 255);
    QCOMPARE(qGray(image.pixel(7, 7)), 0);
    QVERIFY(ui::qrImage(QString(10'000, QLatin1Char('a'))).isNull());
}

void ThemeTest::faderSpeaksOnlyForThePerson() {
    const ui::Theme theme = ui::builtInTheme(ui::ThemeKind::Dark);
    ui::Fader fader(theme, QStringLiteral("Host"));
    QSignalSpy chosen(&fader, &ui::Fader::dbChosen);
    fader.showDb(-9.5);
    QCOMPARE(chosen.count(), 0);
    QVERIFY(fader.accessibleName().contains(QStringLiteral("\u22129.5")));
    QTest::keyClick(&fader, Qt::Key_Right);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].toDouble(), -9.0);
    QTest::mouseDClick(&fader, Qt::LeftButton);
    QCOMPARE(fader.db(), 0.0);
    QCOMPARE(ui::Fader::dbText(-60.0), QStringLiteral("\u2212\u221E"));
    QCOMPARE(ui::Fader::dbText(3.0), QStringLiteral("+3.0"));
}

void ThemeTest::meterScale() {
    QCOMPARE(ui::Meter::fraction(-60.0F), 0.0);
    QCOMPARE(ui::Meter::fraction(-96.0F), 0.0);
    QCOMPARE(ui::Meter::fraction(-30.0F), 0.5);
    QCOMPARE(ui::Meter::fraction(0.0F), 1.0);
    QCOMPARE(ui::Meter::fraction(6.0F), 1.0);
}

} // namespace vitrina::test

QTEST_MAIN(vitrina::test::ThemeTest)
#include "ThemeTest.moc"
