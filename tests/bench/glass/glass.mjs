// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Glass to glass: the clock in a camera's frame → the same clock in the pixels Chromium shows, with sound; stops in a
// minute; the way back to the live edge after three seconds without a network; beside the same program by nginx-rtmp
// HLS (1 s segments) and hls.js with liveSyncDurationCount 3.
//   glass.mjs [--seconds 60] [--cameras test,rtmp] [--page URL [--hls PAGE]] [--picture X,Y,W,H]
// With --page a running show is measured instead of one of its own (then there is one camera, and HLS only with --hls).

import { openBrowser } from '../../e2e/page/support/browser.mjs';
import { Proxy } from '../../e2e/page/support/proxy.mjs';
import { figures, install, take, wholePicture } from './reader.mjs';
import { answers, folder, freePort, pause, startPeer, startSender, startStudio, until } from './rig.mjs';

const given = Object.fromEntries(process.argv.slice(2).join(' ').split('--').filter(Boolean).map((part) => part.trim().split(/\s+/)));
const seconds = Number(given.seconds ?? process.env.GLASS_SECONDS ?? 60);
const picture = given.picture ? Object.fromEntries(given.picture.split(',').map((value, i) => [['x', 'y', 'width', 'height'][i], Number(value)])) : wholePicture;
const settleMs = 8000;
const aims = { test: 350, rtmp: 420 };
const peerName = 'nginx-rtmp HLS 1 s';

const round = (value) => Math.round(value * 10) / 10;
function say(name, value, unit, peerValue) {
    const line = { name, value: round(value), unit };
    if (peerValue) Object.assign(line, { peer: peerName, peer_value: round(peerValue), ratio: Math.round(value / peerValue * 1000) / 1000 });
    console.log(JSON.stringify(line));
}

async function openPage(browser, url) {
    const page = await browser.page({ width: 1280, height: 800 });
    await page.goto(url);
    await page.waitForFunction(() => window.vitrinaStats?.frames > 15, null, { timeout: 20000 });
    await page.locator('#unmute').click({ timeout: 3000 }).catch(() => {});
    await page.waitForFunction(() => !document.querySelector('video').muted, null, { timeout: 3000 });
    await install(page, picture);
    await pause(settleMs);
    const unread = (await take(page)).filter((frame) => frame.burnt === null).length;
    if (unread > 100) console.log('# ' + unread + ' frames of the first seconds without a readable clock');
    return page;
}

async function watch(page, forSeconds) {
    const before = await page.evaluate(() => window.vitrinaStats?.stalls ?? 0);
    await pause(forSeconds * 1000);
    const measured = figures(await take(page));
    if (measured.frames - measured.unread < forSeconds * 5) throw new Error('the clock was read in ' + (measured.frames - measured.unread) + ' frames only: no picture, or another picture');
    measured.stalls = await page.evaluate(() => window.vitrinaStats?.stalls ?? 0) - before;
    console.log('# ' + JSON.stringify(Object.fromEntries(Object.entries(measured).map(([key, value]) => [key, round(value)]))));
    return measured;
}

/** Three seconds in which nothing passes, then all at once. Back when ten frames on end are near the delay of before. */
async function cut(browser, url) {
    const proxy = await new Proxy(Number(new URL(url).port)).start();
    const page = await openPage(browser, proxy.url);
    try {
        await take(page);
        await pause(4000);
        const usual = figures(await take(page)).p50;
        proxy.hold();
        await pause(3000);
        proxy.release();
        const released = Date.now();
        const seen = [];
        while (Date.now() - released < 12000) {
            await pause(250);
            seen.push(...(await take(page)).filter((frame) => frame.burnt !== null && frame.wall >= released));
            for (let i = 0; i + 10 <= seen.length; i++)
                if (seen.slice(i, i + 10).every((frame) => frame.wall - frame.burnt <= usual + 150)) return seen[i].wall - released;
        }
        throw new Error('not back at the live edge within 12 s');
    } finally {
        await page.close();
        await proxy.stop();
    }
}

async function hls(browser, url, ready) {
    if (ready) await until(() => answers(ready), 'the HLS playlist', 20000);
    const page = await browser.page({ width: 1280, height: 800 });
    await page.goto(url);
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 1, null, { timeout: 30000 });
    await install(page, picture);
    await pause(settleMs);
    await take(page);
    const measured = await watch(page, Math.min(20, seconds));
    await page.close();
    return measured;
}

async function camera(browser, kind) {
    const { path, remove } = folder();
    const children = [];
    try {
        const peer = kind === 'test' ? await startPeer(path) : null;
        if (peer) children.push(peer.child);
        const port = await freePort();
        const studio = await startStudio(path, kind === 'test' ? 'test:' : 'rtmp:' + port + '/glass', peer?.publish);
        children.push(studio.child);
        if (kind === 'rtmp') children.push(startSender(path, 'rtmp://127.0.0.1:' + port + '/glass'));
        await measure(browser, kind, studio.url, peer ? { url: peer.url, playlist: peer.playlist } : null);
    } finally {
        for (const child of children.reverse()) await child.stop();
        if (process.env.GLASS_KEEP) console.log('# logs in ' + path);
        else remove();
    }
}

async function measure(browser, kind, url, peer) {
    const page = await openPage(browser, url);
    const ours = await watch(page, seconds);
    await page.close();
    const backMs = await cut(browser, url);
    const theirs = peer ? await hls(browser, peer.url, peer.playlist) : null;
    say('glass ' + kind + ' camera p50', ours.p50, 'ms', theirs?.p50);
    say('glass ' + kind + ' camera p95', ours.p95, 'ms', theirs?.p95);
    say('glass ' + kind + ' camera stops in ' + seconds + ' s', ours.stops, '', undefined);
    say('glass ' + kind + ' camera longest still picture', ours.longestStill, 'ms', undefined);
    say('glass ' + kind + ' camera back after a cut of 3 s', backMs, 'ms', undefined);
    if (ours.p50 > aims[kind]) console.log('# aim for ' + kind + ': p50 ≤ ' + aims[kind] + ' ms');
    console.log('# read ' + round(ours.untilShown) + ' ms before the expected moment of display (median)');
}

const browser = await openBrowser();
let failed = 0;
try {
    if (given.page) await measure(browser, given.cameras ?? 'test', given.page, given.hls ? { url: given.hls } : null);
    else for (const kind of (given.cameras ?? 'test,rtmp').split(',')) await camera(browser, kind).catch((error) => {
        failed++;
        console.error('glass ' + kind + ': ' + error.message);
    });
} finally {
    await browser.close();
}
process.exit(failed ? 1 : 0);
