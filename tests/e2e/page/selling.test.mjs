// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Cart, offers, checkout, hand-over and the order page, against the fixture server.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { openBrowser, text, until } from './support/browser.mjs';
import { Fixture } from './support/fixture.mjs';
import { demoShow } from './support/show.mjs';

let browser, server, page;
before(async () => {
    server = await new Fixture().start();
    browser = await openBrowser();
});
after(async () => {
    await browser?.close();
    await server?.stop();
});
beforeEach(() => {
    Object.assign(server.hello, demoShow());
    server.calls.length = 0;
    server.till.clear();
    server.answers = {};
});

/** Runs with a page and checks what must hold on every page: no other host, no fault, nothing against the policy. */
async function visit(options, body, { quiet = true, prepare = async () => {} } = {}) {
    page = await browser.page({ width: 1280, height: 800, ...options });
    try {
        await prepare();
        await page.goto(server.url);
        await ready();
        await body(page);
        const own = [server.url, server.url.replace('http', 'ws'), 'blob:' + server.url.slice(0, -1), 'data:'];
        assert.deepEqual(page.record.requests.filter((url) => !own.some((start) => url.startsWith(start))), [], 'a request to another host');
        assert.deepEqual(page.record.errors, []);
        assert.deepEqual(page.record.console.filter((line) => quiet || /Content Security|Refused to/.test(line)), []);
    } finally {
        await page.close();
    }
}
const ready = () => page.waitForFunction(() => document.querySelectorAll('#products li').length > 0 && document.querySelector('#cart').hidden === document.querySelector('#findOrder').hidden);
const sent = (path) => server.calls.filter((call) => call.path === path).map((call) => call.body);
const says = (selector, words) => page.waitForFunction(([where, what]) => document.querySelector(where)?.innerText.includes(what), [selector, words]);
async function put(product, quantity = 1) {
    await page.click('#products [data-key="' + product + '"] button');
    for (let i = 1; i < quantity; i++) await page.click('#more');
    await page.click('#buy');
}
async function toCheckout() {
    await page.click('#toCheckout');
    await page.waitForSelector('#placeOrder');
}
async function fill({ way = 2, payment = 0, name = 'Anna Kalniņa', contact = 'anna@example.lv' } = {}) {
    await page.check('#way' + way);
    if (way < 2) await page.fill('#addressField', 'Liepājas 2, Kuldīga');
    await page.fill('#nameField', name);
    await page.fill('#contactField', contact);
    if (way < 2) await page.fill('#phoneField', '+371 2000 0000');
    await page.check('#payment' + payment);
}
async function order(options) {
    await fill(options);
    await page.click('#placeOrder');
    await page.waitForSelector('#act-question');
}

test('the cart: products and variants, pieces, removal; it reserves nothing and survives a reload of the tab', async () => {
    await visit({}, async () => {
        await page.click('#airBuy');
        await page.check('#variant1');
        await page.click('#buy');
        await put('honey', 3);
        await put('mug');
        await page.click('#airBuy');
        await page.check('#variant0');
        await page.click('#buy');
        assert.equal(await page.locator('.cart-line').count(), 4);
        assert.equal(await text(page, '#cartTotal'), '€76.30');
        assert.deepEqual([await text(page, '#cart'), await page.getAttribute('#cart', 'data-count')], ['Cart · €76.30', '6']);
        assert.equal(await page.getAttribute('#cart', 'aria-label'), 'Cart · €76.30, 6 pieces');
        await page.click('#fewer1');
        await page.click('#remove2');
        assert.equal(await text(page, '#cartTotal'), '€50.80');
        await page.reload();
        await ready();
        await page.click('#cart');
        assert.equal(await text(page, '#cartTotal'), '€50.80');
        assert.deepEqual(await page.locator('.cart-line').evaluateAll((rows) => rows.map((row) => row.dataset.entry)), ['TOWEL-70', 'HONEY', 'TOWEL-50']);
        assert.deepEqual(sent('/api/checkouts'), []);
        assert.equal(server.hello.products[0].variants[1].available, 3);
        for (let i = 0; i < 3; i++) await page.click('#remove0');
        assert.match(await text(page, '.empty-cart'), /Your cart is empty/);
    });
});

