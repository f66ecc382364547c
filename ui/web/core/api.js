// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Calls to our own server. Nothing is sent without a session; a session that is refused is renewed once.

const answerWithinMs = 8000;

export class Api {
    constructor({ keep, fetch: call = (...args) => fetch(...args), now = () => Date.now() }) {
        this.keep = keep;
        this.call = call;
        this.now = now;
        this.opening = null;
    }

    /** The viewer's token, or null when no server answers. */
    async token() {
        const kept = this.keep.read('token');
        const until = Number(this.keep.read('tokenUntil') ?? 0);
        if (kept && this.now() < until) return kept;
        this.opening ??= this.#open().finally(() => { this.opening = null; });
        return this.opening;
    }

    forgetToken() {
        this.keep.drop('token');
    }

    async #open() {
        const answer = await this.#request('/api/session', {}, null);
        if (!answer.ok || typeof answer.body?.token !== 'string') return null;
        this.keep.write('token', answer.body.token);
        // Signed for 24 h: renewed an hour before, so that no order meets an old one.
        this.keep.write('tokenUntil', String(this.now() + 23 * 3600_000));
        return answer.body.token;
    }

    /** {ok, status, body}; status 0: no answer, it is not known whether the server did it. */
    async post(path, body, { renew = true } = {}) {
        const token = await this.token();
        if (!token) return { ok: false, status: 0, body: null };
        const answer = await this.#request(path, body, token);
        if (answer.status !== 401) return answer;
        this.forgetToken();
        if (!renew) return answer;
        const fresh = await this.token();
        return fresh ? this.#request(path, body, fresh) : { ok: false, status: 0, body: null };
    }

    async #request(path, body, token) {
        const abort = new AbortController();
        const timer = setTimeout(() => abort.abort(), answerWithinMs);
        try {
            const response = await this.call(path, {
                // 'same-origin' for the connections the page has already: 'omit' wants its own. There are no cookies.
                method: 'POST', cache: 'no-store', credentials: 'same-origin', referrerPolicy: 'no-referrer', signal: abort.signal,
                headers: { 'Content-Type': 'application/json', ...(token ? { Authorization: 'Bearer ' + token } : {}) },
                body: JSON.stringify(body),
            });
            const answer = await response.json().catch(() => null);
            // An accepted call without a readable answer is a lost answer: ask again with the same key.
            if (response.ok && answer === null) return { ok: false, status: 0, body: null };
            return { ok: response.ok, status: response.status, body: answer };
        } catch {
            return { ok: false, status: 0, body: null };
        } finally {
            clearTimeout(timer);
        }
    }

    /** Sent while the page is going: nobody waits for an answer, and nothing opens a session for it. */
    part(path, body) {
        const token = this.keep.read('token');
        if (!token) return;
        try {
            const sent = this.call(path, { method: 'POST', keepalive: true, cache: 'no-store', credentials: 'same-origin', referrerPolicy: 'no-referrer',
                headers: { 'Content-Type': 'application/json', Authorization: 'Bearer ' + token }, body: JSON.stringify(body) });
            sent?.catch?.(() => {}); // the server ends it by its own clock then
        } catch {
            // as above
        }
    }

    /** Does the server answer at all? For a line that is silent without being closed. */
    async alive(withinMs = 1500) {
        const abort = new AbortController();
        const timer = setTimeout(() => abort.abort(), withinMs);
        try {
            return (await this.call('/healthz', { cache: 'no-store', signal: abort.signal })).ok;
        } catch {
            return false;
        } finally {
            clearTimeout(timer);
        }
    }
}
