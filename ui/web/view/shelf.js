// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The product on air and the shelf with all the others; on a phone both are a sheet with three stops.

import { closedBecause, findProduct, isGone, lowStock, summary } from '../core/state.js';
import { bundleParts, bundlePrice, bundles, bundleStock, flashOf } from '../core/offers.js';
import { handsOver } from '../core/terms.js';
import { flashPills, reducedShort, vatWords } from './prices.js';
import { byId, keyed, make, picture, pill, setText } from './dom.js';

/** The stock sign of a product or a variant: word, sign and colour, in that order. */
export function stockPill(page, { word, available }) {
    const { words, figures } = page;
    if (word === 'sold_out') return pill('bad', words('sold_out'), 'no');
    if (word === 'stopped') return pill('bad', words('stopped'), 'no');
    if (word === 'all_in_checkouts') return pill('info', words('all_in_checkouts'), 'bag');
    if (!page.certain) return pill('n', words('checking_stock'));
    const values = { n: available };
    const text = (key) => words(key, values).replace(String(available), figures.count(available));
    return available <= lowStock ? pill('low', text('only_left'), 'low') : pill('n', text('available'));
}

export function priceText(page, total) {
    if (total.price === null) return '';
    const price = page.figures.money(total.price);
    return total.several ? page.words('from_price', { price }) : price;
}

/** The same with the word before the figure set small, so that the figure leads. */
function priceParts(page, total) {
    if (!total.several || total.price === null) return [priceText(page, total)];
    const mark = '\u0000';
    const [before, after] = page.words('from_price', { price: mark }).split(mark);
    return [make('span', { class: 'from' }, before), page.figures.money(total.price), after];
}

/** lang attribute for what the show wrote, where the page speaks another language */
export function showLang(page) {
    const base = (page.state.show?.locale ?? '').split('-')[0];
    return base && base !== page.language ? base : undefined;
}

/** "2 × Linen towel + Honey" */
export function bundleName(page, offer) {
    return (bundleParts(page.state, offer) ?? []).map(({ product, quantity }) => (quantity > 1 ? page.figures.count(quantity) + ' × ' : '') + product.name).join(' + ');
}

export class ShelfView {
    constructor({ page, openProduct, openBundle }) {
        this.page = page;
        this.openProduct = openProduct;
        this.openBundle = openBundle;
        this.air = byId('air');
        this.#sheetStops();
    }

    draw() {
        this.drawAir();
        this.drawShelf();
    }