test('with storage and cookies off all the same is bought', async () => {
    const off = () => page.addInitScript(() => {
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });
        Object.defineProperty(document, 'cookie', { get() { throw new DOMException('denied', 'SecurityError'); } });
    });
    await visit({}, async () => {
        await put('honey');
        await toCheckout();
        await order();
        assert.equal(await text(page, '#orderNumber'), 'D-1001');
        await page.click('#doneBack');
        await page.click('#findOrder');
        assert.equal(await page.inputValue('#findNumber'), 'D-1001');
    }, { prepare: off });
});

test('in a rush, with the stock changing all the time, a press of a human length still counts, by mouse and by key', async () => {
    await visit({}, async () => {
        let pieces = 30;
        const rush = setInterval(() => server.stock('HONEY', pieces = pieces === 30 ? 29 : 30), 25);
        try {
            await page.click('#products [data-key=honey] button');
            const told = () => page.evaluate(() => document.querySelector('#panel .row')?.innerText);
            const press = async (down, up) => {
                await down();
                const before = await told();
                const moved = server.seq;
                await until(() => server.seq > moved + 6, 'six changes of the stock');
                assert.equal(await told(), before, 'nothing moves under the finger');
                await up();
                await page.waitForSelector('.cart-line');
            };
            const at = await page.evaluate(() => { const box = document.getElementById('buy').getBoundingClientRect(); return { x: box.x + box.width / 2, y: box.y + box.height / 2 }; });
            await page.mouse.move(at.x, at.y);
            await press(() => page.mouse.down(), () => page.mouse.up());
            await page.keyboard.press('Escape');
            await page.click('#products [data-key=honey] button');
            await page.focus('#buy');
            await press(() => page.keyboard.down(' '), () => page.keyboard.up(' '));
            assert.equal(await text(page, '#quantity0'), '2');
            await page.keyboard.press('Escape');
            // Let go, it follows again.
            await page.click('#products [data-key=honey] button');
            clearInterval(rush);
            server.stock('HONEY', 4);
            await says('#panel .row', 'Only 4 left');
        } finally {
            clearInterval(rush);
        }
    });
});

test('a change elsewhere leaves what looks the same alone', async () => {
    await visit({}, async () => {
        await page.click('#products [data-key=honey] button');
        await page.evaluate(() => { window.kept = document.getElementById('buy'); });
        server.stock('SAP', 12);
        await says('[data-key=sap]', '12 available');
        assert.equal(await page.evaluate(() => window.kept.isConnected), true);
    });
});

test('a double click on "Buy" is one piece in the cart, and no press on the checkout’s button', async () => {
    await visit({}, async () => {
        await page.click('#products [data-key=honey] button');
        await page.dblclick('#buy');
        await page.waitForSelector('.cart-line');
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))));
        assert.deepEqual(sent('/api/checkouts'), []);
        assert.equal(await text(page, '#quantity0'), '1');
        await toCheckout();
    });
});

test('quick presses on "more" in a panel that has just come are all meant', async () => {
    await visit({}, async () => {
        await page.click('#products [data-key=honey] button');
        await page.click('#more', { clickCount: 3, delay: 10 });
        await says('#quantity', '4');
    });
});

test('what changed is said in the cart before the button', async () => {
    await visit({}, async () => {
        server.offers({ id: 'f', kind: 'flash_price', lines: [{ sku: 'APRON', quantity: 1, price: 2900 }], ends: Date.now() + 600_000, left: null, perBuyer: 0 });
        server.price('APRON', 2900, { was: 3450, percent: 15 });
        await page.waitForFunction(() => document.querySelector('[data-key=apron] .m').innerText === '€29.00');
        for (const product of ['apron', 'sap', 'bowl']) await put(product);
        await says('#cartTotal', '€65.50');
        server.offers();
        server.price('APRON', 3450);
        await says('[data-entry=APRON] .news', 'The flash price has ended: €29.00 → €34.50');
        server.price('SAP', 500);
        await says('[data-entry=SAP] .news', 'The price has changed: €4.50 → €5.00');
        assert.equal(await page.evaluate(() => document.getElementById('politely').textContent), 'Bērzu sula: now €5.00');
        assert.equal(await page.locator('#toCheckout').isDisabled(), false, 'a changed price is no reason against buying');
        server.stock('BOWL', 0);
        await says('[data-entry=BOWL] .news', 'Sold out');
        assert.equal(await page.locator('#toCheckout').isDisabled(), true);
        assert.equal(await text(page, '#cartState'), 'Change or remove what can’t be had now');
        await page.click('#remove2');
        await says('#cartTotal', '€39.50');
        await toCheckout();
        assert.deepEqual(sent('/api/checkouts')[0].lines.map((line) => line.price), [3450, 500]);
    });
});

