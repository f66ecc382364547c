// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the panels have in common: heads, notices, lines, fields, the counter of pieces.

import { refusalWords } from '../core/order.js';
import { icon } from './icons.js';
import { make, picture } from './dom.js';
import { showLang } from './shelf.js';

/** Over a part of the page: a close button, and the name for screen readers or for all. */
export function partHead(panel, name, shown = false) {
    const { words } = panel.page;
    return make('header', { class: 'panel-head' },
        make('h2', { id: 'panelTitle', tabindex: '-1', class: shown ? 'vh' : '', lang: showLang(panel.page) }, name),
        make('button', { type: 'button', class: 'rb close', id: 'panelClose', 'aria-label': words('close'), onclick: () => panel.close() }, icon('x')));
}

/** Over the whole page of a phone: back, and the live picture, which leads to the show. */
export function fullHead(panel, title, sub, backTo = 'back_to_show') {
    const { words } = panel.page;
    return make('header', { class: 'panel-head top' },
        make('button', { type: 'button', class: 'plain', id: 'panelBack', 'aria-label': words(backTo), onclick: () => panel.back() }, icon('left')),
        make('div', {}, make('h2', { id: 'panelTitle', tabindex: '-1' }, title), sub && make('p', {}, sub)),
        make('button', { type: 'button', class: 'mini', 'aria-label': words('back_to_show'), onclick: () => panel.close() }));
}

export function notice(kind, iconName, text) {
    return make('p', { class: 'notice ' + kind, 'data-say': true }, icon(iconName), make('span', { class: 'num' }, text));
}

/** What an errand's last try came to, where it did not end well; null when there is nothing to say. waits: the words for a lost line. */
export function errandNotice(page, errand, waits, unknown = 'error_unknown') {
    const { words } = page;
    if (errand.step === 'waiting') return notice('info', 'wifioff', words(waits));
    if (errand.step === 'sending' || !errand.refusal) return null;
    if (errand.step === 'later') return retry(page, errand.refusal.error, errand.untilMs);
    return notice(errand.refusal.error === 'price_changed' ? 'low' : 'bad', 'alert', refusalText(page, errand.refusal, unknown));
}

/** Busy or limited: the wait is counted down silently; a timer is no live region. */
export function retry(page, error, untilMs) {
    const left = Math.ceil((untilMs - Date.now()) / 1000);
    if (left <= 0) return null;
    const key = refusalWords(error);
    return make('p', { class: 'notice low', 'data-say': true }, icon('clock'),
        make('span', { role: 'timer', class: 'num', 'data-retry': String(untilMs), 'data-words': page.words(key, { s: '{s}' }) }, page.words(key, { s: left })));
}

export function refusalText(page, refusal, unknown = 'error_unknown') {
    const { words, figures } = page;
    if (refusal.error === 'sold_out' && refusal.available > 0) return words('error_only_some', { n: refusal.available });
    if (refusal.error === 'price_changed' && typeof refusal.price === 'number' && typeof refusal.oldPrice === 'number')
        return words('error_price_changed', { old: figures.money(refusal.oldPrice), new: figures.money(refusal.price) });
    if (refusal.error === 'price_changed') return words('error_prices_changed');
    const key = refusalWords(refusal.error);
    return words(key === 'error_unknown' ? unknown : key, { s: '' });
}

/** One line of goods: picture, name, what of it, its price; more: what stands below. */
export function goodsLine(page, { product, name, detail, price, more }) {
    return make('div', { class: 'line' }, product ? picture(product, 58) : make('span', { class: 'tile' }),
        make('b', { lang: showLang(page) }, name),
        make('span', { class: 'price num' }, price),
        make('small', { class: 'num' }, ...[detail].flat()), more);
}

export function card(id, title, ...children) {
    return make('section', { class: 'card', 'aria-labelledby': id }, make('h3', { id }, title), ...children);
}

/** label, field and what is wrong with it. set(text): what was typed is kept over every redraw. */
export function field(panel, id, { label, value, set, fault, hint, tag = 'input', ...attributes }) {
    const described = [fault && id + 'Fault', hint && id + 'Hint'].filter(Boolean).join(' ');
    const type = tag === 'input' ? { type: 'text' } : {};
    const input = make(tag, { id, class: 't', ...type, 'aria-invalid': fault ? 'true' : null, 'aria-describedby': described || null, ...attributes });
    input.value = value;
    input.addEventListener('input', () => {
        input.removeAttribute('aria-invalid');
        document.getElementById(id + 'Fault')?.remove();
        set(input.value);
    });
    return make('div', { class: 'field' }, make('label', { for: id }, label), input,
        fault && faultLine(id + 'Fault', fault), hint && make('p', { class: 'hint', id: id + 'Hint' }, hint));
}

export const faultLine = (id, text) => make('p', { class: 'fault', id }, icon('alert'), text);

/** A counter of pieces; ids end in `suffix`, so that the focus is found again after a redraw. */
export function stepper(page, { name, value, highest, set, suffix = '', disabled = false }) {
    const { words, figures } = page;
    return make('div', { class: 'step', role: 'group', 'aria-label': words('quantity') + (name ? ': ' + name : '') },
        make('button', { type: 'button', id: 'fewer' + suffix, 'aria-label': words('fewer'), disabled: disabled || value <= 1, onclick: () => set(Math.max(1, Math.min(value - 1, highest))) }, icon('minus')),
        make('output', { class: 'num', id: 'quantity' + suffix, 'aria-live': 'polite' }, figures.count(value)),
        make('button', { type: 'button', id: 'more' + suffix, 'aria-label': words('more'), disabled: disabled || value >= highest, onclick: () => set(value + 1) }, icon('plus')));
}

/** The seller, as the law wants it named before the button; its texts fold out. */
export function sellerCard(panel) {
    const { page } = panel;
    const { words, state } = page;
    const { trader, conditions, withdrawal } = state.terms ?? {};
    const shop = state.show?.shop ?? '';
    if (!trader) return make('section', { class: 'card fine', 'aria-labelledby': 'sellerTitle' }, make('h3', { id: 'sellerTitle' }, words('seller')), make('p', {}, make('b', {}, shop)));
    const numbers = [trader.registerNumber && words('register_number', { n: trader.registerNumber }), trader.vatNumber && words('vat_number', { n: trader.vatNumber })].filter(Boolean);
    const foldOut = (id, title, text) => text && make('details', { id, open: panel.unfolded.has(id), ontoggle: (event) => panel.fold(id, event.target.open) },
        make('summary', {}, title), make('p', { class: 'long-text', lang: showLang(page) }, text));
    return make('section', { class: 'card fine', 'aria-labelledby': 'sellerTitle' }, make('h3', { id: 'sellerTitle' }, words('seller')),
        make('p', {}, make('b', {}, trader.name || shop), ...numbers.flatMap((one) => [', ', one])),
        trader.address && make('p', {}, trader.address),
        make('p', {}, trader.phone && make('a', { href: 'tel:' + trader.phone.replace(/[^\d+]/g, '') }, trader.phone), trader.phone && trader.email && ' · ',
            trader.email && make('a', { href: 'mailto:' + trader.email }, trader.email)),
        trader.selfCertified && make('p', {}, words('self_certified')),
        make('p', {}, words('no_card')),
        foldOut('conditions', words('conditions'), conditions), foldOut('withdrawal', words('withdrawal'), withdrawal));
}
