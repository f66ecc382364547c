// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cart, maxLines, priceNews, rowsOf, totalOf } from '../../../../ui/web/core/cart.js';
import { clockText, Milestones } from '../../../../ui/web/core/countdown.js';
import { stepsOf } from '../../../../ui/web/core/follow.js';
import { createKeep } from '../../../../ui/web/core/keys.js';
import { bundlePrice, bundles, bundleStock, flashOf, mostBundles, mostOf } from '../../../../ui/web/core/offers.js';
import { faultsOf, isPhone, orderOf } from '../../../../ui/web/core/order.js';
import { apply, checkoutOpen, emptyState, findVariant } from '../../../../ui/web/core/state.js';
import { deliveryPrice, findWay, handOverHost, handOverLink, homeRegion, paymentsFor, regionsOf, split, vatByRate, vatIn } from '../../../../ui/web/core/terms.js';
import { demoShow, demoTerms } from '../support/show.mjs';

const memory = () => {
    const values = new Map();
    return createKeep(() => ({ getItem: (k) => values.get(k) ?? null, setItem: (k, v) => values.set(k, v), removeItem: (k) => values.delete(k) }));
};
function show(more = {}) {
    const state = emptyState();
    apply(state, { t: 'hello', ...demoShow(), ...more });
    return state;
}
const flash = { id: 'f', kind: 'flash_price', lines: [{ sku: 'MUG', quantity: 1, price: 1200 }], ends: 5, left: null, perBuyer: 0 };
const bundle = { id: 'b', kind: 'bundle', lines: [{ sku: 'MUG', quantity: 1, price: 1400 }, { sku: 'HONEY', quantity: 2, price: 800 }], ends: 0, left: null, perBuyer: 0 };

test('prices, offers, products and terms come into the fold; a "was" never outlives its price', () => {
    const state = show();
    assert.ok(apply(state, { t: 'prices', prices: [{ sku: 'MUG', price: 1200, was: 1600, percent: 25 }] }).has('prices'));
    assert.deepEqual([findVariant(state, 'MUG').variant.was, findVariant(state, 'MUG').variant.percent], [1600, 25]);
    apply(state, { t: 'prices', prices: [{ sku: 'MUG', price: 1300 }, { sku: 'NOT-OURS', price: 1 }] });
    assert.deepEqual([findVariant(state, 'MUG').variant.price, findVariant(state, 'MUG').variant.was], [1300, undefined]);
    apply(state, { t: 'offers', offers: [flash] });
    assert.equal(flashOf(state, 'MUG').id, 'f');
    apply(state, { t: 'offers', offers: [{ ...flash, lines: [{ sku: 'MUG', quantity: 1, price: 1300 }] }, { ...flash, id: 'other' }] });
    assert.equal(flashOf(state, 'MUG').id, 'f', 'the one whose price it is');
    assert.equal(flashOf(state, 'SAP'), null);
    apply(state, { t: 'product', product: { ...state.products[0], name: 'Cits' } });
    apply(state, { t: 'product', product: { id: 'new', name: 'Jauns', variants: [] } });
    assert.deepEqual([state.products[0].name, state.products.length], ['Cits', 11]);
    assert.equal(apply(state, { t: 'product' }).size, 0);
    assert.equal(checkoutOpen(state), true);
    apply(state, { t: 'terms', terms: demoTerms(), checkout: ['conditions'] });
    assert.equal(checkoutOpen(state), false);
    apply(state, { t: 'terms', terms: null });
    assert.equal(checkoutOpen(state), false, 'nothing is known of the seller');
});