test('flash price: "was" and percent from the ledger’s fields alone, a countdown that speaks twice, gone when nothing is certain', async () => {
    const flash = (leftMs, more = {}) => server.offers({ id: 'f' + leftMs, kind: 'flash_price', lines: [{ sku: 'APRON', quantity: 1, price: 2900 }], ends: Date.now() + leftMs, left: 4, perBuyer: 2, ...more });
    server.pin('apron');
    server.price('APRON', 2900, { was: 3450, percent: 15 });
    flash(61_200);
    await visit({}, async () => {
        await says('#air .pr', '−15 %');
        assert.match(await text(page, '#air .pr'), /€29\.00\s*€34\.50\s*−15 %\s*30-day lowest €34\.50 · incl\. VAT/);
        assert.match(await text(page, '#air [role=timer]'), /^01:0[012]$/);
        await says('#politely', 'The flash price ends in one minute');
        await page.click('#airBuy');
        assert.match(await text(page, '#panel .row'), /Flash price 0[01]:\d\d\s*4 left at this price\s*Up to 2 for each buyer/);
        assert.match(await text(page, '#panel .head'), /€34\.50 – lowest price in the 30 days before/);
        await page.click('#more');
        assert.equal(await page.locator('#more').isDisabled(), true, 'two for each buyer');
        server.price('APRON', 2900, { was: 3450 });
        await page.waitForFunction(() => document.querySelectorAll('.pill.off').length === 0);
        server.price('APRON', 2900);
        await page.waitForFunction(() => document.querySelectorAll('#panel s, #air s').length === 0);
        server.price('APRON', 2900, { was: 3450, percent: 15 });
        flash(1200);
        await says('#politely', 'The flash price has ended');
        flash(600_000);
        await page.waitForFunction(() => document.querySelector('#air [role=timer]') && document.querySelector('#air s'));
        await server.vanish();
        await page.waitForFunction(() => !document.querySelector('#air [role=timer]') && !document.querySelector('#air s, #panel s'));
        assert.equal(await text(page, '#air .price'), '€29.00', 'the last confirmed price stays');
        await server.restart();
        await page.waitForFunction(() => document.querySelector('#air [role=timer]'), null, { timeout: 15000 });
    }, { quiet: false });
});

test('a hello that was long under way makes no countdown longer', async () => {
    server.underwayMs = 30_000;
    try {
        server.hello.offers = [{ id: 'f', kind: 'flash_price', lines: [{ sku: 'HONEY', quantity: 1, price: 950 }], ends: Date.now() + 600_000, left: null, perBuyer: 0 }];
        await visit({}, async () => {
            await page.click('#products [data-key=honey] button');
            await page.waitForFunction(() => {
                const [minutes, seconds] = document.querySelector('#panel [role=timer]').innerText.split(':').map(Number);
                return minutes * 60 + seconds <= 600;
            }, null, { timeout: 12000 });
        });
    } finally {
        server.underwayMs = 0;
    }
});

test('a coupon word: the field only while one runs, a wrong one said at it, a right one prices the checkout', async () => {
    server.till.words.set('rudens', { HONEY: 700 });
    await visit({}, async () => {
        await put('honey', 2);
        assert.equal(await page.locator('#couponField').count(), 0);
        server.offers({ id: 'k', kind: 'coupon', ends: 0 });
        await page.fill('#couponField', 'vasara');
        await page.click('#toCheckout');
        await says('#couponFieldFault', 'This word is not right');
        await page.fill('#couponField', ' rudens ');
        await toCheckout();
        assert.equal(sent('/api/checkouts')[1].word, 'rudens');
        assert.equal(await text(page, '#total'), '€14.00');
        await order();
        assert.equal(await text(page, '#orderTotal'), '€14.00');
    }, { quiet: false });
});

