// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The panel over the sheet (phone) or the chat (wide screen): a product, the cart, the checkout, an order. The picture
// stays; Escape or one press goes back. What it covers is inert while it is open.

import { holdsCardNumber } from '../core/cards.js';
import { stillMs } from '../core/countdown.js';
import { findOffer } from '../core/offers.js';
import { findWay, homeRegion, deliveryPrice, kindOf, paymentsFor } from '../core/terms.js';
import { needsPhone } from '../core/order.js';
import { byId, setText } from './dom.js';
import { drawCart } from './cart.js';
import { billOf, drawCheckout } from './checkout.js';
import { drawFind, drawOrderPage } from './order.js';
import { drawBundle, drawProduct } from './product.js';

const draws = { product: drawProduct, bundle: drawBundle, cart: drawCart, checkout: drawCheckout, order: drawOrderPage, find: drawFind };
/** On a phone these are the whole page, with the picture small above. */
const full = new Set(['cart', 'checkout', 'order', 'find']);
/** What is drawn anew when the show changes; a form that is being filled in is left in peace. */
const follows = { product: true, bundle: true, cart: true };
/** A press that never ends, as one on a scroll bar, holds the panel up no longer. */
const longestPressMs = 2000;
const stops = ['button', 'input', 'select', 'textarea'].map((tag) => tag + ':not([disabled])').join(', ') + ', a[href], summary';

export class PanelView {
    constructor({ page, cart, checkout, follow }) {
        Object.assign(this, { page, cart, checkout, follow });
        this.element = byId('panel');
        this.kind = 'none'; // none · product · bundle · cart · checkout · order · find
        this.choice = null; // {product, sku, quantity} or {offer, quantity}
        this.form = { way: '', region: '', address: '', name: '', contact: '', phone: '', payment: '', note: '', faults: [], cards: new Set() }; // cards: fields with a card's number
        this.finder = { number: follow.number, contact: follow.contact };
        this.writing = { act: '', text: '', empty: false, card: false };
        this.unfolded = new Set();
        this.pressedMs = this.firstPressMs = this.shownMs = -Infinity;
        this.later = null;
        this.shownSum = null; // beside the order's button, once a delivery is chosen
        this.sumNews = null; // {old, new}: the terms have changed it since
        this.returnTo = null;
        this.element.addEventListener('keydown', (event) => {
            if (event.key === 'Escape' && event.target.tagName !== 'SELECT') this.back();
            if (event.key === 'Tab') this.#keepInside(event);
        });
        this.#watchPresses();
        this.wide = matchMedia('(min-width: 600px)');
        this.wide.addEventListener('change', () => this.#cover());
        setInterval(() => this.#tick(), 250);
    }

    // ---- where to

    openProduct(id) {
        const product = this.page.state.products.find((one) => one.id === id);
        if (!product) return;
        const open = product.variants.find((variant) => variant.word === 'available') ?? product.variants[0];
        this.choice = { product: id, sku: open?.sku ?? '', quantity: 1 };
        this.#show(this.checkout.order.open ? 'checkout' : 'product');
    }

    openBundle(id) {
        this.choice = { offer: id, quantity: 1 };
        this.#show(this.checkout.order.open ? 'checkout' : 'bundle');
    }

    openCart() {
        this.#show(this.checkout.order.open ? 'checkout' : 'cart');
    }

    /** An order that waits from before a reload: shown, not hidden in the background. */
    openWaiting() {
        const { name, contact, phone, delivery, payment, note } = this.checkout.order.body;
        Object.assign(this.form, { name, contact, phone: phone ?? '', way: delivery?.way ?? '', region: delivery?.region ?? '', address: delivery?.address ?? '', payment: payment ?? '', note: note ?? '' });
        this.#show('checkout');
    }

    /** A checkout that came along from the server that the show was at before. */
    openHeld() {
        this.#show('checkout');
    }

    openFind(another = false) {
        this.follow.clear();
        this.finder = another ? { number: '', contact: '' } : { number: this.follow.number, contact: this.follow.contact };
        this.#show('find');
    }

    back() {
        if (this.kind === 'checkout' && !this.checkout.order.open && this.checkout.order.step !== 'unsure') this.#show('cart');
        else this.close();
    }

    close() {
        this.#leaves('none');
        this.kind = 'none';
        this.element.hidden = true;
        this.element.replaceChildren();
        document.body.dataset.panel = 'none';
        document.body.dataset.cover = 'none';
        if (this.checkout.order.step === 'unsure') this.checkout.order.clear();
        this.follow.fresh = false;
        this.#cover();
        const target = this.returnTo?.isConnected ? this.returnTo : byId('airBuy') ?? byId('air');
        this.returnTo = null;
        target?.focus();
    }

    #show(kind) {
        if (this.kind === 'none') this.returnTo = document.activeElement;
        this.#leaves(kind);
        this.sumNews = null;
        this.kind = kind;
        this.element.hidden = false;
        document.body.dataset.panel = kind;
        document.body.dataset.cover = full.has(kind) ? 'full' : 'part';
        this.#cover();
        this.draw(true);
        this.element.scrollTop = 0;
        this.shownMs = performance.now();
        byId('panelTitle')?.focus({ preventScroll: true });
    }

    /** Whoever leaves the checkout, or the cart while pieces are being kept, gives them back. */
    #leaves(kind) {
        if (kind === 'checkout' || kind === 'order' || kind === this.kind) return;
        if (this.kind === 'checkout' || this.kind === 'cart') this.checkout.leave();
    }

