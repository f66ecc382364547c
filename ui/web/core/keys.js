// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Idempotency keys: one for each thing done, kept until it is answered, sent again unchanged after a network fault.

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** 24 characters of the wire's alphabet, 144 random bits. */
export function makeKey(random = (bytes) => crypto.getRandomValues(bytes)) {
    return Array.from(random(new Uint8Array(24)), (byte) => alphabet[byte & 63]).join('');
}

/** Storage that may be forbidden (private mode, cookies off): then it lives as long as the page. */
export function createKeep(storage) {
    const memory = new Map();
    return {
        read(name) {
            try {
                return storage().getItem('vitrina.' + name) ?? memory.get(name) ?? null;
            } catch {
                return memory.get(name) ?? null;
            }
        },
        write(name, value) {
            memory.set(name, value);
            try {
                storage().setItem('vitrina.' + name, value);
            } catch {
                // kept in memory only
            }
        },
        drop(name) {
            memory.delete(name);
            try {
                storage().removeItem('vitrina.' + name);
            } catch {
                // was in memory only
            }
        },
    };
}
