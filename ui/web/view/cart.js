// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cart: what is wanted, at today's prices. It reserves nothing; its button does.

import { piecesOf, priceNews, rowsOf, totalOf } from '../core/cart.js';
import { takesWord } from '../core/offers.js';
import { checkoutOpen, closedBecause } from '../core/state.js';
import { errandNotice, field, fullHead, goodsLine, notice, stepper } from './frame.js';
import { icon } from './icons.js';
import { make } from './dom.js';
import { reduced } from './prices.js';

export function drawCart(panel) {
    const { page, cart, checkout } = panel;
    const { words } = page;
    const rows = rowsOf(page.state, cart, page.certain);
    const find = make('button', { type: 'button', class: 'link', id: 'cartFind', onclick: () => panel.openFind() }, words('find_order'));
    if (rows.length === 0) {
        return [fullHead(panel, words('cart')), make('div', { class: 'panel-body' }, make('p', { class: 'empty-cart' }, words('cart_empty')), find),
            make('footer', { class: 'pay' }, make('button', { type: 'button', class: 'btn', id: 'cartBack', onclick: () => panel.close() }, words('back_to_show')))];
    }
    const wrongWord = checkout.reserve.refusal?.error === 'wrong_word';
    return [
        fullHead(panel, words('cart'), words('cart_reserves_nothing')),
        make('div', { class: 'panel-body' },
            panel.cartFull && notice('low', 'alert', words('cart_full')),
            checkout.ended ? notice('low', 'clock', words('reserved_ended_more')) : null,
            wrongWord ? null : errandNotice(page, checkout.reserve, 'reserve_waits'),
            make('section', { class: 'card', 'aria-label': words('goods') }, ...rows.map((row, index) => line(panel, row, index))),
            takesWord(page.state) && word(panel, wrongWord), closedNote(page), find),
        pay(panel, rows),
    ];
}

/** Why the checkout is closed, as far as the seller has left things open. */
function closedNote(page) {
    const { state, words } = page;
    if (checkoutOpen(state)) return null;
    const known = ['trader_name', 'trader_register', 'trader_address', 'trader_contact', 'self_certification', 'delivery_ways', 'payment_ways', 'transfer_account', 'conditions', 'withdrawal'];
    const missing = state.gaps.filter((gap) => known.includes(gap));
    return make('div', { class: 'notice info', id: 'checkoutClosed' }, icon('alert'), make('div', {}, make('p', {}, words('checkout_closed')),
        missing.length > 0 && make('ul', { class: 'gaps' }, ...missing.map((gap) => make('li', {}, words('gap_' + gap))))));
}

function line(panel, row, index) {
    const { page, cart, checkout } = panel;
    const { words, figures } = page;
    const { entry, parts, each, fault } = row;
    const { product, variant } = parts[0];
    const locked = checkout.reserve.open;
    const several = entry.quantity > 1 ? words('each', { price: figures.money(each) }) : '';
    const detail = entry.offer ? words('bundle') : variant?.label;
    const cut = !fault && !entry.offer && variant ? reduced(page, variant) : null;
    return make('div', { class: 'cart-line', 'data-entry': entry.id },
        goodsLine(page, { product, name: entry.name, detail: [[detail, several].filter(Boolean).join(' · ')], price: fault ? '' : figures.money(each * entry.quantity) }),
        cut && make('p', { class: 'kind' }, cut.chip, ' ', cut.was),
        news(page, row),
        make('div', { class: 'line-more' },
            ['gone', 'offer_over', 'sold_out', 'stopped'].includes(fault) ? make('span', {})
                : stepper(page, { name: entry.name, value: entry.quantity, highest: row.most, suffix: String(index), disabled: locked, set: (n) => { cart.setQuantity(entry.id, n); panel.draw(); } }),
            make('button', { type: 'button', class: 'link', id: 'remove' + index, disabled: locked, 'aria-label': words('remove') + ': ' + entry.name,
                onclick: () => { cart.remove(entry.id); panel.draw(); } }, words('remove'))));
}

/** What has changed since it was put in, said before the button. */
function news(page, row) {
    const { words, figures } = page;
    const bad = { gone: 'error_unknown_sku', offer_over: 'error_offer_over', sold_out: 'sold_out', stopped: 'stopped' }[row.fault];
    if (bad) return make('p', { class: 'news bad' }, icon('no'), words(bad));
    if (row.fault === 'all_in_checkouts') return make('p', { class: 'news info' }, icon('bag'), words('all_in_checkouts') + '. ' + words('all_in_checkouts_more'));
    if (row.fault === 'only_some') return make('p', { class: 'news low num' }, icon('low'), words('only_left', { n: row.available }));
    if (row.fault === 'limited') return make('p', { class: 'news low num' }, icon('alert'), words('at_most', { n: row.most }));
    const changed = priceNews(page.state, row);
    if (!changed) return null;
    const values = { old: figures.money(row.old), new: figures.money(row.each) };
    return make('p', { class: 'news low num' }, icon('alert'), changed === 'flash_ended' ? words('flash_ended') + ': ' + values.old + ' → ' + values.new : words('price_changed', values));
}

function word(panel, wrong) {
    const { page, cart } = panel;
    const { words } = page;
    return make('section', { class: 'card', 'aria-label': words('coupon') },
        field(panel, 'couponField', { label: words('coupon'), value: cart.word, set: (text) => cart.setWord(text), maxlength: '60', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false',
            fault: wrong && words('error_wrong_word'), hint: words('coupon_hint') }));
}

function pay(panel, rows) {
    const { page, checkout } = panel;
    const { words, figures, state } = page;
    const blocked = rows.some((row) => row.fault);
    const closed = closedBecause(state);
    const reason = !checkoutOpen(state) ? words('checkout_closed_short') : closed ? words(closed) : blocked ? words('cart_blocked') : '';
    const busy = checkout.reserve.open || (checkout.reserve.step === 'later' && Date.now() < checkout.reserve.untilMs) || panel.still;
    return make('footer', { class: 'pay' },
        make('p', { class: 's num' }, make('span', {}, words('cart_sum', { pieces: words('pieces', { n: piecesOf(rows) }) })), make('b', { id: 'cartTotal' }, figures.money(totalOf(rows)))),
        make('button', { type: 'button', class: 'btn', id: 'toCheckout', disabled: Boolean(reason) || busy, onclick: () => panel.reserve() }, words(checkout.ended ? 'reserve_again' : 'to_checkout')),
        make('p', { class: 'under', id: 'cartState' }, checkout.reserve.step === 'sending' ? words('reserving') : reason || words('checkout_keeps', { n: Math.round((state.terms?.reserveMs ?? 600_000) / 60_000) })));
}

