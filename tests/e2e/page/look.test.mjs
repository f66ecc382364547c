// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it looks: WCAG A and AA by axe in both themes and sizes, long words, narrow and wide, keys and focus, weight.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { after, before, beforeEach, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openBrowser } from './support/browser.mjs';
import { Fixture } from './support/fixture.mjs';
import { demoShow } from './support/show.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = process.env.VITRINA_PAGE_PICTURES;
let browser, server;
before(async () => {
    if (pictures) mkdirSync(pictures, { recursive: true });
    server = await new Fixture().start();
    browser = await openBrowser();
});
after(async () => {
    await browser?.close();
    await server?.stop();
});
beforeEach(() => {
    Object.assign(server.hello, demoShow());
    server.till.clear();
});

/** The show of the reference pictures: a flash price on air, a bundle, a coupon. */
function selling() {
    const towel = server.hello.products[0];
    Object.assign(towel.variants[1], { was: 2400, percent: 21 });
    towel.variants.shift();
    server.hello.offers = [
        { id: 'f', kind: 'flash_price', lines: [{ sku: 'TOWEL-70', quantity: 1, price: 1890 }], ends: Date.now() + 167_000, left: null, perBuyer: 2 },
        { id: 'b', kind: 'bundle', lines: [{ sku: 'EAR', quantity: 1, price: 3500 }, { sku: 'HONEY', quantity: 2, price: 800 }], ends: 0, left: null, perBuyer: 0 },
        { id: 'k', kind: 'coupon', ends: 0 },
    ];
}
async function put(page, product) {
    await page.locator('#products [data-key="' + product + '"] button').evaluate((button) => button.click()); // wherever the sheet stands
    await page.click('#buy');
}
async function fill(page) {
    await page.check('#way0');
    await page.fill('#addressField', 'Liepājas 2, Kuldīga');
    await page.fill('#nameField', 'Anna Kalniņa');
    await page.fill('#contactField', 'anna@example.lv');
    await page.fill('#phoneField', '+371 2000 0000');
    await page.check('#payment1');
}

async function open(options) {
    const page = await browser.page(options);
    await page.goto(server.url);
    await page.waitForFunction(() => window.vitrinaStats?.frames > 5);
    return page;
}