test('a bundle is one line on the shelf, at its products, and in the cart', async () => {
    await visit({}, async () => {
        server.offers({ id: 'b', kind: 'bundle', lines: [{ sku: 'EAR', quantity: 1, price: 3500 }, { sku: 'HONEY', quantity: 2, price: 800 }], ends: 0, left: null, perBuyer: 0 });
        await says('[data-key="offer:b"]', 'Dzintara auskari + 2 × Liepziedu medus, 500 g');
        await says('[data-key="offer:b"]', 'Together €51.00');
        await page.click('[data-key=honey] button');
        await page.click('#bundle-b');
        assert.match(await text(page, '#panel'), /€51\.00/);
        await page.click('#buy');
        assert.equal(await page.locator('.cart-line').count(), 1);
        await toCheckout();
        assert.deepEqual(sent('/api/checkouts')[0].lines, [{ sku: 'EAR', quantity: 1, price: 3500, offer: 'b' }, { sku: 'HONEY', quantity: 2, price: 800, offer: 'b' }]);
        assert.equal(await text(page, '#total'), '€51.00');
        await page.click('#panelBack');
        server.offers();
        await says('[data-entry="offer:b"] .news', 'This offer is over');
        assert.equal(await page.locator('#toCheckout').isDisabled(), true);
    });
});

test('delivery by region, payment that fits it, VAT by rate, what the law wants before the button', async () => {
    await visit({}, async () => {
        await put('honey', 2);
        await page.click('#airBuy');
        await page.check('#variant1');
        await page.click('#buy');
        await toCheckout();
        assert.equal(await page.locator('#panel input:checked').count(), 0, 'nothing is ticked beforehand');
        assert.equal(await page.locator('#panel input[type=checkbox]').count(), 0);
        assert.match(await text(page, '.pay'), /3 pieces, delivery not chosen yet\s*€37\.90/);
        assert.equal(await page.inputValue('#regionField'), 'LV');
        await page.check('#way1');
        assert.equal(await text(page, '#total'), '€42.40');
        assert.deepEqual(await page.locator('input[name=payment]').evaluateAll((all) => all.map((one) => one.value)), ['on_delivery', 'transfer']);
        await page.selectOption('#regionField', 'EE');
        assert.equal(await page.locator('#way1').isDisabled(), true, 'the courier does not go there');
        assert.match(await text(page, 'label:has(#way1)'), /not delivered there/);
        assert.equal(await page.locator('#panel input:checked').count(), 0);
        await page.check('#way0');
        assert.equal(await text(page, '#total'), '€42.40');
        await page.check('#payment1');
        await page.check('#way2');
        assert.equal(await page.isChecked('#payment1'), true, 'a transfer goes with both');
        assert.equal(await page.locator('#addressField').count(), 0);
        assert.equal(await text(page, '#total'), '€37.90');
        // 1890 · 21/121 = 328.02, 1900 · 12/112 = 203.57
        assert.match(await text(page, '#bill'), /To pay\s*€37\.90\s*includes VAT 21 %\s*€3\.28\s*includes VAT 12 %\s*€2\.04/);
        const seller = await text(page, '#panel .fine');
        for (const said of ['SIA „Dzintars un lins”', 'reg. no. 40000000000', 'VAT LV40000000000', 'Baznīcas iela 7', '+371 6000 0000', 'sveiki@dzintarsunlins.example', 'certifies'])
            assert.ok(seller.includes(said), said);
        await page.click('#readTerms');
        assert.match(await text(page, '#conditions'), /Preces sūtām trīs dienu laikā/);
        assert.equal(await page.locator('#conditions').isVisible(), true);
        await page.check('#way0');
        assert.equal(await page.getAttribute('#conditions', 'open'), '', 'what was folded out stays so');
        assert.equal((await text(page, '#placeOrder')).trim(), 'Order with obligation to pay');
    });
});

