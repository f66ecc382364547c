// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The panel over the sheet (phone) or the chat (wide screen): a product, then its order, then the number. The
// picture stays; Escape or one press goes back. What it covers is inert while it is open.

import { byId, setText } from './dom.js';
import { drawDone, drawOrder, drawUnsure } from './checkout.js';
import { drawProduct } from './product.js';

export class PanelView {
    constructor({ page, desk }) {
        this.page = page;
        this.desk = desk;
        this.element = byId('panel');
        this.kind = 'none'; // none · product · order
        this.choice = null; // {product, sku, quantity}
        this.form = { name: '', contact: '', faults: [] };
        this.returnTo = null;
        this.element.addEventListener('keydown', (event) => {
            if (event.key === 'Escape') this.back();
            if (event.key === 'Tab') this.#keepInside(event);
        });
        this.wide = matchMedia('(min-width: 600px)');
        this.wide.addEventListener('change', () => this.#cover());
        setInterval(() => this.#countdown(), 250);
    }

    openProduct(id) {
        const product = this.page.state.products.find((one) => one.id === id);
        if (!product) return;
        if (this.kind === 'none') this.returnTo = document.activeElement;
        const open = product.variants.find((variant) => variant.word === 'available') ?? product.variants[0];
        this.choice = { product: id, sku: open?.sku ?? '', quantity: 1 };
        if (!this.desk.open) this.desk.clear();
        this.#show(this.desk.open ? 'order' : 'product');
    }

    /** An order that waits from before a reload: shown, not hidden in the background. */
    openWaiting() {
        const [line] = this.desk.body.lines;
        this.choice = { product: '', sku: line.sku, quantity: line.quantity };
        this.form = { name: this.desk.body.name, contact: this.desk.body.contact, faults: [] };
        this.#show('order');
    }

    openOrder() {
        this.#show('order');
    }

    back() {
        if (this.kind === 'order' && !this.desk.open && this.desk.step !== 'done' && this.choice.product) this.#show('product');
        else this.close();
    }

    close() {
        this.kind = 'none';
        this.element.hidden = true;
        this.element.replaceChildren();
        document.body.dataset.panel = 'none';
        if (this.desk.step === 'done' || this.desk.step === 'unsure') this.desk.clear();
        this.#cover();
        const target = this.returnTo?.isConnected ? this.returnTo : byId('airBuy') ?? byId('air');
        this.returnTo = null;
        target?.focus();
    }

    #show(kind) {
        this.kind = kind;
        this.element.hidden = false;
        document.body.dataset.panel = kind;
        this.#cover();
        this.draw(true);
        this.element.scrollTop = 0;
        byId('panelTitle')?.focus({ preventScroll: true });
    }

    /** Writes the panel anew and puts focus, what was typed and the place in the panel back. */
    draw(fresh = false) {
        if (this.kind === 'none') return;
        const active = document.activeElement;
        const inside = this.element.contains(active) ? active.id : '';
        const selection = inside && active.setSelectionRange && active.type === 'text' ? [active.selectionStart, active.selectionEnd] : null;
        const scroll = this.element.querySelector('.panel-body')?.scrollTop ?? 0;
        const parts = this.kind === 'product' ? drawProduct(this)
            : this.desk.step === 'done' ? drawDone(this) : this.desk.step === 'unsure' ? drawUnsure(this) : drawOrder(this);
        this.element.replaceChildren(...parts);
        if (fresh) return;
        const body = this.element.querySelector('.panel-body');
        if (body) body.scrollTop = scroll;
        const again = inside ? byId(inside) : null;
        if (inside) (again && !again.disabled ? again : byId('panelTitle'))?.focus({ preventScroll: true });
        if (again && selection) again.setSelectionRange(...selection);
    }

    /** The desk took a step. */
    stepped() {
        this.draw();
        if (this.desk.step === 'done' && this.kind === 'order') byId('panelTitle')?.focus();
        const say = this.element.querySelector('[data-say]')?.textContent;
        if (say) setText(byId('politely'), say);
    }

    #countdown() {
        const timer = byId('retryTimer');
        if (!timer || this.desk.step !== 'later') return;
        if (Date.now() >= this.desk.untilMs) this.draw();
        else setText(timer, timer.dataset.words.replace('{s}', String(Math.ceil((this.desk.untilMs - Date.now()) / 1000))));
    }

    #cover() {
        const open = this.kind !== 'none';
        const wide = this.wide.matches;
        byId('chat').inert = open;
        byId('sheet').inert = open && !wide;
        document.querySelector('.bar').inert = open && !wide;
        byId('stage').inert = open && !wide && this.kind === 'order';
    }

    /** On a phone the panel is all there is; on a wide screen Tab may leave it for the picture. */
    #keepInside(event) {
        if (this.wide.matches) return;
        const stops = [...this.element.querySelectorAll('button:not([disabled]), input:not([disabled]), a[href]')];
        if (stops.length === 0) return;
        const first = stops[0];
        const last = stops[stops.length - 1];
        if (event.shiftKey && (document.activeElement === first || document.activeElement === byId('panelTitle'))) {
            event.preventDefault();
            last.focus();
        } else if (!event.shiftKey && document.activeElement === last) {
            event.preventDefault();
            first.focus();
        }
    }
}
