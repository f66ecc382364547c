// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { chooseLanguage, createWords, languages } from '../../../../ui/web/core/words.js';
import en from '../../../../ui/web/words/en.js';
import lv from '../../../../ui/web/words/lv.js';

/** The same in both on purpose: nothing but names and values, and a word that is the same in both languages. */
const same = new Set(['page_title', 'percent_off', 'variants']);
const web = new URL('../../../../ui/web/', import.meta.url);
const forms = (value) => (typeof value === 'object' ? Object.values(value) : [value]);
const names = (value) => [...new Set(forms(value).join(' ').match(/\{\w+\}/g) ?? [])].sort();

test('English and Latvian have the same sentences with the same values in them', () => {
    assert.deepEqual(Object.keys(lv).sort(), Object.keys(en).sort());
    for (const key of Object.keys(en)) assert.deepEqual(names(lv[key]), names(en[key]), key);
});

test('no Latvian sentence is English left standing', () => {
    const shared = Object.keys(en).filter((key) => forms(lv[key]).some((form) => forms(en[key]).includes(form)));
    assert.deepEqual(shared.sort(), [...same].sort());
});

test('every plural has the forms its language needs', () => {
    for (const [language, list] of [['en', en], ['lv', lv]]) {
        const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
        for (const [key, value] of Object.entries(list))
            if (typeof value === 'object') for (const form of needed) assert.ok(value[form], language + ' ' + key + ' ' + form);
    }
});

test('no sentence is missing and none is left over', () => {
    const files = ['', 'core/', 'view/'].flatMap((folder) => readdirSync(new URL(folder, web)).filter((name) => /\.(js|html)$/.test(name)).map((name) => folder + name));
    const source = files.map((name) => readFileSync(new URL(name, web), 'utf8')).join('\n');
    const built = ['pill_', 'slate_', 'chat_', 'gap_', 'state_', 'step_', 'pay_'];
    for (const key of Object.keys(en)) {
        const made = built.some((start) => key.startsWith(start)) && source.includes("'" + built.find((start) => key.startsWith(start)) + "'");
        assert.ok(made || source.includes("'" + key + "'") || source.includes('"' + key + '"'), 'nobody says ' + key);
    }
    for (const [, key] of source.matchAll(/words\('([a-z_]+)'/g)) assert.ok(key.endsWith('_') || en[key], 'no words for ' + key);
    for (const [, key] of source.matchAll(/data-wl?="([a-z_]+)"/g)) assert.ok(en[key], 'no words for ' + key);
});

test('the exact words the law and the design ask for', () => {
    assert.equal(en.place_order, 'Order with obligation to pay');
    assert.equal(lv.place_order, 'Pasūtīt ar pienākumu maksāt');
    const english = createWords('en', en), latvian = createWords('lv', lv);
    assert.equal(english('only_left', { n: 3 }), 'Only 3 left');
    assert.deepEqual([1, 3, 10, 21].map((n) => latvian('only_left', { n })), ['Atlicis 1', 'Atlikuši 3', 'Atlikuši 10', 'Atlicis 21']);
    assert.equal(latvian('buy_for', { price: '18,90 €' }), 'Pirkt · 18,90 €');
});

test('the switch wins over the browser, the browser over the show', () => {
    assert.deepEqual(languages, ['en', 'lv']);
    assert.equal(chooseLanguage('lv', ['en-US'], 'en'), 'lv');
    assert.equal(chooseLanguage(null, ['de-DE', 'lv'], 'en'), 'lv');
    assert.equal(chooseLanguage(null, ['de-DE'], 'lv-LV'), 'lv');
    assert.equal(chooseLanguage('xx', [], ''), 'en');
});

test('a value is put in as it is, and a missing sentence is a fault', () => {
    const words = createWords('en', { hello: 'Hello {name}' });
    assert.equal(words('hello', { name: '<b>{name}</b>' }), 'Hello <b>{name}</b>');
    assert.throws(() => words('nothing'));
});

test('every module is asked for at once, not one behind the other', () => {
    const modules = ['', 'core/', 'view/'].flatMap((folder) => readdirSync(new URL(folder, web)).filter((name) => name.endsWith('.js') && name !== 'main.js').map((name) => folder + name));
    const asked = [...readFileSync(new URL('index.html', web), 'utf8').matchAll(/modulepreload" href="\/app\/([^"]+)"/g)].map(([, name]) => name);
    assert.deepEqual(asked.sort(), modules.sort());
});
