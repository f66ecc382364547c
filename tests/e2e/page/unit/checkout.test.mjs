// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Checkout } from '../../../../ui/web/core/checkout.js';
import { Follow } from '../../../../ui/web/core/follow.js';
import { createKeep } from '../../../../ui/web/core/keys.js';

const memory = () => {
    const values = new Map();
    return createKeep(() => ({ getItem: (k) => values.get(k) ?? null, setItem: (k, v) => values.set(k, v), removeItem: (k) => values.delete(k) }));
};
const ok = (body, status = 201) => ({ ok: true, status, body });
const no = (status, body) => ({ ok: false, status, body });
const lost = { ok: false, status: 0, body: null };
const wish = { lines: [{ sku: 'MUG', quantity: 1, price: 1600 }], word: '', mediaMs: 1 };
const kept = { checkout: 'c1', expires: 600_000, extendable: true, lines: wish.lines, total: 1600, currency: 'EUR' };

/** A checkout against planned answers by path; `at` is the server's clock. */
function till(answers = {}, keep = memory()) {
    const sent = [], parted = [];
    const clock = { at: 1000 };
    let key = 0;
    const post = async (path, body, options) => {
        sent.push({ path, body: structuredClone(body), ...options });
        const next = answers[path]?.shift();
        if (typeof next === 'function') return next();
        return next ?? (path === '/api/checkouts' ? ok(kept) : path === '/api/orders' ? ok({ number: 'D-1', total: 1600 }) : ok({}, 200));
    };
    const checkout = new Checkout({ post, keep, part: (path, body) => parted.push({ path, body }), changed: () => {}, now: () => clock.at, newKey: () => 'key-' + ++key, later: () => {} });
    const calls = (path) => sent.filter((one) => one.path === path).map((one) => one.body);
    return { checkout, sent, parted, clock, calls };
}

test('pieces are kept, an order takes them, and nothing is given back then', async () => {
    const { checkout, calls, sent, parted } = till();
    await checkout.begin({ ...wish, word: 'RUDENS' });
    assert.equal(checkout.held.checkout, 'c1');
    assert.equal(calls('/api/checkouts')[0].word, 'RUDENS');
    await checkout.begin(wish);
    assert.equal(calls('/api/checkouts').length, 1, 'one at a time');
    await checkout.place({ name: 'Anna' });
    assert.equal(calls('/api/orders')[0].checkout, 'c1');
    assert.deepEqual([checkout.order.step, checkout.held], ['done', null]);
    checkout.leave();
    checkout.pageGoes();
    assert.deepEqual([calls('/api/checkouts/release'), parted], [[], []]);
    assert.equal(sent.find((one) => one.path === '/api/orders').renew, true);
});

test('a lost answer to the reservation: the same key again, and one reservation', async () => {
    const { checkout, calls } = till({ '/api/checkouts': [lost, lost] });
    await checkout.begin(wish);
    assert.deepEqual([checkout.reserve.step, checkout.held], ['waiting', null]);
    await checkout.begin(wish);
    checkout.lineBack();
    await Promise.resolve();
    await checkout.reserve.send();
    await checkout.reserve.send();
    assert.deepEqual(new Set(calls('/api/checkouts').map((body) => body.key)), new Set(['key-1']));
    assert.equal(checkout.held.checkout, 'c1');
});

test('another cart after an unanswered reservation has another key', async () => {
    const { checkout, calls } = till({ '/api/checkouts': [lost] });
    await checkout.begin(wish);
    await checkout.begin({ ...wish, lines: [{ sku: 'SAP', quantity: 1, price: 450 }] });
    assert.deepEqual(calls('/api/checkouts').map((body) => body.key), ['key-1', 'key-2']);
});

test('leaving gives the pieces back; left before the answer, as soon as it comes', async () => {
    const first = till();
    await first.checkout.begin(wish);
    first.checkout.leave();
    assert.deepEqual(first.calls('/api/checkouts/release'), [{ checkout: 'c1' }]);
    assert.equal(first.checkout.held, null);
    const second = till({ '/api/checkouts': [lost] });
    await second.checkout.begin(wish);
    second.checkout.leave();
    assert.deepEqual(second.calls('/api/checkouts/release'), []);
    await second.checkout.reserve.send();
    assert.deepEqual([second.calls('/api/checkouts/release'), second.checkout.held], [[{ checkout: 'c1' }], null]);
});

test('the page goes: kept pieces are given back, those of an unanswered order are not', async () => {
    const one = till();
    await one.checkout.begin(wish);
    one.checkout.pageGoes();
    assert.deepEqual(one.parted, [{ path: '/api/checkouts/release', body: { checkout: 'c1' } }]);
    const other = till({ '/api/orders': [lost] });
    await other.checkout.begin(wish);
    await other.checkout.place({ name: 'Anna' });
    other.checkout.leave();
    other.checkout.pageGoes();
    assert.deepEqual([other.parted, other.calls('/api/checkouts/release')], [[], []]);
    assert.equal(other.checkout.order.step, 'waiting');
});

