// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From the cart to the order: pieces are kept and prices locked for a time; the order takes them, leaving gives them
// back, and an end by the clock leaves the cart as it was.

import { Errand } from './errand.js';

const lostReservation = new Set(['reservation_over', 'not_found']);

export class Checkout {
    /**
     * post(path, body, {renew}) → {ok, status, body}. part(path, body): sent while the page goes, without an answer.
     * keep: what is unanswered survives a reload of this tab. now(): the server's clock, in ms.
     */
    constructor({ post, part, keep, changed, now, ...rest }) {
        Object.assign(this, { post, part, changed, now });
        this.held = null; // {checkout, expires, extendable, lines, total, currency}
        this.ended = false; // a reservation ran out and nothing was begun since
        this.endedMs = -Infinity;
        this.leaving = false; // left before the reservation was answered
        this.extending = false;
        this.extendFailed = false;
        this.reserve = new Errand({ ...rest, keep, name: 'reserve', changed: () => this.#reserved(), post: (body) => post('/api/checkouts', body, { renew: true }) });
        // After an unanswered try a new session would not know the key: then the refusal is told instead.
        this.order = new Errand({ ...rest, keep, name: 'order', changed: () => this.#ordered(), post: (body, uncertain) => post('/api/orders', body, { renew: !uncertain }) });
    }

    /** Something of the buyer's stands or is under way: its panel is to be shown. */
    get begun() { return this.held !== null || this.order.open || this.reserve.open; }

    /** Keeps the pieces. lines: the cart's; the same again after a lost answer goes with its key. */
    async begin({ lines, word, mediaMs }) {
        if (this.held || this.order.open) return;
        this.ended = false;
        const wish = { lines, ...(word ? { word } : {}), mediaMs };
        if (this.reserve.open) {
            this.leaving = false;
            if (JSON.stringify(this.reserve.body.lines) === JSON.stringify(lines) && this.reserve.body.word === wish.word) return;
            this.reserve.forget(); // the old one, if it was taken at all, expires by itself
        }
        if (this.order.step === 'done') this.order.clear();
        await this.reserve.start(wish);
    }

    #reserved() {
        if (this.reserve.step === 'done') {
            const { answer } = this.reserve;
            this.reserve.clear();
            if (this.leaving) this.#giveBack(answer.checkout);
            else if (answer.expires <= this.now()) this.#end();
            else this.held = answer;
            this.leaving = false;
            this.extendFailed = false;
        }
        this.changed();
    }

    async extend() {
        if (!this.held?.extendable || this.extending) return;
        const { checkout } = this.held;
        this.extending = true;
        this.changed();
        const answer = await this.post('/api/checkouts/extend', { checkout }, { renew: false });
        this.extending = false;
        if (this.held?.checkout === checkout) {
            this.extendFailed = !answer.ok;
            if (answer.ok) this.held = { ...this.held, expires: answer.body.expires, extendable: false };
            else if (lostReservation.has(answer.body?.error)) this.#end();
        }
        this.changed();
    }

    /** The buyer goes back: the pieces are for others again. What is unanswered is waited for and then given back. */
    leave() {
        if (this.order.open) return;
        if (this.reserve.open) this.leaving = true;
        else this.reserve.clear();
        if (this.held) this.#giveBack(this.held.checkout);
        this.held = null;
        this.order.clear();
    }

    #giveBack(checkout) {
        this.post('/api/checkouts/release', { checkout }, { renew: false });
    }

    /** The page goes: no answer can be waited for. An order under way needs its pieces. */
    pageGoes() {
        if (!this.held || this.order.open || this.order.step === 'done') return;
        this.part('/api/checkouts/release', { checkout: this.held.checkout });
        this.#end();
    }

    async place(order) {
        if (!this.held || this.order.open) return;
        await this.order.start({ ...order, checkout: this.held.checkout });
    }

    #ordered() {
        if (this.order.step === 'done' || this.order.step === 'unsure') this.held = null;
        if (lostReservation.has(this.order.refusal?.error)) {
            this.order.clear();
            this.#end();
        }
        this.changed();
    }

    /** Called some times a second. The server's clock decides; an order that is under way is answered by the server. */
    tick() {
        if (!this.held || this.order.open || this.now() < this.held.expires) return;
        this.#end();
        this.changed();
    }

    #end() {
        this.held = null;
        this.ended = true;
        this.endedMs = this.now();
    }

    /** The line is back: what waits goes again with its key. */
    lineBack() {
        for (const errand of [this.reserve, this.order]) if (errand.step === 'waiting') errand.send();
    }
}
