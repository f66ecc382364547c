// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an order needs before it is sent, and the words for what the server refuses.

import { kindOf, paymentsFor } from './terms.js';

/** Words for a refusal; what is not listed is said as 'error_unknown'. */
const refusals = new Map([
    ['sold_out', 'error_sold_out'], ['all_in_checkouts', 'error_all_in_checkouts'], ['price_changed', 'error_price_changed'],
    ['sales_closed', 'error_sales_closed'], ['sku_stopped', 'error_sku_stopped'], ['bad_quantity', 'error_bad_quantity'], ['bad_contact', 'error_bad_contact'],
    ['bad_text', 'error_bad_text'], ['card_number', 'error_card_number'], ['unknown_sku', 'error_unknown_sku'], ['busy', 'error_busy'],
    ['rate_limited', 'error_rate_limited'], ['on_hold', 'error_on_hold'], ['bad_delivery', 'error_bad_delivery'], ['wrong_word', 'error_wrong_word'],
    ['unknown_offer', 'error_offer_over'], ['offer_over', 'error_offer_over'], ['limit_reached', 'error_limit_reached'],
    ['checkout_closed', 'error_checkout_closed'], ['order_fixed', 'error_order_fixed'], ['not_found', 'error_not_found'], ['offline', 'error_offline'],
]);
export const refusalWords = (error) => refusals.get(error) ?? 'error_unknown';

const mail = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const phone = /^\+?[\d\s()/.-]{7,24}$/;
export const isPhone = (text) => phone.test(text.trim()) && text.replace(/\D/g, '').length >= 7;

/**
 * What is missing, in the order of the form: 'way', 'address', 'name', 'contact', 'phone', 'payment'. contact: an e-mail
 * address or a phone number. The server checks again; this saves a round trip.
 */
export function faultsOf(form, terms) {
    const faults = [];
    const kind = kindOf(terms, form.way);
    if (!kind) faults.push('way');
    if (kind === 'delivery' && form.address.trim().length === 0) faults.push('address');
    if (form.name.trim().length === 0) faults.push('name');
    const contact = form.contact.trim();
    if (!mail.test(contact) && !isPhone(contact)) faults.push('contact');
    // A courier and a parcel locker both ask for a number; a contact that is one is enough.
    else if (needsPhone(form, terms) && !isPhone(form.phone)) faults.push('phone');
    if (kind && !paymentsFor(terms, kind).includes(form.payment)) faults.push('payment');
    return faults;
}

export function needsPhone(form, terms) {
    return kindOf(terms, form.way) === 'delivery' && !isPhone(form.contact);
}

/** The form as the wire wants it. toPay: the sum the button stood beside; another one is told, not charged. */
export function orderOf(form, terms, { checkout, toPay, mediaMs }) {
    const delivery = { way: form.way };
    if (kindOf(terms, form.way) === 'delivery') Object.assign(delivery, { region: form.region, address: form.address.trim() });
    return {
        checkout, name: form.name.trim(), contact: form.contact.trim(),
        ...(needsPhone(form, terms) ? { phone: form.phone.trim() } : {}),
        delivery, payment: form.payment, toPay, ...(form.note.trim() ? { note: form.note.trim() } : {}), mediaMs,
    };
}
