// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A show server for the page's tests, on app/protocol/page.md: it can be told to refuse, to be silent, to lose an
// answer. It is a fixture for rare states; that the real server behaves so is tested with the real server.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { message, moved, program } from './program.mjs';
import { acceptSocket } from './websocket.mjs';
import { demoShow } from './show.mjs';
import { Till } from './shop.mjs';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const kinds = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml' };
export const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self' blob:; connect-src 'self'; " +
    "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export class Fixture {
    constructor(show = demoShow(), { size, source } = {}) {
        this.hello = show;
        this.live = new Set();
        this.watchers = new Set();
        this.till = new Till(this);
        this.said = new Map();
        this.answers = {}; // path → what its next calls get
        this.calls = [];
        this.seq = 100;
        this.sizes = size ?? '480x270';
        this.source = source;
        this.lineStartSec = 1000;
        this.epoch = 1;
        this.sending = true;
        this.underwayMs = 0; // how long a hello is on its way
    }

    async start() {
        this.server = createServer((request, response) => this.#http(request, response));
        this.server.on('upgrade', (request, socket) => this.#upgrade(request, socket));
        await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
        this.port = this.server.address().port;
        this.url = 'http://127.0.0.1:' + this.port + '/';
        this.#play();
        this.heart = setInterval(() => this.push({ t: 'here', now: Date.now() }), 5000);
        return this;
    }

    async stop() {
        clearInterval(this.timer);
        clearInterval(this.heart);
        for (const one of [...this.live, ...this.watchers]) one.destroy();
        this.server.closeAllConnections();
        await new Promise((resolve) => this.server.close(resolve));
    }

    /** Everything gone, as when the process died; start() again on the same port with restart(). */
    async vanish() {
        for (const one of [...this.live, ...this.watchers]) one.destroy();
        this.server.closeAllConnections();
        await new Promise((resolve) => this.server.close(resolve));
    }

    async restart() {
        await new Promise((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
    }

    /** The video lines of now are dead without a word: nothing comes, nothing is closed. */
    deafen() {
        this.watchers.clear();
    }

    push(value) {
        for (const one of this.live) if (one.joined) one.json(value);
    }

    /** The next call to the path gets this: {status, body}, or 'lost' (done, but no answer), or 'refused' (not done, no answer). */
    next(path, answer) {
        (this.answers[path] ??= []).push(answer);
    }

    stock(sku, available, word = available > 0 ? 'available' : 'sold_out') {
        for (const product of this.hello.products)
            for (const variant of product.variants) if (variant.sku === sku) Object.assign(variant, { available, word });
        this.push({ t: 'stock', seq: ++this.seq, levels: [{ sku, available, word }] });
    }

    /** A price as the ledger tells it: with "was" and "−n %" or without. */
    price(sku, price, more = {}) {
        for (const product of this.hello.products)
            for (const variant of product.variants) if (variant.sku === sku) Object.assign(variant, { was: undefined, percent: undefined, price, ...more });
        this.push({ t: 'prices', seq: ++this.seq, prices: [{ sku, price, ...more }] });
    }

    offers(...offers) {
        this.hello.offers = offers;
        this.push({ t: 'offers', seq: ++this.seq, offers });
    }

    terms(change, checkout = []) {
        Object.assign(this.hello, { terms: { ...this.hello.terms, ...change }, checkout });
        this.push({ t: 'terms', seq: ++this.seq, terms: this.hello.terms, checkout });
    }

    pin(product, { mediaMs = -1, disclosure = false } = {}) {
        const title = this.hello.products.find((one) => one.id === product)?.name ?? '';
        this.hello.pin = product ? { aired: 'a' + ++this.seq, product, title, disclosure, mediaMs } : null;
        this.push({ t: 'pin', seq: ++this.seq, pin: this.hello.pin });
    }

    state(state) {
        this.hello.state = state;
        this.push({ t: 'state', state });
    }

    say(name, text) {
        const one = { id: 'm' + ++this.seq, name, text, at: Date.now() };
        this.hello.messages.push(one);
        this.push({ t: 'chat', seq: ++this.seq, messages: [one] });
        return one.id;
    }

    /** A new studio process: the line of time begins anew, and epochs begin at one again. */
    newLine(startSec) {
        this.lineStartSec = startSec;
        this.beganMs = Date.now();
        this.index = 0;
        this.gop = [];
        for (const one of this.watchers) one.binary(message(1, this.program.init, { epoch: this.epoch }));
    }

    /** Media time of the newest fragment sent. */
    get edgeMs() {
        return Math.round(this.newestSec * 1000);
    }

    #play() {
        this.program = program(this.sizes, this.source);
        this.beganMs = Date.now();
        this.index = 0;
        this.gop = [];
        this.newestSec = 0;
        this.timer = setInterval(() => {
            const { frames, seconds, fps } = this.program;
            const due = Math.floor((Date.now() - this.beganMs) / 1000 * fps);
            for (; this.index < due; this.index++) {
                const round = Math.floor(this.index / frames.length);
                const frame = frames[this.index % frames.length];
                const startSec = this.lineStartSec + round * seconds;
                this.newestSec = startSec + frame.sec;
                const packet = message(2, moved(frame, startSec), { key: frame.key, epoch: this.epoch, seq: this.index, mediaSec: this.newestSec });
                if (frame.key) this.gop = [];
                this.gop.push(packet);
                if (this.sending) for (const one of this.watchers) one.binary(packet);
            }
        }, 8);
    }

    #upgrade(request, socket) {
        if (request.url === '/api/live') {
            const one = acceptSocket(request, socket, {
                text: (text) => {
                    const join = JSON.parse(text);
                    if (join.t !== 'join' || !join.token) return one.close();
                    one.joined = true;
                    return one.json({ t: 'hello', v: 1, seq: this.seq, now: Date.now() - this.underwayMs, ...this.hello });
                },
                closed: () => this.live.delete(one),
            });
            this.live.add(one);
        } else if (request.url === '/api/video') {
            const one = acceptSocket(request, socket, { closed: () => this.watchers.delete(one) });
            one.binary(message(1, this.program.init, { epoch: this.epoch }));
            for (const packet of this.gop) one.binary(packet);
            this.watchers.add(one);
        } else {
            socket.destroy();
        }
    }

    async #http(request, response) {
        const path = request.url.split('?')[0];
        const headers = { 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-cache' };
        if (request.method === 'POST') return this.#post(path, request, response, headers);
        if (path === '/healthz') return response.writeHead(200, headers).end('ok');
        const file = path === '/' ? 'ui/web/index.html' : path === '/favicon.svg' ? 'ui/web/favicon.svg'
            : path.startsWith('/app/') ? 'ui/web/' + path.slice(5) : path.startsWith('/assets/') ? 'resources/demo/art/' + path.slice(8) : '';
        if (path.startsWith('/assets/')) headers['Content-Security-Policy'] = 'sandbox';
        try {
            if (!file || normalize(file) !== file) throw new Error('not here');
            const bytes = await readFile(join(root, file));
            return response.writeHead(200, { ...headers, 'Content-Type': kinds[extname(file)] ?? 'application/octet-stream' }).end(bytes);
        } catch {
            return response.writeHead(404, headers).end();
        }
    }

    async #post(path, request, response, headers) {
        const chunks = [];
        for await (const chunk of request) chunks.push(chunk);
        const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
        this.calls.push({ path, body, token: request.headers.authorization });
        const planned = this.answers[path]?.shift();
        // Begun, so that the browser does not ask again by itself, as it does on a connection it has used before.
        const breakOff = () => response.writeHead(200, { ...headers, 'Content-Type': 'application/json' }).write('{', () => request.socket.destroy());
        if (planned === 'refused') return breakOff();
        const answer = planned?.status ? planned : this.#do(path, body);
        if (planned?.before) await planned.before();
        if (planned === 'lost') return breakOff();
        return response.writeHead(answer.status, { ...headers, 'Content-Type': 'application/json' }).end(JSON.stringify(answer.body));
    }

    #do(path, body) {
        if (path === '/api/session') return { status: 201, body: { viewer: 'v1', token: 'test-token-' + ++this.seq } };
        if (path === '/api/messages') return this.#message(body);
        return this.till.answer(path, body) ?? { status: 404, body: { error: 'not_found' } };
    }

    #message({ key, name, text }) {
        if (this.said.has(key)) return { status: 201, body: { id: this.said.get(key), replayed: true } };
        const id = this.say(name, text);
        this.said.set(key, id);
        return { status: 201, body: { id, replayed: false } };
    }
}
