// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One thing done at the server, from the press to its answer. What was sent is frozen with its key until the server
// has answered: a fault of the line may mean "done, but the answer was lost", so the same bytes go again and are
// done once. Reservations, orders and what a buyer writes to the shop all go this way.

import { backoffMs } from './backoff.js';
import { makeKey } from './keys.js';

/** Answers after which nothing was done and the very same thing may be tried again. */
const again = new Set(['busy', 'rate_limited', 'on_hold']);
export const defaultRetryMs = 10_000;
const firstRetry = 2; // of backoffMs: 2 s, for a lost answer on a line that stands

/** The same wish but for the moment it was pressed at. */
function sameWish(body, wish) {
    const { key, mediaMs, ...before } = body;
    const { mediaMs: moment, ...now } = wish;
    return JSON.stringify(before) === JSON.stringify(now);
}

export class Errand {
    /**
     * post(body, uncertain) → {ok, status, body} where status 0 is "no answer". keep, name: where what is unanswered
     * survives a reload of this tab. changed(): called after each step. later(fn, ms): calls fn after ms.
     */
    constructor({ post, keep, name, changed, now = () => Date.now(), newKey = makeKey, later = (fn, ms) => setTimeout(fn, ms) }) {
        Object.assign(this, { post, keep, name, changed, now, newKey, later });
        this.step = 'ready'; // ready · sending · waiting (for the line) · later (busy, limited) · unsure · done
        this.refusal = null; // {error, sku?, price?, oldPrice?, available?}
        this.answer = null;
        this.untilMs = 0;
        this.body = null;
        this.uncertain = false;
        this.tries = 0;
        const kept = keep.read(name);
        if (kept) this.#restore(kept);
    }

    /** Under way: nothing else of its kind can be begun. */
    get open() { return this.step === 'sending' || this.step === 'waiting'; }

    #restore(kept) {
        try {
            const body = JSON.parse(kept);
            if (typeof body.key !== 'string') throw new Error('not ours');
            this.body = body;
            this.step = 'waiting';
            this.uncertain = true;
        } catch {
            this.keep.drop(this.name);
        }
    }

    /** A new one with a new key, unless the same is only being tried again after "busy". */
    async start(wish) {
        if (this.open) return;
        if (this.step !== 'later' || !this.body || !sameWish(this.body, wish)) this.body = { key: this.newKey(), ...wish };
        this.keep.write(this.name, JSON.stringify(this.body));
        this.uncertain = false;
        this.tries = 0;
        await this.send();
    }

    /** The line is back, or it is time again: what waits goes once more, with its key. */
    async send() {
        if (!this.body || this.step === 'sending' || this.step === 'done') return;
        this.step = 'sending';
        this.refusal = null;
        this.changed();
        const { body } = this;
        const answer = await this.post(body, this.uncertain);
        if (this.body !== body) return; // put aside meanwhile: this answer is of nothing that stands here
        if (answer.ok) this.#accepted(answer.body);
        else if (answer.status === 0) this.#lost();
        else this.#refused(answer.body ?? {}, answer.status);
        this.changed();
    }

    #accepted(answer) {
        this.keep.drop(this.name);
        this.step = 'done';
        this.answer = answer;
    }

    #lost() {
        this.step = 'waiting';
        this.uncertain = true;
        const { key } = this.body;
        this.later(() => {
            if (this.step === 'waiting' && this.body?.key === key) this.send();
        }, backoffMs(firstRetry + this.tries++));
    }

    #refused(body, status) {
        if (status === 401 && this.uncertain) {
            // The first try may have been taken under the old token; a new one would not recognise the key.
            this.keep.drop(this.name);
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
        this.keep.drop(this.name);
        this.step = 'ready';
        const lines = this.body.lines ?? [];
        const line = lines.find((one) => one.sku === body.sku) ?? (lines.length === 1 ? lines[0] : null);
        // An order has no lines of its own: what has changed is its sum.
        this.refusal = { error, sku: line?.sku, price: body.price, oldPrice: line?.price ?? this.body.toPay, available: body.available };
    }

    /** Back to the beginning; what is unanswered can't be put aside. */
    clear() {
        if (!this.open) this.forget();
    }

    /** Puts it aside even unanswered: only where the server undoes it by itself, as a reservation that expires. */
    forget() {
        this.keep.drop(this.name);
        this.step = 'ready';
        this.refusal = null;
        this.answer = null;
        this.body = null;
    }
}
