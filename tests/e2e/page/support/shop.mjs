// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The fixture's till: reservations, orders and what is written about them, on app/protocol/page.md. No more of the
// rules than the page's tests need.

import { deliveryPrice, findWay } from '../../../../ui/web/core/terms.js';

const no = (status, error, more = {}) => ({ status, body: { error, ...more } });

export class Till {
    /** server: the fixture, for its hello and its pushes. reserveMs: how long pieces are kept. */
    constructor(server) {
        this.server = server;
        this.clear();
    }

    clear() {
        this.reserveMs = 600_000;
        this.words = new Map(); // coupon word → {sku: price}
        this.held = new Map(); // checkout → {key, lines, expires, over, extended}
        this.byKey = new Map(); // key → answer
        this.orders = new Map(); // number → the order
        this.contacts = new Map(); // number → contact
        this.released = [];
    }

    #variant(sku) {
        return this.server.hello.products.flatMap((product) => product.variants).find((one) => one.sku === sku);
    }

    #move(lines, sign) {
        for (const { sku, quantity } of lines) this.server.stock(sku, this.#variant(sku).available + sign * quantity);
    }

    #priced(line, word) {
        const variant = this.#variant(line.sku);
        if (!variant) return no(404, 'unknown_sku', { sku: line.sku });
        let { price } = variant;
        if (line.offer) {
            const offer = this.server.hello.offers.find((one) => one.id === line.offer);
            if (!offer) return no(409, 'offer_over', { sku: line.sku });
            price = offer.lines.find((one) => one.sku === line.sku).price;
        } else if (word) {
            price = this.words.get(word)[line.sku] ?? price;
        }
        if (!word && price !== line.price) return no(409, 'price_changed', { sku: line.sku, price });
        if (variant.word === 'all_in_checkouts') return no(409, 'all_in_checkouts', { sku: line.sku });
        if (variant.available < line.quantity) return no(409, 'sold_out', { sku: line.sku, available: variant.available });
        return { line: { ...line, price } };
    }

    reserve({ key, lines, word }) {
        const before = this.byKey.get(key);
        if (before) return { status: 201, body: { ...before, replayed: true } };
        if (this.server.hello.checkout.length > 0) return no(409, 'checkout_closed');
        if (word && !this.words.has(word)) return no(400, 'wrong_word');
        const priced = [];
        for (const line of lines) {
            const one = this.#priced(line, word);
            if (one.status) return one;
            priced.push(one.line);
        }
        this.#move(priced, -1);
        const checkout = 'c' + (this.held.size + 1);
        const answer = { checkout, expires: Date.now() + this.reserveMs, extendable: true, lines: priced,
            total: priced.reduce((sum, line) => sum + line.price * line.quantity, 0), currency: 'EUR', replayed: false };
        this.held.set(checkout, { ...answer, over: false });
        this.byKey.set(key, answer);
        return { status: 201, body: answer };
    }

    extend({ checkout }) {
        const held = this.#live(checkout);
        if (!held) return no(409, 'reservation_over');
        held.expires += this.reserveMs;
        held.extendable = false;
        return { status: 200, body: { checkout, expires: held.expires, extendable: false } };
    }

    release({ checkout }) {
        this.released.push(checkout);
        const held = this.held.get(checkout);
        if (held && !held.over) {
            held.over = true;
            this.#move(held.lines, 1);
        }
        return { status: 200, body: {} };
    }

    #live(checkout) {
        const held = this.held.get(checkout);
        if (held && !held.over && Date.now() >= held.expires) this.release({ checkout });
        return held && !held.over ? held : null;
    }

    order(body) {
        const before = this.byKey.get(body.key);
        if (before) return { status: 201, body: { ...before, replayed: true } };
        const held = this.#live(body.checkout);
        if (!held) return no(409, 'reservation_over');
        const { terms } = this.server.hello;
        const way = findWay(terms, body.delivery?.way);
        const delivery = way ? deliveryPrice(way, body.delivery.region, held.total) : null;
        if (delivery === null || !terms.payment.includes(body.payment)) return no(400, 'bad_delivery');
        if (body.toPay !== held.total + delivery) return no(409, 'price_changed', { price: held.total + delivery });
        held.over = true;
        const number = 'D-' + (1001 + this.orders.size);
        const transfer = body.payment === 'transfer' ? { reference: number } : {};
        const answer = { number, total: held.total, delivery, toPay: held.total + delivery, currency: 'EUR', lines: held.lines, payment: body.payment, ...transfer, replayed: false };
        const named = held.lines.map((line) => {
            const product = this.server.hello.products.find((one) => one.variants.some((variant) => variant.sku === line.sku));
            return { sku: line.sku, name: product.name, label: this.#variant(line.sku).label, quantity: line.quantity, price: line.price };
        });
        this.orders.set(number, { number, state: 'placed', at: Date.now(), currency: 'EUR', lines: named, total: held.total, delivery, deliveryTitle: way.title, toPay: held.total + delivery,
            refunded: 0, payment: body.payment, ...transfer, ...(transfer.reference ? { transferTo: terms.transferTo } : {}), can: { cancel: true, return: false }, notes: [] });
        this.contacts.set(number, body.contact);
        this.byKey.set(body.key, answer);
        return { status: 201, body: answer };
    }

    find({ number, contact }) {
        return this.contacts.get(number) === contact && contact !== undefined ? { status: 200, body: this.orders.get(number) } : no(404, 'not_found');
    }

    write({ number, contact, key, wish, text }) {
        const found = this.find({ number, contact });
        if (found.status !== 200 || this.byKey.has(key)) return found;
        const order = found.body;
        if (wish === 'cancel' && !order.can.cancel) return no(409, 'order_fixed');
        this.byKey.set(key, true);
        order.notes.push({ at: Date.now(), from: 'buyer', text, wish });
        if (wish === 'cancel') Object.assign(order, { state: 'cancelled', can: { cancel: false, return: false } });
        if (wish === 'return') order.can.return = false;
        return found;
    }

    /** The answer to a POST; null: not the till's. */
    answer(path, body) {
        const does = { '/api/checkouts': this.reserve, '/api/checkouts/extend': this.extend, '/api/checkouts/release': this.release,
            '/api/orders': this.order, '/api/orders/find': this.find, '/api/orders/write': this.write }[path];
        return does ? does.call(this, body) : null;
    }
}
