// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long a viewer waits: from opening the address to the first picture of the video on the screen, and what the page
// weighs on the wire. A studio with its camera, its server, TLS in front as the shipped nginx.conf has it (but without
// HTTP/2), a line with a rate and a delay, and a Chromium that has never been there: each round has a cache and
// connections of its own.
//   page.mjs [--page URL] [--waterfall]       VITRINA_ROUNDS: rounds a profile
// With --page a running show is measured instead of one of its own. --waterfall prints one round's requests.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { quantile } from '../glass/reader.mjs';
import { e2e, folder, pause, startStudio } from '../glass/rig.mjs';
import { Line } from './line.mjs';

const { chromium } = e2e('playwright-core');
const words = process.argv.slice(2);
const given = words.includes('--page') ? words[words.indexOf('--page') + 1] : null;
const rounds = Math.max(3, Number(process.env.VITRINA_ROUNDS ?? 9));
const profiles = {
    LAN: { down: 100, up: 100, rttMs: 2, aimMs: 1500 },
    '4G': { down: 9, up: 4, rttMs: 170, aimMs: 4000 }, // the "4G" of the web's measuring tools
};
const say = (name, value, unit) => console.log(JSON.stringify({ name, value: Math.round(value * 10) / 10, unit }));

/** TLS in front of the server, by a key made for this run. */
async function startTls(where, port) {
    const key = join(where, 'key.pem'), certificate = join(where, 'certificate.pem');
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key, '-out', certificate,
        '-days', '2', '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'], { stdio: 'ignore' });
    const spki = execFileSync('bash', ['-c', 'openssl x509 -in "$0" -noout -pubkey | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary | base64', certificate], { encoding: 'utf8' }).trim();
    const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate), ALPNProtocols: ['http/1.1'] }, (near) => {
        const far = connect(port, '127.0.0.1');
        far.setNoDelay(true);
        near.pipe(far).pipe(near);
        near.on('error', () => far.destroy());
        far.on('error', () => near.destroy());
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { server, port: server.address().port, spki };
}

/** Before the page's own scripts: when the first picture is on the screen, by the page's clock, which begins with the opening. */
function watchPicture() {
    document.addEventListener('readystatechange', () => {
        if (window.watching || !document.querySelector('video')) return;
        window.watching = true;
        document.querySelector('video').requestVideoFrameCallback((now, frame) => { window.firstPictureMs = frame.presentationTime; });
    });
}

/** One opening: {pictureMs, bytes, requests}. */
async function openOnce(browser, url) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'lv-LV' });
    try {
        const page = await context.newPage();
        const wire = await context.newCDPSession(page);
        const requests = new Map();
        wire.on('Network.requestWillBeSent', ({ requestId, request }) => requests.set(requestId, { url: request.url, bytes: 0 }));
        wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => { if (requests.has(requestId)) requests.get(requestId).bytes = encodedDataLength; });
        await wire.send('Network.enable');
        await page.addInitScript(watchPicture);
        await page.goto(url, { waitUntil: 'commit' });
        await page.waitForFunction(() => window.firstPictureMs, null, { timeout: 30000 });
        const pictureMs = await page.evaluate(() => window.firstPictureMs);
        await page.waitForFunction(() => document.querySelectorAll('#products li').length > 0, null, { timeout: 30000 });
        await pause(300);
        const timings = await page.evaluate(() => performance.getEntries().filter((one) => one.responseEnd || one.entryType === 'paint')
            .map((one) => ({ name: one.name, start: Math.round(one.startTime), end: Math.round(one.responseEnd ?? one.startTime) })));
        return { pictureMs, requests: [...requests.values()], timings };
    } finally {
        await context.close();
    }
}

async function measure(browser, url, name, { aimMs }) {
    const waits = [];
    let last;
    for (let round = 0; round < rounds; round++) {
        last = await openOnce(browser, url);
        waits.push(last.pictureMs);
    }
    const pictures = /\/assets\//;
    const weight = last.requests.filter((one) => one.url.startsWith('http') && !pictures.test(one.url)).reduce((sum, one) => sum + one.bytes, 0);
    if (words.includes('--waterfall')) for (const one of last.timings) console.log('# ' + String(one.start).padStart(6) + String(one.end).padStart(6) + '  ' + one.name.replace(url, '/'));
    console.log('# ' + name + ': ' + waits.map((one) => Math.round(one)).join(' ') + ' ms, ' + last.requests.length + ' requests');
    const median = quantile(waits, 0.5);
    say('page first picture, ' + name, median, 'ms');
    say('page first picture, ' + name + ', slowest of ' + rounds, Math.max(...waits), 'ms');
    if (median > aimMs) console.log('# aim: ≤ ' + aimMs + ' ms');
    return weight;
}

const { path, remove } = folder();
let studio, tls, browser;
try {
    studio = given ? null : await startStudio(path, 'test:');
    tls = await startTls(path, Number(new URL(given ?? studio.url).port));
    browser = await chromium.launch({ executablePath: process.env.VITRINA_CHROMIUM ?? '/usr/bin/chromium', headless: false,
        args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
            '--disable-sync', '--disable-default-apps', '--mute-audio', '--ignore-certificate-errors-spki-list=' + tls.spki] });
    let weight = 0;
    for (const [name, profile] of Object.entries(profiles)) {
        const line = await new Line({ to: tls.port, ...profile }).start();
        const url = 'https://127.0.0.1:' + line.port + '/';
        try {
            await openOnce(browser, url); // the browser's own first time, not the page's
            weight = await measure(browser, url, name, profile);
        } finally {
            await line.stop();
        }
    }
    say('page on the wire, without video and product pictures', weight / 1024, 'KiB');
} finally {
    await browser?.close();
    tls?.server.close();
    await studio?.child.stop();
    remove();
}
