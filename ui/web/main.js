// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Puts the page together: one state, one line to the show, one picture, and views that are told what changed.

import { Api } from './core/api.js';
import { createKeep } from './core/keys.js';
import { createFigures } from './core/money.js';
import { OrderDesk } from './core/order.js';
import { Outbox } from './core/outbox.js';
import { apply, applyPrice, emptyState, findProduct, findVariant, lowStock, releasePins, summary } from './core/state.js';
import { chooseLanguage, createWords } from './core/words.js';
import { LiveLine } from './live.js';
import { LiveVideo } from './video.js';
import { ChatView } from './view/chat.js';
import { byId, fillWords, setText } from './view/dom.js';
import { PanelView } from './view/panel.js';
import { ShelfView } from './view/shelf.js';
import { StageView } from './view/stage.js';

const keep = createKeep(() => localStorage);
const tabKeep = createKeep(() => sessionStorage); // an unanswered order: this tab's, gone with it
const api = new Api({ keep });
const page = {
    state: emptyState(), language: 'en', words: null, figures: null, link: 'joining', videoPossible: LiveVideo.possible(),
    /** Counts are shown only while the line to the ledger stands. */
    get certain() { return this.link === 'on'; },
    mediaMs: () => video.mediaMs ?? -1,
    retryNow: () => line.retryNow(),
};
const socketUrl = (path) => location.origin.replace(/^http/, 'ws') + path;

const video = new LiveVideo({
    element: byId('video'), url: socketUrl('/api/video'),
    came: () => line.fragmentCame(),
    shown: () => showDuePins(),
    waits: (standing) => stage.waits(standing),
    blocked: (blocked) => stage.playBlocked(blocked),
});
const line = new LiveLine({
    api, url: socketUrl('/api/live'), message: received, link: linkChanged,
    expectsVideo: () => page.videoPossible && page.state.phase === 'live',
});
const outbox = new Outbox({ post: (body) => api.post('/api/messages', body), changed: () => chat?.drawLog(),
    known: (id) => page.state.messages.some((message) => message.id === id) });
const desk = new OrderDesk({
    // After an unanswered try a new session would not know the key: then the refusal is told instead.
    post: (body, uncertain) => api.post('/api/orders', body, { renew: !uncertain }),
    keep: tabKeep, changed: orderStepped,
});

let stage, shelf, panel, chat;
await speak(chooseLanguage(keep.read('language'), navigator.languages, ''));
stage = new StageView({ page, video });
panel = new PanelView({ page, desk });
shelf = new ShelfView({ page, openProduct: (id) => panel.openProduct(id) });
chat = new ChatView({ page, outbox, keep, send: (name, text) => outbox.add(name, text, page.mediaMs()) });
prepareLanguageSwitch();
prepareShare();
drawAll();
if (desk.step === 'waiting') panel.openWaiting();
if (page.videoPossible) video.start();
line.start();
setInterval(showDuePins, 1000);
Object.defineProperty(window, 'vitrinaStats', { get: () => video.stats(), enumerable: true });

async function speak(language) {
    const list = (await import('./words/' + language + '.js')).default;
    page.language = language;
    page.words = createWords(language, list);
    page.figures = createFigures(language, page.state.show?.locale, page.state.show?.currency);
    document.documentElement.lang = language;
    return page.words;
}

function received(message) {
    const changed = apply(page.state, message, performance.now());
    if (message.t === 'hello') helloCame(message);
    if (changed.has('chat')) outbox.seen(message.messages ?? []);
    showDuePins();
    if (changed.size > 0) draw(changed);
    if (changed.has('stock') && message.t === 'stock') sayStock(message.levels ?? []);
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
    outbox.resume();
    if (desk.step === 'waiting') desk.send();
}

function linkChanged(link) {
    page.link = link;
    drawAll();
    if (link !== 'on') return;
    outbox.resume();
    if (desk.step === 'waiting') desk.send();
}

function orderStepped() {
    const { refusal } = desk;
    if (refusal?.error === 'price_changed' && typeof refusal.price === 'number') {
        applyPrice(page.state, refusal.sku, refusal.price);
        shelf.draw();
    }
    if (refusal?.error === 'sold_out' && typeof refusal.available === 'number')
        draw(apply(page.state, { t: 'stock', levels: [{ sku: refusal.sku, available: refusal.available, word: refusal.available > 0 ? 'available' : 'sold_out' }] }));
    if (refusal?.error === 'sku_stopped' && findVariant(page.state, refusal.sku)) {
        const { available } = findVariant(page.state, refusal.sku).variant;
        draw(apply(page.state, { t: 'stock', levels: [{ sku: refusal.sku, available, word: 'stopped' }] }));
    }
    panel.stepped();
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
    if (any('stock', 'products', 'pin', 'sales', 'phase', 'show')) shelf.drawAir();
    if (any('stock', 'products', 'pin', 'show')) shelf.drawShelf();
    if (any('stock', 'products', 'sales', 'phase', 'show')) panel.draw();
    if (any('chat')) chat.drawLog();
}

function drawAll() {
    if (!stage) return;
    fillWords(page.words);
    for (const button of document.querySelectorAll('[data-lang]')) button.setAttribute('aria-pressed', String(button.dataset.lang === page.language));
    drawShow();
    stage.draw();
    shelf.draw();
    shelf.drawGrip();
    panel.draw();
    chat.draw();
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
