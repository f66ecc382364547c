// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Offers and scarcity with the real show server: two browsers, so two buyers, an English and a Latvian one; what the
// studio does goes through demo_peer (tests/support), and what the pages say is compared with the server's tables.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, text, until } from './support/browser.mjs';
import { noPeer, Peer } from './support/peer.mjs';

const reserveSec = 60; // the shortest a shop may set
let peer, browsers, anna, berta;

before(async () => {
    if (noPeer) return;
    peer = await new Peer().start('--pin', 'towel', '--reserve-s', String(reserveSec));
    browsers = [await openBrowser(), await openBrowser()];
    [anna, berta] = [await open(browsers[0], 'en'), await open(browsers[1], 'lv')];
});
after(async () => {
    for (const one of browsers ?? []) await one.close();
    await peer?.stop();
});

async function open(browser, language) {
    const page = await browser.page({ width: 1280, height: 800, language });
    await page.goto(peer.url.href);
    await page.waitForFunction(() => document.querySelectorAll('#products li').length >= 4 && document.querySelector('#air').dataset.product === 'towel');
    return page;
}
const plain = (words) => words.replace(/\s+/g, ' ');
/** Waits until these words stand there; no-break spaces count as spaces. */
const says = (page, selector, words) => page.waitForFunction(([where, what]) => document.querySelector(where)?.innerText.replace(/\s+/g, ' ').includes(what), [selector, words], { timeout: 8000 })
    .catch(async () => assert.fail(selector + ' does not say "' + words + '" but: ' + await page.locator(selector).allInnerTexts()));
const row = (sku) => '#products [data-key="' + sku + '"] button';
async function put(page, product, pieces = 1) {
    await page.click(row(product));
    for (let i = 1; i < pieces; i++) await page.click('#more');
    await page.click('#buy');
}
async function toCheckout(page) {
    await page.click('#toCheckout');
    await page.waitForSelector('#placeOrder');
}
async function fill(page, contact) {
    await page.locator('input[name=way]:enabled').last().check(); // collected: no address
    await page.fill('#nameField', 'Anna Kalniņa');
    await page.fill('#contactField', contact);
    await page.locator('input[name=payment]').first().check();
}
async function order(page, contact) {
    await fill(page, contact);
    await page.click('#placeOrder');
    await page.waitForSelector('#orderNumber');
    const number = await text(page, '#orderNumber');
    await page.click('#doneBack');
    return number;
}
async function emptyCart(page) {
    if (await page.locator('#panelBack').count() > 0) await page.click('#panelBack');
    await page.keyboard.press('Escape');
    await page.click('#cart');
    for (;;) {
        const remove = page.locator('#remove0');
        if (await remove.count() === 0) break;
        await remove.click();
    }
    await page.click('#cartBack');
}
/** The wire wants every field said. */
const offer = (id, kind, lines, more = {}) => ({ offer: { id, kind, title: id, lines, word: '', durationMs: 600_000, pieceLimit: 0, perBuyer: 0, item: '', outlivesShow: false, ...more } });
const flash = (id, sku, unitMinor, more) => offer(id, 'flash_price', [{ sku, quantity: 1, unitMinor }], more);
const towel = { id: 'towel', code: '14', name: 'Linen towel', description: '', image: 'linen-towel.svg', vatBasisPoints: null, collectionOnly: false, forbidden: [],
    variants: [{ sku: 'TOWEL', label: '', price: { minor: 1450, currency: 'EUR' }, allocated: 24, priorLowest: { minor: 1400, currency: 'EUR' }, floor: null, external: '' }] };
const shown = async () => (await fetch(new URL('/api/show', peer.url))).json();
const contacts = { anna: 'anna@example.lv', berta: '+371 2000 0001' };

