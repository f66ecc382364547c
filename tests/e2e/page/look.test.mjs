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
beforeEach(() => Object.assign(server.hello, demoShow()));

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
            const page = await open({ ...size, dark, language: dark ? 'lv' : 'en' });
            const step = async (what) => {
                if (pictures) await page.screenshot({ path: pictures + '/' + name + (dark ? '-dark-' : '-') + what + '.png' });
                assert.deepEqual(await faults(page), [], what);
            };
            await step('live');
            await page.click('#airBuy');
            await step('product');
            await page.click('#buy');
            await page.click('#placeOrder');
            await step('order');
            await page.fill('#nameField', 'Anna Kalniņa');
            await page.fill('#contactField', 'anna@example.lv');
            await page.click('#placeOrder');
            await page.waitForSelector('#orderNumber');
            await step('done');
            await page.click('#doneBack');
            if (name === 'phone') {
                await page.click('#grip');
                await step('shelf');
            }
            server.state('away');
            await page.waitForSelector('#slate:not([hidden])');
            await step('away');
            await page.close();
        });

test('long Latvian words and names break and never widen the page', async () => {
    const long = 'Pretpulksteņrādītājvirzienamizstrādājumu ' + 'nepārtraukti'.repeat(12);
    const towel = server.hello.products[0];
    Object.assign(towel, { name: long, description: long });
    towel.variants.forEach((variant) => { variant.label = 'Sūnaszaļganpelēcīgais'.repeat(2); });
    Object.assign(server.hello.show, { title: long, shop: long, disclosure: '#reklāma apmaksāta sadarbība' });
    server.hello.pin.title = long;
    server.hello.messages.push({ id: 'long', name: long, text: long, at: 1790000000000 });
    for (const size of [{ width: 320, height: 640 }, sizes.phone, { width: 320, height: 256 }, { width: 700, height: 900 }, sizes.desktop]) {
        const page = await open({ ...size, language: 'lv' });
        const wide = async (what) => {
            const found = await page.evaluate(() => [...document.querySelectorAll('body *')]
                .filter((one) => one.getClientRects().length > 0 && !one.closest('.vh, .long, #products, .meta, svg') && getComputedStyle(one).visibility !== 'hidden')
                .map((one) => [one.tagName + '.' + one.className, Math.round(one.getBoundingClientRect().right), Math.round(one.getBoundingClientRect().left)])
                .filter(([, right, left]) => right > innerWidth + 1 || left < -1));
            assert.deepEqual(found, [], what + ' at ' + size.width + '×' + size.height);
        };
        await wide('live');
        await page.click('#airBuy');
        await wide('product');
        await page.click('#buy');
        await wide('order');
        if (pictures && size === sizes.phone) await page.screenshot({ path: pictures + '/phone-long-order.png' });
        await page.close();
    }
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