    drawAir() {
        const { state, words, language } = this.page;
        const product = state.pin && state.phase !== 'ended' ? findProduct(state, state.pin.product) : null;
        // Built once for a product and then only written into: a picture that is built anew would flash.
        const built = [product?.id, product?.name, state.pin?.title, language].join('\n');
        if (this.built !== built) {
            this.built = built;
            this.air.dataset.product = product?.id ?? '';
            this.air.replaceChildren(...(product ? this.#buildAir(product) : [make('div', { class: 'air-none' },
                make('h2', {}, words('nothing_on_air')), make('p', {}, words('nothing_on_air_more')))]));
        }
        if (product) this.#updateAir(product);
    }

    #buildAir(product) {
        const { words, state } = this.page;
        const variants = product.variants.length > 1 ? words('variants', { n: product.variants.length }) : '';
        const kind = [product.description, variants].filter(Boolean).join(' · ');
        return [
            picture(product, 92),
            make('div', { class: 'air-text' }, make('p', { class: 'vh' }, words('on_air')),
                make('h2', { lang: showLang(this.page) }, state.pin.title || product.name),
                kind && make('p', { class: 'kind', lang: showLang(this.page) }, kind)),
            make('p', { class: 'pr num' }),
            make('p', { class: 'row' }),
            make('p', { class: 'buy' }, make('button', { type: 'button', id: 'airBuy', onclick: () => this.openProduct(product.id) },
                make('span', { class: 'short' }), make('span', { class: 'long' }))),
        ];
    }

    #updateAir(product) {
        const { page, air } = this;
        const { words } = page;
        const total = summary(product);
        const closed = closedBecause(page.state);
        const buyable = total.word === 'available' && !closed;
        const price = priceText(page, total);
        const name = page.state.pin.title || product.name;
        const shown = product.variants.find((variant) => variant.word === 'available' && flashOf(page.state, variant.sku)) ?? product.variants.find((variant) => variant.price === total.price);
        const cut = total.several || !shown ? null : reducedShort(page, shown);
        const vat = vatWords(page);
        air.querySelector('.row').replaceChildren(stockPill(page, total), ...(closed ? [pill('n', words(closed))] : shown && !isGone(total) ? flashPills(page, shown.sku, { limits: false }) : []));
        air.querySelector('.pr').replaceChildren(...(isGone(total) ? [] : [make('span', { class: 'price' }, ...priceParts(page, total)), ...(cut?.beside ?? []),
            make('small', { class: cut ? 'below' : '' }, [cut?.below, vat].filter(Boolean).join(' · '))]));
        const button = byId('airBuy');
        button.className = buyable ? 'btn' : 'btn alt';
        setText(button.firstElementChild, buyable ? words('buy_for', { price }) : words('look'));
        setText(button.lastElementChild, buyable ? words('buy') : words('look'));
        button.setAttribute('aria-label', buyable ? words('buy_for', { price }) + ', ' + name : words('look_at', { name }));
    }

    drawShelf() {
        const { state, words } = this.page;
        const n = state.products.length;
        setText(byId('shelfCount'), n === 0 ? '' : [words('products', { n }), vatWords(this.page) && words('prices_with_vat')].filter(Boolean).join(' · '));
        const rows = [...(handsOver(state.terms) ? [] : bundles(state)).map((offer) => ({ id: 'offer:' + offer.id, offer })), ...state.products];
        keyed(byId('products'), rows, (row) => row.id, (row) => (row.offer ? this.#bundleRow(row.offer) : this.#row(row)),
            (element, row) => (row.offer ? this.#updateBundle(element, row.offer) : this.#updateRow(element, row)));
    }

    #bundleRow(offer) {
        const [first] = bundleParts(this.page.state, offer);
        const button = make('button', { type: 'button', class: 'product', onclick: () => this.openBundle(offer.id) },
            picture(first.product, 52), make('b', {}), make('span', { class: 'm num' }), make('span', { class: 'sign' }));
        return make('li', { class: 'bundle' }, button);
    }

    #updateBundle(row, offer) {
        const { page } = this;
        const stock = bundleStock(page.state, offer);
        row.classList.toggle('so', isGone(stock));
        setText(row.querySelector('b'), bundleName(page, offer));
        setText(row.querySelector('.m'), page.words('bundle_for', { price: page.figures.money(bundlePrice(offer)) }));
        setText(row.querySelector('.sign'), stock.word !== 'available' ? page.words(stock.word) : page.certain && stock.available <= lowStock ? page.words('only_left', { n: stock.available }) : '');
    }

    #row(product) {
        const button = make('button', { type: 'button', class: 'product', onclick: () => this.openProduct(product.id) },
            picture(product, 52), make('b', {}), make('span', { class: 'm num' }), make('span', { class: 'sign' }));
        return make('li', {}, button);
    }

    #updateRow(row, product) {
        const { page } = this;
        const total = summary(product);
        const button = row.firstElementChild;
        const price = priceText(page, total);
        const word = total.word === 'available' ? '' : page.words(total.word);
        const low = total.word === 'available' && total.available <= lowStock && page.certain;
        row.classList.toggle('so', isGone(total));
        row.classList.toggle('on-air', page.state.pin?.product === product.id);
        button.dataset.sku = product.variants[0]?.sku ?? '';
        button.dataset.available = String(total.available);
        const name = button.querySelector('b');
        setText(name, product.name);
        if (showLang(page)) name.lang = showLang(page);
        else name.removeAttribute('lang');
        const sign = low ? page.words('only_left', { n: total.available }) : page.certain && !word ? page.words('available', { n: total.available }) : '';
        setText(button.querySelector('.m'), word || price);
        const signElement = button.querySelector('.sign');
        setText(signElement, sign);
        signElement.classList.toggle('low', low);
    }

    // Stops of the sheet on a phone: peek, open, full. Drag, a press on the grip, Escape.
    #sheetStops() {
        const sheet = byId('sheet');
        const grip = byId('grip');
        const stops = ['peek', 'open', 'full'];
        const set = (stop) => {
            sheet.dataset.stop = stop;
            document.body.dataset.sheet = stop;
            this.drawGrip();
        };
        this.drawGrip = () => {
            const open = sheet.dataset.stop !== 'peek';
            grip.setAttribute('aria-expanded', String(open));
            grip.setAttribute('aria-label', this.page.words(open ? 'shelf_close' : 'shelf_open'));
        };
        let drag = null;
        grip.addEventListener('pointerdown', (event) => {
            drag = { y: event.clientY, height: sheet.getBoundingClientRect().height, moved: false };
            grip.setPointerCapture(event.pointerId);
        });
        grip.addEventListener('pointermove', (event) => {
            if (!drag) return;
            const by = drag.y - event.clientY;
            if (Math.abs(by) > 6) drag.moved = true;
            if (!drag.moved) return;
            sheet.classList.add('dragged');
            sheet.style.setProperty('--dragged', Math.max(200, drag.height + by) + 'px');
        });
        const drop = () => {
            if (!drag) return;
            const { moved } = drag;
            drag = null;
            sheet.classList.remove('dragged');
            if (!moved) return;
            this.wasDragged = true;
            const part = parseFloat(sheet.style.getPropertyValue('--dragged')) / innerHeight;
            set(part < 0.5 ? 'peek' : part < 0.84 ? 'open' : 'full');
        };
        grip.addEventListener('pointerup', drop);
        grip.addEventListener('pointercancel', drop);
        grip.addEventListener('click', () => {
            if (this.wasDragged) {
                this.wasDragged = false;
                return;
            }
            set(sheet.dataset.stop === 'peek' ? 'open' : 'peek');
        });
        grip.addEventListener('keydown', (event) => {
            const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
            if (!step) return;
            event.preventDefault();
            set(stops[Math.min(2, Math.max(0, stops.indexOf(sheet.dataset.stop) + step))]);
        });
        sheet.addEventListener('keydown', (event) => {
            if (event.key !== 'Escape' || sheet.dataset.stop === 'peek') return;
            set('peek');
            grip.focus();
        });
        this.closeSheet = () => set('peek');
    }
}
