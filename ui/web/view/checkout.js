// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The order: what, for whom, how much, from whom, and one button that says it obliges to pay (2011/83/EU art. 8(2)).

import { faultsOf, refusalWords } from '../core/order.js';
import { closedBecause, findVariant, isGone } from '../core/state.js';
import { icon } from './icons.js';
import { make, picture, pill } from './dom.js';
import { showLang, stockPill } from './shelf.js';
import { most, stepper } from './product.js';

export function drawOrder(panel) {
    const { page, choice } = panel;
    const found = findVariant(page.state, choice.sku);
    const { words } = page;
    if (!found) {
        // The show's products have not come yet (an order kept over a reload), or the product has left the show.
        return [head(panel, words('order')), make('div', { class: 'panel-body' }, notice(panel, null))];
    }
    return [
        head(panel, words('order')),
        make('div', { class: 'panel-body' }, notice(panel, found), goods(panel, found), contact(panel), seller(page)),
        pay(panel, found),
    ];
}

function head(panel, title) {
    const { words } = panel.page;
    return make('header', { class: 'panel-head top' },
        make('button', { type: 'button', class: 'plain', id: 'panelBack', 'aria-label': words('back_to_show'), onclick: () => panel.back() }, icon('left')),
        make('div', {}, make('h2', { id: 'panelTitle', tabindex: '-1' }, title), make('p', {}, words('order_intro'))),
        make('button', { type: 'button', class: 'mini', 'aria-label': words('back_to_show'), onclick: () => panel.close() }));
}

/** What the last press came to, where it did not end in a number. */
function notice(panel, found) {
    const { page, desk } = panel;
    const { words, figures } = page;
    if (desk.step === 'waiting') return make('p', { class: 'notice info', 'data-say': true }, icon('wifioff'), make('span', {}, words('order_waits')));
    if (desk.step === 'sending') return null;
    const refusal = desk.refusal;
    if (!refusal) return null;
    if (desk.step === 'later') return later(panel, refusal);
    const values = {};
    let key = refusalWords(refusal.error);
    if (refusal.error === 'price_changed' && found) Object.assign(values, { old: figures.money(refusal.oldPrice), new: figures.money(refusal.price ?? found.variant.price) });
    if (refusal.error === 'sold_out' && refusal.available > 0) {
        key = 'error_only_some';
        values.n = refusal.available;
    }
    const kind = refusal.error === 'price_changed' ? 'low' : 'bad';
    return make('p', { class: 'notice ' + kind, 'data-say': true }, icon('alert'), make('span', { class: 'num' }, words(key, values)));
}

/** Busy or limited: the wait is counted down silently; a timer is no live region. */
function later(panel, refusal) {
    const left = Math.ceil((panel.desk.untilMs - Date.now()) / 1000);
    if (left <= 0) return null;
    const key = refusalWords(refusal.error);
    const text = panel.page.words(key, { s: left });
    return make('p', { class: 'notice low', 'data-say': true }, icon('clock'),
        make('span', { role: 'timer', class: 'num', id: 'retryTimer', 'data-words': panel.page.words(key, { s: '{s}' }) }, text));
}

function goods(panel, { product, variant }) {
    const { page, choice, desk } = panel;
    const { words, figures } = page;
    const label = [variant.label, words('each', { price: figures.money(variant.price) })].filter(Boolean).join(' · ');
    return make('section', { class: 'card', 'aria-label': words('goods') },
        make('div', { class: 'line' }, picture(product, 58),
            make('b', { lang: showLang(page) }, product.name),
            make('span', { class: 'price num' }, figures.money(variant.price * choice.quantity)),
            make('small', { class: 'num' }, label)),
        make('div', { class: 'line-more' }, desk.open ? make('p', { class: 'num' }, words('pieces', { n: choice.quantity })) : stepper(panel, variant),
            stockPill(page, variant)));
}

