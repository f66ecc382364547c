// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/Options.hpp"

#include <QCommandLineParser>
#include <QRegularExpression>

namespace vitrina::studio {
namespace {

void declare(QCommandLineParser& parser) {
    parser.setApplicationDescription(QStringLiteral("Vitrina, the live-shopping studio."));
    parser.addHelpOption();
    const auto add = [&](const char* name, const char* text, const char* value = nullptr) {
        QCommandLineOption option(QString::fromLatin1(name), QString::fromLatin1(text));
        if (value)
            option.setValueName(QString::fromLatin1(value));
        parser.addOption(option);
    };
    add("demo", "run the whole demo show by script, with simulated viewers");
    add("show", "show file (.vitrina) or show document to import (.json)", "FILE");
    add("setup", "set-up document: canvas, cameras, scenes", "FILE");
    add("data", "folder for show files and the server's data", "DIR");
    add("camera",
        "a camera; repeat for more: test:, file:PATH, srt:PORT, rtmp:PORT/KEY, rtsp://HOST/PATH, "
        "http://HOST/PATH (MJPEG), webcam:DEVICE, image:PATH, colour:RRGGBB, screen:N, window:CLASS",
        "NAME=URL");
    add("rtmp", "publish there as well; the last part of the path is the stream key", "URL");
    add("record", "folder for recordings", "DIR");
    add("port", "port of the viewers' page (0: any free one)", "N");
    add("phones", "let phones on this network open the viewers' page, with the server's own certificate");
    add("pair", "pair with a show server elsewhere: the code that vitrina-server setup prints", "CODE");
    add("go-live", "go live as soon as the studio is ready");
    add("script", "timed commands, the same that keys give (JSON)", "FILE");
    add("for", "end the show after so many seconds on air", "SECONDS");
    add("out", "unattended: leave recording, report, screenshots and summary.json there, then quit", "DIR");
    add("canvas", "canvas, e.g. 960x540@30 or 540x960@30", "WxH@FPS");
    add("lang", "language of the studio: en or lv", "LANG");
    add("light", "light theme");
    add("viewers", "simulated viewers", "N");
    add("unfinished", "a show that broke off: ask, resume or new", "WHAT");
    add("page-shots", "program that photographs the page: TOOL URL FOLDER", "TOOL");
    add("web", "folder of the viewers' page", "DIR");
}

Result<int> wholeNumber(const QCommandLineParser& parser, const char* name, int low, int high) {
    const QString text = parser.value(QString::fromLatin1(name));
    bool ok = false;
    const int number = text.toInt(&ok);
    if (!ok || number < low || number > high)
        return fail(ErrorCode::BadFormat, std::string("--") + name + ": a whole number from " +
                                              std::to_string(low) + " to " + std::to_string(high) +
                                              ", not \"" + text.toStdString() + "\"");
    return number;
}

Result<stage::Canvas> readCanvas(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^(\\d{2,4})x(\\d{2,4})(?:@(\\d{1,3}))?$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return fail(ErrorCode::BadFormat, "--canvas: WIDTHxHEIGHT@FPS, not \"" + text.toStdString() + "\"");
    stage::Canvas canvas{match.captured(1).toInt(), match.captured(2).toInt(), 30};
    if (!match.captured(3).isEmpty())
        canvas.fps = match.captured(3).toInt();
    const bool even =
        canvas.width % 4 == 0 && canvas.height % 2 == 0; // what the encoder and libobs' NV12 take
    if (!even || canvas.width < 160 || canvas.height < 160 || canvas.width > 3840 || canvas.height > 3840 ||
        canvas.fps < 5 || canvas.fps > 60)
        return fail(ErrorCode::BadFormat, "--canvas: sides from 160 to 3840, the width a multiple of 4 and "
                                          "the height even, 5 to 60 frames; not \"" +
                                              text.toStdString() + "\"");
    return canvas;
}

Result<void> readCameras(const QCommandLineParser& parser, Options& options) {
    for (const QString& given : parser.values(QStringLiteral("camera"))) {
        const qsizetype sign = given.indexOf(QLatin1Char('='));
        if (sign <= 0)
            return fail(ErrorCode::BadFormat, "--camera: NAME=URL, not \"" + given.toStdString() + "\"");
        const stage::Source source =
            stage::sourceFromAddress(given.left(sign).toStdString(), given.mid(sign + 1).toStdString());
        if (source.kind == stage::SourceKind::None)
            return fail(ErrorCode::CameraAddressInvalid,
                        "--camera " + given.left(sign).toStdString() + ": see --help for the kinds");
        options.cameras.push_back(source);
    }
    return {};
}

Result<void> readRtmp(const QCommandLineParser& parser, Options& options) {
    if (!parser.isSet(QStringLiteral("rtmp")))
        return {};
    static const QRegularExpression form(QStringLiteral("^(rtmps?://[^/\\s]+/\\S*?)/([^/\\s]+)$"));
    const auto match = form.match(parser.value(QStringLiteral("rtmp")));
    if (!match.hasMatch())
        return fail(ErrorCode::BadFormat, "--rtmp: rtmp://HOST[:PORT]/APP/KEY");
    options.rtmpUrl = match.captured(1);
    options.rtmpKey = match.captured(2);
    return {};
}

Result<void> readNumbers(const QCommandLineParser& parser, Options& options) {
    if (parser.isSet(QStringLiteral("port"))) {
        const auto port = wholeNumber(parser, "port", 0, 65535);
        if (!port)
            return port.error();
        options.port = *port;
    }
    if (parser.isSet(QStringLiteral("viewers"))) {
        const auto viewers = wholeNumber(parser, "viewers", 0, 2000);
        if (!viewers)
            return viewers.error();
        options.viewers = *viewers;
    }
    if (parser.isSet(QStringLiteral("for"))) {
        bool ok = false;
        options.forSeconds = parser.value(QStringLiteral("for")).toDouble(&ok);
        if (!ok || !(options.forSeconds > 0 && options.forSeconds <= 86400))
            return fail(ErrorCode::BadFormat, "--for: seconds, up to a day");
    }
    return {};
}

Result<void> readChoices(const QCommandLineParser& parser, Options& options) {
    if (parser.isSet(QStringLiteral("canvas"))) {
        const auto canvas = readCanvas(parser.value(QStringLiteral("canvas")));
        if (!canvas)
            return canvas.error();
        options.canvas = *canvas;
    }
    options.language = parser.value(QStringLiteral("lang"));
    if (!options.language.isEmpty() && options.language != QLatin1String("en") &&
        options.language != QLatin1String("lv"))
        return fail(ErrorCode::BadFormat, "--lang: en or lv");
    const QString unfinished = parser.value(QStringLiteral("unfinished"));
    if (unfinished == QLatin1String("resume"))
        options.unfinished = Unfinished::Resume;
    else if (unfinished == QLatin1String("new"))
        options.unfinished = Unfinished::StartAnew;
    else if (!unfinished.isEmpty() && unfinished != QLatin1String("ask"))
        return fail(ErrorCode::BadFormat, "--unfinished: ask, resume or new");
    return {};
}

} // namespace

Result<Options> readOptions(const QStringList& arguments) {
    QCommandLineParser parser;
    declare(parser);
    if (!parser.parse(arguments))
        return fail(ErrorCode::BadFormat, parser.errorText().toStdString());
    if (!parser.positionalArguments().isEmpty())
        return fail(ErrorCode::BadFormat,
                    "not an option: \"" + parser.positionalArguments().constFirst().toStdString() + "\"");

    Options options;
    const auto text = [&](const char* name) {
        return parser.value(QString::fromLatin1(name));
    };
    const auto isOn = [&](const char* name) {
        return parser.isSet(QString::fromLatin1(name));
    };
    options.help = isOn("help");
    options.showPath = text("show");
    options.setUpPath = text("setup");
    options.dataFolder = text("data");
    options.recordFolder = text("record");
    options.scriptPath = text("script");
    options.outFolder = text("out");
    options.pageShotsTool = text("page-shots");
    options.webFolder = text("web");
    options.goLive = isOn("go-live");
    options.phones = isOn("phones");
    options.pairingCode = text("pair");
    options.light = isOn("light");
    options.demo = isOn("demo");
    if (options.demo)
        options.viewers = 12; // unless --viewers says otherwise
    for (const auto& read : {readCameras, readRtmp, readNumbers, readChoices}) {
        if (const auto result = read(parser, options); !result)
            return result.error();
    }
    if (options.unattended() && options.unfinished == Unfinished::Ask)
        options.unfinished = Unfinished::StartAnew; // Nobody is there to be asked.
    return options;
}

QString optionsHelp() {
    QCommandLineParser parser;
    declare(parser);
    return parser.helpText();
}

} // namespace vitrina::studio
