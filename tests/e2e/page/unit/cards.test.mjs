// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { holdsCardNumber } from '../../../../ui/web/core/cards.js';

test('page and server know the same card numbers', () => {
    const table = readFileSync(new URL('../../../audience/TextTest.cpp', import.meta.url), 'utf8').split('void knowsCardNumbers()')[0].split('void knowsCardNumbers_data()')[1];
    const rows = [...table.matchAll(/newRow\("([^"]+)"\) << QByteArray\("([^"]*)"\) << (true|false)/g)];
    assert.ok(rows.length > 20, rows.length + ' rows');
    for (const [, name, text, card] of rows) assert.equal(holdsCardNumber(text), card === 'true', name);
});
