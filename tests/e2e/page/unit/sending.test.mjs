// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Api } from '../../../../ui/web/core/api.js';
import { Errand } from '../../../../ui/web/core/errand.js';
import { createKeep } from '../../../../ui/web/core/keys.js';
import { characters, Outbox } from '../../../../ui/web/core/outbox.js';

const memory = () => {
    const values = new Map();
    return createKeep(() => ({ getItem: (k) => values.get(k) ?? null, setItem: (k, v) => values.set(k, v), removeItem: (k) => values.delete(k) }));
};
const wish = { lines: [{ sku: 'MUG', quantity: 2, price: 1600 }], name: 'Anna', contact: 'anna@example.lv', mediaMs: 5 };
const taken = { ok: true, status: 201, body: { number: 'D-1', total: 3200 } };
const lost = { ok: false, status: 0, body: null };
const no = (status, body) => ({ ok: false, status, body });

function errand(answers, keep = memory(), now = () => 1000) {
    const sent = [], timers = [];
    let key = 0;
    const one = new Errand({ keep, name: 'order', now, changed: () => {}, newKey: () => 'key-' + ++key, later: (fn, ms) => timers.push({ fn, ms }),
        post: async (body, uncertain) => { sent.push({ ...structuredClone(body), uncertain }); return answers.shift() ?? taken; } });
    return { errand: one, sent, timers };
}

test('what got no answer goes again with its key and its content', async () => {
    const { errand: one, sent } = errand([lost, lost]);
    await one.start(wish);
    assert.equal(one.step, 'waiting');
    await one.start({ ...wish, name: 'Zane' });
    assert.equal(sent.length, 1, 'nothing else can be done meanwhile');
    await one.send();
    await one.send();
    assert.equal(one.step, 'done');
    assert.equal(one.answer.number, 'D-1');
    assert.deepEqual(sent.map((body) => body.key), ['key-1', 'key-1', 'key-1']);
    assert.deepEqual(sent.map((body) => body.name), ['Anna', 'Anna', 'Anna']);
    assert.deepEqual(sent.map((body) => body.uncertain), [false, true, true]);
    await one.send();
    assert.equal(sent.length, 3, 'what is done is not done again');
});

test('on a line that stands a lost answer is asked for again by itself, later each time', async () => {
    const { errand: one, sent, timers } = errand([lost, lost]);
    await one.start(wish);
    assert.ok(timers[0].ms >= 1500 && timers[0].ms <= 2500, 'after ' + timers[0].ms);
    await timers[0].fn();
    assert.ok(timers[1].ms > timers[0].ms);
    await timers[1].fn();
    await timers[0].fn();
    assert.deepEqual(sent.map((body) => body.key), ['key-1', 'key-1', 'key-1']);
    assert.equal(one.step, 'done');
});

test('what is unanswered survives a reload of the tab, a broken record is forgotten', async () => {
    const keep = memory();
    await errand([lost], keep).errand.start(wish);
    const { errand: again, sent } = errand([], keep);
    assert.equal(again.step, 'waiting');
    await again.send();
    assert.equal(sent[0].key, 'key-1');
    assert.equal(keep.read('order'), null);
    keep.write('order', '{"key":');
    assert.equal(errand([], keep).errand.step, 'ready');
});

test('the answer to what was put aside is not taken for that of what came after it', async () => {
    const gives = [];
    const one = new Errand({ keep: memory(), name: 'reserve', changed: () => {}, post: () => new Promise((resolve) => gives.push(resolve)) });
    const first = one.start(wish);
    one.forget();
    const second = one.start({ ...wish, name: 'Zane' });
    gives[1]({ ok: true, status: 201, body: { checkout: 'new' } });
    await second;
    gives[0]({ ok: true, status: 201, body: { checkout: 'old' } });
    await first;
    assert.deepEqual([one.step, one.answer.checkout], ['done', 'new']);
});

test('busy, limited and on hold keep the key for the same wish, a changed one gets another', async () => {
    const { errand: one, sent } = errand([no(503, { error: 'busy' }), no(429, { error: 'rate_limited', retryAfterMs: 4000 }), no(429, { error: 'on_hold', retryAfterMs: 9000 })]);
    await one.start(wish);
    assert.equal(one.step, 'later');
    assert.equal(one.untilMs, 11000);
    await one.start({ ...wish, mediaMs: 99 });
    assert.equal(one.untilMs, 5000);
    await one.start(wish);
    assert.deepEqual([one.refusal.error, one.untilMs], ['on_hold', 10000]);
    await one.start({ ...wish, name: 'Zane' });
    assert.deepEqual(sent.map((body) => body.key), ['key-1', 'key-1', 'key-1', 'key-2']);
    assert.equal(one.step, 'done');
});

test('a changed price is told old and new, and the next press is a new one', async () => {
    const { errand: one, sent } = errand([no(409, { error: 'price_changed', sku: 'MUG', price: 1700 })]);
    await one.start(wish);
    assert.equal(one.step, 'ready');
    assert.deepEqual([one.refusal.oldPrice, one.refusal.price], [1600, 1700]);
    await one.start({ ...wish, lines: [{ ...wish.lines[0], price: 1700 }] });
    assert.deepEqual(sent.map((body) => body.key), ['key-1', 'key-2']);
});

test('a refused token after an unanswered try is not taken for "not done"', async () => {
    const { errand: one } = errand([lost, no(401, { error: 'not_authorised' })]);
    await one.start(wish);
    await one.send();
    assert.equal(one.step, 'unsure');
});