/** axe can't see through a picture: words over video stand on plates and are looked at by eye. */
async function faults(page) {
    // Through the debugger: the page's policy would rightly refuse a script of ours.
    await page.evaluate(axe);
    const result = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
    return result.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target.join(' ') + ' ' + node.failureSummary).join(' | '));
}

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };
for (const [name, size] of Object.entries(sizes))
    for (const dark of [false, true])
        test('axe finds no A or AA fault, ' + name + (dark ? ', dark' : ', light'), async () => {
            selling();
            const page = await open({ ...size, dark, language: (name === 'phone') !== dark ? 'lv' : 'en' });
            const step = async (what) => {
                if (pictures) await page.screenshot({ path: pictures + '/' + name + (dark ? '-dark-' : '-') + what + '.png' });
                assert.deepEqual(await faults(page), [], what);
            };
            /** The whole of a long panel in one picture; axe has looked at it already. */
            const whole = async (what, height) => {
                if (!pictures) return;
                await page.setViewportSize({ ...size, height });
                await page.screenshot({ path: pictures + '/' + name + (dark ? '-dark-' : '-') + what + '-full.png' });
                await page.setViewportSize(size);
            };
            await step('live');
            await page.click('#airBuy');
            await step('product');
            await page.click('#buy');
            await put(page, 'honey');
            await page.focus('#panelTitle');
            await step('cart');
            server.hello.checkout = ['trader_name', 'delivery_ways'];
            server.push({ t: 'terms', terms: server.hello.terms, checkout: server.hello.checkout });
            server.price('HONEY', 990);
            server.stock('TOWEL-70', 0);
            await page.waitForSelector('.gaps');
            await step('cart-closed');
            server.terms({});
            server.price('HONEY', 950);
            server.stock('TOWEL-70', 3);
            await page.waitForFunction(() => !document.querySelector('#toCheckout').disabled);
            await page.click('#toCheckout');
            await page.waitForSelector('#placeOrder');
            await page.focus('#panelTitle');
            await step('checkout');
            await page.click('#placeOrder');
            await step('checkout-faults');
            await fill(page);
            await step('checkout-filled');
            await whole('checkout', 2000);
            server.till.release({ checkout: 'c1' });
            await page.click('#placeOrder');
            await page.waitForFunction(() => document.querySelector('#panel .notice') && !document.querySelector('#toCheckout').disabled);
            await step('reservation-ended');
            await page.click('#toCheckout');
            await page.waitForSelector('#placeOrder');
            await page.click('#placeOrder');
            await page.waitForSelector('#act-cancel');
            await step('order');
            await whole('order', 2000);
            server.till.orders.get('D-1001').notes.push({ at: Date.now(), from: 'shop', text: 'Nosūtīsim rīt.' });
            await page.click('#act-cancel');
            await page.click('#orderAgain');
            await page.waitForSelector('#notes');
            await step('order-cancel');
            await page.click('#findOther');
            await step('find');
            await page.keyboard.press('Escape');
            await page.locator('[data-key="offer:b"] button').evaluate((button) => button.click());
            await step('bundle');
            await page.keyboard.press('Escape');
            server.terms({ handOver: { kind: 'shopify', shop: 'https://shop.example' } });
            server.hello.products.find((one) => one.id === 'honey').variants[0].external = '4';
            server.push({ t: 'product', product: server.hello.products.find((one) => one.id === 'honey') });
            await page.locator('[data-key=honey] button').evaluate((button) => button.click());
            await page.waitForSelector('#handOver');
            await step('hand-over');
            await page.keyboard.press('Escape');
            if (name === 'phone') {
                await page.click('#grip');
                await step('shelf');
            }
            server.state('away');
            await page.waitForSelector('#slate:not([hidden])');
            await step('away');
            server.state('waiting');
            await page.waitForFunction(() => document.body.dataset.phase === 'waiting');
            await step('waiting');
            server.state('live');
            server.stock('TOWEL-70', 0, 'all_in_checkouts');
            await page.waitForFunction(() => document.querySelector('#air .pill.info'));
            await step('all-in-checkouts');
            server.stock('TOWEL-70', 0);
            await page.waitForFunction(() => document.querySelector('#air .pill.bad'));
            await step('sold-out');
            server.push({ t: 'sales', open: false });
            server.push({ t: 'chat_switched', open: false, messages: [] });
            await page.waitForFunction(() => document.querySelector('#say').hidden);
            await step('sales-paused');
            await server.vanish();
            await page.waitForFunction(() => ['lost', 'offline'].includes(document.body.dataset.link));
            await step('line-lost');
            await server.restart();
            await page.waitForFunction(() => document.body.dataset.link === 'on', null, { timeout: 30000 });
            server.state('ended');
            await page.waitForFunction(() => document.body.dataset.phase === 'ended');
            await step('ended');
            await page.close();
        });

/** What stands out of the window to the left or right. */
const outside = (page) => page.evaluate(() => [...document.querySelectorAll('body *')]
    .filter((one) => one.getClientRects().length > 0 && !one.closest('.vh, .long, #products, .meta, svg') && getComputedStyle(one).visibility !== 'hidden')
    .map((one) => [one.tagName + '.' + one.className, Math.round(one.getBoundingClientRect().right), Math.round(one.getBoundingClientRect().left)])
    .filter(([, right, left]) => right > innerWidth + 1 || left < -1));
/** Through every panel, with `look` at each. */
async function throughAll(page, look) {
    await look('live');
    await page.click('#airBuy');
    await look('product');
    await page.click('#buy');
    await look('cart');
    await page.click('#toCheckout');
    await page.waitForSelector('#placeOrder');
    await page.click('#placeOrder');
    await look('checkout with faults');
    await fill(page);
    await look('checkout');
    await page.click('#placeOrder');
    await page.waitForSelector('#act-cancel');
    await page.click('#act-question');
    await look('order');
    await page.click('#findOther');
    await look('find');
    await page.keyboard.press('Escape');
}

