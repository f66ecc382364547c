// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The checkout: what is kept and until when, how it comes, for whom, how it is paid, what it costs, from whom, and one
// button that says it obliges to pay (2011/83/EU art. 8(2)). Nothing is ticked beforehand (art. 22).

import { faultsOf, needsPhone, orderOf } from '../core/order.js';
import { findVariant } from '../core/state.js';
import { deliveryPrice, findWay, kindOf, paymentsFor, regionsOf, vatByRate } from '../core/terms.js';
import { card, errandNotice, faultLine, field, fullHead, goodsLine, notice, sellerCard } from './frame.js';
import { icon } from './icons.js';
import { make } from './dom.js';
import { around, countdown, hole, reduced } from './prices.js';
import { showLang } from './shelf.js';

export function drawCheckout(panel) {
    const { page, checkout, form } = panel;
    const { words } = page;
    const { order } = checkout;
    if (order.step === 'unsure')
        return [fullHead(panel, words('checkout')), make('div', { class: 'panel-body' }, notice('bad', 'alert', words('order_unsure', { shop: page.state.show?.shop ?? '' })))];
    const bill = billOf(panel);
    return [
        fullHead(panel, words('checkout'), words('checkout_kept'), order.open ? 'back_to_show' : 'back_to_cart'),
        make('div', { class: 'panel-body' },
            errandNotice(page, order, 'order_waits'), sumNews(panel),
            goods(panel, bill), bill.terms && delivery(panel, bill), contact(panel), form.way && payment(panel, bill), summary(panel, bill), sellerCard(panel)),
        pay(panel, bill),
    ];
}

/** The shop has set other prices of delivery meanwhile: old and new sum, before the button. */
function sumNews({ page, sumNews: changed }) {
    if (!changed) return null;
    const { words, figures } = page;
    return notice('low', 'alert', words('sum_changed', { old: figures.money(changed.old), new: figures.money(changed.new) }));
}

/** The sums as they will be asked for. The lines are the reservation's; after a reload, the unanswered order's cart. */
export function billOf({ page, checkout, cart, form }) {
    const { state } = page;
    const lines = checkout.held?.lines ?? cart.wire();
    const goods = checkout.held?.total ?? lines.reduce((sum, line) => sum + line.price * line.quantity, 0);
    const way = findWay(state.terms, form.way);
    const price = way ? deliveryPrice(way, form.region, goods) : null;
    const pieces = lines.reduce((sum, line) => sum + line.quantity, 0);
    const rateOf = (sku) => findVariant(state, sku)?.product.vat;
    return { terms: state.terms, lines, goods, way, delivery: price, pieces, toPay: goods + (price ?? 0), vat: state.terms?.trader?.vatNumber ? vatByRate(lines, price ?? 0, rateOf) : [] };
}

function goods(panel, { lines }) {
    const { page } = panel;
    const { words, figures, state } = page;
    return make('section', { class: 'card', 'aria-labelledby': 'goodsTitle' }, make('h3', { id: 'goodsTitle' }, words('goods')), kept(panel),
        ...lines.map((line) => {
            const { product, variant } = findVariant(state, line.sku) ?? {};
            const was = variant && variant.price === line.price ? reduced(page, variant)?.was : null;
            const detail = [variant?.label, words('pieces', { n: line.quantity }), line.offer && words('offer_price')].filter(Boolean).join(' · ');
            return goodsLine(page, { product, name: product?.name ?? line.sku, price: figures.money(line.price * line.quantity), detail: was ? [detail, make('br'), was] : [detail] });
        }));
}

/** One timer for the whole order. Below a minute the same box says so: nothing moves. */
function kept(panel) {
    const { page, checkout } = panel;
    const { words, state } = page;
    const { held } = checkout;
    if (!held) return null;
    const soon = held.expires - page.now() <= 60_000;
    const bar = make('i', { class: 'bar-left', 'aria-hidden': 'true', 'data-until': String(held.expires), 'data-whole': String(state.terms?.reserveMs ?? 600_000) });
    return make('div', { class: soon ? 'held soon' : 'held', id: 'held' },
        make('p', {}, icon('lock'), make('b', {}, words('reserved')), countdown(page, held.expires, 'reservation', 'reserved')), bar,
        make('p', { class: 'held-more', id: 'heldMore' }, words(checkout.extendFailed ? 'extend_failed' : soon ? 'reserved_soon' : held.extendable ? 'reserved_more' : 'reserved_extended')),
        held.extendable && make('button', { type: 'button', class: 'link', id: 'extend', disabled: checkout.extending, onclick: () => checkout.extend() }, words('extend')));
}

