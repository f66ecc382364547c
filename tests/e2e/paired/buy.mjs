// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A buyer at the address given, by TLS with the one key trusted: looks at the page (VITRINA_VIDEO: and at its video),
// clicks the first product through cart and checkout to an order and prints its number. VITRINA_PICTURES: a prefix of files for
// pictures of page, checkout and order page.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const profile = mkdtempSync(join(tmpdir(), 'vitrina-chromium-'));
const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.VITRINA_CHROMIUM ?? '/usr/bin/chromium', headless: false, viewport: { width: 390, height: 844 },
    args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--mute-audio',
        '--autoplay-policy=no-user-gesture-required', '--ignore-certificate-errors-spki-list=' + process.env.VITRINA_KEY],
});
const page = await context.newPage();
const errors = [];
page.on('pageerror', (error) => errors.push(error.message));
// The demo's studio has no pictures to send: what is missing for want of them is no fault.
page.on('console', (line) => line.type() === 'error' && !line.text().includes('404') && errors.push(line.text()));
const picture = (name) => process.env.VITRINA_PICTURES && page.screenshot({ path: process.env.VITRINA_PICTURES + name + '.png' });
try {
    await page.addInitScript(() => localStorage.setItem('vitrina.language', 'en'));
    await page.goto(process.argv[2]);
    await page.waitForFunction(() => document.querySelectorAll('#products li').length >= 4);
    if (!await page.evaluate(() => window.isSecureContext)) throw new Error('not a secure context');
    if (process.env.VITRINA_VIDEO) {
        await page.waitForFunction(() => document.getElementById('video').currentTime > 0 && document.getElementById('video').readyState >= 2, null, { timeout: 60_000 });
        const at = await page.evaluate(() => document.getElementById('video').currentTime);
        await page.waitForFunction((before) => document.getElementById('video').currentTime > before + 1, at, { timeout: 60_000 });
    }
    await picture('page');
    await page.locator('#products [data-key] button:enabled').first().click();
    await page.click('#buy');
    await page.click('#toCheckout');
    await page.waitForSelector('#placeOrder:enabled');
    await page.locator('input[name=way]:enabled').first().check();
    if (await page.locator('#addressField').count() > 0) await page.fill('#addressField', 'Liepājas iela 2, Kuldīga, LV-3301');
    await page.fill('#nameField', 'Anna Kalniņa');
    await page.fill('#contactField', '+371 2000 0000');
    await page.locator('input[name=payment]:enabled').first().check();
    await picture('checkout');
    await page.click('#placeOrder');
    await page.waitForSelector('#orderNumber');
    await page.waitForFunction(() => ['placed', 'review'].includes(document.querySelector('#orderState')?.dataset.state));
    await picture('order');
    if (errors.length > 0) throw new Error(errors.join('\n'));
    console.log((await page.locator('#orderNumber').innerText()).trim());
} finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
}