test('long Latvian words and names break and never widen the page', async () => {
    selling();
    const long = 'Pretpulksteņrādītājvirzienamizstrādājumu ' + 'nepārtraukti'.repeat(12);
    const towel = server.hello.products[0];
    Object.assign(towel, { name: long, description: long });
    towel.variants.forEach((variant) => { variant.label = 'Sūnaszaļganpelēcīgais'.repeat(2); });
    Object.assign(server.hello.show, { title: long, shop: long, disclosure: '#reklāma apmaksāta sadarbība' });
    server.hello.pin.title = long;
    server.hello.messages.push({ id: 'long', name: long, text: long, at: 1790000000000 });
    const { terms } = server.hello;
    Object.assign(terms.trader, { name: long, address: long, email: 'a'.repeat(60) + '@' + 'b'.repeat(60) + '.lv' });
    Object.assign(terms.delivery[0], { title: long, detail: long });
    Object.assign(terms, { transferTo: long, conditions: long });
    for (const size of [{ width: 320, height: 640 }, sizes.phone, { width: 320, height: 256 }, { width: 700, height: 900 }, sizes.desktop]) {
        server.till.clear();
        Object.assign(towel.variants[0], { available: 3, word: 'available' });
        const page = await open({ ...size, language: 'lv' });
        await throughAll(page, async (what) => assert.deepEqual(await outside(page), [], what + ' at ' + size.width + '×' + size.height));
        await page.close();
    }
});

test('with all text at 200 % nothing is cut off, and nothing stands outside', async () => {
    selling();
    for (const size of [{ width: 640, height: 900 }, sizes.phone, sizes.desktop]) {
        server.till.clear();
        Object.assign(server.hello.products[0].variants[0], { available: 3, word: 'available' });
        const page = await open({ ...size, language: 'lv' });
        await throughAll(page, async (what) => {
            if (what === 'live') return; // the picture's own words are looked at by eye
            // Text alone, as a phone's own setting does it: each text's size, measured before any is changed.
            const cut = await page.evaluate(() => {
                const texts = [...document.querySelectorAll('#panel *')].filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) || ['INPUT', 'SELECT', 'TEXTAREA'].includes(one.tagName));
                const grown = texts.map((one) => [one, parseFloat(getComputedStyle(one).fontSize) * 2]);
                for (const [one, px] of grown) one.style.fontSize = px + 'px';
                const over = [...document.querySelectorAll('#panel *')].filter((one) => one.clientWidth > 0 && !one.closest('.vh, svg, .panel-body') && getComputedStyle(one).overflowX === 'hidden' && one.scrollWidth > one.clientWidth + 1);
                return over.map((one) => one.tagName + '.' + one.className);
            });
            assert.deepEqual(cut, [], what + ' cut at ' + size.width);
            assert.deepEqual(await outside(page), [], what + ' at ' + size.width);
            const body = await page.evaluate(() => document.querySelector('.panel-body').clientHeight);
            assert.ok(body > 120 || size.height < 600, what + ': ' + body + ' px are left to read in at ' + size.width);
            if (pictures) await page.screenshot({ path: pictures + '/text-200-' + what.replaceAll(' ', '-') + '-' + size.width + '.png' });
            await page.evaluate(() => { for (const one of document.querySelectorAll('#panel [style]')) one.style.fontSize = ''; });
        });
        await page.close();
    }
});

