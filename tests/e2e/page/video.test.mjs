// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The picture: it starts quickly, holds the live edge, and comes back to it after a cut, a new encoder or a new studio.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, until } from './support/browser.mjs';
import { Fixture } from './support/fixture.mjs';
import { Proxy } from './support/proxy.mjs';

let browser, server, proxy;
before(async () => {
    server = await new Fixture().start();
    proxy = await new Proxy(server.port).start();
    browser = await openBrowser();
});
after(async () => {
    await browser?.close();
    await proxy?.stop();
    await server?.stop();
});
const stats = (page) => page.evaluate(() => window.vitrinaStats);
async function watch(url = server.url) {
    const page = await browser.page({});
    await page.goto(url);
    await page.waitForFunction(() => window.vitrinaStats?.frames > 15);
    return page;
}
/** How far this viewer is behind the newest fragment that was sent, ms. */
const behind = async (page) => server.edgeMs - ((await stats(page)).mediaMs ?? 0);

test('plays muted by itself, offers sound, and settles near the edge', async () => {
    const page = await watch();
    assert.equal(await page.evaluate(() => document.getElementById('video').muted), true);
    await page.getByRole('button', { name: 'Tap for sound' }).click();
    await page.waitForFunction(() => !document.getElementById('video').muted && document.getElementById('unmute').hidden);
    await until(async () => (await behind(page)) < 400, 'near the edge', 10000);
    const before = await stats(page);
    await page.waitForFunction((frames) => window.vitrinaStats.frames > frames + 45, before.frames);
    assert.ok(before.latencyMs < 1500, JSON.stringify(before));
    await page.close();
});

test('a line held for three seconds: counts leave, then back at the live edge within four', async () => {
    const page = await watch(proxy.url);
    await until(async () => (await behind(page)) < 500, 'near the edge', 10000);
    const held = Date.now();
    proxy.hold();
    await page.waitForFunction(() => document.querySelector('#air .row').innerText.includes('Checking stock…'), null, { timeout: 8000 });
    // The rule says three seconds; the rest is for a machine that also compiles.
    assert.ok(Date.now() - held <= 5000, 'counts stayed for ' + (Date.now() - held));
    await until(() => Date.now() - held >= 3000, 'three seconds');
    proxy.release();
    const released = Date.now();
    await until(async () => (await behind(page)) < 500, 'back at the edge', 10000);
    assert.ok(Date.now() - released <= 6000, 'took ' + (Date.now() - released));
    await page.waitForFunction(() => document.querySelector('#air .row').innerText.includes('available'));
    assert.equal((await stats(page)).connects, 1, 'the same socket went on');
    await page.close();
});

test('a new studio process begins its line of time anew, before or after the old one', async () => {
    const page = await watch();
    for (const start of [999, 2, 5000, 4999]) {
        server.newLine(start);
        await until(async () => Math.abs(await behind(page)) < 700, 'on the new line at ' + start, 8000);
        const { frames } = await stats(page);
        await page.waitForFunction((before) => window.vitrinaStats.frames > before + 15, frames);
    }
    await page.close();
});

test('a pin is shown when this viewer’s picture reaches its moment, not before', async () => {
    const page = await watch();
    await until(async () => (await behind(page)) < 500, 'near the edge', 10000);
    const at = server.edgeMs + 800;
    await page.evaluate(() => {
        new MutationObserver(() => {
            const air = document.getElementById('air');
            if (air.dataset.product === 'earrings') window.pinnedAt ??= window.vitrinaStats.mediaMs;
        }).observe(document.getElementById('air'), { attributes: true, childList: true });
    });
    server.pin('earrings', { mediaMs: at });
    await page.waitForFunction(() => window.pinnedAt !== undefined);
    const shown = await page.evaluate(() => window.pinnedAt);
    assert.ok(shown >= at && shown - at < 250, 'asked ' + at + ', shown ' + shown);
    server.pin('towel');
    await page.close();
});

test('no fragments: the last picture stands, the word comes after a second and a half, sockets come back', async () => {
    const page = await watch();
    server.sending = false;
    await page.waitForFunction(() => document.getElementById('banner').innerText.includes('catching up'), null, { timeout: 6000 });
    server.sending = true;
    await page.waitForFunction(() => document.getElementById('banner').hidden, null, { timeout: 6000 });
    for (const one of server.watchers) one.destroy();
    await until(async () => (await stats(page)).connects >= 2, 'a new socket');
    await until(async () => (await behind(page)) < 600, 'near the edge again', 8000);
    await page.close();
});

test('a video line that broke without a word is opened again', async () => {
    const page = await watch();
    const { connects } = await stats(page);
    server.deafen();
    await page.waitForFunction((before) => window.vitrinaStats.connects > before, connects, { timeout: 15000 });
    await until(async () => (await behind(page)) < 600, 'near the edge again', 10000);
    await page.close();
});

test('an upright program fills a phone, though its picture begins before the rest of the page', async () => {
    const upright = await new Fixture(undefined, { size: '270x480' }).start();
    try {
        const page = await watch(upright.url);
        await page.waitForFunction(() => document.querySelectorAll('#products li').length > 0);
        assert.equal(await page.evaluate(() => document.body.dataset.canvas), 'tall');
        assert.equal(await page.evaluate(() => document.getElementById('video').clientHeight > innerHeight / 2), true);
        await page.close();
    } finally {
        await upright.stop();
    }
});

test('paused by the viewer, then live again at the edge', async () => {
    const page = await watch();
    await page.getByRole('button', { name: 'Pause' }).click();
    assert.equal(await page.evaluate(() => document.getElementById('video').paused), true);
    const { mediaMs, frames } = await page.evaluate(() => ({ ...window.vitrinaStats, mediaMs: document.getElementById('video').currentTime * 1000 }));
    await until(() => server.edgeMs - mediaMs > 2000, 'time passes');
    assert.ok((await stats(page)).frames - frames < 5);
    await page.getByRole('button', { name: 'Play live' }).click();
    await until(async () => (await behind(page)) < 600, 'at the edge');
    await page.close();
});

test('without Media Source the shelf and the chat still work', async () => {
    const page = await browser.page({});
    await page.addInitScript(() => { delete window.MediaSource; delete window.ManagedMediaSource; });
    await page.goto(server.url);
    await page.waitForFunction(() => document.getElementById('slateTitle').innerText.includes('can’t play'));
    assert.ok(await page.locator('#airBuy').isVisible());
    assert.deepEqual(page.record.errors, []);
    await page.close();
});
