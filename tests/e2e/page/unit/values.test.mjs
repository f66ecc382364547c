// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backoffMs } from '../../../../ui/web/core/backoff.js';
import { joined, kindInit, mimeOf, readFragment } from '../../../../ui/web/core/fragments.js';
import { createKeep, makeKey } from '../../../../ui/web/core/keys.js';
import { createFigures, figureLocale } from '../../../../ui/web/core/money.js';
import { apply, closedBecause, emptyState, isGone, longestPinWaitMs, releasePins, summary } from '../../../../ui/web/core/state.js';
import { message, program } from '../support/program.mjs';
import { demoShow } from '../support/show.mjs';

const plain = (text) => text.replace(/[\u00a0\u202f]/g, ' ');
const hello = (more = {}) => ({ t: 'hello', ...demoShow(), ...more });

test('money and counts as the locale writes them', () => {
    const latvian = createFigures('lv', 'lv-LV', 'EUR'), english = createFigures('en', 'lv-LV', 'EUR');
    assert.equal(plain(latvian.money(1890)), '18,90 €');
    assert.equal(plain(latvian.count(1284)), '1 284');
    assert.equal(english.money(1890), '€18.90');
    assert.equal(english.count(1284), '1,284');
    assert.equal(plain(createFigures('en', 'en-GB', 'JPY').money(1890)), 'JP¥1,890');
    assert.equal(createFigures('en', 'en', 'not money').money(100), '€1.00');
    assert.equal(figureLocale('en', 'en_bad_'), 'en-IE');
});

test('keys are of the wire’s alphabet and do not repeat', () => {
    const keys = new Set(Array.from({ length: 2000 }, () => makeKey()));
    assert.equal(keys.size, 2000);
    for (const key of keys) assert.match(key, /^[A-Za-z0-9_-]{24}$/);
});

test('what is kept survives a forbidden storage in memory', () => {
    const keep = createKeep(() => { throw new Error('cookies are off'); });
    keep.write('name', 'Anna');
    assert.equal(keep.read('name'), 'Anna');
    keep.drop('name');
    assert.equal(keep.read('name'), null);
});

test('the waits before coming back', () => {
    assert.deepEqual([0, 1, 2, 3, 4, 5, 50].map((n) => backoffMs(n, () => 0.5)), [500, 1000, 2000, 4000, 8000, 10000, 10000]);
    assert.ok(backoffMs(0, () => 0) >= 400 && backoffMs(0, () => 1) <= 600);
});