test('with all text at 200 % the live view makes room: what is pressed is on the screen, and nothing lies over another', async () => {
    selling();
    const upright = await new Fixture(server.hello, { size: '270x480' }).start();
    try {
        for (const [size, from] of [[sizes.phone, upright], [sizes.phone, server], [{ width: 700, height: 900 }, server], [sizes.desktop, server]]) {
            const page = await browser.page({ ...size, language: 'lv' });
            await page.goto(from.url);
            await page.waitForFunction(() => window.vitrinaStats?.frames > 5 && document.querySelector('#airBuy'));
            await page.evaluate(() => {
                const grown = [...document.querySelectorAll('body, body *')].map((one) => [one, parseFloat(getComputedStyle(one).fontSize) * 2]);
                for (const [one, px] of grown) one.style.fontSize = px + 'px';
            });
            await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0)))));
            const what = size.width + ' × ' + size.height + (from === upright ? ', upright' : '');
            if (pictures) await page.screenshot({ path: pictures + '/text-200-live-' + size.width + (from === upright ? '-upright' : '') + '.png' });
            assert.deepEqual(await outside(page), [], what);
            const places = await page.evaluate(() => Object.fromEntries(['#airBuy', '#unmute', '.meta', '.bar', '#message', '.controls', '#air h2', '#air .price'].map((one) => {
                const { left, right, top, bottom } = document.querySelector(one).getBoundingClientRect();
                return [one, { left, right, top, bottom }];
            })));
            const apart = (one, other) => places[one].right <= places[other].left + 1 || places[other].right <= places[one].left + 1 ||
                places[one].bottom <= places[other].top + 1 || places[other].bottom <= places[one].top + 1;
            for (const [one, other] of [['#unmute', '.meta'], ['#unmute', '.bar'], ['#unmute', '#message'], ['.meta', '.bar'], ['.meta', '#message'], ['#air h2', '#air .price']])
                assert.ok(apart(one, other), what + ': ' + one + ' lies over ' + other + ' ' + JSON.stringify([places[one], places[other]]));
            if (size === sizes.phone) {
                assert.ok(apart('#unmute', '.controls'), what + ': the buttons of the picture lie over one another');
                assert.ok(places['#airBuy'].bottom <= size.height, what + ': the button to buy is off the screen');
            }
            assert.ok(places['#air h2'].right - places['#air h2'].left > 120, what + ': the name has no room');
            await page.close();
        }
    } finally {
        await upright.stop();
    }
});

/** In the browser, on a page without our policy: {share of 255} luminances of a picture's places, the worst twentieth left out. */
async function lightest(reader, png, places) {
    return reader.evaluate(async ([data, rects]) => {
        const bitmap = await createImageBitmap(await (await fetch('data:image/png;base64,' + data)).blob());
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        context.drawImage(bitmap, 0, 0);
        const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
        return rects.map(({ x, y, width, height }) => {
            const { data: pixels } = context.getImageData(Math.floor(x), Math.floor(y), Math.max(1, Math.ceil(width)), Math.max(1, Math.ceil(height)));
            const found = [];
            for (let i = 0; i < pixels.length; i += 4) found.push(0.2126 * linear(pixels[i] / 255) + 0.7152 * linear(pixels[i + 1] / 255) + 0.0722 * linear(pixels[i + 2] / 255));
            found.sort((a, b) => a - b);
            return [found[Math.floor(found.length * 0.05)], found[Math.floor(found.length * 0.95)]];
        });
    }, [png.toString('base64'), places]);
}

test('words over the picture can be read over a white one and over a black one, without the help of their shadows', async () => {
    const reader = await browser.context.newPage();
    const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    const found = [];
    for (const [size, program] of [[sizes.phone, '270x480'], [sizes.phone, '480x270'], [sizes.desktop, '480x270']])
        for (const source of ['color=white', 'color=black'])
            for (const state of ['live', 'waiting']) {
                const one = await new Fixture({ ...demoShow(), state }, { size: program, source }).start();
                const page = await browser.page({ ...size, language: 'lv' });
                await page.goto(one.url);
                await page.waitForFunction(() => window.vitrinaStats?.frames > 5 && document.querySelector('#airBuy'));
                const texts = await page.evaluate(() => {
                    const over = [...document.querySelectorAll('.stage *, .bar.on-video *, .chat *')].filter((element) => getComputedStyle(element).visibility === 'visible' && !element.closest('.vh, [hidden], .skip') && element.checkVisibility() && element.getBoundingClientRect().width > 1);
                    const lines = [];
                    for (const element of over)
                        for (const node of element.childNodes) {
                            if (node.nodeType !== 3 || !node.data.trim()) continue;
                            const range = document.createRange();
                            range.selectNodeContents(node);
                            const { fontSize, fontWeight, color } = getComputedStyle(element);
                            const log = element.closest('.log')?.getBoundingClientRect();
                            for (const { x, y, width, height } of range.getClientRects()) {
                                if (width < 3 || x < 0 || y < 0 || x + width > innerWidth || y + height > innerHeight) continue;
                                if (log && y < log.top + 26) continue; // faded out on purpose: what is leaving
                                lines.push({ text: node.data.trim(), color: color.match(/[\d.]+/g).map(Number), large: parseFloat(fontSize) >= 24 || (parseFloat(fontSize) >= 18.66 && Number(fontWeight) >= 700), x, y, width, height });
                            }
                        }
                    const unseen = new CSSStyleSheet();
                    unseen.replaceSync('* { -webkit-text-fill-color: transparent !important; text-shadow: none !important; } svg { visibility: hidden; }');
                    document.adoptedStyleSheets = [unseen];
                    return lines;
                });
                const behind = await lightest(reader, await page.screenshot(), texts);
                texts.forEach((line, index) => {
                    const own = [0, 1, 2].reduce((sum, part) => sum + [0.2126, 0.7152, 0.0722][part] * linear(line.color[part] / 255), 0);
                    const ratio = Math.min(...behind[index].map((other) => (Math.max(own, other) + 0.05) / (Math.min(own, other) + 0.05)));
                    if (ratio < (line.large ? 3 : 4.5)) found.push([size.width, program, source, state, line.text, ratio.toFixed(2)].join(' '));
                });
                await page.close();
                await one.stop();
            }
    await reader.close();
    assert.deepEqual([...new Set(found)], []);
});

