// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One order from the first press to its number. What was sent is frozen with its key until the server has answered:
// a fault of the line may mean "taken, but the answer was lost", so the same bytes go again and are taken once.

import { makeKey } from './keys.js';

/** Words for a refusal; what is not listed is said as 'error_unknown'. */
const refusals = new Map([
    ['sold_out', 'error_sold_out'], ['all_in_checkouts', 'error_all_in_checkouts'], ['price_changed', 'error_price_changed'],
    ['sales_closed', 'error_sales_closed'], ['sku_stopped', 'error_sku_stopped'], ['bad_quantity', 'error_bad_quantity'], ['bad_contact', 'error_bad_contact'],
    ['bad_text', 'error_bad_name'], ['unknown_sku', 'error_unknown_sku'], ['busy', 'error_busy'],
    ['rate_limited', 'error_rate_limited'],
]);
export const refusalWords = (error) => refusals.get(error) ?? 'error_unknown';

/** Answers after which nothing was done and the very same order may be tried again. */
const again = new Set(['busy', 'rate_limited']);
export const defaultRetryMs = 10_000;

/** name: letters; contact: an e-mail address or a phone number. The server checks again; this saves a round trip. */
export function faultsOf({ name, contact }) {
    const mail = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
    const phone = /^\+?[\d\s()/.-]{7,24}$/;
    const faults = [];
    if (name.trim().length === 0) faults.push('name');
    const digits = contact.replace(/\D/g, '').length;
    if (!mail.test(contact.trim()) && !(phone.test(contact.trim()) && digits >= 7)) faults.push('contact');
    return faults;
}

export class OrderDesk {
    /**
     * post(body) → {ok, status, body} where status 0 is "no answer". keep: where the unanswered order survives a
     * reload of this tab. changed(): called after each step.
     */
    constructor({ post, keep, changed, now = () => Date.now(), newKey = makeKey }) {
        this.post = post;
        this.keep = keep;
        this.changed = changed;
        this.now = now;
        this.newKey = newKey;
        this.step = 'form'; // form · sending · waiting (for the line) · later (busy, limited) · unsure · done
        this.refusal = null;
        this.untilMs = 0;
        this.number = '';
        this.total = 0;
        this.body = null;
        this.uncertain = false;
        const kept = keep.read('order');
        if (kept) this.#restore(kept);
    }

    get open() { return this.step === 'sending' || this.step === 'waiting'; }

    #restore(kept) {
        try {
            const body = JSON.parse(kept);
            if (typeof body.key !== 'string' || !Array.isArray(body.lines)) throw new Error('not an order');
            this.body = body;
            this.step = 'waiting';
            this.uncertain = true;
        } catch {
            this.keep.drop('order');
        }
    }

    /** A new order, unless the same one is only being tried again after "busy". */
    async place({ sku, quantity, price, name, contact, mediaMs }) {
        if (this.open) return;
        const same = this.step === 'later' && this.body && this.body.name === name && this.body.contact === contact &&
            this.body.lines[0].sku === sku && this.body.lines[0].quantity === quantity && this.body.lines[0].price === price;
        if (!same) this.body = { key: this.newKey(), name, contact, lines: [{ sku, quantity, price }], mediaMs };
        this.keep.write('order', JSON.stringify(this.body));
        this.uncertain = false;
        await this.send();
    }

    /** The line is back: what waits goes once more, with its key. */
    async send() {
        if (!this.body || this.step === 'sending') return;
        this.step = 'sending';
        this.refusal = null;
        this.changed();
        const answer = await this.post(this.body, this.uncertain);
        if (answer.ok) this.#accepted(answer.body);
        else if (answer.status === 0) this.#lost();
        else this.#refused(answer.body ?? {}, answer.status);
        this.changed();
    }

    #accepted(body) {
        this.keep.drop('order');
        this.step = 'done';
        this.number = String(body.number);
        this.total = body.total;
    }

    #lost() {
        this.step = 'waiting';
        this.uncertain = true;
    }

    #refused(body, status) {
        if (status === 401 && this.uncertain) {
            // The first try may have been taken under the old token; a new one would not recognise the key.
            this.keep.drop('order');
            this.step = 'unsure';
            return;
        }
        const error = body.error ?? 'internal';
        if (again.has(error) || status >= 500) {
            this.step = 'later';
            this.untilMs = this.now() + (body.retryAfterMs ?? defaultRetryMs);
            this.refusal = { error: again.has(error) ? error : 'busy' };
            return;
        }
        this.keep.drop('order');
        this.step = 'form';
        const line = this.body.lines.find((one) => one.sku === body.sku) ?? this.body.lines[0];
        this.refusal = { error, sku: line.sku, price: body.price, oldPrice: line.price, available: body.available };
    }

    /** Back to an empty desk; an unanswered order can't be put aside. */
    clear() {
        if (this.open) return;
        this.keep.drop('order');
        this.step = 'form';
        this.refusal = null;
        this.body = null;
    }
}
