// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/obs/web/Fmp4Writer.hpp"

#include "engine/web/support/Boxes.hpp"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace vitrina::test {
using namespace engine;
using namespace engine::obs;

namespace {

constexpr std::int64_t sysStart = 5'000'000'123;

struct Muxed {
    std::vector<WebFragment> fragments;
    Bytes file;
};

/// Feeds a recording as libobs does: sound comes some 50 ms after the picture of the same time.
void feed(Fmp4Writer& writer, const Recording& recording, Muxed& muxed) {
    writer.begin({static_cast<std::uint32_t>(recording.format.fps), 1, 48000, 1, 1024});
    writer.setAudioConfig(recording.audioConfig);
    std::size_t audio = 0;
    for (std::size_t frame = 0; frame < recording.video.size(); ++frame) {
        while (audio < recording.audio.size() &&
               recording.audio[audio].sysUs + 50'000 <= recording.video[frame].sysUs) {
            writer.addAudio(recording.audio[audio].data, recording.audio[audio].sysUs);
            ++audio;
        }
        for (WebFragment& fragment : writer.addVideo(packetOf(recording, frame))) {
            muxed.file.insert(muxed.file.end(), fragment.bytes.begin(), fragment.bytes.end());
            muxed.fragments.push_back(std::move(fragment));
        }
    }
}

QByteArray runTool(const std::vector<std::string>& words, QByteArray* errors = nullptr) {
    QProcess process;
    QStringList arguments;
    for (std::size_t i = 1; i < words.size(); ++i)
        arguments.append(QString::fromStdString(words[i]));
    process.start(QString::fromStdString(words[0]), arguments);
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        return "FAILED: " + process.readAllStandardError();
    if (errors)
        *errors = process.readAllStandardError();
    return process.readAllStandardOutput();
}

} // namespace

class Fmp4WriterTest : public QObject {
    Q_OBJECT
  private slots:
    void initTellsWhatTheTracksAre() {
        const Recording recording = makeRecording({540, 960, 30}, 3, sysStart);
        Muxed muxed;
        Fmp4Writer writer;
        feed(writer, recording, muxed);
        QCOMPARE(muxed.fragments.size(), std::size_t{4});
        QCOMPARE(muxed.fragments[0].kind, FragmentKind::Init);
        const std::vector<ParsedBox> boxes = parseBoxes(muxed.fragments[0].bytes);
        QCOMPARE(boxes.size(), std::size_t{2});
        QCOMPARE(boxes[0].type, std::string("ftyp"));
        const std::vector<const ParsedBox*> tracks = boxes[1].all("trak");
        QCOMPARE(tracks.size(), std::size_t{2});
        QCOMPARE(tracks[0]->find("tkhd")->number(76, 4) >> 16, std::uint64_t{540});
        QCOMPARE(tracks[0]->find("tkhd")->number(80, 4) >> 16, std::uint64_t{960});
        QCOMPARE(tracks[0]->find("mdia/mdhd")->number(12, 4), std::uint64_t{90000});
        QCOMPARE(tracks[1]->find("mdia/mdhd")->number(12, 4), std::uint64_t{48000});
        QVERIFY(boxes[1].find("mvex/trex"));
        QVERIFY(!boxes[1].find("mvex/mehd"));
        QCOMPARE(boxes[1].find("mvhd")->number(16, 4), std::uint64_t{0});
    }