test('free from a sum, collection only, a seller without VAT', async () => {
    server.hello.products.find((one) => one.id === 'spoons').collectionOnly = true;
    await visit({}, async () => {
        await put('earrings', 3);
        await toCheckout();
        assert.match(await text(page, 'label:has(#way0)'), /Free/);
        await page.click('#panelBack');
        await put('spoons');
        server.terms({ trader: { ...server.hello.terms.trader, vatNumber: '' } });
        await toCheckout();
        assert.equal(await page.locator('#way0').isDisabled(), true);
        assert.match(await text(page, 'label:has(#way0)'), /Collection only/);
        assert.equal(await page.locator('#regionField').count(), 0);
        await page.check('#way2');
        assert.ok(!(await text(page, '#bill')).includes('VAT'));
    });
});

test('one timer: warned at a minute, more time once, and at the end the cart is left and what was typed', async () => {
    server.till.reserveMs = 62_000;
    await visit({}, async () => {
        await put('honey');
        await toCheckout();
        await fill({ name: 'Zane' });
        assert.equal(await page.getByRole('timer').count(), 1);
        assert.equal(await page.getAttribute('#held [role=timer]', 'aria-live'), null, 'the figure itself is silent');
        await says('#politely', 'One minute left of your reservation');
        await says('#heldMore', 'One minute left, then the pieces are free for others.');
        await page.click('#extend');
        await says('#heldMore', 'Extended.');
        assert.equal(await page.locator('#extend').count(), 0);
        assert.match(await text(page, '#held [role=timer]'), /^0[12]:\d\d$/);
        assert.equal(sent('/api/checkouts/extend').length, 1);
        await page.click('#panelBack');
        server.till.reserveMs = 1500;
        await toCheckout();
        await says('#panel .notice', 'Reservation ended.');
        assert.equal(await page.locator('#toCheckout').isDisabled(), true, 'no button slips under a thumb');
        assert.equal(await text(page, '#toCheckout'), 'Try again at today’s price');
        assert.equal(await page.locator('.cart-line').count(), 1);
        server.price('HONEY', 990);
        await page.waitForFunction(() => !document.querySelector('#toCheckout').disabled);
        server.till.reserveMs = 600_000;
        await toCheckout();
        assert.equal(sent('/api/checkouts').at(-1).lines[0].price, 990);
        assert.equal(await page.inputValue('#nameField'), 'Zane');
        assert.equal(await page.isChecked('#way2'), true);
    });
});

test('an order that comes too late is told, with the cart kept', async () => {
    await visit({}, async () => {
        await put('honey');
        await toCheckout();
        await fill();
        server.next('/api/orders', { status: 409, body: { error: 'reservation_over' } });
        await page.click('#placeOrder');
        await says('#panel .notice', 'Reservation ended.');
        assert.equal(await page.locator('.cart-line').count(), 1);
    }, { quiet: false });
});

test('what delivery costs has changed: the sum that was shown is never exceeded without a word', async () => {
    await visit({}, async () => {
        await put('honey');
        await toCheckout();
        await fill({ way: 0 });
        await says('#total', '€12.40');
        const ways = (price) => server.hello.terms.delivery.map((way) => (way.id === 'locker' ? { ...way, prices: [{ region: 'LV', price }] } : way));
        server.terms({ delivery: ways(490) });
        await says('#panel .notice', 'To pay: €12.40 → €14.40');
        await says('#total', '€14.40');
        // This page has not heard of the next one: what it shows is what it sends, and the server says no.
        server.hello.terms = { ...server.hello.terms, delivery: ways(990) };
        await page.click('#placeOrder');
        await says('#panel .notice', 'The price has changed: €14.40 → €19.40');
        assert.equal(server.till.orders.size, 0);
        server.terms({});
        await says('#total', '€19.40');
        await page.click('#placeOrder');
        await page.waitForSelector('#orderNumber');
        assert.deepEqual(sent('/api/orders').map((body) => body.toPay), [1440, 1940]);
    }, { quiet: false });
});