test('by keys alone: skip link, sheet, product, order; focus goes in, stays, and comes back', async () => {
    const page = await open({ ...sizes.phone });
    const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.className);
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'skip');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'airBuy');
    const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineWidth);
    assert.equal(ring, '3px');
    await page.keyboard.press('Enter');
    assert.equal(await focused(), 'panelTitle');
    for (let i = 0; i < 14; i++) {
        await page.keyboard.press('Tab');
        assert.ok(await page.evaluate(() => document.getElementById('panel').contains(document.activeElement)), 'focus left the panel');
    }
    await page.keyboard.press('Escape');
    assert.equal(await focused(), 'airBuy');
    await page.focus('#grip');
    await page.keyboard.press('ArrowUp');
    assert.equal(await page.getAttribute('#sheet', 'data-stop'), 'open');
    await page.keyboard.press('ArrowUp');
    assert.equal(await page.getAttribute('#sheet', 'data-stop'), 'full');
    await page.keyboard.press('Escape');
    assert.equal(await page.getAttribute('#sheet', 'data-stop'), 'peek');
    await page.close();
});

test('the sheet follows a finger and stops at the nearest place', async () => {
    const page = await open({ ...sizes.phone });
    const grip = await page.locator('#grip').boundingBox();
    await page.mouse.move(grip.x + grip.width / 2, grip.y + 8);
    await page.mouse.down();
    await page.mouse.move(200, 300, { steps: 5 });
    await page.mouse.up();
    assert.equal(await page.getAttribute('#sheet', 'data-stop'), 'open');
    await page.close();
});

test('with less motion wished for, nothing moves', async () => {
    const still = await open({ ...sizes.phone, reduced: true });
    assert.equal(await still.evaluate(() => document.getAnimations().length), 0);
    await still.close();
});

test('nothing shifts while the page comes up', async () => {
    const page = await browser.page({ ...sizes.desktop });
    await page.addInitScript(() => {
        window.shift = 0;
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(server.url);
    await page.waitForFunction(() => window.vitrinaStats?.frames > 30);
    const shift = await page.evaluate(() => window.shift);
    assert.ok(shift < 0.1, 'layout shift ' + shift);
    await page.close();
});

test('the page weighs at most 120 kB compressed, without video and product pictures', () => {
    const web = new URL('../../../ui/web/', import.meta.url);
    const files = readdirSync(web, { recursive: true }).filter((name) => statSync(new URL(name, web)).isFile());
    const sum = files.reduce((total, name) => total + gzipSync(readFileSync(new URL(name, web))).length, 0);
    assert.ok(sum <= 120 * 1024, sum + ' bytes');
    console.log('page: ' + sum + ' bytes compressed in ' + files.length + ' files');
});
