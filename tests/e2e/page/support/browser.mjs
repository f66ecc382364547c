// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Debian's Chromium as a viewer: a fresh profile, no calls of its own, and a record of everything it asked for.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

export async function openBrowser() {
    const profile = mkdtempSync(join(tmpdir(), 'vitrina-chromium-'));
    const context = await chromium.launchPersistentContext(profile, {
        executablePath: process.env.VITRINA_CHROMIUM ?? '/usr/bin/chromium', headless: false, viewport: { width: 390, height: 844 },
        args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
            '--disable-component-update', '--disable-sync', '--disable-default-apps', '--no-default-browser-check', '--mute-audio'],
    });
    const browser = context.browser();
    return {
        context,
        /** A page of its own storage would need a context; the tests clear storage instead, which is quicker. */
        async page({ width = 390, height = 844, language = 'en', dark = false, reduced = true } = {}) {
            const page = await context.newPage();
            const record = { requests: [], console: [], errors: [] };
            page.on('request', (request) => record.requests.push(request.url()));
            page.on('websocket', (socket) => record.requests.push(socket.url()));
            page.on('console', (line) => {
                if (['error', 'warning'].includes(line.type())) record.console.push(line.text());
            });
            page.on('pageerror', (error) => record.errors.push(error.message));
            await page.setViewportSize({ width, height });
            await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: reduced ? 'reduce' : 'no-preference' });
            await page.addInitScript((wanted) => {
                // Once for this tab: a reload must find what the page itself has kept.
                if (sessionStorage.getItem('prepared')) return;
                localStorage.clear();
                localStorage.setItem('vitrina.language', wanted);
                sessionStorage.setItem('prepared', 'yes');
            }, language);
            page.record = record;
            return page;
        },
        async close() {
            await context.close();
            await browser?.close();
            rmSync(profile, { recursive: true, force: true });
        },
    };
}

/** Waits for a condition in this process; never a sleep of fixed length. */
export async function until(condition, what, withinMs = 8000) {
    const end = Date.now() + withinMs;
    for (;;) {
        const value = await condition();
        if (value) return value;
        if (Date.now() > end) throw new Error('not within ' + withinMs + ' ms: ' + what);
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
}

export const text = (page, selector) => page.locator(selector).first().innerText();
