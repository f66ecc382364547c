// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later

/** One session at one of a Vendure's two APIs. */
export class Api {
    constructor(port, path) {
        this.url = `http://127.0.0.1:${port}/${path}`;
        this.token = null;
    }

    /** The data; throws what the shop says when it has an error. */
    async ask(query, variables = {}) {
        const headers = { 'Content-Type': 'application/json' };
        if (this.token) headers.Authorization = 'Bearer ' + this.token;
        const reply = await fetch(this.url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
        this.token = reply.headers.get('vendure-auth-token') ?? this.token;
        const answer = await reply.json();
        if (answer.errors) throw new Error(answer.errors.map((error) => error.message).join('; '));
        return answer.data;
    }
}

export async function admin(port) {
    const api = new Api(port, 'admin-api');
    await api.ask('mutation { login(username: "superadmin", password: "superadmin") { __typename } }');
    return api;
}

export async function variants(api) {
    const { productVariants } = await api.ask(
        '{ productVariants { items { id sku stockLevels { stockOnHand stockAllocated stockLocationId } } } }');
    return Object.fromEntries(productVariants.items.map((item) => [item.sku, {
        id: item.id, onHand: item.stockLevels[0].stockOnHand, allocated: item.stockLevels[0].stockAllocated,
        location: item.stockLevels[0].stockLocationId,
    }]));
}