test('a card’s number is not sent, and it is said while it is being typed: in the chat, in the note, in a question', async () => {
    const number = '4111 1111 1111 1111', why = 'That looks like a payment card number';
    await visit({}, async () => {
        await page.focus('#message');
        await page.keyboard.type('my card ' + number);
        await says('#chatNote', why);
        assert.equal(await page.locator('#send').isDisabled(), true);
        await page.fill('#chatName', 'Anna');
        await page.press('#message', 'Enter');
        assert.deepEqual(sent('/api/messages'), []);
        await page.fill('#message', 'hello');
        assert.equal(await page.locator('#send').isDisabled(), false);
        await put('honey');
        await toCheckout();
        await fill();
        await page.focus('#noteField');
        await page.keyboard.type(number);
        await says('#noteFieldFault', why);
        assert.equal(await page.evaluate(() => document.activeElement.id + document.activeElement.selectionStart), 'noteField19');
        await page.click('#placeOrder');
        assert.equal(await page.evaluate(() => document.activeElement.id), 'noteField');
        assert.deepEqual(sent('/api/orders'), []);
        await page.fill('#noteField', 'Zvans nestrādā');
        assert.equal(await page.locator('#noteFieldFault').count(), 0);
        await page.click('#placeOrder');
        await page.waitForSelector('#act-question');
        await page.click('#act-question');
        await page.fill('#actText', 'Pay from ' + number);
        await says('#actTextFault', why);
        await page.click('#actSend');
        assert.deepEqual(sent('/api/orders/write'), []);
    });
});

test('a checkout that came along from another server can be finished here', async () => {
    const held = server.till.answer('/api/checkouts', { key: 'held-elsewhere', lines: [{ sku: 'HONEY', quantity: 1, price: 950 }] }).body;
    const carried = Buffer.from(JSON.stringify({ token: 'from-there', until: String(Date.now() + 1e7), cart: null, held: { ...held, left: 500_000 } })).toString('base64url');
    page = await browser.page({ width: 1280, height: 800 });
    await page.goto(server.url + '#moved=' + carried);
    await ready();
    await page.waitForSelector('#way0');
    assert.equal(await page.inputValue('#regionField'), 'LV');
    await order({ way: 0 });
    assert.equal(await text(page, '#orderNumber'), 'D-1001');
    assert.equal(sent('/api/orders')[0].delivery.region, 'LV');
    await page.close();
});

test('leaving gives the pieces back: by the way back, to another product, and when the page goes', async () => {
    await visit({}, async () => {
        const left = () => server.hello.products.find((one) => one.id === 'honey').variants[0].available;
        await put('honey', 2);
        await toCheckout();
        assert.equal(left(), 58);
        await page.click('#panelBack');
        await until(() => left() === 60, 'given back by the way back');
        await toCheckout();
        await page.keyboard.press('Escape');
        await until(() => left() === 60, 'given back by Escape');
        await toCheckout();
        await page.click('#products [data-key="mug"] button');
        await until(() => left() === 60, 'given back for another product');
        await page.click('#cart');
        await toCheckout();
        assert.equal(left(), 58);
        await page.goto(server.url + 'favicon.svg');
        await until(() => left() === 60, 'given back when the page went');
        assert.equal(server.till.released.length, 4);
        await page.goBack();
        await ready();
        await page.click('#cart');
        assert.equal(await page.locator('.cart-line').count(), 1);
    }, { quiet: false }); // Chromium asks for the icon of a bare picture
});

test('a lost answer to the reservation: the same key, reserved once, over a reload too', async () => {
    await visit({}, async () => {
        await put('honey');
        for (let i = 0; i < 2; i++) server.next('/api/checkouts', 'lost');
        await page.click('#toCheckout');
        await says('#panel .notice', 'Your pieces are reserved as soon as the line is back');
        assert.equal(await page.locator('#toCheckout').isDisabled(), true);
        await page.reload();
        await page.waitForSelector('#placeOrder');
        assert.equal(new Set(sent('/api/checkouts').map((body) => body.key)).size, 1);
        assert.equal(server.till.held.size, 1);
        assert.equal(server.hello.products.find((one) => one.id === 'honey').variants[0].available, 59);
    }, { quiet: false });
});