test('the cart reserves nothing, survives a reload, and works where nothing may be kept', () => {
    const state = show();
    const keep = memory();
    const cart = new Cart({ keep });
    cart.add(state, 'MUG', 1);
    cart.add(state, 'HONEY', 2);
    cart.add(state, 'MUG', 1);
    cart.setWord('ruden s');
    assert.deepEqual(cart.entries.map((entry) => [entry.id, entry.quantity]), [['MUG', 2], ['HONEY', 2]]);
    const again = new Cart({ keep });
    assert.deepEqual([again.pieces, again.word], [4, 'ruden s']);
    again.remove('MUG');
    assert.equal(new Cart({ keep }).pieces, 2);
    keep.write('cart', '{"entries":[{"id":7},{"id":"X","quantity":-1,"lines":[]},{"id":"HONEY","quantity":1,"lines":[{"sku":"HONEY","quantity":1,"price":950}]}]}');
    assert.deepEqual(new Cart({ keep }).entries.map((entry) => entry.id), ['HONEY']);
    keep.write('cart', 'not JSON');
    assert.equal(new Cart({ keep }).pieces, 0);
    const forbidden = new Cart({ keep: createKeep(() => { throw new Error('cookies are off'); }) });
    forbidden.add(state, 'MUG', 1);
    assert.equal(forbidden.pieces, 1);
});

test('what has changed is known before the button: price, flash price over, sold out, too many, gone', () => {
    const state = show({ offers: [flash] });
    const cart = new Cart({ keep: memory() });
    apply(state, { t: 'prices', prices: [{ sku: 'MUG', price: 1200 }] });
    for (const sku of ['MUG', 'HONEY', 'SAP']) cart.add(state, sku, 2);
    const row = (sku, certain = true) => rowsOf(state, cart, certain).find((one) => one.entry.id === sku);
    assert.equal(totalOf(rowsOf(state, cart, true)), 2 * (1200 + 950 + 450));
    assert.equal(priceNews(state, row('MUG')), '');
    apply(state, { t: 'offers', offers: [] });
    apply(state, { t: 'prices', prices: [{ sku: 'MUG', price: 1600 }, { sku: 'HONEY', price: 900 }] });
    assert.deepEqual([priceNews(state, row('MUG')), row('MUG').old, row('MUG').each], ['flash_ended', 1200, 1600]);
    assert.equal(priceNews(state, row('HONEY')), 'price_changed');
    cart.accept(state);
    assert.equal(priceNews(state, row('MUG')), '');
    assert.deepEqual(cart.wire()[0], { sku: 'MUG', quantity: 2, price: 1600 });
    apply(state, { t: 'stock', levels: [{ sku: 'MUG', available: 1, word: 'available' }, { sku: 'HONEY', available: 0, word: 'sold_out' }] });
    assert.deepEqual([row('MUG').fault, row('MUG').most], ['only_some', 1]);
    assert.equal(row('MUG', false).fault, '', 'a count is no reason while the line is not certain');
    assert.equal(row('HONEY').fault, 'sold_out');
    state.products = state.products.filter((product) => product.id !== 'sap');
    assert.equal(row('SAP').fault, 'gone');
    assert.equal(totalOf(rowsOf(state, cart, true)), 0, 'only what can be had is summed up');
});

test('a bundle is one row, takes its lines together, and ends with its offer', () => {
    const state = show({ offers: [bundle] });
    const cart = new Cart({ keep: memory() });
    assert.deepEqual(bundles(state).map((offer) => offer.id), ['b']);
    assert.equal(bundlePrice(bundle), 3000);
    assert.deepEqual(bundleStock(state, bundle), { word: 'available', available: 2 }, 'two mugs are left');
    cart.addBundle(state, bundle, 2);
    assert.deepEqual(cart.wire(), [{ sku: 'MUG', quantity: 2, price: 1400, offer: 'b' }, { sku: 'HONEY', quantity: 4, price: 800, offer: 'b' }]);
    assert.deepEqual([cart.pieces, totalOf(rowsOf(state, cart, true))], [6, 6000]);
    apply(state, { t: 'stock', levels: [{ sku: 'HONEY', available: 1, word: 'available' }] });
    assert.deepEqual(bundleStock(state, bundle), { word: 'sold_out', available: 0 });
    apply(state, { t: 'stock', levels: [{ sku: 'HONEY', available: 9, word: 'available' }, { sku: 'MUG', available: 0, word: 'all_in_checkouts' }] });
    assert.equal(bundleStock(state, bundle).word, 'all_in_checkouts');
    apply(state, { t: 'offers', offers: [] });
    assert.equal(rowsOf(state, cart, true)[0].fault, 'offer_over');
    assert.deepEqual(bundles(show({ offers: [{ ...bundle, lines: [{ sku: 'NOT-OURS', quantity: 1, price: 1 }] }] })), []);
});

