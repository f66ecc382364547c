// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The show has moved to another server: what makes this page the same viewer there goes along behind the new address,
// where no server sees it. Nothing of a person is in it.

const mark = '#moved=';

const toText = (value) => btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(value)))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const fromText = (text) => JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))));

/** Where to go. null: no address of a page. held: the open checkout or null; now: by the server's clock. */
export function addressOf(url, { keep, tabKeep, held, now }) {
    let address;
    try {
        address = new URL(url);
    } catch {
        return null;
    }
    if (!['http:', 'https:'].includes(address.protocol)) return null;
    const carried = { token: keep.read('token'), until: keep.read('tokenUntil'), cart: tabKeep.read('cart'),
        held: held ? { ...held, left: held.expires - now } : null };
    return address.origin + address.pathname + mark + toText(carried);
}

/** Anybody can write an address: what is not a checkout as the server gives it would stop the page where it is drawn. */
function isCheckout(held) {
    const line = (one) => typeof one?.sku === 'string' && Number.isInteger(one.quantity) && Number.isInteger(one.price);
    return typeof held?.checkout === 'string' && held.left > 0 && Number.isInteger(held.total) && Array.isArray(held.lines) && held.lines.every(line);
}

/** What came along: kept as this page's own; the open checkout is given back, or null. Called before anything else reads. */
export function arrived(hash, { keep, tabKeep, now }) {
    if (!hash.startsWith(mark)) return null;
    try {
        const { token, until, cart, held } = fromText(hash.slice(mark.length));
        if (typeof token === 'string' && typeof until === 'string') {
            keep.write('token', token);
            keep.write('tokenUntil', until);
        }
        if (typeof cart === 'string') tabKeep.write('cart', cart);
        return isCheckout(held) ? { ...held, expires: now + held.left } : null;
    } catch {
        return null; // not ours
    }
}
