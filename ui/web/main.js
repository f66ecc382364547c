// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Puts the page together: one state, one line to the show, one picture, and views that are told what changed.

import { Api } from './core/api.js';
import { Cart, rowsOf, totalOf } from './core/cart.js';
import { Checkout } from './core/checkout.js';
import { stillMs } from './core/countdown.js';
import { Follow } from './core/follow.js';
import { createKeep } from './core/keys.js';
import { createFigures } from './core/money.js';
import { addressOf, arrived } from './core/moved.js';
import { findOffer, flashOf } from './core/offers.js';
import { Outbox } from './core/outbox.js';
import { apply, applyPrice, emptyState, findProduct, findVariant, lowStock, releasePins, summary } from './core/state.js';
import { handsOver } from './core/terms.js';
import { chooseLanguage, createWords } from './core/words.js';
import { LiveLine } from './live.js';
import { socketUrl, video } from './start.js';
import { LiveVideo } from './video.js';
import { ChatView } from './view/chat.js';
import { byId, fillWords, setText } from './view/dom.js';
import { fitLetters } from './view/fit.js';
import { PanelView } from './view/panel.js';
import { ShelfView } from './view/shelf.js';
import { StageView } from './view/stage.js';
import { Timers } from './view/timers.js';

const keep = createKeep(() => localStorage);
const tabKeep = createKeep(() => sessionStorage); // the cart, an unanswered order: this tab's, gone with it
const held = arrived(location.hash, { keep, tabKeep, now: Date.now() });
if (location.hash.startsWith('#moved=')) history.replaceState(null, '', location.pathname + location.search);
const api = new Api({ keep });
const page = {
    state: emptyState(), language: 'en', words: null, figures: null, link: 'joining', videoPossible: LiveVideo.possible(),
    /** Counts are shown only while the line to the ledger stands. */
    get certain() { return this.link === 'on'; },
    /** The server's clock: countdowns and reservations end by it. */
    now: () => Date.now() + video.clockOffsetMs,
    flashEnded: new Map(), // SKU → when its flash price ended, by the server's clock
    mediaMs: () => video.mediaMs ?? -1,
    retryNow: () => line.retryNow(),
};
const line = new LiveLine({
    api, url: socketUrl('/api/live'), message: received, link: linkChanged,
    expectsVideo: () => page.videoPossible && page.state.phase === 'live',
});
const outbox = new Outbox({ post: (body) => api.post('/api/messages', body), changed: () => chat?.drawLog(),
    known: (id) => page.state.messages.some((message) => message.id === id) });
const cart = new Cart({ keep: tabKeep, changed: () => drawCartButton() });
const checkout = new Checkout({ post: (...args) => api.post(...args), part: (path, body) => api.part(path, body), keep: tabKeep, now: () => page.now(), changed: checkoutStepped });
checkout.held = held;
const follow = new Follow({ post: (...args) => api.post(...args), keep: tabKeep, changed: () => panel?.followed() });
const timers = new Timers({ now: () => page.now(), say: (key) => setText(byId('politely'), page.words(key)), ended: flashOver });

let stage, shelf, panel, chat;
api.token(); // asked for while the words are on their way
await speak(chooseLanguage(keep.read('language'), navigator.languages, ''));
stage = new StageView({ page, video });
panel = new PanelView({ page, cart, checkout, follow });
shelf = new ShelfView({ page, openProduct: (id) => panel.openProduct(id), openBundle: (id) => panel.openBundle(id) });
chat = new ChatView({ page, outbox, keep, send: (name, text) => outbox.add(name, text, page.mediaMs()) });
prepareLanguageSwitch();
prepareShare();
fitLetters();
byId('cart').addEventListener('click', () => panel.openCart());
byId('findOrder').addEventListener('click', () => panel.openFind());
drawAll();
if (checkout.order.step === 'waiting') panel.openWaiting();
else if (checkout.held) panel.openHeld();
else if (checkout.reserve.step === 'waiting') panel.openCart();
video.tell({
    came: () => line.fragmentCame(),
    shown: () => showDuePins(),
    waits: (standing) => stage.waits(standing),
    blocked: (blocked) => stage.playBlocked(blocked),
    expects: () => page.certain && page.state.phase === 'live',
});
line.start();
setInterval(showDuePins, 1000);
setInterval(() => timers.tick(), 250);
// Closed or gone to another page: the pieces are for others again.
addEventListener('pagehide', () => checkout.pageGoes());
addEventListener('pageshow', (event) => { if (event.persisted) checkoutStepped(); });
Object.defineProperty(window, 'vitrinaStats', { get: () => video.stats(), enumerable: true });

