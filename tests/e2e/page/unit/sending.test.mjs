// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Api } from '../../../../ui/web/core/api.js';
import { createKeep } from '../../../../ui/web/core/keys.js';
import { faultsOf, OrderDesk } from '../../../../ui/web/core/order.js';
import { characters, Outbox } from '../../../../ui/web/core/outbox.js';

const memory = () => {
    const values = new Map();
    return createKeep(() => ({ getItem: (k) => values.get(k) ?? null, setItem: (k, v) => values.set(k, v), removeItem: (k) => values.delete(k) }));
};
const wish = { sku: 'MUG', quantity: 2, price: 1600, name: 'Anna', contact: 'anna@example.lv', mediaMs: 5 };
const taken = { ok: true, status: 201, body: { number: 'D-1', total: 3200 } };
const lost = { ok: false, status: 0, body: null };
const no = (status, body) => ({ ok: false, status, body });

function desk(answers, keep = memory(), now = () => 1000) {
    const sent = [];
    let key = 0;
    const one = new OrderDesk({ keep, now, changed: () => {}, newKey: () => 'key-' + ++key,
        post: async (body, uncertain) => { sent.push({ ...structuredClone(body), uncertain }); return answers.shift() ?? taken; } });
    return { desk: one, sent };
}

test('an order without an answer goes again with its key and its content', async () => {
    const { desk: one, sent } = desk([lost, lost]);
    await one.place(wish);
    assert.equal(one.step, 'waiting');
    await one.place({ ...wish, quantity: 9 });
    assert.equal(sent.length, 1, 'nothing else can be ordered meanwhile');
    await one.send();
    await one.send();
    assert.equal(one.step, 'done');
    assert.equal(one.number, 'D-1');
    assert.deepEqual(sent.map((body) => body.key), ['key-1', 'key-1', 'key-1']);
    assert.deepEqual(sent.map((body) => body.lines[0].quantity), [2, 2, 2]);
    assert.deepEqual(sent.map((body) => body.uncertain), [false, true, true]);
});

test('an unanswered order survives a reload of the tab, a broken one is forgotten', async () => {
    const keep = memory();
    await desk([lost], keep).desk.place(wish);
    const { desk: again, sent } = desk([], keep);
    assert.equal(again.step, 'waiting');
    await again.send();
    assert.equal(sent[0].key, 'key-1');
    assert.equal(keep.read('order'), null);
    keep.write('order', '{"key":');
    assert.equal(desk([], keep).desk.step, 'form');
});

test('busy and limited keep the key for the same order, a changed one gets another', async () => {
    const { desk: one, sent } = desk([no(503, { error: 'busy' }), no(429, { error: 'rate_limited', retryAfterMs: 4000 })]);
    await one.place(wish);
    assert.equal(one.step, 'later');
    assert.equal(one.untilMs, 11000);
    await one.place(wish);
    assert.equal(one.untilMs, 5000);
    await one.place({ ...wish, quantity: 1 });
    assert.deepEqual(sent.map((body) => body.key), ['key-1', 'key-1', 'key-2']);
    assert.equal(one.step, 'done');
});

test('a changed price is told old and new, and the next press is a new order', async () => {
    const { desk: one, sent } = desk([no(409, { error: 'price_changed', sku: 'MUG', price: 1700 })]);
    await one.place(wish);
    assert.equal(one.step, 'form');
    assert.deepEqual([one.refusal.oldPrice, one.refusal.price], [1600, 1700]);
    await one.place({ ...wish, price: 1700 });
    assert.deepEqual(sent.map((body) => body.key), ['key-1', 'key-2']);
});

test('a refused token after an unanswered try is not taken for "not done"', async () => {
    const { desk: one } = desk([lost, no(401, { error: 'not_authorised' })]);
    await one.place(wish);
    await one.send();
    assert.equal(one.step, 'unsure');
});

test('name and contact are looked at before they are sent', () => {
    assert.deepEqual(faultsOf({ name: ' ', contact: '' }), ['name', 'contact']);
    for (const contact of ['anna@example.lv', '+371 2000 0000', '(067) 123-456']) assert.deepEqual(faultsOf({ name: 'A', contact }), [], contact);
    for (const contact of ['anna@', '12345', 'call me', 'a@b', '+++++++']) assert.deepEqual(faultsOf({ name: 'A', contact }), ['contact'], contact);
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