test('a flash price: its countdown, its pieces, and "was" with −n % where the price ledger knows one', { skip: noPeer }, async () => {
    await peer.wish('put_product', { product: towel });
    await peer.wish('start_offer', flash('f-towel', 'TOWEL', 1100, { pieceLimit: 5, perBuyer: 2 }));
    await peer.wish('start_offer', flash('f-honey', 'HONEY', 700));
    await says(anna, '#air .pr', '€11.00');
    assert.equal(plain(await text(anna, '#air .pr')), '€11.00 €14.00 −21 % 30-day lowest €14.00 · incl. VAT');
    await says(anna, '#air .row', '5 left at this price');
    const runs = await text(anna, '#air [role=timer]');
    assert.match(runs, /^(10:00|09:\d\d)$/);
    await anna.waitForFunction((before) => document.querySelector('#air [role=timer]').innerText !== before, runs);
    await says(berta, '#air .pr', '11,00 €');
    await says(berta, '#air .pr', 'zemākā cena 30 dienās');
    await anna.click(row('towel'));
    await says(anna, '#panel', 'Up to 2 for each buyer');
    await anna.keyboard.press('Escape');
    await anna.click(row('honey'));
    await says(anna, '#panel .price', '€7.00');
    assert.equal(await anna.locator('#panel s, #panel .pill.off').count(), 0, 'honey’s old price is not known: nothing may be claimed');
    await anna.keyboard.press('Escape');
    await peer.wish('stop_offer', { offer: 'f-honey', why: 'stopped' });
});

test('one buyer gets no more than the offer gives to each, and says so; another still does', { skip: noPeer }, async () => {
    await put(anna, 'towel', 2);
    await toCheckout(anna);
    await says(anna, '#total', '€22.00');
    await order(anna, contacts.anna);
    await says(berta, '#air .row', '3');
    await put(anna, 'towel');
    await anna.click('#toCheckout');
    await says(anna, '#panel .notice', 'This is more than one buyer may have');
    await put(berta, 'towel');
    await toCheckout(berta);
    await says(berta, '#total', '11,00 €');
    await berta.click('#panelBack');
    await emptyCart(berta);
    await emptyCart(anna);
});

test('an offer that ends while its piece is in the cart: old → new is said first, and only a press goes on', { skip: noPeer }, async () => {
    await put(berta, 'towel');
    await says(berta, '#cartTotal', '11,00 €');
    await peer.wish('stop_offer', { offer: 'f-towel', why: 'stopped' });
    await says(berta, '[data-entry=TOWEL] .news', '11,00 € → 14,50 €');
    await says(berta, '#cartTotal', '14,50 €');
    await says(berta, '#air .pr', '14,50 €');
    // One whose page has not heard of it yet is refused with the price of now.
    const stale = await anna.evaluate(async () => {
        const answer = await fetch('/api/checkouts', { method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: 'Bearer ' + localStorage.getItem('vitrina.token') },
            body: JSON.stringify({ key: 'stale-price-1', lines: [{ sku: 'TOWEL', quantity: 1, price: 1100 }], mediaMs: -1 }) });
        return { status: answer.status, ...await answer.json() };
    });
    assert.deepEqual({ status: stale.status, error: stale.error, price: stale.price }, { status: 409, error: 'price_changed', price: 1450 });
    await toCheckout(berta);
    await says(berta, '#total', '14,50 €');
    await emptyCart(berta);
});

test('a price that is not below the lowest of 30 days claims nothing; an offer ends by its time and by its pieces', { skip: noPeer }, async () => {
    await peer.wish('start_offer', flash('f-small', 'TOWEL', 1420));
    await says(anna, '#air .pr', '€14.20');
    assert.equal(await anna.locator('#air s, #air .pill.off').count(), 0);
    await peer.wish('stop_offer', { offer: 'f-small', why: 'stopped' });
    await says(anna, '#air .pr', '€14.50');
    await peer.wish('start_offer', flash('f-short', 'TOWEL', 1000, { durationMs: 2_000 }));
    await says(anna, '#air .pr', '€10.00');
    await says(anna, '#air .pr', '€14.50');
    await peer.wish('start_offer', flash('f-one', 'TOWEL', 1200, { pieceLimit: 1 }));
    await says(anna, '#air .row', '1 left at this price');
    await put(berta, 'towel');
    await toCheckout(berta);
    await order(berta, contacts.berta);
    await says(anna, '#air .pr', '€14.50');
});

