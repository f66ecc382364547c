// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Prices and what is said beside them: "was" and "−n %" from the price ledger's fields only, a flash price's end from
// the server's clock. All but the price itself leaves while the line to the server is not certain.

import { clockText, stillMs } from '../core/countdown.js';
import { flashOf } from '../core/offers.js';
import { icon } from './icons.js';
import { make, pill } from './dom.js';

const mark = '\u0000';
/** A sentence in which one value is an element: around it the words as they stand. */
export function around(sentence, element) {
    const [before, after] = sentence.split(mark);
    return [before, element, after].filter((part) => part !== '' && part !== undefined);
}
export const hole = mark;

/** "incl. VAT"; nothing for a seller who is not registered for it. */
export function vatWords(page) {
    const { trader } = page.state.terms ?? {};
    return trader && !trader.vatNumber ? '' : page.words('with_vat');
}

const mayBeSaid = (page, variant) => page.certain && variant.was > variant.price;
const chip = (page, variant) => variant.percent > 0 && make('span', { class: 'pill off num' }, page.words('percent_off', { n: variant.percent }));

/** {chip, was}: "−21 %" and what it is counted from, in a sentence; null: nothing may be said */
export function reduced(page, variant) {
    if (!mayBeSaid(page, variant)) return null;
    const was = make('s', {}, page.figures.money(variant.was));
    return { chip: chip(page, variant), was: make('span', { class: 'was num' }, ...around(page.words('was_price', { was: mark }), was)) };
}

/** The same on the card: the old price beside the new one, the words below. */
export function reducedShort(page, variant) {
    if (!mayBeSaid(page, variant)) return null;
    const was = page.figures.money(variant.was);
    return { beside: [' ', make('s', { class: 'num' }, was), ' ', chip(page, variant)].filter(Boolean), below: page.words('was_short', { was }) };
}

/** A figure that runs down to `until`; main.js ticks it. It is no live region: the minute and the end are spoken. */
export function countdown(page, until, id, say) {
    return make('span', { role: 'timer', class: 'num', 'data-until': String(until), 'data-timer': id, 'data-says': say }, clockText(until - page.now()));
}

/** The pills of a flash price: its end, what is left of it, how many one buyer may have. */
export function flashPills(page, sku, { limits = true } = {}) {
    const { words, figures } = page;
    const offer = flashOf(page.state, sku);
    if (!offer) return endedPill(page, sku);
    if (!page.certain) return [];
    const pills = [];
    if (offer.ends > 0 && offer.ends > page.now())
        pills.push(make('span', { class: 'pill n' }, icon('clock'), make('span', {}, ...around(words('flash_for', { time: mark }), countdown(page, offer.ends, 'offer:' + offer.id, 'flash')))));
    else pills.push(pill('n', words(offer.ends > 0 ? 'flash_ended' : 'flash'), 'clock'));
    if (typeof offer.left === 'number') pills.push(pill('low', words('left_at_price', { n: offer.left }).replace(String(offer.left), figures.count(offer.left)), 'low'));
    if (limits && offer.perBuyer > 0) pills.push(pill('n', words('per_buyer', { n: offer.perBuyer })));
    return pills;
}

/** Stays for a moment after the end, so that nothing moves just then. */
function endedPill(page, sku) {
    const ended = page.flashEnded.get(sku);
    return ended !== undefined && page.now() - ended < stillMs ? [pill('n', page.words('flash_ended'), 'clock')] : [];
}
