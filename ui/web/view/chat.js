// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The chat: what was said, what is on its way, and one name asked once.

import { holdsCardNumber } from '../core/cards.js';
import { characters, maxCharacters } from '../core/outbox.js';
import { byId, keyed, make, setText } from './dom.js';

const announceEveryMs = 5000;

export class ChatView {
    /** send(name, text): puts a message on its way; outbox: what is under way */
    constructor({ page, outbox, keep, send }) {
        Object.assign(this, { page, outbox, keep, send });
        this.log = byId('log');
        this.field = byId('message');
        this.nameField = byId('chatName');
        this.name = keep.read('name') ?? '';
        this.naming = false;
        this.unread = [];
        this.known = null;
        byId('say').addEventListener('submit', (event) => { event.preventDefault(); this.#submit(); });
        byId('rename').addEventListener('click', () => this.#askName());
        this.field.addEventListener('input', () => this.#count());
        this.field.addEventListener('focus', () => this.#nameRow());
        byId('announce').addEventListener('click', (event) => {
            const on = event.currentTarget.getAttribute('aria-pressed') !== 'true';
            event.currentTarget.setAttribute('aria-pressed', String(on));
            this.unread = [];
        });
        setInterval(() => this.#announce(), announceEveryMs);
        setInterval(() => this.#countdown(), 250);
    }

    draw() {
        this.drawLog();
        this.drawForm();
    }

    drawLog() {
        const { state } = this.page;
        byId('say').hidden = !state.chat;
        const nearEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 60;
        const said = state.messages.map((message) => ({ ...message, key: 'id' + message.id }));
        const mine = this.outbox.queue.map((message) => ({ ...message, key: 'key' + message.key, mine: true }));
        const lines = state.chat ? [...said, ...mine] : []; // what waits here is shown again with the chat
        const rows = lines.length > 0 ? lines : [{ key: 'empty', empty: true }];
        keyed(this.log, rows, (row) => row.key, (row) => this.#build(row), (element, row) => this.#update(element, row));
        if (nearEnd) this.log.scrollTop = this.log.scrollHeight;
        this.#remember(state.messages);
    }

    drawForm() {
        const { words } = this.page;
        const placeholder = this.name ? words('write_as', { name: this.name }) : words('write');
        this.field.placeholder = placeholder;
        this.nameField.placeholder = words('write_name');
        const rename = byId('rename');
        rename.hidden = !this.name || this.naming;
        setText(rename, words('rename', { name: this.name }));
        this.#count();
        this.#nameRow();
    }

    #build(row) {
        if (row.empty) return make('p', { class: 'empty' });
        return make('p', { class: row.mine ? 'mine' : '' },
            make('time', { class: 'num' }), make('b', {}), ' ', make('span', { class: 'text' }), row.mine ? make('span', { class: 'fate' }) : null);
    }

    #update(element, row) {
        const { words, figures } = this.page;
        if (row.empty) return setText(element, words(this.page.state.chat ? 'chat_empty' : 'chat_hidden'));
        if (row.at) setText(element.querySelector('time'), figures.clock(row.at));
        setText(element.querySelector('b'), row.name);
        setText(element.querySelector('.text'), row.text);
        if (!row.mine) return undefined;
        element.dataset.state = row.state;
        const seconds = Math.max(1, Math.ceil((row.untilMs - Date.now()) / 1000));
        const fate = element.querySelector('.fate');
        if (row.state === 'refused') {
            const why = row.error === 'card_number' ? words('error_card_number') : words('chat_refused');
            if (fate.querySelector('button')) return setText(fate.firstElementChild, why);
            fate.replaceChildren(make('button', { type: 'button', class: 'link', onclick: () => this.#takeBack(row.key.slice(3)) }, why));
            return undefined;
        }
        return setText(fate, row.state === 'sent' ? '' : words('chat_' + row.state, { s: seconds }));
    }

    #takeBack(key) {
        const message = this.outbox.takeBack(key);
        if (!message) return;
        this.field.value = message.text;
        this.field.focus();
        this.#count();
    }

    #submit() {
        this.#nameRow();
        const text = this.field.value.trim();
        if (!text || characters(text) > maxCharacters || holdsCardNumber(text)) return this.#count();
        if (!this.name || this.naming) {
            const name = this.nameField.value.trim();
            if (!name) return this.nameField.focus();
            this.name = name;
            this.naming = false;
            this.keep.write('name', name);
        }
        this.field.value = '';
        this.send(this.name, text);
        this.drawForm();
        this.log.scrollTop = this.log.scrollHeight;
        return this.field.focus();
    }

    #askName() {
        this.naming = true;
        this.nameField.value = this.name;
        this.drawForm();
        this.nameField.focus();
    }

    /** Stays once it has come: a row that went with the focus would move what is about to be pressed. */
    #nameRow() {
        if (!this.name && (document.activeElement === this.field || this.field.value !== '')) this.naming = true;
        byId('nameRow').hidden = !this.naming;
    }

    #count() {
        const { words } = this.page;
        const n = characters(this.field.value);
        const note = byId('chatNote');
        const card = holdsCardNumber(this.field.value);
        setText(note, card ? words('error_card_number') : n > maxCharacters - 50 ? words('chat_too_long', { n, max: maxCharacters }) : '');
        note.classList.toggle('bad', card || n > maxCharacters);
        byId('send').disabled = card || n > maxCharacters;
        this.#nameRow();
    }

    #countdown() {
        if (this.outbox.queue.some((message) => message.state === 'limited')) this.drawLog();
    }

    /** New messages are read out at most every 5 s: a lively chat would otherwise drown everything else. */
    #remember(messages) {
        const first = this.known === null;
        const known = this.known ?? new Set();
        this.known = new Set(messages.map((message) => message.id));
        if (first || byId('announce').getAttribute('aria-pressed') !== 'true') return;
        this.unread.push(...messages.filter((message) => !known.has(message.id)));
    }

    #announce() {
        if (this.unread.length === 0) return;
        const last = this.unread[this.unread.length - 1];
        setText(byId('spoken'), this.page.words('chat_new', { n: this.unread.length, last: last.name + ': ' + last.text }));
        this.unread = [];
    }
}