test('a bundle costs what it costs together', { skip: noPeer }, async () => {
    await peer.wish('start_offer', offer('b1', 'bundle', [{ sku: 'HONEY', quantity: 2, unitMinor: 750 }, { sku: 'CANDLE', quantity: 1, unitMinor: 600 }]));
    await says(anna, '[data-key="offer:b1"]', 'Together €21.00');
    await anna.click('[data-key="offer:b1"] button');
    await anna.click('#buy');
    await toCheckout(anna);
    await says(anna, '#total', '€21.00');
    const number = await order(anna, contacts.anna);
    assert.deepEqual(peer.rows("SELECT sku, quantity, unit, offer FROM order_line WHERE orders = (SELECT id FROM orders WHERE number = '" + number + "') ORDER BY sku"), [['CANDLE', '1', '600', 'b1'], ['HONEY', '2', '750', 'b1']]);
    await peer.wish('stop_offer', { offer: 'b1', why: 'stopped' });
    await anna.waitForFunction(() => !document.querySelector('[data-key="offer:b1"]'));
});

test('a coupon word: the wrong one keeps nothing, the right one has its price before the order, nobody is told it', { skip: noPeer }, async () => {
    await peer.wish('start_offer', offer('k1', 'coupon', [{ sku: 'TOWEL', quantity: 1, unitMinor: 1150 }], { word: 'Rudens' }));
    await put(anna, 'towel');
    await anna.fill('#couponField', 'vasara');
    await anna.click('#toCheckout');
    await says(anna, '#couponFieldFault', 'This word is not right');
    assert.equal(peer.rows("SELECT reserved FROM stock WHERE sku = 'TOWEL'")[0][0], '0');
    await anna.fill('#couponField', ' rudens ');
    await toCheckout(anna);
    await says(anna, '#total', '€11.50');
    assert.equal(JSON.stringify(await shown()).toLowerCase().includes('rudens"'), false);
    await anna.click('#panelBack');
    await emptyCart(anna);
    await peer.wish('stop_offer', { offer: 'k1', why: 'stopped' });
});

test('few left, all in checkouts, sold out: the same word on both pages, in the snapshot and in the tables', { skip: noPeer }, async () => {
    const words = { available: ['Only 2 left', 'Atlikuši 2'], all_in_checkouts: ['All in checkouts', 'Visi pie kases'], sold_out: ['Sold out', 'Izpārdots'] };
    const all = async (word) => {
        await says(anna, row('candle'), words[word][0]);
        await says(berta, row('candle'), words[word][1]);
        await says(anna, '#panel', words[word][0]);
        assert.equal((await shown()).products.find((one) => one.id === 'candle').variants[0].word, word);
        assert.equal(peer.word('CANDLE'), word);
    };
    const [[available]] = peer.rows("SELECT available FROM stock WHERE sku = 'CANDLE'");
    await peer.wish('correct_stock', { sku: 'CANDLE', difference: 2 - Number(available), reason: 'counted' });
    await anna.click(row('candle'));
    await all('available');
    await put(berta, 'candle', 2);
    await toCheckout(berta);
    await says(anna, '#panel', 'Some may come free again soon');
    assert.equal(await anna.locator('#buy').count(), 0);
    await all('all_in_checkouts');
    await berta.click('#panelBack');
    await all('available');
    await toCheckout(berta);
    await all('all_in_checkouts');
    await order(berta, contacts.berta);
    await all('sold_out');
    assert.equal(await anna.locator('#panel .price').count(), 0, 'what is sold out names no price');
    await anna.keyboard.press('Escape');
});

test('taken off sale, and sales paused: said, and nothing can be begun', { skip: noPeer }, async () => {
    await anna.click(row('honey'));
    await peer.wish('switch_skus', { skus: ['HONEY'], open: false });
    await says(anna, '#panel .reason', 'Not on sale just now');
    await says(berta, row('honey'), 'Pašlaik netiek pārdots');
    await peer.wish('switch_skus', { skus: ['HONEY'], open: true });
    await peer.wish('switch_sales', { open: false });
    await says(anna, '#panel .reason', 'Sales are paused');
    await peer.wish('switch_sales', { open: true });
    await anna.waitForSelector('#buy');
    await anna.keyboard.press('Escape');
});

