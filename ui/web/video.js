// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The program: fragments from the video socket into one SourceBuffer, held at the live edge by LatencyController.
// Everything is decided when a fragment comes, so a hidden tab keeps up. Measured ways: reference of the project,
// decision record "web video".

import { backoffMs } from './core/backoff.js';
import { LatencyController } from './core/controller.js';
import { joined, kindInit, mimeOf, readFragment } from './core/fragments.js';

const keepBehindSec = 8;
const trimWhenBehindSec = 20;
const anotherLineSec = 1;
const waitsAfterMs = 1500;
/** A socket on which nothing came for so long, though the show is live, broke without a word. */
const deadMs = 5000;

const Source = () => globalThis.ManagedMediaSource ?? globalThis.MediaSource;

export class LiveVideo {
    constructor({ element, url }) {
        Object.assign(this, { element, url, came() {}, shown() {}, waits() {}, blocked() {}, expects: () => false });
        this.controller = new LatencyController();
        this.queue = [];
        this.capture = null; // {mediaUs, capturedUs} of the newest fragment
        this.tries = 0;
        this.stillSinceMs = null;
        this.clockOffsetMs = 0;
        this.bytes = 0;
        this.heldByViewer = false;
        element.addEventListener('waiting', () => this.#stood());
        element.addEventListener('playing', () => this.#moves());
        element.addEventListener('timeupdate', () => this.#moves());
        element.addEventListener('error', () => this.#rebuild());
        document.addEventListener('visibilitychange', () => {
            if (!document.hidden) this.play();
        });
        this.#watchFrames();
    }

    /**
     * Who is told from now on, and of what stands already. came(): a fragment arrived. shown(): the picture moved.
     * waits(bool): it has stood for 1.5 s. blocked(bool): the browser wants a press before it plays. expects(): whether
     * fragments should be coming now.
     */
    tell({ came, shown, waits, blocked, expects }) {
        Object.assign(this, { came, shown, waits, blocked, expects });
        waits(this.standing === true);
        blocked(this.refusedToPlay === true);
    }

    static possible() {
        return Boolean(Source());
    }

    start() {
        this.#openSource();
        this.#connect();
        setInterval(() => this.#watchLine(), 1000);
    }

    /** Media time on the show's line that this viewer sees now, or null when nothing plays. */
    get mediaMs() {
        return this.playing ? Math.round(this.element.currentTime * 1000) : null;
    }

    get playing() {
        return this.begun === true && this.element.readyState >= 2 && !this.heldByViewer;
    }

    play() {
        if (this.heldByViewer) return;
        const promise = this.element.play();
        promise?.then(() => this.#refused(false), (error) => {
            // An interrupted play() is not a refusal: a later append plays again.
            if (error?.name === 'NotAllowedError') this.#refused(true);
        });
    }

    #refused(refused) {
        this.refusedToPlay = refused;
        this.blocked(refused);
    }

    pause() {
        this.heldByViewer = true;
        this.element.pause();
    }

    /** Goes on at the live edge, not where the viewer left. */
    resume() {
        this.heldByViewer = false;
        const end = this.#end();
        if (end !== null) this.#seek(end - this.controller.reserve - 0.1);
        this.play();
    }

    /** Read by tests and the bench through window.vitrinaStats. */
    stats() {
        const captured = this.capture && this.begun
            ? (this.capture.capturedUs - this.capture.mediaUs) / 1000 + this.element.currentTime * 1000 : null;
        return Object.freeze({
            latencyMs: captured === null ? null : Math.round(Date.now() + this.clockOffsetMs - captured),
            stalls: this.controller.stalls,
            reserve: this.controller.reserve,
            mediaMs: this.mediaMs,
            frames: this.element.getVideoPlaybackQuality?.().totalVideoFrames ?? 0,
            lagMs: this.#end() === null ? null : Math.round((this.#end() - this.element.currentTime) * 1000),
            rate: this.element.playbackRate,
            seeks: this.seeks ?? 0,
            connects: this.connects ?? 0,
            bytes: this.bytes,
        });
    }

    #openSource() {
        const Kind = Source();
        const source = new Kind();
        this.source = source;
        this.buffer = null;
        this.mime = null;
        this.begun = false;
        this.queue = [];
        // ManagedMediaSource plays only where no remote playback could take over.
        this.element.disableRemotePlayback = true;
        if (this.address) URL.revokeObjectURL(this.address);
        this.address = URL.createObjectURL(source);
        source.addEventListener('sourceopen', () => this.#drain());
        this.element.src = this.address;
    }

    /** The line to the show is back: no need to wait for the next turn. */
    hurry() {
        if (this.retry) this.#connect();
    }

    #watchLine() {
        if (!this.socket || this.retry || !this.expects() || performance.now() - this.cameMs < deadMs) return;
        this.socket.close();
        this.#connect();
    }

    #connect() {
        clearTimeout(this.retry);
        this.retry = null;
        this.cameMs = performance.now();
        const socket = new WebSocket(this.url);
        socket.binaryType = 'arraybuffer';
        this.socket = socket;
        this.connects = (this.connects ?? 0) + 1;
        socket.onmessage = (event) => {
            const fragment = this.socket === socket ? readFragment(event.data) : null;
            if (!fragment) return;
            this.tries = 0;
            this.cameMs = performance.now();
            this.bytes += event.data.byteLength;
            this.came();
            this.queue.push(fragment);
            this.#drain();
        };
        socket.onclose = () => {
            if (this.socket !== socket) return;
            this.tries += 1;
            this.retry = setTimeout(() => this.#connect(), backoffMs(this.tries - 1));
        };
    }

    /** The decoder or the buffer gave up: a new source, and the server sends init and the last key frame again. */
    #rebuild() {
        const now = performance.now();
        if (now - (this.rebuiltMs ?? -Infinity) < 1000) {
            setTimeout(() => this.#rebuild(), 1000);
            return;
        }
        this.rebuiltMs = now;
        this.socket?.close();
        this.#openSource();
        this.#connect();
    }

    #drain() {
        if (this.source.readyState !== 'open' || this.buffer?.updating || this.queue.length === 0) return;
        try {
            if (this.queue[0].kind === kindInit) this.#appendInit(this.queue.shift());
            else this.#appendMedia();
        } catch (error) {
            if (error?.name === 'QuotaExceededError') this.#trim(true);
            else this.#rebuild();
        }
    }

    #appendInit(fragment) {
        const mime = mimeOf(fragment.bytes);
        if (!mime || !Source().isTypeSupported(mime)) return this.#drain();
        if (!this.buffer) {
            this.buffer = this.source.addSourceBuffer(mime);
            this.buffer.mode = 'segments';
            this.buffer.addEventListener('updateend', () => this.#appended());
        } else if (mime !== this.mime) {
            this.buffer.changeType(mime);
        }
        this.mime = mime;
        this.buffer.appendBuffer(fragment.bytes);
    }

    #appendMedia() {
        if (!this.buffer) {
            this.queue.shift(); // nothing can be done with media before an init segment
            return this.#drain();
        }
        const end = this.#end();
        const first = this.queue[0];
        if (end !== null && this.#anotherLine(first, end)) {
            this.begun = false;
            this.capture = null;
            this.buffer.remove(0, Infinity);
            return;
        }
        if (this.begun) this.#steer(end);
        let count = 0;
        while (count < this.queue.length && this.queue[count].kind !== kindInit) count++;
        const parts = this.queue.splice(0, count);
        const newest = parts[parts.length - 1];
        this.capture = { mediaUs: newest.mediaUs, capturedUs: newest.capturedUs };
        this.buffer.appendBuffer(joined(parts.map((part) => part.bytes)));
    }

