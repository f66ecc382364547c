// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A program for the fixture: ffmpeg's test picture and tone as one fragment a frame, looped without an end by moving
// each fragment's decode time (ISO/IEC 14496-12, tfdt) on.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const seconds = 8;
const fps = 30;

function* boxes(bytes, from = 0, to = bytes.length) {
    for (let at = from; at + 8 <= to;) {
        const size = bytes.readUInt32BE(at);
        if (size < 8) return;
        yield { type: bytes.toString('latin1', at + 4, at + 8), at, size };
        at += size;
    }
}
const inside = (bytes, box, skip = 8) => boxes(bytes, box.at + skip, box.at + box.size);
const child = (bytes, box, type) => [...inside(bytes, box)].find((one) => one.type === type);

function timescales(init) {
    const moov = [...boxes(init)].find((one) => one.type === 'moov');
    const scales = new Map();
    for (const trak of inside(init, moov)) {
        if (trak.type !== 'trak') continue;
        const id = init.readUInt32BE(child(init, trak, 'tkhd').at + 20);
        const mdia = child(init, trak, 'mdia');
        const kind = init.toString('latin1', child(init, mdia, 'hdlr').at + 16, child(init, mdia, 'hdlr').at + 20);
        scales.set(id, { scale: init.readUInt32BE(child(init, mdia, 'mdhd').at + 20), video: kind === 'vide' });
    }
    return scales;
}

/** Where a fragment's one decode time is, and whose. */
function decodeTime(fragment) {
    const traf = child(fragment, [...boxes(fragment)].find((one) => one.type === 'moof'), 'traf');
    const tfdt = child(fragment, traf, 'tfdt');
    return { track: fragment.readUInt32BE(child(fragment, traf, 'tfhd').at + 12), at: tfdt.at + 12, wide: fragment[tfdt.at + 8] === 1 };
}

/** source: of ffmpeg's lavfi; without a value of its own ("testsrc2") or with ("color=white"). */
function load(size, source) {
    const file = join(tmpdir(), 'vitrina-page-program-' + (source === 'testsrc2' ? '' : source.replace(/\W/g, '-') + '-') + size + '-' + seconds + 's.mp4');
    if (!existsSync(file)) {
        const part = file + '.' + process.pid;
        execFileSync('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', source + (source.includes('=') ? ':' : '=') + 'size=' + size + ':rate=' + fps, '-f', 'lavfi', '-i', 'sine=frequency=330:sample_rate=48000',
            '-t', String(seconds), '-c:v', 'libx264', '-preset', 'ultrafast', '-tune', 'zerolatency', '-profile:v', 'main', '-g', String(fps), '-pix_fmt', 'yuv420p',
            '-b:v', '600k', '-c:a', 'aac', '-b:a', '96k', '-movflags', 'empty_moov+default_base_moof+frag_every_frame', '-f', 'mp4', part]);
        renameSync(part, file);
    }
    return readFileSync(file);
}

/** {init, frames: [{key, sec, parts: [bytes]}], seconds}: one entry a video frame, with the sound that lies before it. */
export function program(size = '480x270', source = 'testsrc2') {
    const file = load(size, source);
    const whole = [...boxes(file)];
    const moov = whole.find((one) => one.type === 'moov');
    const init = file.subarray(0, moov.at + moov.size);
    const scales = timescales(init);
    const frames = [];
    let sound = [];
    for (let i = 0; i + 1 < whole.length; i++) {
        if (whole[i].type !== 'moof') continue;
        const bytes = file.subarray(whole[i].at, whole[i + 1].at + whole[i + 1].size);
        const { track, at, wide } = decodeTime(bytes);
        const { scale, video } = scales.get(track);
        const ticks = wide ? Number(bytes.readBigUInt64BE(at)) : bytes.readUInt32BE(at);
        sound.push({ bytes, at, wide, scale, ticks });
        if (!video) continue;
        frames.push({ sec: ticks / scale, key: frames.length % fps === 0, parts: sound });
        sound = [];
    }
    return { init, frames, seconds, fps };
}

/** The frame as it is sent in the given round of the loop, on a line that begins at startSec. */
export function moved(frame, startSec) {
    return Buffer.concat(frame.parts.map(({ bytes, at, wide, scale, ticks }) => {
        const copy = Buffer.from(bytes);
        const value = ticks + Math.round(startSec * scale);
        if (wide) copy.writeBigUInt64BE(BigInt(value), at);
        else copy.writeUInt32BE(value >>> 0, at);
        return copy;
    }));
}

/** The 32 byte header of the page's wire. */
export function message(kind, bytes, { key = false, epoch = 1, seq = 0, mediaSec = 0 } = {}) {
    const head = Buffer.alloc(32);
    const now = BigInt(Date.now()) * 1000n;
    head[0] = kind;
    head[1] = key ? 1 : 0;
    head.writeUInt16LE(epoch, 2);
    head.writeUInt32LE(seq >>> 0, 4);
    head.writeBigUInt64LE(now, 8);
    head.writeBigUInt64LE(now, 16);
    head.writeBigInt64LE(BigInt(Math.round(mediaSec * 1e6)), 24);
    return Buffer.concat([head, bytes]);
}