    // ---- what is pressed

    buy() {
        this.#added(this.cart.add(this.page.state, this.choice.sku, this.choice.quantity));
    }

    buyBundle() {
        const offer = findOffer(this.page.state, this.choice.offer);
        if (offer) this.#added(this.cart.addBundle(this.page.state, offer, this.choice.quantity));
    }

    #added(done) {
        this.cartFull = !done;
        this.#show('cart');
        this.cartFull = false;
    }

    /** The cart's button: pieces are kept and prices locked, or it is said why not. */
    reserve() {
        this.cart.accept(this.page.state);
        const { state } = this.page;
        const takes = state.offers.some((offer) => offer.kind === 'coupon');
        this.checkout.begin({ lines: this.cart.wire(), word: takes ? this.cart.word.trim() : '', mediaMs: this.page.mediaMs() });
    }

    /** A choice in the form: what no longer fits it is open again, and nothing else is chosen for the buyer. */
    pick(change) {
        const { form } = this;
        const { terms } = this.page.state;
        Object.assign(form, change);
        this.sumNews = null;
        const way = findWay(terms, form.way);
        if (way && deliveryPrice(way, form.region, 0) === null) form.way = '';
        const ways = paymentsFor(terms, kindOf(terms, form.way));
        if (!ways.includes(form.payment)) form.payment = ways.length === 1 ? ways[0] : ''; // one is no choice
        form.faults = form.faults.filter((fault) => !(fault in change));
        this.draw();
    }

    /** What is being typed is no fault yet. */
    typed(name, text) {
        const { form } = this;
        const before = [needsPhone(form, this.page.state.terms), form.cards.has(name)];
        form[name] = text;
        form.faults = form.faults.filter((fault) => fault !== name);
        if (holdsCardNumber(text)) form.cards.add(name);
        else form.cards.delete(name);
        if (needsPhone(form, this.page.state.terms) !== before[0] || form.cards.has(name) !== before[1]) this.draw();
    }

    /** To the shop: a question, a return, a withdrawal. */
    wrote(text) {
        const before = this.writing.card;
        Object.assign(this.writing, { text, card: holdsCardNumber(text) });
        if (this.writing.card !== before) this.draw();
    }

    fold(id, open) {
        if (open) this.unfolded.add(id);
        else this.unfolded.delete(id);
    }

    readTerms() {
        const terms = byId('conditions');
        if (!terms) return;
        terms.open = true;
        terms.scrollIntoView({ block: 'start' });
        terms.querySelector('summary').focus({ preventScroll: true });
    }

    find() {
        this.finder = { number: this.finder.number.trim(), contact: this.finder.contact.trim() };
        if (!this.finder.number) this.focusOn('findNumber');
        else if (!this.finder.contact) this.focusOn('findContact');
        else this.follow.find(this.finder.number, this.finder.contact);
    }

    openAct(act) {
        this.follow.letter.clear();
        this.writing = { act, text: '', empty: false, card: false };
        this.draw();
        this.focusOn('actText') || this.focusOn('actSend');
    }

    write(mayBeEmpty) {
        const { act, text } = this.writing;
        this.writing.empty = !mayBeEmpty && !text.trim();
        if (this.writing.empty || this.writing.card) {
            this.draw();
            this.focusOn('actText');
            return;
        }
        const { order, number } = this.follow;
        if (act !== 'withdraw') return void this.follow.write(act, text.trim());
        // A declaration in so many words: it stands in the shop's notes whatever the shop makes of a return.
        const declared = this.page.words('withdraw_declaration', { number }) + (text.trim() ? ' ' + text.trim() : '');
        this.follow.write(order.can?.return ? 'return' : 'question', declared);
    }

    focusOn(id) {
        const field = byId(id);
        field?.focus();
        return Boolean(field);
    }

    // ---- what happened

    /** The show has changed; only what hangs on it is drawn anew. */
    update(changed) {
        if (this.kind === 'checkout' && changed.has('terms')) this.#sumMayDiffer();
        if (follows[this.kind] || (this.kind === 'checkout' && changed.has('terms'))) this.#refresh();
    }

    /** The checkout took a step. */
    stepped() {
        const { checkout } = this;
        if (checkout.order.step === 'done') return this.#ordered();
        if (this.kind === 'cart' && checkout.held) this.#show('checkout');
        else if (this.kind === 'checkout' && !checkout.begun && checkout.order.step !== 'unsure') this.#show('cart');
        else this.draw();
        return this.#say();
    }

    #ordered() {
        const { answer, body } = this.checkout.order;
        const { terms } = this.page.state;
        this.checkout.order.clear();
        this.cart.clear();
        this.writing = { act: '', text: '', empty: false, card: false };
        const title = findWay(terms, body.delivery?.way)?.title ?? '';
        this.follow.placed(answer, { contact: body.contact, deliveryTitle: title, transferTo: terms?.transferTo ?? '' });
        this.#show('order');
        setText(byId('politely'), this.page.words('order_said', { number: String(answer.number) }));
    }

    /** The order that is looked at, or its letter, took a step. */
    followed() {
        const { follow } = this;
        if (follow.letter.step === 'done') {
            follow.letter.clear();
            this.writing = { act: '', text: '', empty: false, card: false };
            this.draw();
            byId('panelTitle')?.focus({ preventScroll: true });
            setText(byId('politely'), this.page.words('letter_sent'));
            return;
        }
        if (this.kind === 'find' && follow.order && !follow.finding && !follow.fault) this.#show('order');
        else this.draw();
        this.#say();
    }

    #say() {
        const say = this.element.querySelector('[data-say]')?.textContent;
        if (say) setText(byId('politely'), say);
    }

    // ---- drawing

    /** Just after a reservation's end nothing can be pressed: no button slips under a thumb. */
    get still() {
        return this.checkout.ended && this.page.now() - this.checkout.endedMs < stillMs;
    }

    /**
     * In a rush the stock changes twenty times a second. What is being pressed must not be replaced under the finger (its
     * click would be lost), and what looks the same is left alone, for screen readers too.
     */
    #refresh() {
        clearTimeout(this.later);
        this.later = null;
        if (this.kind === 'none') return;
        const pressedFor = performance.now() - this.pressedMs;
        if (pressedFor < longestPressMs) {
            this.later = setTimeout(() => this.#refresh(), longestPressMs - pressedFor);
            return;
        }
        const drawn = draws[this.kind](this);
        const { childNodes } = this.element;
        if (drawn.length !== childNodes.length || !drawn.every((one, index) => one.isEqualNode(childNodes[index]))) this.draw();
    }

    /** Only once a way was chosen has the buyer seen a sum that a change of terms can change. */
    #sumMayDiffer() {
        const { way, delivery, toPay } = billOf(this);
        const { old = this.shownSum } = this.sumNews ?? {};
        this.sumNews = way && delivery !== null && this.shownSum !== null && toPay !== old ? { old, new: toPay } : null;
    }

    #watchPresses() {
        const down = () => { this.pressedMs = performance.now(); };
        const up = () => {
            this.pressedMs = -Infinity;
            if (this.later) setTimeout(() => this.#refresh(), 0); // after the click that comes of it
        };
        this.element.addEventListener('pointerdown', down);
        this.element.addEventListener('keydown', (event) => { if (event.key === ' ') down(); });
        for (const name of ['pointerup', 'pointercancel', 'keyup', 'blur']) addEventListener(name, up);
        // The second half of a double click on "Buy" is no press on the button that has come in its place.
        addEventListener('click', (event) => {
            if (event.detail < 2) this.firstPressMs = performance.now();
            else if (this.shownMs >= this.firstPressMs && this.element.contains(event.target)) {
                event.preventDefault();
                event.stopPropagation();
            }
        }, true);
    }

    /** Writes the panel anew and puts focus, what was typed and the place in the panel back. */
    draw(fresh = false) {
        if (this.kind === 'none') return;
        const active = document.activeElement;
        const inside = this.element.contains(active) ? active.id : '';
        const selection = inside && ['text', 'textarea'].includes(active.type) ? [active.selectionStart, active.selectionEnd] : null;
        const scroll = this.element.querySelector('.panel-body')?.scrollTop ?? 0;
        const whole = this.element.scrollTop; // on a phone on its side the panel itself scrolls
        this.wasStill = this.still;
        this.form.region ||= homeRegion(this.page.state.terms, this.page.state.show?.locale);
        const bill = this.kind === 'checkout' ? billOf(this) : null;
        this.shownSum = bill?.way ? bill.toPay : null;
        this.element.replaceChildren(...draws[this.kind](this));
        if (fresh) return;
        const body = this.element.querySelector('.panel-body');
        if (body) body.scrollTop = scroll;
        this.element.scrollTop = whole;
        const again = inside ? byId(inside) : null;
        if (inside) (again && !again.disabled ? again : byId('panelTitle'))?.focus({ preventScroll: true });
        if (again && selection) again.setSelectionRange(...selection);
    }

    #tick() {
        this.checkout.tick();
        if (this.kind === 'cart' && this.wasStill && !this.still) this.draw();
        const held = byId('held');
        if (held && !held.classList.contains('soon') && this.checkout.held?.expires - this.page.now() <= 60_000) this.draw();
        const timer = this.element.querySelector('[data-retry]');
        if (!timer) return;
        const left = Number(timer.dataset.retry) - Date.now();
        if (left <= 0) this.draw();
        else setText(timer, timer.dataset.words.replace('{s}', String(Math.ceil(left / 1000))));
    }

    #cover() {
        const open = this.kind !== 'none';
        const wide = this.wide.matches;
        byId('chat').inert = open;
        byId('sheet').inert = open && !wide;
        document.querySelector('.bar').inert = open && !wide;
        byId('stage').inert = open && !wide && full.has(this.kind);
    }

    /** On a phone the panel is all there is; on a wide screen Tab may leave it for the picture. */
    #keepInside(event) {
        if (this.wide.matches) return;
        const inside = [...this.element.querySelectorAll(stops)];
        if (inside.length === 0) return;
        const [first] = inside;
        const last = inside[inside.length - 1];
        if (event.shiftKey && (document.activeElement === first || document.activeElement === byId('panelTitle'))) {
            event.preventDefault();
            last.focus();
        } else if (!event.shiftKey && document.activeElement === last) {
            event.preventDefault();
            first.focus();
        }
    }
}