test('limits of an offer hold the counter, and an order holds twenty lines', () => {
    const state = show({ offers: [{ ...flash, left: 4, perBuyer: 3 }] });
    const { variant } = findVariant(state, 'MUG');
    variant.available = 50;
    assert.deepEqual([mostOf(state, variant, true), mostOf(state, variant, false)], [3, 99]);
    state.offers[0].left = 2;
    assert.equal(mostOf(state, variant, true), 2);
    assert.equal(mostBundles(show({ offers: [{ ...bundle, perBuyer: 3 }] }), { ...bundle, perBuyer: 3 }, true), 1, 'three pieces are one bundle');
    const wants = new Cart({ keep: memory() });
    wants.add(state, 'MUG', 4);
    const fault = () => { const [row] = rowsOf(state, wants, true); return [row.fault, row.most, row.available]; };
    assert.deepEqual(fault(), ['limited', 2, 50], 'a limit of the offer is not said as a count of the stock');
    variant.available = 3;
    assert.deepEqual(fault(), ['only_some', 2, 3]);
    const cart = new Cart({ keep: memory() });
    for (let i = 0; i < maxLines; i++) {
        state.products.push({ id: 'p' + i, name: 'p' + i, variants: [{ sku: 'S' + i, price: 1, available: 9, word: 'available' }] });
        assert.equal(cart.add(state, 'S' + i, 1), true);
    }
    assert.equal(cart.add(state, 'MUG', 1), false);
    assert.equal(cart.add(state, 'S0', 200), true);
    assert.equal(cart.find('S0').quantity, 99);
});

test('delivery has a price by region, is free from a sum, and goes nowhere without one', () => {
    const terms = demoTerms();
    const locker = findWay(terms, 'locker');
    assert.deepEqual([deliveryPrice(locker, 'LV', 9999), deliveryPrice(locker, 'EE', 0), deliveryPrice(locker, 'LV', 10000), deliveryPrice(locker, 'DE', 0)], [290, 450, 0, null]);
    assert.equal(deliveryPrice({ ...locker, prices: [{ region: '*', price: 1500 }] }, 'DE', 0), 1500);
    assert.equal(deliveryPrice({ ...locker, prices: [], freeFrom: 1 }, 'LV', 99), null, 'free from a sum, but only where it goes');
    assert.equal(deliveryPrice(findWay(terms, 'workshop'), '', 0), 0);
    assert.deepEqual(regionsOf(terms), ['LV', 'EE']);
    assert.deepEqual([homeRegion(terms, 'et-EE'), homeRegion(terms, 'de-DE'), homeRegion({ delivery: [] }, 'lv-LV')], ['EE', 'LV', '']);
    const world = regionsOf({ delivery: [{ prices: [{ region: 'LV', price: 1 }, { region: '*', price: 2 }] }] });
    assert.deepEqual([world[0], world.length, new Set(world).size, world.includes('*')], ['LV', 249, 249, false]);
    assert.deepEqual(paymentsFor(terms, 'delivery'), ['on_delivery', 'transfer']);
    assert.deepEqual(paymentsFor(terms, 'collection'), ['at_collection', 'transfer']);
    assert.deepEqual(paymentsFor(terms, ''), []);
});