/** A choice with a radio button, an icon, two lines and a price. */
function option(name, { id, value, checked, disabled, iconName, title, detail, price, lang, pick }) {
    return make('label', { class: disabled ? 'op out' : 'op' },
        make('input', { type: 'radio', name, id, value, checked, disabled, onchange: pick }), icon(iconName),
        make('span', { lang }, title, detail && make('small', {}, detail)), make('span', { class: 'num op-price' }, price));
}

function delivery(panel, { terms, goods: sum, lines }) {
    const { page, form, checkout } = panel;
    const { words, figures, state } = page;
    const onlyCollected = lines.some((line) => findVariant(state, line.sku)?.product.collectionOnly);
    const regions = regionsOf(terms);
    const locked = checkout.order.open;
    const options = terms.delivery.map((way, index) => {
        const price = deliveryPrice(way, form.region, sum);
        const barred = way.kind === 'delivery' && onlyCollected ? words('collection_only') : price === null ? words('not_there') : '';
        const freeFrom = way.freeFrom && price > 0 ? words('free_from', { price: figures.money(way.freeFrom) }) : '';
        return option('way', { id: 'way' + index, value: way.id, checked: form.way === way.id && !barred, disabled: Boolean(barred) || locked, lang: showLang(page),
            iconName: way.kind === 'collection' ? 'store' : 'truck', title: way.title, detail: [way.detail, barred, freeFrom].filter(Boolean).join(' · '),
            price: barred ? '' : price === 0 ? words('free') : figures.money(price), pick: () => panel.pick({ way: way.id }) });
    });
    const names = new Intl.DisplayNames([page.language], { type: 'region', fallback: 'code' });
    const region = regions.length > 1 && terms.delivery.some((way) => way.kind === 'delivery') && !onlyCollected && make('div', { class: 'field' }, make('label', { for: 'regionField' }, words('region')),
        make('select', { id: 'regionField', class: 't', disabled: locked, autocomplete: 'country', onchange: (event) => panel.pick({ region: event.target.value }) },
            ...regions.map((code) => ({ code, name: names.of(code) })).sort((a, b) => a.name.localeCompare(b.name, page.language))
                .map(({ code, name }) => make('option', { value: code, selected: code === form.region }, name))));
    return card('deliveryTitle', words('delivery'), form.faults.includes('way') && faultLine('wayFault', words('need_way')), region,
        make('div', { role: 'radiogroup', 'aria-labelledby': 'deliveryTitle', 'aria-describedby': form.faults.includes('way') ? 'wayFault' : null }, ...options),
        kindOf(terms, form.way) === 'delivery' && make('div', { class: 'after' }, field(panel, 'addressField', { label: words('address'), value: form.address, disabled: locked, maxlength: '300', autocomplete: 'street-address',
            set: (text) => panel.typed('address', text), fault: form.cards.has('address') ? words('error_card_number') : form.faults.includes('address') && words('need_address'), hint: words('address_hint') })));
}

function contact(panel) {
    const { page, form, checkout } = panel;
    const { words, state } = page;
    const disabled = checkout.order.open;
    const fault = (name, key) => (form.cards.has(name) ? words('error_card_number') : form.faults.includes(name) && words(key));
    return card('contactTitle', words('contact'),
        field(panel, 'nameField', { label: words('name'), value: form.name, set: (text) => panel.typed('name', text), disabled, maxlength: '80', autocomplete: 'name', fault: fault('name', 'need_name') }),
        field(panel, 'contactField', { label: words('contact_field'), value: form.contact, set: (text) => panel.typed('contact', text), disabled, maxlength: '254', autocomplete: 'email', autocapitalize: 'none', spellcheck: 'false',
            fault: fault('contact', 'need_contact'), hint: words('contact_hint', { shop: state.show?.shop ?? '' }) }),
        needsPhone(form, state.terms) && field(panel, 'phoneField', { label: words('phone'), value: form.phone, set: (text) => panel.typed('phone', text), disabled, maxlength: '24', autocomplete: 'tel', inputmode: 'tel', fault: fault('phone', 'need_phone') }),
        field(panel, 'noteField', { label: words('note'), value: form.note, set: (text) => panel.typed('note', text), disabled, maxlength: '500', autocomplete: 'off', fault: fault('note', '') }));
}

