// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// On what terms the shop sells: delivery by region, payment that fits it, VAT in a price, the way to the shop's own
// checkout. The rules are those of app/commerce; the server decides, this is what the page shows before it asks.

/** Officially assigned codes of ISO 3166-1 alpha-2, for a shop that delivers "anywhere else". */
const countries = ('AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI ' +
    'CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU ' +
    'GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME ' +
    'MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE ' +
    'RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA ' +
    'VC VE VG VI VN VU WF WS YE YT ZA ZM ZW').split(' ');

export const findWay = (terms, id) => terms?.delivery?.find((way) => way.id === id) ?? null;
export const kindOf = (terms, id) => findWay(terms, id)?.kind ?? '';

/** What delivery costs, in minor units; null: that way does not go there. A collection has no region and costs nothing. */
export function deliveryPrice(way, region, goods) {
    if (way.kind === 'collection') return 0;
    const found = way.prices.find((one) => one.region === region) ?? way.prices.find((one) => one.region === '*');
    if (!found) return null;
    return way.freeFrom !== null && way.freeFrom !== undefined && goods >= way.freeFrom ? 0 : found.price;
}

/** The ways of paying that go with a way of delivery, in the shop's order. */
export function paymentsFor(terms, kind) {
    const goesWith = { on_delivery: ['delivery'], at_collection: ['collection'], transfer: ['delivery', 'collection'] };
    return (terms?.payment ?? []).filter((payment) => goesWith[payment]?.includes(kind));
}

/** Where the shop delivers; the whole world where it names a price for "anywhere else". */
export function regionsOf(terms) {
    const named = new Set((terms?.delivery ?? []).flatMap((way) => way.prices ?? []).map((price) => price.region));
    const everywhere = named.delete('*');
    return everywhere ? [...named, ...countries.filter((code) => !named.has(code))] : [...named];
}

/** The region a form begins with: the show's own where the shop delivers there. No payment hangs on it. */
export function homeRegion(terms, showLocale) {
    const regions = regionsOf(terms);
    const own = /-([A-Z]{2})\b/.exec(showLocale ?? '')?.[1];
    return regions.includes(own) ? own : regions[0] ?? '';
}

/** The VAT in a price that includes it, rounded half away from zero once, on the whole amount (commerce::vatIn). */
export function vatIn(gross, basisPoints) {
    const whole = 10_000 + basisPoints;
    return Math.sign(gross) * Math.floor((2 * Math.abs(gross) * basisPoints + whole) / (2 * whole));
}

/** In proportion to the weights, to the last minor unit; what is left over goes to the largest remainders (commerce::split). */
export function split(minor, weights) {
    const sum = weights.reduce((total, weight) => total + weight, 0);
    if (sum === 0) return weights.map((_, index) => (index === 0 ? minor : 0));
    const parts = weights.map((weight) => Math.floor(minor * weight / sum));
    let left = minor - parts.reduce((total, part) => total + part, 0);
    const byRemainder = weights.map((weight, index) => ({ index, rest: (minor * weight) % sum })).sort((a, b) => b.rest - a.rest || a.index - b.index);
    for (const { index } of byRemainder) if (left-- > 0) parts[index] += 1;
    return parts;
}

/**
 * What is in the sum, rate by rate, highest first: [{rate, gross, vat}]. Delivery is part of what is sold with it, so
 * it is taxed like the goods, in their proportion (Directive 2006/112/EC art. 78(b)). lines: [{sku, quantity, price}].
 */
export function vatByRate(lines, delivery, rateOf) {
    const goods = new Map();
    for (const line of lines) {
        const rate = rateOf(line.sku) ?? 0;
        goods.set(rate, (goods.get(rate) ?? 0) + line.price * line.quantity);
    }
    const rates = [...goods.keys()].sort((a, b) => b - a);
    const shares = split(delivery, rates.map((rate) => goods.get(rate)));
    return rates.map((rate, index) => ({ rate, gross: goods.get(rate) + shares[index], vat: vatIn(goods.get(rate) + shares[index], rate) }));
}

/** The host of the shop that takes the buying over; '' when the page sells itself or the address is not one. */
export function handOverHost(terms) {
    const shop = shopOf(terms);
    return shop ? shop.host : '';
}
export const handsOver = (terms) => ['shopify', 'woocommerce'].includes(terms?.handOver?.kind);

function shopOf(terms) {
    if (!handsOver(terms)) return null;
    try {
        const shop = new URL(terms.handOver.shop);
        return shop.protocol === 'https:' && !shop.username && !shop.password ? shop : null;
    } catch {
        return null;
    }
}

/**
 * Where the button leads: Shopify's cart permalink, WooCommerce's add-to-cart address; '' where it can't be bought. The show's
 * mark goes with it, so that the shop's order says whence it came: as a cart attribute there, as the campaign here.
 */
export function handOverLink(terms, variant, quantity) {
    const shop = shopOf(terms);
    const id = variant?.external ?? '';
    if (!shop || id === '') return '';
    const mark = encodeURIComponent(terms.handOver.mark ?? '');
    if (terms.handOver.kind === 'shopify')
        return shop.origin + '/cart/' + encodeURIComponent(id) + ':' + quantity + (mark && '?attributes[vitrina]=' + mark);
    return (
        shop.origin + '/?add-to-cart=' + encodeURIComponent(id) + '&quantity=' + quantity +
        (mark && '&utm_source=vitrina&utm_medium=live&utm_campaign=' + mark)
    );
}
