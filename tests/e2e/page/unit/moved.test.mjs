// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createKeep } from '../../../../ui/web/core/keys.js';
import { addressOf, arrived } from '../../../../ui/web/core/moved.js';

const none = () => createKeep(() => { throw new Error('forbidden'); });

function viewer() {
    const keep = none();
    const tabKeep = none();
    keep.write('token', 'a'.repeat(32) + '.1.ff');
    keep.write('tokenUntil', '99');
    tabKeep.write('cart', '{"entries":[["TOWEL",1]],"word":"SVĒTKI"}');
    tabKeep.write('mine', '{"number":"A-1","contact":"anna@example.org"}');
    return { keep, tabKeep };
}

test('the same viewer arrives, with cart and checkout, and no word of a person', () => {
    const held = { checkout: 'c1', expires: 61_000, extendable: true, lines: [], total: 1450, currency: 'EUR' };
    const address = addressOf('https://shop.example/', { ...viewer(), held, now: 1_000 });
    assert.ok(address.startsWith('https://shop.example/#moved='));
    const keep = none();
    const tabKeep = none();
    // Another clock there: what counts is what was left.
    const there = arrived(new URL(address).hash, { keep, tabKeep, now: 500_000 });
    assert.equal(keep.read('token'), 'a'.repeat(32) + '.1.ff');
    assert.equal(keep.read('tokenUntil'), '99');
    assert.equal(tabKeep.read('cart'), '{"entries":[["TOWEL",1]],"word":"SVĒTKI"}');
    assert.equal(tabKeep.read('mine'), null);
    assert.equal(there.checkout, 'c1');
    assert.equal(there.expires, 560_000);
    assert.ok(!atob(address.split('#moved=')[1].replaceAll('-', '+').replaceAll('_', '/')).includes('anna'));
});

test('only to an address of a page, and only what is ours', () => {
    for (const url of ['javascript:alert(1)', 'ftp://shop.example/', 'not one', '']) assert.equal(addressOf(url, { ...viewer(), held: null, now: 0 }), null);
    for (const hash of ['', '#order', '#moved=', '#moved=%%%', '#moved=bnVsbA']) assert.equal(arrived(hash, { keep: none(), tabKeep: none(), now: 0 }), null);
    const whole = { checkout: 'c1', expires: 61_000, extendable: true, lines: [{ sku: 'HONEY', quantity: 1, price: 950 }], total: 950, currency: 'EUR' };
    const carried = (held) => arrived(new URL(addressOf('http://a.example/', { ...viewer(), held, now: 0 })).hash, { keep: none(), tabKeep: none(), now: 0 });
    assert.ok(carried(whole));
    for (const wrong of [{ lines: 5 }, { lines: [null] }, { lines: [{ sku: 'HONEY', quantity: 'many', price: 950 }] }, { total: undefined }, { checkout: 7 }]) assert.equal(carried({ ...whole, ...wrong }), null, JSON.stringify(wrong));
    const over = addressOf('http://a.example/x', { ...viewer(), held: { checkout: 'c', expires: 5 }, now: 9 });
    assert.equal(arrived(new URL(over).hash, { keep: none(), tabKeep: none(), now: 0 }), null);
});
