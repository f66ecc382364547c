// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What this tab's viewer wants to buy. It reserves nothing. An entry is one product in some pieces or one bundle, with
// the prices last seen, so that a change is said before the button is pressed.

import { bundlePrice, bundleStock, findOffer, flashOf, mostBundles, mostOf } from './offers.js';
import { findVariant, maxPieces } from './state.js';

/** Lines of one order (commerce::maxOrderLines). */
export const maxLines = 20;
const piecesIn = (entry) => entry.quantity * entry.lines.reduce((sum, line) => sum + line.quantity, 0);
const linesOf = (entries) => entries.reduce((sum, entry) => sum + entry.lines.length, 0);

function readable(entry) {
    return typeof entry?.id === 'string' && Number.isInteger(entry.quantity) && entry.quantity > 0 && entry.quantity <= maxPieces &&
        Array.isArray(entry.lines) && entry.lines.length > 0 && entry.lines.every((line) => typeof line.sku === 'string' && Number.isInteger(line.price) && line.quantity > 0);
}

export class Cart {
    /** keep: survives a reload of this tab. changed(): after each change. */
    constructor({ keep, changed = () => {} }) {
        this.keep = keep;
        this.changed = changed;
        this.entries = []; // {id, offer, name, quantity, flash, lines: [{sku, quantity, price}]}
        this.word = '';
        try {
            const kept = JSON.parse(keep.read('cart') ?? '{}');
            this.entries = (kept.entries ?? []).filter(readable);
            this.word = typeof kept.word === 'string' ? kept.word : '';
        } catch {
            keep.drop('cart');
        }
    }

    get pieces() { return this.entries.reduce((sum, entry) => sum + piecesIn(entry), 0); }

    find(id) {
        return this.entries.find((entry) => entry.id === id) ?? null;
    }

    /** @returns false when no order could hold one more line */
    add(state, sku, quantity) {
        const { product, variant } = findVariant(state, sku);
        const flash = Boolean(flashOf(state, sku));
        return this.#put({ id: sku, offer: '', name: product.name, flash, lines: [{ sku, quantity: 1, price: variant.price }] }, quantity);
    }

    addBundle(state, offer, quantity) {
        const name = offer.lines.map((line) => findVariant(state, line.sku).product.name).join(' + ');
        return this.#put({ id: 'offer:' + offer.id, offer: offer.id, name, flash: false, lines: offer.lines.map(({ sku, quantity: pieces, price }) => ({ sku, quantity: pieces, price })) }, quantity);
    }

    #put(entry, quantity) {
        const old = this.find(entry.id);
        if (!old && linesOf(this.entries) + entry.lines.length > maxLines) return false;
        const whole = { ...entry, quantity: Math.min(maxPieces, (old?.quantity ?? 0) + quantity) };
        this.entries = old ? this.entries.map((one) => (one === old ? whole : one)) : [...this.entries, whole];
        this.#save();
        return true;
    }

    setQuantity(id, quantity) {
        this.entries = this.entries.map((entry) => (entry.id === id ? { ...entry, quantity: Math.max(1, Math.min(maxPieces, quantity)) } : entry));
        this.#save();
    }

    remove(id) {
        this.entries = this.entries.filter((entry) => entry.id !== id);
        this.#save();
    }

    setWord(word) {
        this.word = word;
        this.#save();
    }

    /** The buyer goes on at what the cart shows: today's prices are the seen ones. */
    accept(state) {
        this.entries = this.entries.map((entry) => ({ ...entry, flash: Boolean(!entry.offer && flashOf(state, entry.id)),
            lines: entry.lines.map((line) => ({ ...line, price: presentPrice(state, entry, line) ?? line.price })) }));
        this.#save();
    }

    clear() {
        this.entries = [];
        this.word = '';
        this.#save();
    }

    /** For the reservation: the prices are those seen. */
    wire() {
        return this.entries.flatMap((entry) => entry.lines.map((line) =>
            ({ sku: line.sku, quantity: line.quantity * entry.quantity, price: line.price, ...(entry.offer ? { offer: entry.offer } : {}) })));
    }

    #save() {
        this.keep.write('cart', JSON.stringify({ entries: this.entries, word: this.word }));
        this.changed();
    }
}

/** What one piece of a line costs now; null: it can't be had like this. */
function presentPrice(state, entry, line) {
    if (entry.offer) return findOffer(state, entry.offer)?.lines?.find((one) => one.sku === line.sku)?.price ?? null;
    return findVariant(state, line.sku)?.variant.price ?? null;
}

/**
 * One row of the cart as it stands now: {entry, parts: [{product, variant, quantity}], each, old, fault, available, most}.
 * each: what one costs now, old: what it cost when it was last seen. fault: '' · gone · offer_over · sold_out · stopped ·
 * all_in_checkouts · only_some (of
 * the stock) · limited (by its offer). A row with a fault can't be ordered as it is.
 */
export function rowOf(state, entry, certain) {
    const parts = entry.lines.map((line) => ({ ...findVariant(state, line.sku), quantity: line.quantity }));
    const old = entry.lines.reduce((sum, line) => sum + line.price * line.quantity, 0);
    const row = { entry, parts, each: old, old, fault: '', available: 0, most: maxPieces };
    if (parts.some((part) => !part.variant)) return { ...row, fault: 'gone' };
    const offer = entry.offer ? findOffer(state, entry.offer) : null;
    if (entry.offer && !offer) return { ...row, fault: 'offer_over' };
    const stock = offer ? bundleStock(state, offer) : parts[0].variant;
    const each = offer ? bundlePrice(offer) : parts[0].variant.price;
    const most = offer ? mostBundles(state, offer, certain) : mostOf(state, parts[0].variant, certain);
    const over = !certain || entry.quantity <= most ? '' : entry.quantity > stock.available ? 'only_some' : 'limited';
    const fault = stock.word !== 'available' ? stock.word : over;
    return { ...row, each, fault, available: stock.available, most };
}

export const rowsOf = (state, cart, certain) => cart.entries.map((entry) => rowOf(state, entry, certain));
/** Of what can be ordered. */
export const totalOf = (rows) => rows.reduce((sum, row) => sum + (row.fault ? 0 : row.each * row.entry.quantity), 0);

export const piecesOf = (rows) => rows.reduce((sum, row) => sum + (row.fault ? 0 : piecesIn(row.entry)), 0);

/** What to say of a changed price before the button: '' · price_changed · flash_ended */
export function priceNews(state, row) {
    if (row.fault || row.each === row.old) return '';
    return row.entry.flash && row.each > row.old && !flashOf(state, row.entry.id) ? 'flash_ended' : 'price_changed';
}
