// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Chat messages on their way: one at a time and in order, each with its key; a line that failed is tried again when
// the link is back, a limit is waited out, a refusal gives the text back to be changed.

import { backoffMs } from './backoff.js';
import { makeKey } from './keys.js';

export const maxCharacters = 300;
const firstRetry = 1; // of backoffMs, for the first answer lost: 2 s

let segmenter;
/** User-perceived characters, as the server counts. */
export function characters(text) {
    segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    let count = 0;
    for (const _ of segmenter.segment(text)) count++;
    return count;
}

export class Outbox {
    /** post(body) → {ok, status, body}; later(fn, ms) calls fn after ms; known(id): whether all have it already */
    constructor({ post, changed, known = () => false, now = () => Date.now(), newKey = makeKey, later = (fn, ms) => setTimeout(fn, ms) }) {
        this.post = post;
        this.changed = changed;
        this.known = known;
        this.now = now;
        this.newKey = newKey;
        this.later = later;
        this.queue = []; // {key, name, text, mediaMs, state: pending|limited|offline|refused, untilMs, error}
        this.busy = false;
        this.lost = 0; // answers lost on end
    }

    add(name, text, mediaMs) {
        this.queue.push({ key: this.newKey(), name, text, mediaMs, at: this.now(), state: 'pending', untilMs: 0, error: '' });
        this.changed();
        return this.pump();
    }

    /** Takes a refused message out again, to be written anew. */
    takeBack(key) {
        const index = this.queue.findIndex((one) => one.key === key && one.state === 'refused');
        if (index < 0) return null;
        const [message] = this.queue.splice(index, 1);
        this.changed();
        return message;
    }

    /** The link is back. */
    resume() {
        for (const one of this.queue) if (one.state === 'offline') one.state = 'pending';
        this.changed();
        return this.pump();
    }

    /** What came back from the server as said by all: our own waiting copy goes. */
    seen(messages) {
        const before = this.queue.length;
        for (const said of messages) {
            const index = this.queue.findIndex((one) => one.id === said.id ||
                (one.sent && one.name === said.name && one.text === said.text));
            if (index >= 0) this.queue.splice(index, 1);
        }
        if (this.queue.length !== before) this.changed();
    }

    async pump() {
        const next = this.queue.find((one) => one.state !== 'refused' && !one.id);
        if (this.busy || !next || next.state === 'offline' || (next.state === 'limited' && this.now() < next.untilMs)) return;
        this.busy = true;
        next.state = 'pending';
        next.sent = true;
        const { key, name, text, mediaMs } = next;
        const answer = await this.post({ key, name, text, mediaMs });
        this.busy = false;
        this.#answered(next, answer);
        this.changed();
        await this.pump();
    }

    #answered(message, answer) {
        this.lost = answer.status === 0 ? this.lost + 1 : 0;
        if (answer.ok) {
            message.id = answer.body.id;
            message.state = 'sent';
            // The server cleans what was typed, so what came back may not have been recognised by its words.
            if (this.known(message.id)) this.queue = this.queue.filter((one) => one !== message);
            return;
        }
        const error = answer.body?.error ?? '';
        if (answer.status === 0) {
            message.state = 'offline';
            // The line may well stand, and only this answer be lost: nothing would say that it is back.
            this.later(() => this.resume(), backoffMs(firstRetry + this.lost));
        } else if (error === 'rate_limited' || error === 'busy' || answer.status >= 500) {
            message.state = 'limited';
            const waitMs = Math.max(500, answer.body?.retryAfterMs ?? 3000);
            message.untilMs = this.now() + waitMs;
            this.later(() => this.pump(), waitMs);
        } else {
            message.state = 'refused';
            message.error = error;
        }
    }
}
