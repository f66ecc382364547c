// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Opens the page at the address given, by TLS with the one key trusted, buys a towel with the page's own session and
// prints the order's number.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const profile = mkdtempSync(join(tmpdir(), 'vitrina-chromium-'));
const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.VITRINA_CHROMIUM ?? '/usr/bin/chromium', headless: false, viewport: { width: 390, height: 844 },
    args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--ignore-certificate-errors-spki-list=' + process.env.VITRINA_KEY],
});
try {
    const page = await context.newPage();
    await page.goto(process.argv[2]);
    await page.waitForFunction(() => document.querySelectorAll('#products li').length >= 4 && localStorage.getItem('vitrina.token'));
    if (!await page.evaluate(() => window.isSecureContext)) throw new Error('not a secure context');
    const answer = await page.evaluate(async () => {
        const shown = await (await fetch('/api/show')).json();
        const { sku, price } = shown.products.find((found) => found.id === 'towel').variants[0];
        const reply = await fetch('/api/orders', {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', Authorization: 'Bearer ' + localStorage.getItem('vitrina.token') },
            body: JSON.stringify({ key: 'paired-purchase-1', name: 'Anna Kalniņa', contact: '+371 2000 0000', lines: [{ sku, quantity: 1, price }], mediaMs: -1 }),
        });
        return { status: reply.status, ...await reply.json() };
    });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer));
    console.log(answer.number);
} finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
}
