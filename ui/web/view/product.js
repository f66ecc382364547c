// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One product: its variants as a radio group, pieces, and the way to the order.

import { closedBecause, findProduct, findVariant, isGone, maxPieces } from '../core/state.js';
import { icon } from './icons.js';
import { make, picture, pill } from './dom.js';
import { showLang, stockPill } from './shelf.js';

export function drawProduct(panel) {
    const { page, choice } = panel;
    const product = findProduct(page.state, choice.product);
    if (!product) return [head(panel, page.words('error_unknown_sku'))];
    const variant = findVariant(page.state, choice.sku)?.variant ?? product.variants[0];
    return [
        head(panel, product.name, true),
        make('div', { class: 'panel-body' }, top(page, product, variant), variants(panel, product)),
        variant ? footer(panel, variant) : null,
    ].filter(Boolean);
}

function head(panel, name, shown = false) {
    const { words } = panel.page;
    return make('header', { class: 'panel-head' },
        make('h2', { id: 'panelTitle', tabindex: '-1', class: shown ? 'vh' : '', lang: showLang(panel.page) }, name),
        make('button', { type: 'button', class: 'rb close', id: 'panelClose', 'aria-label': words('close'), onclick: () => panel.close() }, icon('x')));
}

function top(page, product, variant) {
    const { words, figures } = page;
    const sold = variant && isGone(variant);
    return make('div', { class: 'head' }, picture(product, 132),
        make('div', {},
            product.code && make('p', { class: 'kind num' }, words('code', { code: product.code })),
            make('p', { class: 'name', 'aria-hidden': 'true', lang: showLang(page) }, product.name),
            variant && !sold && make('p', { class: 'pr num' }, make('span', { class: 'price' }, figures.money(variant.price)), make('small', {}, words('with_vat'))),
            make('p', { class: 'row' }, variant && stockPill(page, variant), closedBecause(page.state) && pill('n', words(closedBecause(page.state))))),
        product.description && make('p', { class: 'description', lang: showLang(page) }, product.description));
}

function variants(panel, product) {
    const { page, choice } = panel;
    if (product.variants.length < 2) return null;
    const { words, figures } = page;
    return make('fieldset', { class: 'variants' }, make('legend', {}, words('choose')),
        make('div', { class: 'opts' }, ...product.variants.map((variant, index) => {
            const out = isGone(variant);
            const radio = make('input', { type: 'radio', name: 'variant', value: variant.sku, id: 'variant' + index, checked: variant.sku === choice.sku, disabled: out });
            radio.addEventListener('change', () => {
                choice.sku = variant.sku;
                choice.quantity = 1;
                panel.draw();
            });
            return make('label', { class: out ? 'out' : '' }, radio,
                make('span', {}, make('b', { lang: showLang(page) }, variant.label || variant.sku),
                    make('small', { class: 'num' }, variant.word === 'available' ? figures.money(variant.price) : words(variant.word))));
        })));
}

/** The most that can be asked for now. The server has the last word. */
export function most(page, variant) {
    return page.certain ? Math.max(1, Math.min(maxPieces, variant.available)) : maxPieces;
}

export function stepper(panel, variant) {
    const { page, choice } = panel;
    const { words, figures } = page;
    const highest = most(page, variant);
    choice.quantity = Math.min(choice.quantity, highest);
    const step = (by) => () => {
        choice.quantity = Math.min(highest, Math.max(1, choice.quantity + by));
        panel.draw();
    };
    return make('div', { class: 'step', role: 'group', 'aria-label': words('quantity') },
        make('button', { type: 'button', id: 'fewer', 'aria-label': words('fewer'), disabled: choice.quantity <= 1, onclick: step(-1) }, icon('minus')),
        make('output', { class: 'num', id: 'quantity', 'aria-live': 'polite' }, figures.count(choice.quantity)),
        make('button', { type: 'button', id: 'more', 'aria-label': words('more'), disabled: choice.quantity >= highest, onclick: step(1) }, icon('plus')));
}

function footer(panel, variant) {
    const { page, choice } = panel;
    const { words, figures } = page;
    if (closedBecause(page.state)) return reason(panel, closedBecause(page.state));
    if (isGone(variant)) return reason(panel, variant.word);
    if (variant.word === 'all_in_checkouts') return reason(panel, 'all_in_checkouts_more');
    return make('footer', { class: 'cta' }, stepper(panel, variant),
        make('button', { type: 'button', class: 'btn', id: 'buy', onclick: () => panel.openOrder() },
            words('buy_for', { price: figures.money(variant.price * choice.quantity) })));
}

function reason(panel, key) {
    return make('footer', { class: 'cta' }, make('p', { class: 'reason' }, panel.page.words(key)));
}
