// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The page against the real show server: what the fixture claims must be so there. demo_peer (tests/support) plays the
// studio's end; without it (VITRINA_BIN_DIR) these tests are skipped.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBrowser, until } from './support/browser.mjs';
import { Proxy } from './support/proxy.mjs';

const program = (process.env.VITRINA_BIN_DIR ?? '') + '/demo_peer';
const skip = existsSync(program) ? false : 'no demo_peer in VITRINA_BIN_DIR';
let browser, peer, url, page, proxy;

before(async () => {
    if (skip) return;
    peer = spawn(program, ['--pictures', fileURLToPath(new URL('../../../resources/demo/art', import.meta.url))], { stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    peer.stdout.on('data', (data) => { printed += data; });
    await until(() => printed.includes('\n') || peer.exitCode !== null, 'the server’s address', 20000);
    url = new URL('/', printed.trim());
    url.hostname = '127.0.0.1';
    proxy = await new Proxy(Number(url.port)).start();
    browser = await openBrowser();
});
after(async () => {
    await page?.close();
    await browser?.close();
    await proxy?.stop();
    if (!peer) return;
    peer.kill('SIGTERM');
    await until(() => peer.exitCode !== null || peer.signalCode !== null, 'the server’s end', 15000);
});

async function open(address = url.href) {
    const one = await browser.page({ width: 1280, height: 800 });
    await one.goto(address);
    await one.waitForFunction(() => document.querySelectorAll('#products li').length >= 4 && document.querySelector('#air').dataset.product);
    return one;
}
/** In one step, as the server takes it today, with the page's own session; sent again with its key while no answer comes. */
const variantOf = (one, product) => one.evaluate(async (id) => (await (await fetch('/api/show')).json()).products.find((found) => found.id === id).variants[0], product);
const order = (one, variant, contact = '+371 2000 0000', key = 'real-' + Math.random().toString(36).slice(2)) => one.evaluate(async ([{ sku, price }, reach, same]) => {
    const body = JSON.stringify({ key: same, name: 'Anna Kalniņa', contact: reach, lines: [{ sku, quantity: 1, price }], mediaMs: -1 });
    const headers = { 'Content-Type': 'application/json', Authorization: 'Bearer ' + localStorage.getItem('vitrina.token') };
    for (let tries = 0; tries < 20; tries++) {
        try {
            const answer = await fetch('/api/orders', { method: 'POST', headers, body, signal: AbortSignal.timeout(1000) });
            window.answeredAt = performance.timeOrigin + performance.now();
            return { status: answer.status, ...await answer.json() };
        } catch {
            window.unanswered = (window.unanswered ?? 0) + 1;
        }
    }
    return { status: 0 };
}, [variant, contact, key]);
const left = (one, product) => one.locator('#products [data-key="' + product + '"] button').getAttribute('data-available').then(Number);

test('an order on one page falls on another within 200 ms, and gives a number', { skip }, async () => {
    page = await open();
    const other = await open();
    const before = await left(other, 'towel');
    await other.evaluate((had) => {
        new MutationObserver(() => {
            const now = Number(document.querySelector('#products [data-key="towel"] button').dataset.available);
            if (now < had) window.fellAt ??= performance.timeOrigin + performance.now();
        }).observe(document.getElementById('products'), { subtree: true, attributes: true });
    }, before);
    const answer = await order(page, await variantOf(page, 'towel'));
    assert.ok(answer.number.length >= 3);
    await other.waitForFunction(() => window.fellAt !== undefined);
    const tookMs = await other.evaluate(() => window.fellAt) - await page.evaluate(() => window.answeredAt);
    assert.ok(tookMs < 200, 'fell ' + tookMs + ' ms after the answer');
    assert.equal(await left(other, 'towel'), before - 1);
    await other.close();
});

test('a message goes to all, cleaned by the server, and is shown once', { skip }, async () => {
    const other = await open();
    await page.fill('#message', '  Vai   ir <b>zaļā</b> krāsā?  ');
    await page.fill('#chatName', 'Anna').catch(() => {});
    await page.click('#send');
    for (const one of [page, other])
        await one.waitForFunction(() => [...document.querySelectorAll('#log p')].filter((row) => row.textContent.includes('<b>zaļā</b>') && !row.dataset.state).length === 1);
    await page.waitForFunction(() => document.querySelectorAll('#log p.mine').length === 0);
    await other.close();
});

test('more messages than allowed are held back, said so, and all arrive once', { skip }, async () => {
    for (let i = 0; i < 7; i++) {
        await page.fill('#message', 'ziņa ' + i);
        await page.keyboard.press('Enter');
    }
    await page.waitForFunction(() => [...document.querySelectorAll('#log .fate')].some((fate) => fate.textContent.includes('Sent again in')));
    await page.waitForFunction(() => document.querySelectorAll('#log p.mine').length === 0, null, { timeout: 20000 });
    const said = await page.locator('#log p').allInnerTexts();
    for (let i = 0; i < 7; i++) assert.equal(said.filter((row) => row.includes('ziņa ' + i)).length, 1, 'ziņa ' + i);
});

test('a contact the server can’t use is refused, and nothing is sold', { skip }, async () => {
    const before = await left(page, 'honey');
    const answer = await order(page, await variantOf(page, 'honey'), 'a..b@x.yy@zz');
    assert.deepEqual([answer.status, answer.error], [400, 'bad_contact']);
    assert.equal(await left(page, 'honey'), before);
});

test('an order held on the line is taken once when the line is back', { skip }, async () => {
    const slow = await open(proxy.url);
    const before = await left(slow, 'candle');
    const candle = await variantOf(slow, 'candle');
    proxy.hold();
    const answer = order(slow, candle, 'anna@example.lv', 'held-on-the-line');
    await slow.waitForFunction(() => window.unanswered >= 1);
    proxy.release();
    assert.equal((await answer).status, 201);
    await page.waitForFunction((was) => Number(document.querySelector('#products [data-key="candle"] button').dataset.available) === was - 1, before);
    await slow.close();
});

test('nothing against the policy, nothing from another host, no fault', { skip }, async () => {
    const here = [url.href, url.href.replace('http', 'ws'), 'blob:'];
    assert.deepEqual(page.record.requests.filter((one) => !here.some((start) => one.startsWith(start))), []);
    assert.deepEqual(page.record.errors, []);
    assert.deepEqual(page.record.console.filter((line) => /Content Security|Refused to/.test(line)), []);
});