test('VAT by rate, with delivery in the goods’ proportion; worked by hand', () => {
    assert.deepEqual([vatIn(3130, 2100), vatIn(121, 2100), vatIn(0, 2100), vatIn(100, 0), vatIn(-121, 2100)], [543, 21, 0, 0, -21]);
    assert.equal(vatIn(1, 10000), 1, 'half away from zero');
    assert.deepEqual(split(100, [1, 1, 1]), [34, 33, 33]);
    assert.deepEqual(split(5, [0, 0]), [5, 0]);
    assert.deepEqual(split(10, [1, 2, 4]), [1, 3, 6]);
    const lines = [{ sku: 'A', quantity: 1, price: 1890 }, { sku: 'B', quantity: 1, price: 950 }];
    // 290 over 1890 : 950 is 192.99 : 97.01, so 193 and 97; 2083 · 21/121 = 361.5…, 1047 · 12/112 = 112.2
    assert.deepEqual(vatByRate(lines, 290, (sku) => ({ A: 2100, B: 1200 })[sku]), [{ rate: 2100, gross: 2083, vat: 362 }, { rate: 1200, gross: 1047, vat: 112 }]);
    assert.deepEqual(vatByRate(lines, 290, () => 2100), [{ rate: 2100, gross: 3130, vat: 543 }]);
});

test('the way to a shop with its own checkout: only https, only what is known there', () => {
    const at = (kind, shop) => ({ handOver: { kind, shop } });
    const variant = { sku: 'MUG', external: '4411' };
    assert.equal(handOverLink(at('shopify', 'https://shop.example'), variant, 2), 'https://shop.example/cart/4411:2');
    assert.equal(handOverLink(at('woocommerce', 'https://shop.example/'), variant, 3), 'https://shop.example/?add-to-cart=4411&quantity=3');
    assert.equal(handOverLink(at('shopify', 'https://shop.example'), { external: '1/../x?a#b' }, 1), 'https://shop.example/cart/1%2F..%2Fx%3Fa%23b:1');
    for (const shop of ['http://shop.example', 'javascript:alert(1)', 'shop.example', '', 'https://user:word@shop.example'])
        assert.deepEqual([handOverLink(at('shopify', shop), variant, 1), handOverHost(at('shopify', shop))], ['', ''], shop);
    const marked = (kind) => ({ handOver: { kind, shop: 'https://shop.example', mark: 'vitrina-0a1b' } });
    assert.equal(handOverLink(marked('shopify'), variant, 2), 'https://shop.example/cart/4411:2?attributes[vitrina]=vitrina-0a1b');
    assert.equal(
        handOverLink(marked('woocommerce'), variant, 2),
        'https://shop.example/?add-to-cart=4411&quantity=2&utm_source=vitrina&utm_medium=live&utm_campaign=vitrina-0a1b',
    );
    assert.equal(handOverLink(at('shopify', 'https://shop.example'), { external: '' }, 1), '');
    assert.equal(handOverLink(at('none', 'https://shop.example'), variant, 1), '');
    assert.equal(handOverHost(at('shopify', 'https://shop.example')), 'shop.example');
});

const form = (more = {}) => ({ way: '', region: 'LV', address: '', name: '', contact: '', phone: '', payment: '', note: '', ...more });
test('the form is looked at before it is sent: what each way of delivery needs', () => {
    const terms = demoTerms();
    assert.deepEqual(faultsOf(form(), terms), ['way', 'name', 'contact']);
    assert.deepEqual(faultsOf(form({ way: 'locker', name: 'A', contact: 'a@b.lv' }), terms), ['address', 'phone', 'payment']);
    assert.deepEqual(faultsOf(form({ way: 'locker', name: 'A', contact: '+371 2000 0000', address: 'x', payment: 'transfer' }), terms), [], 'the contact is a phone');
    assert.deepEqual(faultsOf(form({ way: 'workshop', name: 'A', contact: 'a@b.lv', payment: 'on_delivery' }), terms), ['payment'], 'not paid on delivery where nothing is delivered');
    assert.deepEqual(faultsOf(form({ way: 'workshop', name: 'A', contact: 'a@b.lv', payment: 'at_collection' }), terms), []);
    for (const contact of ['anna@example.lv', '+371 2000 0000', '(067) 123-456']) assert.ok(!faultsOf(form({ contact }), terms).includes('contact'), contact);
    for (const contact of ['anna@', '12345', 'call me', 'a@b', '+++++++']) assert.ok(faultsOf(form({ contact }), terms).includes('contact'), contact);
    assert.deepEqual([isPhone('+371 2000 0000'), isPhone('a@b.lv')], [true, false]);
});

