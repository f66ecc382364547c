// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the page knows, as a fold over the server's messages. No drawing here: the views are told what changed.
// A pin waits until this viewer's picture reaches its moment; stock, prices and closed sales act at once.

export const lowStock = 5;
export const maxPieces = 99;
const keptMessages = 200;
/** A pin whose moment the picture can't reach (another studio's line of time, no video) is shown after this. */
export const longestPinWaitMs = 5000;

export function emptyState() {
    return {
        joined: false, run: '', show: null, phase: 'waiting', sales: false, chat: true, products: [], pin: null, waitingPins: [],
        viewers: null, messages: [], bye: '', offers: [], terms: null, gaps: [],
    };
}

export const findProduct = (state, id) => state.products.find((product) => product.id === id) ?? null;
export function findVariant(state, sku) {
    for (const product of state.products)
        for (const variant of product.variants) if (variant.sku === sku) return { product, variant };
    return null;
}

function applyHello(state, message, nowMs) {
    const sameRun = state.run === message.run;
    state.joined = true;
    state.run = message.run ?? '';
    state.show = message.show ?? {};
    state.phase = message.state ?? 'waiting';
    state.sales = message.sales !== false;
    state.chat = message.chat !== false;
    state.products = message.products ?? [];
    state.offers = message.offers ?? [];
    state.terms = message.terms ?? null;
    state.gaps = message.checkout ?? [];
    state.viewers = message.viewers ?? null;
    state.messages = (message.messages ?? []).slice(-keptMessages);
    // A page that comes in late must not wait for the pin that is already on: only one it has yet to reach waits.
    state.waitingPins = [];
    if (!sameRun || !message.pin) state.pin = null;
    if (message.pin) state.waitingPins.push({ pin: message.pin, since: nowMs, fromHello: true });
    return new Set(['show', 'phase', 'sales', 'products', 'stock', 'offers', 'terms', 'pin', 'viewers', 'chat']);
}

function applyStock(state, levels) {
    for (const level of levels ?? []) {
        const found = findVariant(state, level.sku);
        if (!found) continue;
        found.variant.available = level.available;
        found.variant.word = level.word;
    }
    return new Set(['stock']);
}

/** "was" and "−n %" come from the server only: where it names none, none is left standing. */
function applyPrices(state, prices) {
    for (const { sku, price, was, percent } of prices ?? []) {
        const found = findVariant(state, sku);
        if (found) Object.assign(found.variant, { price, was, percent });
    }
    return new Set(['prices']);
}

function applyProduct(state, product) {
    if (typeof product?.id !== 'string') return new Set();
    const index = state.products.findIndex((one) => one.id === product.id);
    if (index < 0) state.products.push(product);
    else state.products[index] = product;
    return new Set(['products']);
}

function applyPin(state, pin, nowMs) {
    state.waitingPins.push({ pin: pin ?? null, since: nowMs, fromHello: false });
    return new Set();
}

/** @returns the set of what changed; unknown messages change nothing */
export function apply(state, message, nowMs = 0) {
    switch (message?.t) {
    case 'hello': return applyHello(state, message, nowMs);
    case 'stock': return applyStock(state, message.levels);
    case 'prices': return applyPrices(state, message.prices);
    case 'product': return applyProduct(state, message.product);
    case 'offers': state.offers = message.offers ?? []; return new Set(['offers']);
    case 'terms':
        state.terms = message.terms ?? null;
        state.gaps = message.checkout ?? [];
        return new Set(['terms']);
    case 'pin': return applyPin(state, message.pin, nowMs);
    case 'chat': {
        const known = new Set(state.messages.map((one) => one.id));
        state.messages.push(...(message.messages ?? []).filter((one) => !known.has(one.id)));
        state.messages.splice(0, Math.max(0, state.messages.length - keptMessages));
        return new Set(['chat']);
    }
    case 'chat_switched':
        state.chat = message.open === true;
        state.messages = (message.messages ?? []).slice(-keptMessages);
        return new Set(['chat']);
    case 'viewers': state.viewers = message.watching ?? null; return new Set(['viewers']);
    case 'state': state.phase = message.state ?? state.phase; return new Set(['phase']);
    case 'sales': state.sales = message.open === true; return new Set(['sales']);
    case 'bye': state.bye = message.reason ?? ''; return new Set();
    default: return new Set();
    }
}

/**
 * Shows the pins whose moment has come. mediaMs: what this viewer sees now, or null when no picture plays; then
 * nothing holds a pin back. Called for every shown frame and once a second.
 */
export function releasePins(state, mediaMs, nowMs) {
    let changed = false;
    while (state.waitingPins.length > 0) {
        const { pin, since } = state.waitingPins[0];
        const at = pin?.mediaMs ?? -1;
        const due = at < 0 || mediaMs === null || mediaMs >= at || nowMs - since >= longestPinWaitMs;
        if (!due) break;
        state.waitingPins.shift();
        state.pin = pin;
        changed = true;
    }
    return changed;
}

/** A price the server named in a refusal: it is newer than what the page shows, and nothing is known of its "was". */
export function applyPrice(state, sku, price) {
    return findVariant(state, sku) ? applyPrices(state, [{ sku, price }]) : new Set();
}

/** Why nothing can be bought now, as a key of the word lists; '' when it can. */
export function closedBecause(state) {
    if (state.phase === 'ended') return 'sales_over';
    if (state.sales) return '';
    return state.phase === 'waiting' ? 'sales_not_yet' : 'sales_paused';
}

/** The checkout is open once the seller has said all that the law asks of it. */
export const checkoutOpen = (state) => state.terms !== null && state.gaps.length === 0;

/** Nothing to be had of it for now: no price is named, and it can't be chosen. */
export const isGone = ({ word }) => word === 'sold_out' || word === 'stopped';

/** One line of sale for a whole product: its word, its pieces, its lowest price and whether there are several. */
export function summary(product) {
    const variants = product.variants ?? [];
    const open = variants.filter((variant) => variant.word === 'available');
    const priced = open.length > 0 ? open : variants;
    const prices = priced.map((variant) => variant.price);
    return {
        word: open.length > 0 ? 'available' : ['all_in_checkouts', 'stopped'].find((word) => variants.some((v) => v.word === word)) ?? 'sold_out',
        available: open.reduce((sum, variant) => sum + variant.available, 0),
        price: prices.length > 0 ? Math.min(...prices) : null,
        several: new Set(prices).size > 1,
    };
}