async function speak(language) {
    const list = (await import('./words/' + language + '.js')).default;
    page.language = language;
    page.words = createWords(language, list);
    page.figures = createFigures(language, page.state.show?.locale, page.state.show?.currency);
    document.documentElement.lang = language;
    return page.words;
}

/** An order that has no answer yet is asked for here first: what was taken is answered as ever, the rest was not. */
function goTo(url) {
    if (checkout.order.open || checkout.reserve.open) {
        setTimeout(() => goTo(url), 500);
        return;
    }
    const address = addressOf(url, { keep, tabKeep, held: checkout.held, now: page.now() });
    if (address) location.replace(address);
}

function received(message) {
    if (message.t === 'moved') return goTo(message.url);
    const flashed = flashSkus();
    const priced = message.t === 'prices' ? watchedPrices() : null;
    const changed = apply(page.state, message, performance.now());
    if (message.t === 'hello') helloCame(message);
    // A large hello is under way for seconds; of all that tells the time, what came quickest is nearest.
    if (message.t === 'here' && typeof message.now === 'number') video.clockOffsetMs = Math.max(video.clockOffsetMs, message.now - Date.now());
    if (changed.has('offers')) flashesEnded(flashed);
    if (changed.has('chat')) outbox.seen(message.messages ?? []);
    showDuePins();
    if (changed.size > 0) draw(changed);
    if (changed.has('stock') && message.t === 'stock') sayStock(message.levels ?? []);
    if (priced) sayPrices(priced);
}

async function helloCame(message) {
    if (typeof message.now === 'number') video.clockOffsetMs = message.now - Date.now();
    const language = chooseLanguage(keep.read('language'), navigator.languages, page.state.show?.locale);
    if (language !== page.language) {
        await speak(language);
        drawAll();
    } else {
        page.figures = createFigures(page.language, page.state.show?.locale, page.state.show?.currency);
    }
    lineBack();
}

function lineBack() {
    outbox.resume();
    checkout.lineBack();
    if (follow.letter.step === 'waiting') follow.letter.send();
}

function linkChanged(link) {
    page.link = link;
    drawAll();
    if (link !== 'on') return;
    video.hurry();
    lineBack();
}

/** A refusal names what the page did not know yet; it is shown everywhere before the words for it. */
function checkoutStepped() {
    if (!panel) return;
    const { refusal } = checkout.reserve;
    const found = refusal?.sku && findVariant(page.state, refusal.sku);
    const level = (available, word) => draw(apply(page.state, { t: 'stock', levels: [{ sku: refusal.sku, available, word }] }));
    if (found && refusal.error === 'price_changed' && typeof refusal.price === 'number') draw(applyPrice(page.state, refusal.sku, refusal.price));
    if (found && refusal.error === 'sold_out' && typeof refusal.available === 'number') level(refusal.available, refusal.available > 0 ? 'available' : 'sold_out');
    if (found && refusal.error === 'sku_stopped') level(found.variant.available, 'stopped');
    panel.stepped();
}

const flashSkus = () => page.state.offers.filter((offer) => offer.kind === 'flash_price').flatMap((offer) => (offer.lines ?? []).map((line) => line.sku));

/** Told for a moment where it stood: the price changes at once, nothing else moves. */
function flashesEnded(skus) {
    const over = skus.filter((sku) => !flashOf(page.state, sku));
    for (const sku of over) page.flashEnded.set(sku, page.now());
    if (over.length > 0) setTimeout(() => draw(new Set(['prices'])), stillMs + 100);
}

function flashOver(id) {
    if (findOffer(page.state, id.replace('offer:', ''))) draw(new Set(['prices']));
}

function showDuePins() {
    if (!releasePins(page.state, video.mediaMs, performance.now())) return;
    draw(new Set(['pin']));
    const product = page.state.pin && findProduct(page.state, page.state.pin.product);
    if (product) setText(byId('politely'), page.words('show_now', { name: page.state.pin.title || product.name }));
}

/** Only what changed is drawn: a stock message must be on the page within 200 ms on a small phone too. */
function draw(changed) {
    if (!stage) return;
    const any = (...names) => names.some((name) => changed.has(name));
    if (any('phase', 'viewers', 'show', 'pin')) stage.draw();
    if (any('show')) drawShow();
    if (any('stock', 'products', 'prices', 'offers', 'terms', 'pin', 'sales', 'phase', 'show')) shelf.drawAir();
    if (any('stock', 'products', 'prices', 'offers', 'terms', 'pin', 'show')) shelf.drawShelf();
    if (any('stock', 'products', 'prices', 'offers', 'terms', 'sales', 'phase', 'show')) panel.update(changed);
    if (any('stock', 'products', 'prices', 'offers', 'terms', 'show')) drawCartButton();
    if (any('chat')) chat.drawLog();
}

