// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The video socket's messages: a 32 byte header (app/protocol/page.md), then bytes for the SourceBuffer.

export const kindInit = 1;
export const kindMedia = 2;

/** @returns {null | {kind, key, epoch, seq, sentUs, capturedUs, mediaUs, bytes}} null for what this page can't read */
export function readFragment(buffer) {
    if (!(buffer instanceof ArrayBuffer) || buffer.byteLength <= 32) return null;
    const view = new DataView(buffer);
    const kind = view.getUint8(0);
    if (kind !== kindInit && kind !== kindMedia) return null;
    return {
        kind,
        key: (view.getUint8(1) & 1) === 1,
        epoch: view.getUint16(2, true),
        seq: view.getUint32(4, true),
        sentUs: Number(view.getBigUint64(8, true)),
        capturedUs: Number(view.getBigUint64(16, true)),
        mediaUs: Number(view.getBigInt64(24, true)),
        bytes: new Uint8Array(buffer, 32),
    };
}

const hex = (byte) => byte.toString(16).padStart(2, '0');

function indexOf(bytes, name) {
    const [a, b, c, d] = Array.from(name, (letter) => letter.charCodeAt(0));
    for (let i = 4; i + 4 <= bytes.length; i++)
        if (bytes[i] === a && bytes[i + 1] === b && bytes[i + 2] === c && bytes[i + 3] === d) return i + 4;
    return -1;
}

/** The AAC object type from esds: tag 5 (decoder specific info), its first five bits. */
function audioObjectType(bytes, from) {
    for (let i = from + 4; i < Math.min(bytes.length - 2, from + 64); i++) {
        if (bytes[i] !== 0x05) continue;
        let at = i + 1;
        while (bytes[at] === 0x80) at++; // a length may be padded to four bytes
        if (bytes[at] < 2 || bytes[at] > 16) continue;
        return bytes[at + 1] >> 3;
    }
    return 2;
}

/** 'video/mp4; codecs="…"' of an init segment, or null when it holds no H.264 (ISO/IEC 14496-15 avcC). */
export function mimeOf(init) {
    const avcC = indexOf(init, 'avcC');
    if (avcC < 0 || avcC + 4 > init.length) return null;
    const codecs = ['avc1.' + hex(init[avcC + 1]) + hex(init[avcC + 2]) + hex(init[avcC + 3])];
    const esds = indexOf(init, 'esds');
    if (esds > 0) codecs.push('mp4a.40.' + audioObjectType(init, esds));
    return 'video/mp4; codecs="' + codecs.join(',') + '"';
}

/** Several fragments as one append: an append costs more than the bytes in it. */
export function joined(parts) {
    if (parts.length === 1) return parts[0];
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
    let at = 0;
    for (const part of parts) {
        whole.set(part, at);
        at += part.byteLength;
    }
    return whole;
}
