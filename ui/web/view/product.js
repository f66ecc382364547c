// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One product: its variants as a radio group, pieces, and the way into the cart or to the shop's own checkout. A
// bundle is looked at the same way.

import { bundleParts, bundlePrice, bundleStock, bundlesWith, findOffer, mostBundles, mostOf } from '../core/offers.js';
import { closedBecause, findProduct, findVariant, isGone } from '../core/state.js';
import { handOverHost, handOverLink, handsOver } from '../core/terms.js';
import { goodsLine, partHead, stepper } from './frame.js';
import { icon } from './icons.js';
import { make, picture, pill } from './dom.js';
import { flashPills, reduced, vatWords } from './prices.js';
import { bundleName, showLang, stockPill } from './shelf.js';

export function drawProduct(panel) {
    const { page, choice } = panel;
    const product = findProduct(page.state, choice.product);
    if (!product) return [partHead(panel, page.words('error_unknown_sku'))];
    const variant = findVariant(page.state, choice.sku)?.variant ?? product.variants[0];
    return [
        partHead(panel, product.name, true),
        make('div', { class: 'panel-body' }, top(page, product, variant), variants(panel, product), together(panel, variant)),
        variant ? footer(panel, variant) : null,
    ].filter(Boolean);
}

function top(page, product, variant) {
    const { words, figures } = page;
    const sold = variant && isGone(variant);
    return make('div', { class: 'head' }, picture(product, 132),
        make('div', {},
            product.code && make('p', { class: 'kind num' }, words('code', { code: product.code })),
            make('p', { class: 'name', 'aria-hidden': 'true', lang: showLang(page) }, product.name),
            variant && !sold && priceLine(page, figures.money(variant.price), reduced(page, variant))),
        make('p', { class: 'row' }, variant && stockPill(page, variant), ...(variant && !sold ? flashPills(page, variant.sku) : []),
            product.collectionOnly && pill('n', words('collection_only'), 'store'), closedBecause(page.state) && pill('n', words(closedBecause(page.state)))),
        product.description && make('p', { class: 'description', lang: showLang(page) }, product.description));
}

/** The price, the chip beside it, and below it what it was and that the tax is in it. */
function priceLine(page, price, cut) {
    const vat = vatWords(page);
    return make('div', {}, make('p', { class: 'pr num' }, make('span', { class: 'price' }, price), cut ? cut.chip : make('small', {}, vat)),
        cut && make('p', { class: 'kind' }, cut.was, vat && ' · ' + vat));
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

/** The bundles this variant is part of, a line each. */
function together(panel, variant) {
    const { page } = panel;
    const found = variant && !handsOver(page.state.terms) ? bundlesWith(page.state, variant.sku) : [];
    if (found.length === 0) return null;
    return make('div', { class: 'together' }, ...found.map((offer) => make('button', { type: 'button', class: 'act', id: 'bundle-' + offer.id, onclick: () => panel.openBundle(offer.id) },
        icon('box'), make('span', {}, make('b', {}, page.words('bundle_for', { price: page.figures.money(bundlePrice(offer)) })),
            make('small', { lang: showLang(page) }, bundleName(page, offer))), icon('right'))));
}

function footer(panel, variant) {
    const { page, choice } = panel;
    const { words, figures } = page;
    if (closedBecause(page.state)) return reason(panel, words(closedBecause(page.state)));
    if (isGone(variant)) return reason(panel, words(variant.word));
    if (variant.word === 'all_in_checkouts') return reason(panel, words('all_in_checkouts_more'));
    const highest = mostOf(page.state, variant, page.certain);
    choice.quantity = Math.min(choice.quantity, highest);
    const counter = stepper(page, { value: choice.quantity, highest, set: (n) => { choice.quantity = n; panel.draw(); } });
    if (handsOver(page.state.terms)) return handOver(panel, variant, counter);
    return make('footer', { class: 'cta' }, counter,
        make('button', { type: 'button', class: 'btn', id: 'buy', onclick: () => panel.buy() }, words('buy_for', { price: figures.money(variant.price * choice.quantity) })));
}

/** The shop has a checkout of its own: a plain link there, in a tab of its own. Nothing is reserved here. */
function handOver(panel, variant, counter) {
    const { page, choice } = panel;
    const { words } = page;
    const href = handOverLink(page.state.terms, variant, choice.quantity);
    if (!href) return reason(panel, words('not_here'));
    return make('footer', { class: 'cta' }, counter,
        make('a', { class: 'btn', id: 'handOver', href, target: '_blank', rel: 'noopener noreferrer' }, words('buy_at', { shop: handOverHost(page.state.terms) }), icon('out')),
        make('p', { class: 'under' }, words('hand_over_more')));
}

function reason(panel, text) {
    return make('footer', { class: 'cta' }, make('p', { class: 'reason' }, text));
}

export function drawBundle(panel) {
    const { page, choice } = panel;
    const { words, figures } = page;
    const offer = findOffer(page.state, choice.offer);
    const parts = offer && bundleParts(page.state, offer);
    if (!parts) return [partHead(panel, words('bundle')), make('div', { class: 'panel-body' }), reason(panel, words('error_offer_over'))];
    const stock = bundleStock(page.state, offer);
    const highest = mostBundles(page.state, offer, page.certain);
    choice.quantity = Math.min(choice.quantity, highest);
    return [
        partHead(panel, words('bundle') + ': ' + bundleName(page, offer), true),
        make('div', { class: 'panel-body' },
            make('div', { class: 'head plain-head' }, make('div', {}, make('p', { class: 'kind' }, words('bundle')),
                make('p', { class: 'name', 'aria-hidden': 'true', lang: showLang(page) }, bundleName(page, offer)),
                make('p', { class: 'pr num' }, make('span', { class: 'price' }, figures.money(bundlePrice(offer))), make('small', {}, vatWords(page)))),
            make('p', { class: 'row' }, stockPill(page, stock), offer.perBuyer > 0 && pill('n', words('per_buyer', { n: offer.perBuyer })))),
            make('section', { class: 'card', 'aria-label': words('goods') }, ...parts.map(({ product, variant, quantity, price }) => goodsLine(page, {
                product, name: product.name, detail: [variant.label, words('pieces', { n: quantity })].filter(Boolean).join(' · '), price: figures.money(price * quantity) })))),
        closedBecause(page.state) ? reason(panel, words(closedBecause(page.state)))
            : stock.word !== 'available' ? reason(panel, words(stock.word))
                : make('footer', { class: 'cta' }, stepper(page, { value: choice.quantity, highest, set: (n) => { choice.quantity = n; panel.draw(); } }),
                    make('button', { type: 'button', class: 'btn', id: 'buy', onclick: () => panel.buyBundle() }, words('buy_for', { price: figures.money(bundlePrice(offer) * choice.quantity) }))),
    ];
}