test('while the seller has left things open the checkout is closed and says what is missing', async () => {
    server.hello.checkout = ['trader_name', 'delivery_ways', 'something_new'];
    await visit({}, async () => {
        await put('honey');
        assert.equal(await page.locator('#toCheckout').isDisabled(), true);
        assert.equal(await text(page, '#cartState'), 'The checkout is not open yet');
        assert.deepEqual(await page.locator('.gaps li').allInnerTexts(), ['the seller’s name', 'how goods are delivered']);
        server.terms({});
        await page.waitForFunction(() => !document.querySelector('#toCheckout').disabled && !document.querySelector('#checkoutClosed'));
    });
});

test('hand-over: a link to the shop’s own checkout in a tab of its own, nothing reserved here', async () => {
    server.hello.terms.handOver = { kind: 'shopify', shop: 'https://shop.example' };
    server.hello.products.find((one) => one.id === 'honey').variants[0].external = '40111';
    await visit({}, async () => {
        assert.equal(await page.locator('#cart').isVisible(), false);
        await page.click('[data-key=honey] button');
        await page.click('#more');
        const link = page.locator('#handOver');
        assert.deepEqual([await link.getAttribute('href'), await link.getAttribute('target'), await link.getAttribute('rel')], ['https://shop.example/cart/40111:2', '_blank', 'noopener noreferrer']);
        assert.match(await link.innerText(), /Buy at shop\.example/);
        server.terms({ handOver: { kind: 'woocommerce', shop: 'https://shop.example' } });
        await page.waitForFunction(() => document.querySelector('#handOver').href === 'https://shop.example/?add-to-cart=40111&quantity=2');
        await page.keyboard.press('Escape');
        await page.click('[data-key=mug] button');
        assert.equal(await text(page, '#panel .reason'), 'This product can’t be bought here');
        assert.deepEqual(sent('/api/checkouts'), []);
    });
});

test('the order page: transfer details, a question, a note from the shop, cancelling by a second press', async () => {
    await visit({}, async () => {
        await put('honey', 2);
        await toCheckout();
        await order({ way: 0, payment: 1 });
        assert.match(await text(page, '#panelTitle'), /Thank you, Anna!/);
        assert.equal(await text(page, '#orderState'), 'Accepted');
        assert.equal(await text(page, '#reference'), 'D-1001');
        assert.equal(await text(page, '#transferSum'), '€21.90');
        assert.match(await text(page, '#transferTo'), /LV00BANK/);
        assert.deepEqual(await page.locator('.steps li').evaluateAll((all) => all.map((one) => one.innerText.trim().split('\n')[0])), ['Accepted', 'Payment has arrived', 'Packed', 'Handed to the carrier']);
        await page.click('#act-question');
        await page.click('#actSend');
        assert.equal(await text(page, '#actTextFault'), 'Write something first');
        await page.fill('#actText', 'Vai var piektdien?');
        server.next('/api/orders/write', 'lost');
        server.next('/api/orders/write', 'lost');
        await page.click('#actSend');
        await says('#panel .notice', 'It waits and is sent once');
        await says('#notes', 'Vai var piektdien?');
        assert.equal(server.till.orders.get('D-1001').notes.length, 1);
        server.till.orders.get('D-1001').notes.push({ at: Date.now(), from: 'shop', text: 'Jā, var.' });
        Object.assign(server.till.orders.get('D-1001'), { state: 'paid', paid: true });
        await page.click('#orderAgain');
        await says('#notes', 'Jā, var.');
        assert.equal(await page.locator('#transferTo').count(), 0);
        await page.click('#act-cancel');
        assert.deepEqual(sent('/api/orders/write').filter((body) => body.wish === 'cancel'), [], 'the first press only asks');
        await page.click('#actSend');
        await page.waitForFunction(() => document.querySelector('#orderState').dataset.state === 'cancelled');
        assert.equal(await page.locator('#act-cancel, #act-withdraw').count(), 0);
        assert.equal(await page.locator('.steps').count(), 0);
    }, { quiet: false });
});