function outbox(answers) {
    const sent = [], timers = [];
    let key = 0, now = 0;
    const box = new Outbox({ changed: () => {}, now: () => now, newKey: () => 'key-' + ++key, later: (fn, ms) => timers.push({ fn, at: now + ms }),
        post: async (body) => { sent.push(body); return answers.shift() ?? { ok: true, status: 201, body: { id: 'm' + sent.length } }; } });
    const pass = async (ms) => {
        now += ms;
        for (const timer of timers.splice(0)) if (timer.at <= now) await timer.fn(); else timers.push(timer);
    };
    return { box, sent, pass };
}

test('messages go in their order, and a lost one is sent again with its key before the next', async () => {
    const { box, sent } = outbox([lost]);
    await box.add('Anna', 'one', 1);
    await box.add('Anna', 'two', 2);
    assert.deepEqual(box.queue.map((one) => one.state), ['offline', 'pending']);
    await box.resume();
    assert.deepEqual(sent.map((one) => [one.key, one.text]), [['key-1', 'one'], ['key-1', 'one'], ['key-2', 'two']]);
    box.seen([{ id: 'm2', name: 'Anna', text: 'one' }, { id: 'm3', name: 'Anna', text: 'two' }]);
    assert.equal(box.queue.length, 0);
});

test('on a line that stands a lost message is sent again by itself, later each time', async () => {
    const { box, sent, pass } = outbox([lost, lost]);
    await box.add('Anna', 'one', 1);
    await box.add('Anna', 'two', 2);
    await pass(1000);
    assert.equal(sent.length, 1);
    await pass(1500);
    assert.equal(sent.length, 2);
    await pass(2500);
    assert.equal(sent.length, 2, 'the second wait is longer');
    await pass(2500);
    assert.deepEqual(sent.map((one) => one.key), ['key-1', 'key-1', 'key-1', 'key-2']);
    assert.deepEqual(box.queue.map((one) => one.state), ['sent', 'sent']);
});

test('a message that all had before its own answer came is not shown twice', async () => {
    const { box } = outbox([]);
    box.known = (id) => id === 'm1';
    await box.add('Anna', '  spaced   out  ', 1);
    assert.equal(box.queue.length, 0);
});

test('a message seen before its own answer takes no other with it', async () => {
    const { box } = outbox([]);
    const waiting = box.post;
    box.known = () => true;
    box.post = async (body) => {
        box.seen([{ id: 'early', name: 'Anna', text: 'one' }]);
        box.post = async () => lost;
        return waiting(body);
    };
    const first = box.add('Anna', 'one', 1);
    box.add('Anna', 'two', 2);
    await first;
    assert.deepEqual(box.queue.map((one) => one.text), ['two']);
});

test('a limit is waited out with the same key', async () => {
    const { box, sent, pass } = outbox([no(429, { error: 'rate_limited', retryAfterMs: 4000 })]);
    await box.add('Anna', 'one', 1);
    assert.equal(box.queue[0].state, 'limited');
    await pass(3000);
    assert.equal(sent.length, 1);
    await pass(1000);
    assert.deepEqual(sent.map((one) => one.key), ['key-1', 'key-1']);
    assert.equal(box.queue[0].state, 'sent');
});

test('a refused message gives its text back and holds nothing up', async () => {
    const { box } = outbox([no(400, { error: 'bad_text' })]);
    await box.add('Anna', 'bad', 1);
    await box.add('Anna', 'good', 2);
    assert.deepEqual(box.queue.map((one) => one.state), ['refused', 'sent']);
    assert.equal(box.takeBack('key-1').text, 'bad');
    assert.equal(box.takeBack('key-2'), null);
});

test('characters are counted as people see them', () => {
    assert.equal(characters('ābols'), 5);
    assert.equal(characters('👩‍👩‍👧'), 1);
    assert.equal(characters('e\u0301'), 1);
});

test('a session is opened once for many calls, and renewed once when it is refused', async () => {
    const calls = [];
    let refuse = true;
    const api = new Api({ keep: memory(), fetch: async (path, options) => {
        calls.push(path);
        if (path === '/api/session') return new Response('{"viewer":"v","token":"t' + calls.length + '"}', { status: 201 });
        if (refuse && options.headers.Authorization !== undefined) {
            refuse = false;
            return new Response('{"error":"not_authorised"}', { status: 401 });
        }
        return new Response('{"id":"m"}', { status: 201 });
    } });
    await Promise.all([api.token(), api.token()]);
    assert.equal(calls.length, 1);
    assert.equal((await api.post('/api/messages', {})).ok, true);
    assert.deepEqual(calls, ['/api/session', '/api/messages', '/api/session', '/api/messages']);
});

test('no answer, a broken answer and a dead server are all "not known"', async () => {
    const keep = memory();
    const ways = [() => { throw new TypeError('failed'); }, () => new Response('<html>', { status: 201 })];
    for (const way of ways) {
        const api = new Api({ keep, fetch: async (path) => (path === '/api/session' ? new Response('{"token":"t"}', { status: 201 }) : way()) });
        assert.equal((await api.post('/api/orders', {})).status, 0);
    }
    assert.equal((await new Api({ keep: memory(), fetch: async () => { throw new TypeError('failed'); } }).post('/x', {})).status, 0);
});

test('a call of a page that goes is kept alive, and opens no session', async () => {
    const calls = [];
    const keep = memory();
    const api = new Api({ keep, fetch: async (path, options) => { calls.push({ path, ...options }); return new Response('{}'); } });
    api.part('/api/checkouts/release', { checkout: 'c1' });
    assert.equal(calls.length, 0);
    keep.write('token', 't');
    api.part('/api/checkouts/release', { checkout: 'c1' });
    assert.deepEqual([calls[0].keepalive, calls[0].headers.Authorization, JSON.parse(calls[0].body).checkout], [true, 'Bearer t', 'c1']);
    new Api({ keep, fetch: () => { throw new TypeError('gone'); } }).part('/api/checkouts/release', {});
});
