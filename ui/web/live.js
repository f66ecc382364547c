// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The page's line to the show: joins, folds what comes, comes back after a loss and takes the hello as the truth.
// Two losses look different: a closed socket says so; a cut cable says nothing, so silence is asked about.

import { backoffMs } from './core/backoff.js';

const silentMs = 1500;
const quietMs = 5000;
const givenUpMs = 8000;
/** The server says something every 5 s: a line on which nothing came for so long is dead, whatever answers beside it. */
const deadMs = 12_000;
const offlineAfterTries = 3;
const closedByPolicy = 1008; // RFC 6455, 7.4.1: a join that was not accepted

export class LiveLine {
    /**
     * message(m): from the server, in order. link(name): 'joining' | 'on' | 'unsure' | 'lost' | 'offline'.
     * expectsVideo(): whether fragments should be coming now.
     */
    constructor({ api, url, message, link, expectsVideo, sockets = (address) => new WebSocket(address) }) {
        Object.assign(this, { api, url, message, onLink: link, expectsVideo, sockets });
        this.state = 'joining';
        this.tries = 0;
        this.heardMs = performance.now();
        this.fragmentMs = performance.now();
        this.deafSinceMs = null;
        this.stopped = false;
        this.helloed = false;
        addEventListener('offline', () => this.#setState('offline'));
        addEventListener('online', () => this.#hurry());
        this.watch = setInterval(() => this.#watch(), 500);
    }

    start() {
        this.#join();
    }

    stop() {
        this.stopped = true;
        clearInterval(this.watch);
        clearTimeout(this.timer);
        this.socket?.close();
    }

    /** The video line says that a fragment came. */
    fragmentCame() {
        this.fragmentMs = performance.now();
        this.heardMs = this.fragmentMs;
    }

    async #join() {
        if (this.stopped || this.socket || this.joining) return;
        this.joining = true; // "online" comes while a session is being opened: one socket all the same
        const token = await this.api.token();
        this.joining = false;
        if (this.stopped) return;
        if (!token) return this.#again();
        const socket = this.sockets(this.url);
        this.socket = socket;
        this.saidBye = false;
        socket.onopen = () => socket.send(JSON.stringify({ t: 'join', token }));
        socket.onmessage = (event) => {
            this.heardMs = this.spokenMs = performance.now();
            let message;
            try {
                message = JSON.parse(event.data);
            } catch {
                return; // not for us
            }
            if (message?.t === 'hello') {
                this.helloed = true;
                this.tries = 0;
                this.deafSinceMs = null;
                this.fragmentMs = this.heardMs;
                this.#setState('on');
            }
            this.saidBye = message?.t === 'bye';
            this.message(message);
        };
        socket.onclose = (event) => {
            if (this.socket !== socket) return;
            const refused = event.code === closedByPolicy && !this.helloed && !this.saidBye;
            this.socket = null;
            this.helloed = false;
            // Shown the door without a hello: the token is from another server's life. A broken line says nothing
            // about it, and a token given up lightly would make an unanswered order another buyer's.
            if (refused) this.api.forgetToken();
            this.#again();
        };
    }

    #again() {
        if (this.stopped) return;
        this.tries += 1;
        const offline = navigator.onLine === false || this.tries > offlineAfterTries;
        if (this.state !== 'joining' || this.tries > 1) this.#setState(offline ? 'offline' : 'lost');
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.#join(), backoffMs(this.tries - 1));
    }

    #hurry() {
        this.tries = 0;
        clearTimeout(this.timer);
        if (this.socket) this.#ask();
        else this.#join();
    }

    /** Tries at once instead of waiting for the next turn (a press on "Try again"). */
    retryNow() {
        this.#hurry();
    }

    #watch() {
        const now = performance.now();
        if (!this.helloed) return;
        if (now - this.spokenMs > deadMs) return this.#leave();
        const silent = this.expectsVideo() ? now - this.fragmentMs > silentMs && now - this.heardMs > silentMs
            : now - this.heardMs > quietMs;
        // The browser said "offline", yet the socket was never closed: asked until it is clear again.
        if (silent || this.state === 'offline') this.#ask();
        else this.#heard();
    }

    async #ask() {
        if (this.asking) return;
        this.asking = true;
        const alive = await this.api.alive();
        this.asking = false;
        const now = performance.now();
        if (alive) {
            this.heardMs = now;
            this.#heard();
            return;
        }
        this.deafSinceMs ??= now;
        if (this.state === 'on') this.#setState('unsure');
        if (now - this.deafSinceMs > givenUpMs && this.socket) this.#leave();
    }

    #leave() {
        const { socket } = this;
        this.socket = null;
        this.helloed = false;
        socket.onmessage = null;
        socket.close();
        this.#again();
    }

    #heard() {
        this.deafSinceMs = null;
        if (this.helloed) this.#setState('on');
    }

    #setState(state) {
        if (this.state === state) return;
        this.state = state;
        this.onLink(state);
    }
}
