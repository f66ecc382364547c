// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The show the page's tests look at: the demo shop, with a product for each state.

const image = (name) => '/assets/' + name + '.svg';
const one = (sku, price, available, label = '') => ({ sku, label, price, available, word: available > 0 ? 'available' : 'sold_out' });

/** A seller who has said all that the law asks. */
export function demoTerms() {
    return {
        trader: { name: 'SIA „Dzintars un lins”', registerNumber: '40000000000', vatNumber: 'LV40000000000', address: 'Baznīcas iela 7, Kuldīga, LV-3301, Latvija',
            phone: '+371 6000 0000', email: 'sveiki@dzintarsunlins.example', selfCertified: true },
        delivery: [
            { id: 'locker', kind: 'delivery', title: 'Pakomāts', detail: '2–4 dienās', prices: [{ region: 'LV', price: 290 }, { region: 'EE', price: 450 }], freeFrom: 10000 },
            { id: 'courier', kind: 'delivery', title: 'Kurjers līdz durvīm', detail: '1–3 dienās', prices: [{ region: 'LV', price: 450 }], freeFrom: null },
            { id: 'workshop', kind: 'collection', title: 'Saņemt darbnīcā', detail: 'Kuldīga, sestdien 10.00–16.00', prices: [], freeFrom: null },
        ],
        payment: ['on_delivery', 'at_collection', 'transfer'],
        transferTo: 'SIA „Dzintars un lins”, LV00BANK0000000000000', conditions: 'Noteikumi.\nPreces sūtām trīs dienu laikā.', withdrawal: 'Atteikties var 14 dienās pēc saņemšanas. Atpakaļsūtīšanu apmaksā pircējs.',
        reserveMs: 600_000, handOver: { kind: 'none', shop: '' },
    };
}

export function demoShow() {
    return {
        run: 'r1',
        show: { title: 'Rudens tirgus', shop: 'Dzintars un lins', host: 'Liene Ozola', locale: 'lv-LV', currency: 'EUR', disclosure: '#reklāma' },
        state: 'live', sales: true, viewers: 1284, offers: [], terms: demoTerms(), checkout: [],
        pin: { aired: 'a1', product: 'towel', title: 'Lina dvielis „Rīts”', disclosure: false, mediaMs: -1 },
        products: [
            { id: 'towel', code: '12', vat: 2100, name: 'Lina dvielis „Rīts”', description: 'Austs Kuldīgā, 100 % lins', image: image('linen-towel'),
                variants: [one('TOWEL-50', 1290, 14, '50 × 70'), one('TOWEL-70', 1890, 3, '70 × 140'), one('TOWEL-100', 2690, 0, '100 × 150')] },
            { id: 'earrings', code: '7', vat: 2100, name: 'Dzintara auskari', description: 'Kurzemes dzintars, sudrabs', image: image('amber-earrings'), variants: [one('EAR', 3900, 8)] },
            { id: 'bowl', code: '9', vat: 2100, name: 'Bērza bļoda', description: '', image: image('birch-bowl'), variants: [one('BOWL', 3200, 21)] },
            { id: 'socks', code: '3', vat: 2100, name: 'Vilnas zeķes', description: '', image: image('wool-socks'), variants: [one('SOCK-M', 1450, 0, 'M'), one('SOCK-L', 1450, 0, 'L')] },
            { id: 'honey', code: '5', vat: 1200, name: 'Liepziedu medus, 500 g', description: '', image: image('linden-honey'), variants: [one('HONEY', 950, 60)] },
            { id: 'mug', code: '2', vat: 2100, name: 'Māla krūze', description: '', image: image('clay-mug'), variants: [one('MUG', 1600, 2)] },
            { id: 'sap', code: '4', vat: 2100, name: 'Bērzu sula', description: '', image: image('birch-sap'), variants: [one('SAP', 450, 30)] },
            { id: 'candle', code: '6', vat: 2100, name: 'Bišu vaska sveces', description: '', image: image('beeswax-candle'), variants: [{ ...one('CANDLE', 1200, 0), word: 'all_in_checkouts' }] },
            { id: 'apron', code: '8', vat: 2100, name: 'Lina priekšauts', description: '', image: image('linen-apron'), variants: [one('APRON', 3450, 7)] },
            { id: 'spoons', code: '11', vat: 2100, name: 'Koka karotes', description: '', image: image('wooden-spoons'), variants: [one('SPOONS', 1850, 12)] },
        ],
        messages: [
            { id: 'm1', name: 'Agnese', text: 'Beidzot sūnu zaļais! Vai ir arī 100 × 150?', at: 1790000000000 },
            { id: 'm2', name: 'Zane', text: 'Labvakar no Liepājas!', at: 1790000030000 },
            { id: 'm3', name: 'Markus', text: 'Do you ship to Tallinn?', at: 1790000060000 },
            { id: 'm4', name: 'Ieva K.', text: 'Man tāds jau ir – pēc mazgāšanas kļūst tikai mīkstāks', at: 1790000090000 },
            { id: 'm5', name: 'Toms', text: 'Is the green one darker in daylight?', at: 1790000120000 },
        ],
    };
}