test('a fragment is read from its header, rubbish is not', () => {
    const bytes = message(2, Buffer.from('moof'), { key: true, epoch: 7, seq: 4000000000, mediaSec: 1234.5 });
    const read = readFragment(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    assert.deepEqual([read.kind, read.key, read.epoch, read.seq, read.mediaUs, read.bytes.length], [2, true, 7, 4000000000, 1234500000, 4]);
    assert.equal(readFragment(new ArrayBuffer(32)), null);
    assert.equal(readFragment(new ArrayBuffer(100)), null);
    assert.equal(readFragment('text'), null);
});

test('the MIME type comes from a real init segment', () => {
    const { init } = program();
    assert.match(mimeOf(init), /^video\/mp4; codecs="avc1\.[0-9a-f]{6},mp4a\.40\.2"$/);
    assert.equal(mimeOf(new Uint8Array(64)), null);
    assert.equal(kindInit, 1);
    assert.deepEqual([...joined([new Uint8Array([1]), new Uint8Array([2, 3])])], [1, 2, 3]);
});

test('the fold: hello, stock, chat, viewers, and what it does not know', () => {
    const state = emptyState();
    assert.ok(apply(state, hello()).has('products'));
    assert.equal(state.products.length, 10);
    apply(state, { t: 'stock', levels: [{ sku: 'TOWEL-70', available: 1, word: 'available' }, { sku: 'NOT-OURS', available: 5 }] });
    assert.equal(state.products[0].variants[1].available, 1);
    apply(state, { t: 'chat', messages: [{ id: 'm5', name: 'Toms', text: 'again' }, { id: 'n', name: 'a', text: 'b' }] });
    assert.equal(state.messages.length, 6);
    apply(state, { t: 'viewers', watching: 3 });
    assert.equal(state.viewers, 3);
    assert.equal(apply(state, { t: 'poll' }).size, 0);
    assert.equal(apply(state, null).size, 0);
});

test('a pin waits for this viewer’s picture, but not for ever and not without a picture', () => {
    const state = emptyState();
    apply(state, hello({ pin: null }), 0);
    apply(state, { t: 'pin', pin: { product: 'mug', mediaMs: 5000 } }, 0);
    assert.equal(releasePins(state, 4999, 10), false);
    assert.equal(releasePins(state, 5000, 20), true);
    assert.equal(state.pin.product, 'mug');
    apply(state, { t: 'pin', pin: { product: 'sap', mediaMs: 9000 } }, 100);
    assert.equal(releasePins(state, null, 100), true);
    apply(state, { t: 'pin', pin: { product: 'bowl', mediaMs: 99000 } }, 200);
    assert.equal(releasePins(state, 6000, 300), false);
    assert.equal(releasePins(state, 6000, 200 + longestPinWaitMs), true);
    apply(state, { t: 'pin', pin: null }, 6000);
    assert.equal(releasePins(state, 7000, 6000), true);
    assert.equal(state.pin, null);
});

test('pins come in their order', () => {
    const state = emptyState();
    apply(state, hello({ pin: null }), 0);
    apply(state, { t: 'pin', pin: { product: 'mug', mediaMs: 5000 } }, 0);
    apply(state, { t: 'pin', pin: { product: 'sap', mediaMs: 6000 } }, 0);
    releasePins(state, 5500, 1);
    assert.equal(state.pin.product, 'mug');
    releasePins(state, 6500, 2);
    assert.equal(state.pin.product, 'sap');
});

test('one line for a product of several variants', () => {
    const [towel, , , socks, , , , candle] = demoShow().products;
    assert.deepEqual(summary(towel), { word: 'available', available: 17, price: 1290, several: true });
    assert.equal(summary(socks).word, 'sold_out');
    assert.equal(summary(candle).word, 'all_in_checkouts');
    const half = { variants: [{ ...towel.variants[0], word: 'stopped' }, { ...towel.variants[0], sku: 'X', word: 'available', available: 2 }] };
    assert.deepEqual([summary(half).word, summary(half).available], ['available', 2], 'what is stopped is not counted');
    assert.equal(summary({ variants: towel.variants.map((one) => ({ ...one, word: 'stopped' })) }).word, 'stopped');
    assert.deepEqual([isGone({ word: 'stopped' }), isGone({ word: 'sold_out' }), isGone({ word: 'all_in_checkouts' })], [true, true, false]);
    assert.deepEqual(summary({ variants: [] }), { word: 'sold_out', available: 0, price: null, several: false });
});

test('why nothing can be bought', () => {
    const state = emptyState();
    apply(state, hello({ sales: false, state: 'waiting' }));
    assert.equal(closedBecause(state), 'sales_not_yet');
    apply(state, { t: 'state', state: 'live' });
    assert.equal(closedBecause(state), 'sales_paused');
    apply(state, { t: 'sales', open: true });
    assert.equal(closedBecause(state), '');
    apply(state, { t: 'state', state: 'away' });
    assert.equal(closedBecause(state), '');
    apply(state, { t: 'state', state: 'ended' });
    assert.equal(closedBecause(state), 'sales_over');
});

test('a hidden chat leaves nothing on the page and comes back as the server has it', () => {
    const state = emptyState();
    apply(state, hello({ messages: [{ id: 'm1', name: 'Anna', text: 'Sveiki', at: 1 }] }));
    assert.equal(state.chat, true);
    assert.deepEqual([...apply(state, { t: 'chat_switched', open: false, messages: [] })], ['chat']);
    assert.deepEqual([state.chat, state.messages], [false, []]);
    apply(state, { t: 'chat_switched', open: true, messages: [{ id: 'm2', name: 'Anna', text: 'Te', at: 2 }] });
    assert.deepEqual([state.chat, state.messages.map((one) => one.id)], [true, ['m2']]);
    apply(state, hello({ chat: false, messages: [] }));
    assert.equal(state.chat, false);
});
