// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A viewer's line to the internet, as a TCP proxy: a rate each way that all connections share, a delay, a round trip for
// each new connection, and TCP's slow start (RFC 6928: ten segments, then doubled by the round trip). No packet is lost.
// In the process, because not every kernel has tc netem, and Chromium's own throttling leaves WebSockets alone.

import { connect, createServer } from 'node:net';

const segment = 1448; // of 1,500 bytes on the wire
const onTheWire = 1500;
const firstWindow = 10 * segment;
const heldBack = 256 * 1024; // more than this is left with its sender

/** One way of the line: what it carries leaves one after the other. */
class Way {
    constructor(mbit) {
        this.bytesPerMs = mbit * 1e6 / 8 / 1000;
        this.freeAt = 0;
        this.bytes = 0;
    }

    /** When so many bytes have left, if they are handed over now. */
    leaves(now, bytes) {
        this.bytes += bytes;
        this.freeAt = Math.max(now, this.freeAt) + (bytes + onTheWire - segment) / this.bytesPerMs;
        return this.freeAt;
    }
}

/** One direction of one connection. */
class Stream {
    constructor(from, to, way, rttMs, opensAt) {
        Object.assign(this, { from, to, way, rttMs, opensAt, waiting: [], waitingBytes: 0, flying: [], inFlight: 0, window: firstWindow, ended: false });
        from.on('data', (data) => {
            this.waiting.push(data);
            this.waitingBytes += data.length;
            if (this.waitingBytes > heldBack) from.pause();
            this.send();
        });
        from.on('end', () => { this.ended = true; this.finish(); });
    }

    send() {
        const now = performance.now();
        if (now < this.opensAt) return void this.later(this.opensAt - now, () => this.send());
        while (this.waitingBytes > 0 && this.inFlight < this.window) {
            const part = this.take();
            const arrives = this.way.leaves(now, part.length) + this.rttMs / 2;
            this.inFlight += part.length;
            this.flying.push({ part, arrives });
            this.later(arrives - now, () => this.deliver());
            this.later(arrives + this.rttMs / 2 - now, () => this.acknowledged(part.length));
        }
        if (this.waitingBytes <= heldBack) this.from.resume();
    }

    take() {
        const [first] = this.waiting;
        const part = first.subarray(0, segment);
        if (part.length === first.length) this.waiting.shift();
        else this.waiting[0] = first.subarray(segment);
        this.waitingBytes -= part.length;
        return part;
    }

    /** Timers of one millisecond may fire in any order; bytes may not. */
    deliver() {
        while (this.flying.length > 0 && this.flying[0].arrives <= performance.now() + 0.5) {
            const { part } = this.flying.shift();
            if (!this.to.destroyed) this.to.write(part);
        }
        if (this.flying.length > 0) this.later(this.flying[0].arrives - performance.now(), () => this.deliver());
        else this.finish();
    }

    acknowledged(bytes) {
        this.inFlight -= bytes;
        this.window = Math.min(this.window + bytes, 1 << 20);
        this.send();
    }

    finish() {
        if (this.ended && this.waitingBytes === 0 && this.flying.length === 0) this.to.end();
    }

    later(ms, what) { setTimeout(what, Math.max(0, ms)).unref(); }
}

export class Line {
    /** to: the port it leads to; down, up: Mbit/s; rttMs */
    constructor({ to, down, up, rttMs }) {
        Object.assign(this, { to, rttMs, down: new Way(down), up: new Way(up), sockets: new Set() });
    }

    async start() {
        this.server = createServer((near) => {
            const far = connect(this.to, '127.0.0.1');
            const opensAt = performance.now() + this.rttMs; // SYN there, SYN-ACK back
            new Stream(near, far, this.up, this.rttMs, opensAt);
            new Stream(far, near, this.down, this.rttMs, 0);
            for (const [one, other] of [[near, far], [far, near]]) {
                one.setNoDelay(true);
                this.sockets.add(one);
                one.on('error', () => other.destroy());
                one.on('close', () => { this.sockets.delete(one); other.destroy(); });
            }
        });
        await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
        this.port = this.server.address().port;
        return this;
    }

    async stop() {
        for (const one of this.sockets) one.destroy();
        await new Promise((resolve) => this.server.close(resolve));
    }
}