test('the order as the wire wants it: no address and no region for a collection', () => {
    const terms = demoTerms();
    const whole = form({ way: 'locker', name: ' Anna ', contact: 'a@b.lv', phone: '+37120000000', address: ' Liepājas 2 ', payment: 'transfer', note: ' zvanīt ' });
    assert.deepEqual(orderOf(whole, terms, { checkout: 'c1', toPay: 1990, mediaMs: 7 }), { checkout: 'c1', name: 'Anna', contact: 'a@b.lv', phone: '+37120000000',
        delivery: { way: 'locker', region: 'LV', address: 'Liepājas 2' }, payment: 'transfer', toPay: 1990, note: 'zvanīt', mediaMs: 7 });
    assert.deepEqual(orderOf({ ...whole, way: 'workshop', payment: 'at_collection', note: '' }, terms, { checkout: 'c1', toPay: 1700, mediaMs: 7 }),
        { checkout: 'c1', name: 'Anna', contact: 'a@b.lv', delivery: { way: 'workshop' }, payment: 'at_collection', toPay: 1700, mediaMs: 7 });
});

test('a countdown shows each second whole, and speaks at a minute and at the end', () => {
    assert.deepEqual([clockText(167_000), clockText(1), clockText(0), clockText(-5), clockText(60_000), clockText(3_723_000)], ['02:47', '00:01', '00:00', '00:00', '01:00', '1:02:03']);
    const spoken = new Milestones();
    assert.deepEqual([90_000, 60_001, 59_900, 59_000, 100, 0, -200].map((left) => spoken.reached('a', left)), ['', '', 'minute', '', '', 'end', '']);
    assert.deepEqual([59_800, 59_000].map((left) => spoken.reached('b', left)), ['minute', ''], 'one that begins at a minute');
    assert.deepEqual([30_000, 0].map((left) => spoken.reached('c', left)), ['', 'end'], 'one that is met later');
    assert.equal(spoken.reached('d', -1), 'end');
});

test('the steps of an order by the way it goes and is paid', () => {
    const names = (order) => stepsOf(order, demoTerms().delivery).map((step) => (step.done ? '+' : '') + step.name);
    assert.deepEqual(names({ state: 'placed', payment: 'on_delivery' }), ['+placed', 'packed', 'sent']);
    assert.deepEqual(names({ state: 'packed', paid: true, payment: 'transfer', deliveryTitle: 'Saņemt darbnīcā' }), ['+placed', '+paid', '+packed', 'collected']);
    assert.deepEqual(names({ state: 'paid', paid: true, payment: 'at_collection' }), ['+placed', '+paid', 'packed', 'collected']);
    assert.deepEqual(names({ state: 'sent', paid: false, payment: 'transfer', deliveryTitle: 'Pakomāts' }), ['+placed', 'paid', '+packed', '+sent']);
    assert.deepEqual(names({ state: 'review', payment: 'on_delivery' }), ['placed', 'packed', 'sent']);
    assert.deepEqual(names({ state: 'cancelled', payment: 'on_delivery' }), []);
    assert.equal(stepsOf({ state: 'packed', payment: 'on_delivery' }, []).find((step) => step.now).name, 'packed');
});