test('an order pressed twice, and sent again with its key, is one order', { skip: noPeer }, async () => {
    const before = peer.orders;
    await put(anna, 'honey');
    await toCheckout(anna);
    await fill(anna, contacts.anna);
    // What goes out is kept, to be sent once more as a page does whose answer was lost.
    await anna.evaluate(() => {
        const send = window.fetch;
        window.fetch = (...args) => {
            if (args[0] === '/api/orders') (window.sentOrders ??= []).push(args);
            return send(...args);
        };
    });
    await anna.locator('#placeOrder').evaluate((button) => { button.click(); button.click(); });
    await anna.waitForSelector('#orderNumber');
    const number = await text(anna, '#orderNumber');
    const sent = await anna.evaluate(async () => {
        const again = await Promise.all([0, 1].map(async () => (await fetch(...window.sentOrders[0])).json()));
        return { count: window.sentOrders.length - 2, again: again.map((one) => [one.number, one.replayed]) };
    });
    assert.deepEqual(sent, { count: 1, again: [[number, true], [number, true]] });
    assert.equal(peer.orders, before + 1);
    await anna.click('#doneBack');
});

test('an order for another sum than the button named is refused with the new sum, and nothing is taken', { skip: noPeer }, async () => {
    const before = peer.orders;
    const answers = await anna.evaluate(async () => {
        const post = async (path, body) => {
            const answer = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: 'Bearer ' + localStorage.getItem('vitrina.token') }, body: JSON.stringify(body) });
            return { status: answer.status, ...await answer.json() };
        };
        const held = await post('/api/checkouts', { key: 'to-pay-checkout', lines: [{ sku: 'HONEY', quantity: 1, price: 850 }], mediaMs: -1 });
        const order = (key, toPay) => post('/api/orders', { key, checkout: held.checkout, name: 'Anna', contact: 'anna@example.lv', phone: '+371 2000 0000',
            delivery: { way: 'courier', region: 'LV', address: 'Liepājas 2' }, payment: 'transfer', toPay, mediaMs: -1 });
        return [await order('to-pay-wrong', 1000), await order('to-pay-right', 1200)];
    });
    assert.deepEqual([answers[0].status, answers[0].error, answers[0].price, answers[0].sku], [409, 'price_changed', 1200, undefined]);
    assert.deepEqual([answers[1].status, answers[1].toPay], [201, 1200]);
    assert.equal(peer.orders, before + 1);
});

test('a reservation that runs out while the buyer types gives the pieces back and keeps the words; one that was extended stands', { skip: noPeer }, async () => {
    const [[before]] = peer.rows("SELECT reserved FROM stock WHERE sku = 'HONEY'");
    await put(anna, 'honey');
    await put(berta, 'honey');
    await toCheckout(anna);
    await toCheckout(berta);
    await says(anna, '#held', 'Reserved for you');
    assert.match(await text(anna, '#held [role=timer]'), /^0[01]:\d\d$/);
    await anna.click('#extend');
    await says(anna, '#heldMore', 'Extended');
    assert.equal(await anna.locator('#extend').count(), 0, 'once only');
    await says(berta, '#heldMore', 'minūte');
    await berta.fill('#nameField', 'Berta Ozola');
    await berta.fill('#contactField', '');
    await berta.keyboard.type('berta@exa');
    assert.equal(peer.rows("SELECT reserved FROM stock WHERE sku = 'HONEY'")[0][0], String(Number(before) + 2));
    await berta.waitForFunction(() => document.querySelector('#toCheckout'), null, { timeout: (reserveSec + 15) * 1000 });
    await says(berta, '#panel .notice', 'Rezervācija beigusies');
    await until(() => peer.rows("SELECT reserved FROM stock WHERE sku = 'HONEY'")[0][0] === String(Number(before) + 1), 'her piece is free again', 15000);
    await says(anna, '#held', 'Reserved for you');
    await berta.waitForFunction(() => !document.querySelector('#toCheckout').disabled);
    assert.match(await text(berta, '#toCheckout'), /šodienas cen/);
    await toCheckout(berta);
    assert.deepEqual([await berta.inputValue('#nameField'), await berta.inputValue('#contactField')], ['Berta Ozola', 'berta@exa']);
    await order(anna, contacts.anna);
    await berta.click('#panelBack');
});

test('no fault, nothing against the policy, nothing from another host', { skip: noPeer }, () => {
    const here = [peer.url.href, peer.url.href.replace('http', 'ws'), 'blob:'];
    for (const { record } of [anna, berta]) {
        assert.deepEqual(record.requests.filter((one) => !here.some((start) => one.startsWith(start))), []);
        assert.deepEqual(record.errors, []);
        assert.deepEqual(record.console.filter((line) => /Content Security|Refused to/.test(line)), []);
    }
});
