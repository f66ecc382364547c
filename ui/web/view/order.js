// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The order page: where an order stands, what it costs, what was written about it, and what its buyer can still do.
// Found again by number and contact.

import { stepsOf } from '../core/follow.js';
import { findVariant } from '../core/state.js';
import { vatByRate } from '../core/terms.js';
import { vatLines } from './checkout.js';
import { card, errandNotice, field, fullHead, goodsLine, notice, refusalText, retry, sellerCard } from './frame.js';
import { icon } from './icons.js';
import { make } from './dom.js';
import { showLang } from './shelf.js';

export function drawFind(panel) {
    const { page, follow, finder } = panel;
    const { words } = page;
    const limited = follow.fault !== '' && ['rate_limited', 'busy', 'on_hold'].includes(follow.fault) && Date.now() < follow.untilMs;
    return [
        fullHead(panel, words('find_order'), words('find_intro')),
        make('div', { class: 'panel-body' }, follow.fault && (limited ? retry(page, follow.fault, follow.untilMs)
            : ['rate_limited', 'busy', 'on_hold'].includes(follow.fault) ? null : notice('bad', 'alert', refusalText(page, { error: follow.fault }))),
        make('form', { class: 'card', id: 'findForm', onsubmit: (event) => { event.preventDefault(); panel.find(); } },
            field(panel, 'findNumber', { label: words('order_number'), value: finder.number, set: (text) => { finder.number = text; }, maxlength: '40', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false' }),
            field(panel, 'findContact', { label: words('find_contact'), value: finder.contact, set: (text) => { finder.contact = text; }, maxlength: '254', autocomplete: 'email', autocapitalize: 'none', spellcheck: 'false' }),
            make('button', { type: 'submit', class: 'btn wide', id: 'findGo', disabled: follow.finding || limited }, words(follow.finding ? 'finding' : 'find_go')))),
    ];
}

export function drawOrderPage(panel) {
    const { page, follow, form } = panel;
    const { words, figures } = page;
    const { order, letter } = follow;
    const first = form.name.trim().split(/\s+/)[0];
    const title = follow.fresh ? (first ? words('thanks_to', { name: first }) : words('thanks')) : words('order_title', { number: order.number });
    return [
        fullHead(panel, title, figures.moment(order.at)),
        make('div', { class: 'panel-body' },
            follow.fresh && make('div', { class: 'thanks' }, make('span', { class: 'sign-ok' }, icon('check')), make('div', {}, make('p', { class: 'hint' }, words('order_number')),
                make('p', { class: 'number num', id: 'orderNumber' }, String(order.number)), make('p', { class: 'hint' }, words('order_keep', { shop: page.state.show?.shop ?? '' })))),
            errandNotice(page, letter, 'letter_waits', 'error_letter'),
            letter.step === 'unsure' && notice('bad', 'alert', words('order_unsure', { shop: page.state.show?.shop ?? '' })),
            progress(panel), transfer(panel), notes(panel), help(panel), goods(panel), sellerCard(panel),
            make('button', { type: 'button', class: 'link', id: 'findOther', onclick: () => panel.openFind(true) }, words('find_other'))),
        make('footer', { class: 'pay' }, make('button', { type: 'button', class: 'btn', id: 'doneBack', onclick: () => panel.close() }, words('back_to_show'))),
    ];
}

function progress(panel) {
    const { page, follow } = panel;
    const { words, figures, state } = page;
    const { order } = follow;
    const again = make('button', { type: 'button', class: 'link', id: 'orderAgain', disabled: follow.finding, onclick: () => follow.find(follow.number, follow.contact) }, words(follow.finding ? 'finding' : 'look_again'));
    const failed = follow.fault && make('p', { class: 'fault' }, words('not_up_to_date'));
    if (!order.state) return card('stateTitle', words('what_next'), make('p', { id: 'orderState', 'data-state': '' }, words('order_arrived')), failed, again);
    const steps = stepsOf(order, state.terms?.delivery);
    return card('stateTitle', words('what_next'),
        make('p', { class: 'state-word', id: 'orderState', 'data-state': order.state }, words('state_' + order.state)),
        make('p', { class: 'hint' }, words('state_' + order.state + '_more')),
        order.refunded > 0 && make('p', { class: 'num' }, words('refunded', { sum: figures.money(order.refunded) })),
        steps.length > 0 && make('ol', { class: 'steps' }, ...steps.map((step) => make('li', { class: step.done ? 'past' : '', 'aria-current': step.now ? 'step' : null },
            make('span', { class: 'dot' }, step.done && icon('check')), make('span', {}, words('step_' + step.name)),
            step.done && make('span', { class: 'vh' }, words('step_done'))))),
        failed, again);
}

function transfer(panel) {
    const { page, follow } = panel;
    const { words, figures } = page;
    const { order } = follow;
    if (order.payment !== 'transfer' || order.paid || ['cancelled', 'refunded'].includes(order.state)) return null;
    const pair = (name, value, id) => [make('dt', {}, name), make('dd', { class: 'copy', id }, value)];
    return card('transferTitle', words('pay_transfer'), make('dl', { class: 'num stacked' },
        ...pair(words('transfer_to'), order.transferTo || page.state.terms?.transferTo || '', 'transferTo'),
        ...pair(words('transfer_reference'), order.reference || String(order.number), 'reference'),
        ...pair(words('transfer_sum'), figures.money(order.toPay), 'transferSum')));
}

function notes(panel) {
    const { page, follow } = panel;
    const { words, figures } = page;
    const list = follow.order.notes ?? [];
    if (list.length === 0) return null;
    const wishes = { cancel: 'wish_cancel', return: 'wish_return' };
    return card('notesTitle', words('notes'), make('ul', { class: 'notes', id: 'notes' }, ...list.map((note) => make('li', { class: note.from === 'shop' ? 'from-shop' : '' },
        make('p', { class: 'hint num' }, make('b', {}, note.from === 'shop' ? page.state.show?.shop ?? '' : words('you')), ' · ' + figures.moment(note.at)),
        wishes[note.wish] && make('p', {}, words(wishes[note.wish])), note.text && make('p', {}, note.text)))));
}

/** What can be done: each opens its form in place; cancelling wants a second press. */
function help(panel) {
    const { page, follow } = panel;
    const { words } = page;
    const { order } = follow;
    if (!order.state) return null;
    const over = ['cancelled', 'refunded'].includes(order.state);
    return card('helpTitle', words('help'),
        act(panel, 'question', { iconName: 'ask', title: words('ask'), detail: words('ask_more'), text: 'ask_text', send: 'ask_send' }),
        order.can?.cancel && act(panel, 'cancel', { iconName: 'x', title: words('cancel'), detail: words('cancel_more'), send: 'cancel_sure', bad: true }),
        order.can?.return && act(panel, 'return', { iconName: 'undo', title: words('return'), detail: words('return_more'), text: 'return_text', optional: true, send: 'return_send' }),
        !over && act(panel, 'withdraw', { iconName: 'file', title: words('withdraw'), detail: words('withdraw_more'), text: 'withdraw_text', optional: true, send: 'withdraw_send' }));
}

function act(panel, name, { iconName, title, detail, text, optional, send, bad }) {
    const { page, follow, writing } = panel;
    const { words } = page;
    const open = writing.act === name;
    const busy = follow.letter.open || (follow.letter.step === 'later' && Date.now() < follow.letter.untilMs);
    const id = 'act-' + name;
    return make('div', { class: bad ? 'action bad' : 'action' },
        make('button', { type: 'button', class: 'act', id, 'aria-expanded': String(open), onclick: () => panel.openAct(open ? '' : name) },
            icon(iconName), make('span', {}, make('b', {}, title), make('small', {}, detail)), icon(open ? 'up' : 'right')),
        open && make('div', { class: 'act-form' },
            text && field(panel, 'actText', { tag: 'textarea', rows: '3', label: words(text), value: writing.text, set: (typed) => panel.wrote(typed), maxlength: '900', disabled: busy,
                fault: writing.card ? words('error_card_number') : writing.empty && words('need_text') }),
            make('button', { type: 'button', class: bad ? 'btn danger wide' : 'btn wide', id: 'actSend', disabled: busy, onclick: () => panel.write(optional || !text) }, words(send))));
}

function goods(panel) {
    const { page, follow } = panel;
    const { words, figures, state } = page;
    const { order } = follow;
    const lines = order.lines ?? [];
    const vat = state.terms?.trader?.vatNumber && lines.every((line) => findVariant(state, line.sku)) ? vatByRate(lines, order.delivery ?? 0, (sku) => findVariant(state, sku).product.vat) : [];
    return card('goodsTitle', words('goods'),
        ...lines.map((line) => {
            const product = findVariant(state, line.sku)?.product;
            return goodsLine(page, { product, name: line.name || product?.name || line.sku, detail: [line.label, words('pieces', { n: line.quantity })].filter(Boolean).join(' · '), price: figures.money(line.price * line.quantity) });
        }),
        make('dl', { class: 'num ruled' },
            make('dt', { lang: showLang(page) }, order.deliveryTitle || words('delivery')), make('dd', {}, order.delivery > 0 ? figures.money(order.delivery) : words('free')),
            make('dt', { class: 'tot' }, words('to_pay')), make('dd', { class: 'tot', id: 'orderTotal' }, figures.money(order.toPay ?? order.total)),
            ...vatLines(page, vat)),
        order.payment && make('p', { class: 'hint' }, words('pay_' + order.payment)));
}