function contact(panel) {
    const { page, form, desk } = panel;
    const { words } = page;
    const field = (id, label, value, attributes, fault) => {
        const input = make('input', { class: 't', type: 'text', id, value, disabled: desk.open, 'aria-invalid': fault ? 'true' : undefined,
            'aria-describedby': fault ? id + 'Fault' : id === 'contactField' ? 'contactHint' : undefined, required: true, maxlength: '80', ...attributes });
        input.addEventListener('input', () => { form[id === 'contactField' ? 'contact' : 'name'] = input.value; });
        return make('div', { class: 'field' }, make('label', { for: id }, words(label)), input,
            fault && make('p', { class: 'fault', id: id + 'Fault' }, icon('alert'), words(fault)));
    };
    return make('section', { class: 'card', 'aria-labelledby': 'contactTitle' }, make('h3', { id: 'contactTitle' }, words('contact')),
        field('nameField', 'name', form.name, { autocomplete: 'name' }, form.faults.includes('name') && 'need_name'),
        field('contactField', 'contact_field', form.contact, { maxlength: '254', autocomplete: 'email', autocapitalize: 'none', spellcheck: 'false' },
            form.faults.includes('contact') && 'need_contact'),
        make('p', { class: 'hint', id: 'contactHint' }, words('contact_hint', { shop: page.state.show?.shop ?? '' })));
}

function seller(page) {
    const { words } = page;
    return make('section', { class: 'card fine', 'aria-labelledby': 'sellerTitle' }, make('h3', { id: 'sellerTitle' }, words('seller')),
        make('p', {}, make('b', { lang: showLang(page) }, page.state.show?.shop ?? '')), make('p', {}, words('seller_more')));
}

function blockedBy(page, variant) {
    if (closedBecause(page.state)) return closedBecause(page.state);
    if (isGone(variant)) return variant.word;
    if (variant.word === 'all_in_checkouts') return 'all_in_checkouts';
    return '';
}

function pay(panel, { variant }) {
    const { page, choice, desk } = panel;
    const { words, figures } = page;
    const reason = desk.open ? '' : blockedBy(page, variant);
    const waits = desk.step === 'later' && Date.now() < desk.untilMs;
    const button = make('button', { type: 'button', class: 'btn', id: 'placeOrder', disabled: Boolean(reason) || desk.open || waits, onclick: () => place(panel, variant) },
        words('place_order'));
    return make('footer', { class: 'pay' },
        make('p', { class: 's num' }, make('span', {}, words('to_pay_vat', { pieces: words('pieces', { n: choice.quantity }) })),
            make('b', { id: 'total' }, figures.money(variant.price * choice.quantity))),
        button,
        make('p', { class: 'under', id: 'orderState' }, desk.step === 'sending' ? words('sending_order') : reason ? words(reason) : ''));
}

function place(panel, variant) {
    const { page, form, choice, desk } = panel;
    form.faults = faultsOf(form);
    if (form.faults.length > 0) {
        panel.draw();
        document.getElementById(form.faults[0] === 'name' ? 'nameField' : 'contactField')?.focus();
        return;
    }
    choice.quantity = Math.min(choice.quantity, most(page, variant));
    desk.place({ sku: variant.sku, quantity: choice.quantity, price: variant.price, name: form.name.trim(), contact: form.contact.trim(), mediaMs: page.mediaMs() });
}

export function drawDone(panel) {
    const { page, desk, form } = panel;
    const { words, figures } = page;
    const shop = page.state.show?.shop ?? '';
    return [
        make('div', { class: 'panel-body done' }, pill('ok', words('order'), 'check'),
            make('h2', { id: 'panelTitle', tabindex: '-1' }, words('thanks')),
            make('p', { class: 'hint' }, words('order_number')),
            make('p', { class: 'number num', id: 'orderNumber' }, desk.number),
            make('p', { class: 'num' }, words('to_pay') + ': ', make('b', { id: 'orderTotal' }, figures.money(desk.total)), ', ' + words('with_vat')),
            make('p', {}, words('order_keep', { shop, contact: form.contact.trim() }))),
        make('footer', { class: 'pay' }, make('button', { type: 'button', class: 'btn', id: 'doneBack', onclick: () => panel.close() }, words('back_to_show'))),
    ];
}

export function drawUnsure(panel) {
    const { page } = panel;
    const { words } = page;
    return [
        head(panel, words('order')),
        make('div', { class: 'panel-body' }, make('p', { class: 'notice bad', 'data-say': true }, icon('alert'),
            make('span', {}, words('order_unsure', { shop: page.state.show?.shop ?? '' })))),
    ];
}