function drawAll() {
    if (!stage) return;
    fillWords(page.words);
    for (const button of document.querySelectorAll('[data-lang]')) button.setAttribute('aria-pressed', String(button.dataset.lang === page.language));
    drawShow();
    drawCartButton();
    stage.draw();
    shelf.draw();
    shelf.drawGrip();
    panel.draw();
    chat.draw();
}

/** Not where the shop has a checkout of its own: there is no cart here then. */
function drawCartButton() {
    const button = byId('cart');
    if (!page.words || !panel) return;
    const own = page.state.joined && !handsOver(page.state.terms);
    button.hidden = byId('findOrder').hidden = !own;
    const { pieces } = cart;
    const sum = page.figures.money(totalOf(rowsOf(page.state, cart, page.certain)));
    const label = pieces > 0 ? page.words('cart_for', { sum }) : page.words('cart');
    setText(byId('cartText'), label);
    if (pieces > 0) button.dataset.count = page.figures.count(pieces); // drawn by the style: the name says it
    else delete button.dataset.count;
    button.setAttribute('aria-label', pieces > 0 ? label + ', ' + page.words('pieces', { n: pieces }) : label);
}

function drawShow() {
    const { show } = page.state;
    const title = show?.title || page.words('vitrina');
    setText(byId('title'), title);
    setText(byId('shop'), [show?.shop, show?.host].filter(Boolean).join(' · '));
    document.title = show ? page.words('page_title', { show: title, shop: show.shop ?? '' }) : title;
    const mark = byId('mark');
    if (show && !mark.dataset.tried) {
        mark.dataset.tried = 'yes';
        mark.addEventListener('error', () => { mark.src = '/favicon.svg'; }, { once: true });
        mark.src = '/assets/shop-mark.svg';
    }
}

let saidStockMs = -Infinity;
/** One polite region, at most every 5 s, and only for what this viewer looks at. */
function sayStock(levels) {
    const { pin } = page.state;
    const watched = panel.kind !== 'none' ? panel.choice?.product : pin?.product;
    const product = watched ? findProduct(page.state, watched) : null;
    if (!product || !levels.some((level) => product.variants.some((variant) => variant.sku === level.sku))) return;
    const total = summary(product);
    if (performance.now() - saidStockMs < 5000 && total.word === 'available') return;
    if (total.word === 'available' && total.available > lowStock) return;
    saidStockMs = performance.now();
    const word = total.word === 'available' ? page.words('only_left', { n: total.available }) : page.words(total.word);
    setText(byId('politely'), product.name + ': ' + word);
}

/** SKU → price of what this viewer looks at: the open product, the open cart, or what is on air. */
function watchedPrices() {
    const product = findProduct(page.state, panel.kind === 'none' ? page.state.pin?.product : panel.choice?.product);
    const skus = panel.kind === 'cart' ? cart.entries.map((entry) => entry.id) : product?.variants.map((variant) => variant.sku) ?? [];
    return new Map(skus.map((sku) => [sku, findVariant(page.state, sku)?.variant.price]));
}

function sayPrices(before) {
    const [sku] = [...before].find(([one, price]) => price !== findVariant(page.state, one)?.variant.price) ?? [];
    if (!sku) return;
    const { product, variant } = findVariant(page.state, sku);
    setText(byId('politely'), page.words('price_now', { name: [product.name, variant.label].filter(Boolean).join(', '), price: page.figures.money(variant.price) }));
}

function prepareLanguageSwitch() {
    for (const button of document.querySelectorAll('[data-lang]'))
        button.addEventListener('click', async () => {
            keep.write('language', button.dataset.lang);
            await speak(button.dataset.lang);
            drawAll();
        });
}

/** Offered only where the browser can do it: never a button that does nothing. */
function prepareShare() {
    const button = byId('share');
    const canShare = typeof navigator.share === 'function';
    if (!canShare && !navigator.clipboard?.writeText) return;
    button.hidden = false;
    button.addEventListener('click', async () => {
        const url = location.origin + '/';
        try {
            if (canShare) {
                await navigator.share({ title: document.title, url });
                return;
            }
            await navigator.clipboard.writeText(url);
            setText(byId('politely'), page.words('share_done'));
            const label = button.querySelector('.long');
            label.textContent = page.words('share_done');
            setTimeout(() => setText(label, page.words('share')), 2500);
        } catch {
            // the viewer closed the share sheet, or the browser refused: nothing was promised
        }
    });
}