    /**
     * Another studio process counts media time anew. What is buffered then belongs to the old line, and a play head on
     * it would wait for a moment that may be an hour away. On one line capture and media time run side by side; that
     * also tells a new line from the backlog a server sends again.
     */
    #anotherLine(first, end) {
        if (!this.capture) return false;
        const offsetUs = (one) => one.capturedUs - one.mediaUs;
        const apart = Math.abs(offsetUs(first) - offsetUs(this.capture)) / 1e6 > anotherLineSec;
        const sec = first.mediaUs / 1e6;
        return apart && (sec < end - 0.2 || sec > end + anotherLineSec);
    }

    #steer(end) {
        const now = performance.now();
        if (this.heldByViewer || end === null) return;
        // A gap lies before the end: the play head stands at its near side, and lag says nothing.
        if (this.#jumpGap()) return;
        const decision = this.controller.beforeAppend(now, end - this.element.currentTime);
        if (decision.seekBackSec !== null) this.#seek(end - decision.seekBackSec);
        if (this.element.playbackRate !== decision.rate) this.element.playbackRate = decision.rate;
    }

    #appended() {
        if (!this.begun && this.#end() !== null) this.#begin();
        else if (this.begun && this.stillSinceMs !== null) this.#jumpGap();
        if (this.begun && this.element.paused && !this.heldByViewer && !this.refusedToPlay) this.play();
        if (!this.#trim(false)) this.#drain();
    }

    #begin() {
        this.begun = true;
        const end = this.#end();
        this.#seek(Math.max(this.#start(), end - this.controller.reserve - 0.1));
        this.controller.started(performance.now());
        this.play();
    }

    #start() {
        const ranges = this.buffer?.buffered;
        return ranges?.length ? ranges.start(0) : null;
    }

    #end() {
        try {
            const ranges = this.buffer?.buffered;
            return ranges?.length ? ranges.end(ranges.length - 1) : null;
        } catch {
            return null; // the buffer was taken out of its source
        }
    }

    #seek(sec) {
        const ranges = this.buffer.buffered;
        // Never outside what is buffered: a seek into nothing would wait for a fragment that has passed.
        const last = ranges.length - 1;
        this.seeks = (this.seeks ?? 0) + 1;
        this.controller.jumped(performance.now());
        this.element.currentTime = Math.min(Math.max(sec, ranges.start(last)), ranges.end(last));
    }

    /** Standing before a hole with something behind it: go to where it goes on. */
    #jumpGap() {
        const { currentTime } = this.element;
        const ranges = this.buffer.buffered;
        for (let i = 0; i < ranges.length; i++) {
            if (currentTime >= ranges.start(i) - 0.01 && currentTime < ranges.end(i) - 0.05) return false;
            if (ranges.start(i) > currentTime) {
                this.seeks = (this.seeks ?? 0) + 1;
                this.controller.jumped(performance.now());
                this.element.currentTime = ranges.start(i) + 0.001;
                return true;
            }
        }
        return false;
    }

    /** Old picture goes in one piece; more often would cost more than it frees. */
    #trim(atOnce) {
        const start = this.#start();
        const now = this.element.currentTime;
        if (start === null || this.buffer.updating || (!atOnce && now - start <= trimWhenBehindSec)) return false;
        const until = now - (atOnce ? 1 : keepBehindSec);
        if (until <= start) return false;
        this.buffer.remove(0, until);
        return true;
    }

    #stood() {
        if (!this.begun || this.heldByViewer) return;
        this.stillSinceMs ??= performance.now();
        clearTimeout(this.waitTimer);
        this.waitTimer = setTimeout(() => this.#stands(true), waitsAfterMs);
        this.#jumpGap();
    }

    #moves() {
        if (this.element.readyState < 3 || this.element.seeking) return;
        clearTimeout(this.waitTimer);
        if (this.stillSinceMs !== null) {
            const now = performance.now();
            const end = this.#end();
            const lag = end === null ? 0 : end - this.element.currentTime;
            const decision = this.controller.stalled(now, now - this.stillSinceMs, lag);
            this.stillSinceMs = null;
            if (decision.seekBackSec !== null) this.#seek(end - decision.seekBackSec);
        }
        this.#stands(false);
        this.shown();
    }

    #stands(standing) {
        this.standing = standing;
        this.waits(standing);
    }

    /** Finer than timeupdate where the browser offers it; nothing depends on it. */
    #watchFrames() {
        if (!this.element.requestVideoFrameCallback) return;
        const frame = () => {
            this.shown();
            this.element.requestVideoFrameCallback(frame);
        };
        this.element.requestVideoFrameCallback(frame);
    }
}
