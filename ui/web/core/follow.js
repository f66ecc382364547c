// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An order after it was placed: found by number and contact, without an account; what the buyer can still do about it.

import { Errand } from './errand.js';
import { createKeep } from './keys.js';

/** The steps an order goes through, [{name, done, now}]. Cancelled, refunded and held ones stand at a word, not on a way. */
export function stepsOf(order, ways) {
    if (!order.state || ['cancelled', 'refunded'].includes(order.state)) return [];
    const collected = order.state === 'collected' || order.payment === 'at_collection' ||
        (order.payment !== 'on_delivery' && order.state !== 'sent' && ways?.find((way) => way.title === order.deliveryTitle)?.kind === 'collection');
    const names = ['placed', ...(order.payment === 'transfer' || order.paid ? ['paid'] : []), 'packed', collected ? 'collected' : 'sent'];
    const at = names.indexOf(order.state);
    return names.map((name, index) => ({ name, done: name === 'paid' ? Boolean(order.paid) : index <= at, now: index === at }));
}

export class Follow {
    /** post(path, body, {renew}) → {ok, status, body}; keep: number and contact survive a reload of this tab */
    constructor({ post, keep, changed, now = () => Date.now(), ...rest }) {
        Object.assign(this, { post, keep, changed, now });
        this.order = null;
        this.fresh = false; // just placed on this page
        this.finding = false;
        this.fault = '';
        this.untilMs = 0;
        this.number = '';
        this.contact = '';
        this.letter = new Errand({ ...rest, now, keep: createKeep(() => null), name: 'write', changed: () => this.#written(),
            post: (body, uncertain) => post('/api/orders/write', body, { renew: !uncertain }) });
        try {
            const kept = JSON.parse(keep.read('mine') ?? '{}');
            if (typeof kept.number === 'string' && typeof kept.contact === 'string') Object.assign(this, { number: kept.number, contact: kept.contact });
        } catch {
            keep.drop('mine');
        }
    }

    /** An order just placed: shown from its answer at once, then as the server has it. */
    placed(answer, more) {
        this.order = { state: '', at: this.now(), refunded: 0, notes: [], can: {}, ...answer, ...more };
        this.fresh = true;
        this.letter.clear();
        this.#remember(String(answer.number), more.contact);
        return this.find(this.number, this.contact);
    }

    async find(number, contact) {
        if (this.finding) return;
        this.finding = true;
        this.fault = '';
        this.changed();
        const answer = await this.post('/api/orders/find', { number, contact }, { renew: true });
        this.finding = false;
        if (answer.ok) {
            if (this.order?.number !== answer.body.number) this.fresh = false;
            this.order = answer.body;
            this.#remember(answer.body.number, contact);
        } else {
            const told = ['rate_limited', 'on_hold', 'bad_contact', 'busy'].includes(answer.body?.error) ? answer.body.error : 'not_found'; // a number that can't be one is no order's
            this.fault = answer.status === 0 ? 'offline' : answer.status >= 500 ? 'busy' : told;
            this.untilMs = this.now() + (answer.body?.retryAfterMs ?? 10_000);
        }
        this.changed();
    }

    /** wish: question · cancel · return */
    async write(wish, text) {
        await this.letter.start({ number: this.number, contact: this.contact, wish, text });
    }

    #written() {
        if (this.letter.step === 'done') this.order = this.letter.answer;
        this.changed();
    }

    #remember(number, contact) {
        Object.assign(this, { number, contact });
        this.keep.write('mine', JSON.stringify({ number, contact }));
    }

    /** Another order is to be looked for. */
    clear() {
        this.order = null;
        this.fresh = false;
        this.fault = '';
        this.letter.clear();
    }
}