test('an unanswered order survives a reload, and its lost answer is asked for under the same session only', async () => {
    const keep = memory();
    const before = till({ '/api/orders': [lost] }, keep);
    await before.checkout.begin(wish);
    await before.checkout.place({ name: 'Anna' });
    const after = till({}, keep);
    assert.equal(after.checkout.begun, true);
    after.checkout.lineBack();
    await Promise.resolve();
    await Promise.resolve();
    assert.deepEqual(after.sent.map((one) => [one.path, one.body.key, one.renew]), [['/api/orders', 'key-2', false]]);
});

test('the reservation runs out by the server’s clock: the cart is left, and it can be begun again', async () => {
    const { checkout, clock } = till();
    await checkout.begin(wish);
    clock.at = 599_999;
    checkout.tick();
    assert.notEqual(checkout.held, null);
    clock.at = 600_000;
    checkout.tick();
    assert.deepEqual([checkout.held, checkout.ended, checkout.endedMs], [null, true, 600_000]);
    await checkout.begin(wish);
    assert.equal(checkout.ended, true, 'an answer that is over already');
    clock.at = 2000;
    await checkout.begin(wish);
    assert.deepEqual([checkout.ended, checkout.held.checkout], [false, 'c1']);
});

test('an order under way is not ended by the clock; the server says whether it was in time', async () => {
    const { checkout, clock } = till({ '/api/orders': [lost, no(409, { error: 'reservation_over' })] });
    await checkout.begin(wish);
    await checkout.place({ name: 'Anna' });
    clock.at = 700_000;
    checkout.tick();
    assert.equal(checkout.ended, false);
    await checkout.order.send();
    assert.deepEqual([checkout.ended, checkout.held, checkout.order.step], [true, null, 'ready']);
});

test('more time, once; and a refusal of it is told', async () => {
    const { checkout } = till({ '/api/checkouts/extend': [lost, ok({ checkout: 'c1', expires: 1_200_000, extendable: false }, 200)] });
    await checkout.begin(wish);
    await checkout.extend();
    assert.deepEqual([checkout.extendFailed, checkout.held.expires], [true, 600_000]);
    await checkout.extend();
    assert.deepEqual([checkout.extendFailed, checkout.held.expires, checkout.held.extendable], [false, 1_200_000, false]);
    await checkout.extend();
    assert.equal(checkout.held.expires, 1_200_000);
    const late = till({ '/api/checkouts/extend': [no(409, { error: 'reservation_over' })] });
    await late.checkout.begin(wish);
    await late.checkout.extend();
    assert.equal(late.checkout.ended, true);
});

test('a refused order keeps the pieces and the form', async () => {
    const { checkout, calls } = till({ '/api/orders': [no(400, { error: 'bad_contact' })] });
    await checkout.begin(wish);
    await checkout.place({ name: 'Anna', contact: 'x' });
    assert.deepEqual([checkout.order.refusal.error, checkout.held.checkout], ['bad_contact', 'c1']);
    await checkout.place({ name: 'Anna', contact: 'a@b.lv' });
    assert.deepEqual(calls('/api/orders').map((body) => body.key), ['key-2', 'key-3']);
});

function book(answers, keep = memory()) {
    const sent = [];
    const follow = new Follow({ keep, changed: () => {}, now: () => 5000, newKey: () => 'key', later: () => {},
        post: async (path, body) => { sent.push({ path, body }); return answers.shift() ?? ok({ number: 'D-1', state: 'placed', can: {}, notes: [] }, 200); } });
    return { follow, sent };
}

test('an order is shown from its answer at once, then as the server has it', async () => {
    const keep = memory();
    const { follow } = book([lost], keep);
    await follow.placed({ number: 'D-1', toPay: 1890 }, { contact: 'a@b.lv', deliveryTitle: 'Pakomāts' });
    assert.deepEqual([follow.order.toPay, follow.order.state, follow.fresh, follow.fault], [1890, '', true, 'offline']);
    await follow.find('D-1', 'a@b.lv');
    assert.deepEqual([follow.order.state, follow.fresh, follow.fault], ['placed', true, '']);
    assert.deepEqual([book([], keep).follow.number, book([], keep).follow.contact], ['D-1', 'a@b.lv'], 'over a reload of the tab');
});

test('a wrong number and a limit are told, and what was found stays', async () => {
    const { follow } = book([no(404, { error: 'not_found' }), no(429, { error: 'rate_limited', retryAfterMs: 3000 })]);
    await follow.find('D-9', 'x');
    assert.deepEqual([follow.fault, follow.order], ['not_found', null]);
    await follow.find('D-9', 'x');
    assert.deepEqual([follow.fault, follow.untilMs], ['rate_limited', 8000]);
});

test('what is written carries number, contact and a key, and the answer is the order', async () => {
    const { follow, sent } = book([ok({ number: 'D-1', state: 'placed', can: { cancel: true }, notes: [] }, 200), lost, ok({ number: 'D-1', state: 'cancelled', can: {}, notes: [] }, 200)]);
    await follow.find('D-1', 'a@b.lv');
    await follow.write('cancel', '');
    assert.equal(follow.letter.step, 'waiting');
    await follow.letter.send();
    assert.equal(follow.order.state, 'cancelled');
    assert.deepEqual(sent[2].body, { key: 'key', number: 'D-1', contact: 'a@b.lv', wish: 'cancel', text: '' });
    assert.deepEqual(sent[1].body, sent[2].body);
});
