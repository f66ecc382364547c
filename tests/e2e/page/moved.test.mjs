// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A show that moves to another server while a page is open: the page goes there as the same viewer, with its checkout.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from './support/browser.mjs';
import { Fixture } from './support/fixture.mjs';

let browser, old, there;
before(async () => {
    old = await new Fixture().start();
    there = await new Fixture().start();
    browser = await openBrowser();
});
after(async () => {
    await browser?.close();
    await old?.stop();
    await there?.stop();
});
const ready = (page) => page.waitForFunction(() => document.querySelectorAll('#products li').length > 0);
const tokenAt = (server, path) => server.calls.find((call) => call.path === path)?.token;

test('a checkout goes on where the show has gone', async () => {
    const page = await browser.page({ width: 1280, height: 800 });
    await page.goto(old.url);
    await ready(page);
    await page.click('#products [data-key="towel"] button');
    await page.click('#buy');
    await page.click('#toCheckout');
    await page.waitForSelector('#placeOrder:enabled');
    old.push({ t: 'moved', url: there.url });
    await page.waitForURL((url) => url.href.startsWith(there.url));
    await page.waitForSelector('#placeOrder:enabled');
    await page.check('#way2');
    await page.fill('#nameField', 'Anna Kalniņa');
    await page.fill('#contactField', 'anna@example.lv');
    await page.check('#payment0');
    await page.click('#placeOrder');
    await page.waitForFunction(() => document.querySelector('#orderNumber, #panel .notice, #panel .fault'));
    assert.equal(page.url(), there.url, 'nothing of it stays in the address');
    assert.equal(tokenAt(there, '/api/orders'), tokenAt(old, '/api/checkouts'), 'the same viewer');
    const { body } = there.calls.find((call) => call.path === '/api/orders');
    assert.ok(body.checkout, 'the checkout he had');
    assert.equal(there.calls.filter((call) => call.path === '/api/checkouts').length, 0);
    await page.close();
});

test('an order without an answer is asked for first', async () => {
    const page = await browser.page({ width: 1280, height: 800 });
    old.calls.length = there.calls.length = 0;
    await page.goto(old.url);
    await ready(page);
    await page.click('#products [data-key="towel"] button');
    await page.click('#buy');
    await page.click('#toCheckout');
    await page.waitForSelector('#placeOrder:enabled');
    await page.check('#way2');
    await page.fill('#nameField', 'Anna Kalniņa');
    await page.fill('#contactField', 'anna@example.lv');
    await page.check('#payment0');
    old.next('/api/orders', 'lost');
    await page.click('#placeOrder');
    await page.waitForFunction(() => document.querySelector('#panel .notice'));
    old.push({ t: 'moved', url: there.url });
    await page.waitForURL((url) => url.href.startsWith(there.url), { timeout: 30_000 });
    const orders = old.calls.filter((call) => call.path === '/api/orders').map((call) => call.body.key);
    assert.ok(orders.length >= 2 && orders.every((key) => key === orders[0]), 'asked again under its key, where it was');
    assert.equal(there.calls.filter((call) => call.path === '/api/orders').length, 0);
    await ready(page);
    await page.close();
});