test('the order is found again by number and contact; a return and a withdrawal are stated', async () => {
    await visit({ language: 'lv' }, async () => {
        await put('mug');
        await toCheckout();
        await order({ contact: '+371 2000 0000', payment: 0 });
        await page.click('#doneBack');
        await page.click('#findOrder');
        assert.equal(await text(page, '#panelTitle'), 'Atrast pasūtījumu');
        await page.fill('#findNumber', 'D-9999');
        await page.click('#findGo');
        await says('#panel .notice', 'Nav pasūtījuma ar šādu numuru');
        server.next('/api/orders/find', { status: 429, body: { error: 'rate_limited', retryAfterMs: 900 } });
        await page.click('#findGo');
        await says('#panel .notice', 'Mēģini vēlreiz pēc');
        await page.waitForFunction(() => !document.querySelector('#findGo').disabled);
        Object.assign(server.till.orders.get('D-1001'), { state: 'collected', can: { cancel: false, return: true }, refunded: 500 });
        await page.fill('#findNumber', 'D-1001');
        await page.keyboard.press('Enter');
        await page.waitForSelector('#act-return');
        assert.equal(await text(page, '#panelTitle'), 'Pasūtījums D-1001');
        assert.match(await text(page, '#panel'), /Atmaksāts: 5,00\s€/);
        assert.equal(await page.locator('#act-cancel').count(), 0);
        assert.match(await text(page, '#act-withdraw'), /Atteikties no līguma šeit/);
        await page.click('#act-withdraw');
        assert.equal(await text(page, '#actSend'), 'Apstiprināt atteikumu');
        await page.click('#actSend');
        await says('#notes', 'Atsakos no līguma, pasūtījums D-1001.');
        assert.equal(sent('/api/orders/write')[0].wish, 'return');
        await page.waitForFunction(() => !document.querySelector('#act-return'));
        await page.click('#act-withdraw');
        await page.click('#actSend');
        await until(() => sent('/api/orders/write').length === 2, 'the second statement');
        assert.equal(sent('/api/orders/write')[1].wish, 'question', 'it reaches the shop even where no return can be asked for');
        await page.click('#findOther');
        assert.equal(await page.inputValue('#findNumber'), '');
    }, { quiet: false });
});

test('bought by keys alone on a phone: focus goes in, stays and comes back', async () => {
    await visit({ width: 390, height: 844 }, async () => {
        const inside = () => page.evaluate(() => document.getElementById('panel').contains(document.activeElement));
        const tabTo = async (id) => {
            for (let i = 0; i < 60; i++) {
                if (await page.evaluate(() => document.activeElement.id) === id) return;
                await page.keyboard.press('Tab');
                assert.ok(await inside(), 'focus left the panel');
            }
            assert.fail(id + ' can’t be reached');
        };
        await page.focus('#airBuy');
        await page.keyboard.press('Enter');
        await tabTo('variant0');
        await tabTo('buy');
        await page.keyboard.press('Enter');
        assert.equal(await page.evaluate(() => document.activeElement.id), 'panelTitle');
        await tabTo('more0');
        await page.keyboard.press('Space');
        assert.equal(await text(page, '#quantity0'), '2');
        await tabTo('toCheckout');
        await page.keyboard.press('Enter');
        await page.waitForSelector('#placeOrder');
        await tabTo('regionField');
        await tabTo('way0');
        await page.keyboard.press('Space');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowDown');
        assert.equal(await page.isChecked('#way2'), true);
        assert.equal(await page.evaluate(() => document.activeElement.id), 'way2');
        await tabTo('nameField');
        await page.keyboard.type('Anna');
        await tabTo('contactField');
        await page.keyboard.type('anna@example.lv');
        await tabTo('payment0');
        await page.keyboard.press('Space');
        await tabTo('placeOrder');
        await page.keyboard.press('Enter');
        await page.waitForSelector('#orderNumber');
        await page.keyboard.press('Escape');
        assert.equal(await page.evaluate(() => document.activeElement.id), 'airBuy');
    });
});

test('the checkout is not drawn anew by the show around it: what is being typed is left in peace', async () => {
    await visit({}, async () => {
        await put('honey');
        await toCheckout();
        await page.fill('#nameField', 'Anna');
        await page.evaluate(() => { document.getElementById('nameField').dataset.same = 'yes'; });
        server.stock('MUG', 1);
        server.price('SAP', 400);
        server.offers();
        await page.waitForFunction(() => document.querySelector('[data-key=sap] .m').innerText === '€4.00');
        assert.equal(await page.getAttribute('#nameField', 'data-same'), 'yes');
    });
});