function payment(panel, { terms }) {
    const { page, form, checkout } = panel;
    const { words } = page;
    const ways = paymentsFor(terms, kindOf(terms, form.way));
    const icons = { on_delivery: 'box', at_collection: 'store', transfer: 'file' };
    return card('paymentTitle', words('payment'), form.faults.includes('payment') && faultLine('paymentFault', words('need_payment')),
        make('div', { role: 'radiogroup', 'aria-labelledby': 'paymentTitle', 'aria-describedby': form.faults.includes('payment') ? 'paymentFault' : null },
            ...ways.map((way, index) => option('payment', { id: 'payment' + index, value: way, checked: form.payment === way, disabled: checkout.order.open, iconName: icons[way],
                title: words('pay_' + way), detail: words('pay_' + way + '_more'), price: '', pick: () => panel.pick({ payment: way }) }))));
}

function summary(panel, { goods: sum, pieces, way, delivery: price, toPay, vat }) {
    const { page } = panel;
    const { words, figures } = page;
    const pair = (name, value, className = '') => [make('dt', { class: className }, ...[name].flat()), make('dd', { class: className }, value)];
    return card('summaryTitle', words('summary'), make('dl', { class: 'num', id: 'bill' },
        ...pair([words('goods') + ' ', make('small', {}, words('pieces', { n: pieces }))], figures.money(sum)),
        ...pair(way ? make('span', { lang: showLang(page) }, way.title) : words('delivery'), price === null ? words('not_chosen') : price === 0 ? words('free') : figures.money(price)),
        ...pair(words('to_pay'), figures.money(toPay), 'tot'), ...vatLines(page, vat)));
}

/** "includes VAT 21 %": one line for each rate. */
export function vatLines(page, vat) {
    const { words, figures } = page;
    return vat.flatMap(({ rate, vat: tax }) => [make('dt', {}, make('small', {}, words('vat_in', { rate: figures.rate(rate) }))), make('dd', {}, make('small', {}, figures.money(tax)))]);
}

function pay(panel, { pieces, toPay, delivery: price }) {
    const { page, checkout } = panel;
    const { words, figures, state } = page;
    const { order } = checkout;
    const waits = order.step === 'later' && Date.now() < order.untilMs;
    const seller = state.terms?.trader?.name || state.show?.shop || '';
    const accept = make('button', { type: 'button', class: 'link', id: 'readTerms', onclick: () => panel.readTerms() }, words('terms_of', { name: seller }));
    return make('footer', { class: 'pay', 'aria-label': words('order_here') },
        make('p', { class: 's num' }, make('span', {}, words(price === null ? 'sum_without_delivery' : 'sum_with_delivery', { pieces: words('pieces', { n: pieces }) })), make('b', { id: 'total' }, figures.money(toPay))),
        make('button', { type: 'button', class: 'btn', id: 'placeOrder', disabled: order.open || waits || !checkout.held, onclick: () => place(panel) }, words('place_order')),
        make('p', { class: 'under', id: 'orderState' }, ...(order.step === 'sending' ? [words('sending_order')] : around(words('accept_terms', { link: hole }), accept))));
}

const fieldOf = { way: 'way0', address: 'addressField', name: 'nameField', contact: 'contactField', phone: 'phoneField', note: 'noteField', payment: 'payment0' };
function place(panel) {
    const { page, form, checkout } = panel;
    form.faults = faultsOf(form, page.state.terms);
    const [first] = [...form.faults, ...form.cards];
    if (first) {
        panel.draw();
        panel.focusOn(fieldOf[first]);
        return;
    }
    checkout.place(orderOf(form, page.state.terms, { checkout: checkout.held.checkout, toPay: billOf(panel).toPay, mediaMs: page.mediaMs() }));
}
