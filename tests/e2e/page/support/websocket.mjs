// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The few lines of RFC 6455 that a test server needs: text and binary frames out, small text frames in.

import { createHash } from 'node:crypto';

const opText = 1, opBinary = 2, opClose = 8, opPing = 9, opPong = 10;

export function acceptSocket(request, socket, { text = () => {}, closed = () => {} } = {}) {
    const accept = createHash('sha1').update(request.headers['sec-websocket-key'] + '258EAFA5-E914-47DA-95CA-C5AB0DC85B11').digest('base64');
    socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ' + accept + '\r\n\r\n');
    socket.setNoDelay(true);
    let rest = Buffer.alloc(0);
    const send = (op, payload) => {
        if (socket.destroyed) return;
        const head = payload.length < 126 ? Buffer.from([0x80 | op, payload.length])
            : payload.length < 65536 ? Buffer.from([0x80 | op, 126, payload.length >> 8, payload.length & 255]) : Buffer.alloc(10);
        if (head.length === 10) {
            head[0] = 0x80 | op;
            head[1] = 127;
            head.writeBigUInt64BE(BigInt(payload.length), 2);
        }
        socket.write(head);
        socket.write(payload);
    };
    socket.on('data', (data) => {
        rest = Buffer.concat([rest, data]);
        for (;;) {
            if (rest.length < 6) return;
            let length = rest[1] & 127, at = 2;
            if (length === 126) {
                length = rest.readUInt16BE(2);
                at = 4;
            }
            if (rest.length < at + 4 + length) return;
            const mask = rest.subarray(at, at + 4);
            const payload = Buffer.from(rest.subarray(at + 4, at + 4 + length)).map((byte, i) => byte ^ mask[i & 3]);
            const op = rest[0] & 15;
            rest = rest.subarray(at + 4 + length);
            if (op === opText) text(payload.toString('utf8'));
            if (op === opPing) send(opPong, payload);
            if (op === opClose) socket.end();
        }
    });
    socket.on('close', closed);
    socket.on('error', () => socket.destroy());
    return {
        json: (value) => send(opText, Buffer.from(JSON.stringify(value))),
        binary: (payload) => send(opBinary, payload),
        close: () => { send(opClose, Buffer.from([3, 232])); socket.end(); },
        destroy: () => socket.destroy(),
    };
}