    void linesHaveNeitherGapNorOverlap() {
        const Recording recording = makeRecording({320, 180, 30}, 90, sysStart);
        Muxed muxed;
        Fmp4Writer writer;
        feed(writer, recording, muxed);
        std::int64_t nextVideo = 0;
        std::int64_t nextAudio = -1;
        std::size_t audioPackets = 0;
        std::uint32_t seq = 0;
        for (const WebFragment& fragment : muxed.fragments) {
            if (fragment.kind != FragmentKind::Media)
                continue;
            QCOMPARE(fragment.seq, ++seq);
            const ParsedFragment parsed = parseFragment(fragment.bytes);
            QCOMPARE(parsed.sequence, fragment.seq);
            QCOMPARE(parsed.tracks.at(1).size(), std::size_t{1});
            const ParsedSample& picture = parsed.tracks.at(1)[0];
            QCOMPARE(picture.time, nextVideo);
            QCOMPARE(picture.duration, std::int64_t{3000});
            QCOMPARE(picture.key, fragment.key);
            QCOMPARE(fragment.mediaUs, nextVideo * 100 / 9);
            nextVideo += 3000;
            if (!parsed.tracks.contains(2))
                continue;
            for (const ParsedSample& sound : parsed.tracks.at(2)) {
                if (nextAudio >= 0)
                    QCOMPARE(sound.time, nextAudio);
                nextAudio = sound.time + 1024;
                ++audioPackets;
            }
        }
        QCOMPARE(seq, 90U);
        QVERIFY(audioPackets > 130);
        QCOMPARE(muxed.fragments[1].captureUs, 1'790'000'000'000'000 + sysStart);
    }

    void ffmpegReadsEveryFrame() {
        const Recording recording = makeRecording({640, 360, 30}, 120, sysStart);
        Muxed muxed;
        Fmp4Writer writer;
        feed(writer, recording, muxed);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("web.mp4"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(reinterpret_cast<const char*>(muxed.file.data()), static_cast<qint64>(muxed.file.size()));
        file.close();

        const QList<QByteArray> lines = runTool({"ffprobe", "-v", "error", "-count_frames", "-show_entries",
                                                 "stream=codec_name,nb_read_frames,start_time,width", "-of",
                                                 "csv=p=0", path.toStdString()})
                                            .trimmed()
                                            .split('\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0], QByteArray("h264,640,0.000000,120"));
        QVERIFY2(lines[1].startsWith("aac,0.000000,"), lines[1].constData());
        QByteArray errors;
        runTool({"ffmpeg", "-v", "warning", "-i", path.toStdString(), "-f", "null", "-"}, &errors);
        QCOMPARE(errors, QByteArray());
    }

    void samplesHoldSlicesOnly() {
        const Recording recording = makeRecording({320, 180, 30}, 2, sysStart);
        Fmp4Writer writer;
        writer.begin({30, 1, 48000, 1, 1024});
        writer.setAudioConfig(recording.audioConfig);
        // As some encoders send it: delimiter, headers, SEI, slice.
        Bytes unit = {0, 0, 0, 1, 0x09, 0xF0};
        unit.insert(unit.end(), recording.headers.begin(), recording.headers.end());
        unit.insert(unit.end(), recording.video[0].data.begin(), recording.video[0].data.end());
        WebVideoPacket packet = packetOf(recording, 0);
        packet.annexB = unit;
        packet.headers = {};
        const std::vector<WebFragment> ready = writer.addVideo(packet);
        QCOMPARE(ready.size(), std::size_t{2});
        const Bytes sample = parseFragment(ready[1].bytes).tracks.at(1)[0].data;
        const std::size_t size = std::size_t{sample[0]} << 24 | std::size_t{sample[1]} << 16 |
                                 std::size_t{sample[2]} << 8 | sample[3];
        QCOMPARE(size + 4, sample.size());
        QCOMPARE(nalType(ByteSpan(sample).subspan(4)), NalType::Idr);
    }

    void waitsForKeyFrameAndSoundConfig() {
        const Recording recording = makeRecording({320, 180, 30}, 61, sysStart);
        Fmp4Writer writer;
        writer.begin({30, 1, 48000, 1, 1024});
        QVERIFY(writer.addVideo(packetOf(recording, 0)).empty());
        QCOMPARE(writer.mediaUsAt(sysStart), std::int64_t{-1});
        writer.setAudioConfig(recording.audioConfig);
        QVERIFY(writer.addVideo(packetOf(recording, 1)).empty());
        const std::vector<WebFragment> ready = writer.addVideo(packetOf(recording, 30));
        QCOMPARE(ready.size(), std::size_t{2});
        QCOMPARE(writer.mediaUsAt(recording.video[30].sysUs + 500), std::int64_t{500});
    }

    void newEpochGoesOnOnTheSameLine() {
        Muxed muxed;
        Fmp4Writer writer;
        feed(writer, makeRecording({320, 180, 30}, 30, sysStart), muxed);
        const std::size_t before = muxed.fragments.size();
        feed(writer, makeRecording({640, 360, 30}, 30, sysStart + 1'200'000), muxed);
        QCOMPARE(muxed.fragments[0].epoch, std::uint16_t{1});
        const WebFragment& init = muxed.fragments[before];
        QCOMPARE(init.kind, FragmentKind::Init);
        QCOMPARE(init.epoch, std::uint16_t{2});
        const WebFragment& first = muxed.fragments[before + 1];
        QCOMPARE(first.mediaUs, std::int64_t{1'200'000});
        QCOMPARE(first.seq, 31U);
        QCOMPARE(parseFragment(first.bytes).tracks.at(1)[0].time, std::int64_t{108'000});
        QCOMPARE(writer.mediaUsAt(sysStart), std::int64_t{0});
    }

    void changedHeadersAreANewEpoch() {
        const Recording small = makeRecording({320, 180, 30}, 31, sysStart);
        const Recording large = makeRecording({640, 360, 30}, 31, sysStart);
        Fmp4Writer writer;
        writer.begin({30, 1, 48000, 1, 1024});
        writer.setAudioConfig(small.audioConfig);
        QCOMPARE(writer.addVideo(packetOf(small, 0)).size(), std::size_t{2});
        QCOMPARE(writer.addVideo(packetOf(small, 30)).size(), std::size_t{1});
        WebVideoPacket other = packetOf(large, 0);
        other.sysDtsUs = sysStart + 2'000'000;
        const std::vector<WebFragment> ready = writer.addVideo(other);
        QCOMPARE(ready.size(), std::size_t{2});
        QCOMPARE(ready[1].epoch, std::uint16_t{2});
    }

    void soundWithoutPictureIsBounded() {
        const Recording recording = makeRecording({320, 180, 30}, 1, sysStart);
        Fmp4Writer writer;
        writer.begin({30, 1, 48000, 1, 1024});
        writer.setAudioConfig(recording.audioConfig);
        const Bytes packet(300, 0x21);
        for (int i = 0; i < 5000; ++i)
            writer.addAudio(packet, sysStart + i * 21'333);
        const std::vector<WebFragment> ready = writer.addVideo(packetOf(recording, 0));
        QCOMPARE(ready.size(), std::size_t{2});
        QCOMPARE(parseFragment(ready[1].bytes).tracks.at(2).size(), std::size_t{468});
    }

    void headersAreReadFromRealEncoders() {
        for (const auto& [width, height] :
             {std::pair{320, 180}, std::pair{540, 960}, std::pair{1920, 1080}, std::pair{642, 362}}) {
            const Recording recording = makeRecording({width, height, 30}, 1, 0);
            const std::vector<ByteSpan> units = splitAnnexB(recording.headers);
            QVERIFY(units.size() >= 2);
            const std::optional<SpsInfo> info = parseSps(units[0]);
            QVERIFY(info);
            QCOMPARE(info->width, static_cast<std::uint32_t>(width));
            QCOMPARE(info->height, static_cast<std::uint32_t>(height));
            for (std::size_t size = 0; size < 7; ++size)
                QVERIFY(!parseSps(units[0].first(size)));
        }
    }
};

} // namespace vitrina::test

QTEST_GUILESS_MAIN(vitrina::test::Fmp4WriterTest)
#include "Fmp4WriterTest.moc"
