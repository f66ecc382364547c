// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Offers that run, as the server tells them. Nothing here makes a price: a flash price is the variant's price already,
// a bundle's lines carry theirs, a coupon's come with the reservation.

import { findVariant, isGone, maxPieces } from './state.js';

/** The flash price a SKU has now; null: the list's. Of several the one whose price it is. */
export function flashOf(state, sku) {
    const running = state.offers.filter((offer) => offer.kind === 'flash_price' && offer.lines?.some((line) => line.sku === sku));
    const price = findVariant(state, sku)?.variant.price;
    return running.find((offer) => offer.lines.some((line) => line.sku === sku && line.price === price)) ?? running.at(-1) ?? null;
}
export const bundles = (state) => state.offers.filter((offer) => offer.kind === 'bundle' && bundleParts(state, offer) !== null);
export const bundlesWith = (state, sku) => bundles(state).filter((offer) => offer.lines.some((line) => line.sku === sku));
export const takesWord = (state) => state.offers.some((offer) => offer.kind === 'coupon');
export const findOffer = (state, id) => state.offers.find((offer) => offer.id === id) ?? null;

/** [{product, variant, quantity, price}]; null: one of them is not in this show */
export function bundleParts(state, offer) {
    const parts = (offer.lines ?? []).map((line) => ({ ...findVariant(state, line.sku), quantity: line.quantity, price: line.price }));
    return parts.length > 0 && parts.every((part) => part.variant) ? parts : null;
}
export const bundlePrice = (offer) => offer.lines.reduce((sum, line) => sum + line.price * line.quantity, 0);

/** The stock of a bundle: the word of its scarcest part, and how many whole bundles there are. */
export function bundleStock(state, offer) {
    const parts = bundleParts(state, offer) ?? [];
    const gone = parts.find((part) => isGone(part.variant)) ?? parts.find((part) => part.variant.word !== 'available');
    const pieces = offer.lines.reduce((sum, line) => sum + line.quantity, 0);
    const available = Math.min(...parts.map((part) => Math.floor(part.variant.available / part.quantity)), leftOf(offer, pieces));
    if (parts.length === 0) return { word: 'sold_out', available: 0 };
    if (gone) return { word: gone.variant.word, available: 0 };
    return available > 0 ? { word: 'available', available } : { word: 'sold_out', available: 0 };
}

/** How often `pieces` pieces of an offer are left, and how often one buyer may have them. */
const leftOf = (offer, pieces = 1) => (typeof offer.left === 'number' ? Math.floor(offer.left / pieces) : maxPieces);
const allowedOf = (offer, pieces = 1) => (offer.perBuyer > 0 ? Math.floor(offer.perBuyer / pieces) : maxPieces);

/** The most pieces of a variant that can be asked for now. The server has the last word. certain: the line stands. */
export function mostOf(state, variant, certain) {
    if (!certain) return maxPieces;
    const flash = flashOf(state, variant.sku);
    return Math.max(1, Math.min(maxPieces, variant.available, ...(flash ? [leftOf(flash), allowedOf(flash)] : [])));
}
export function mostBundles(state, offer, certain) {
    if (!certain) return maxPieces;
    const pieces = offer.lines.reduce((sum, line) => sum + line.quantity, 0);
    return Math.max(1, Math.min(maxPieces, bundleStock(state, offer).available, allowedOf(offer, pieces)));
}
