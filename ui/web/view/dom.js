// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Building the page. Text goes in with textContent only: nothing a person typed is ever read as markup.

import { icon } from './icons.js';

export const byId = (id) => document.getElementById(id);

/** make('p', {class: 'x', onclick: f}, 'text', child, …); false and null children are left out */
export function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (value === undefined || value === null || value === false) continue;
        if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
        else if (name in element && typeof value !== 'string') element[name] = value;
        else element.setAttribute(name, value === true ? '' : value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
    return element;
}

/** Writes only what differs, so that a screen reader and the layout are left in peace. */
export function setText(element, text) {
    if (element.textContent !== text) element.textContent = text;
}

export function pill(kind, text, iconName) {
    return make('span', { class: 'pill ' + kind }, iconName && icon(iconName), make('span', { class: 'num' }, text));
}

/** A product's picture: a plain asset name of ours, or an empty tile. */
export function picture(product, size) {
    const tile = make('span', { class: 'tile' });
    if (typeof product.image === 'string' && product.image.startsWith('/assets/'))
        tile.append(make('img', { src: product.image, alt: '', width: String(size), height: String(size), loading: 'lazy', decoding: 'async' }));
    return tile;
}

/** Fills data-w (text), data-wl (name for screen readers) and data-icon of what is in the document. */
export function fillWords(words, root = document) {
    for (const element of root.querySelectorAll('[data-w]')) setText(element, words(element.dataset.w));
    for (const element of root.querySelectorAll('[data-wl]')) element.setAttribute('aria-label', words(element.dataset.wl));
    for (const element of root.querySelectorAll('[data-icon]'))
        if (!element.firstChild) element.append(icon(element.dataset.icon));
}

/** Lists by key: rows that stay keep their element, so focus and scroll stay too. */
export function keyed(parent, items, keyOf, build, update) {
    const old = new Map(Array.from(parent.children, (row) => [row.dataset.key, row]));
    let before = parent.firstElementChild;
    for (const item of items) {
        const key = String(keyOf(item));
        let row = old.get(key);
        if (row) {
            old.delete(key);
        } else {
            row = build(item);
            row.dataset.key = key;
        }
        if (row === before) before = before.nextElementSibling;
        else parent.insertBefore(row, before);
        update(row, item);
    }
    for (const row of old.values()) row.remove();
}
