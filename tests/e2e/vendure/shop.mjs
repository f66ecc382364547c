// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the test does in a Vendure besides what the connector does:
//   shop.mjs PORT seed PIECES        countries, taxes, shipping, payment, and the demo show's five SKUs
//   shop.mjs PORT stock SKU PIECES   somebody changes the stock on hand in the admin
//   shop.mjs PORT rush SKU BUYERS    that many buyers go to its own checkout at once and pay
//   shop.mjs PORT report SKU         what it has: stock and orders
// Prints one line of JSON.
import { Api, admin, variants } from './api.mjs';

const [port, command, ...words] = process.argv.slice(2);

async function seed(pieces) {
    const api = await admin(port);
    const en = (fields) => [{ languageCode: 'en', ...fields }];
    const { createZone } = await api.ask('mutation { createZone(input: { name: "Europe" }) { id } }');
    const { createCountry } = await api.ask('mutation($i: CreateCountryInput!) { createCountry(input: $i) { id } }',
        { i: { code: 'LV', enabled: true, translations: en({ name: 'Latvija' }) } });
    await api.ask('mutation($z: ID!, $m: [ID!]!) { addMembersToZone(zoneId: $z, memberIds: $m) { id } }',
        { z: createZone.id, m: [createCountry.id] });
    const { createTaxCategory } = await api.ask(
        'mutation { createTaxCategory(input: { name: "Standard", isDefault: true }) { id } }');
    await api.ask('mutation($i: CreateTaxRateInput!) { createTaxRate(input: $i) { id } }',
        { i: { name: 'PVN', enabled: true, value: 21, categoryId: createTaxCategory.id, zoneId: createZone.id } });
    await api.ask('mutation($i: UpdateChannelInput!) { updateChannel(input: $i) { __typename } }', {
        i: { id: '1', defaultTaxZoneId: createZone.id, defaultShippingZoneId: createZone.id, pricesIncludeTax: true,
            defaultCurrencyCode: 'EUR', availableCurrencyCodes: ['EUR'] } });
    const option = (code, args) => ({ code, arguments: Object.entries(args).map(([name, value]) => ({ name, value })) });
    await api.ask('mutation($i: CreateShippingMethodInput!) { createShippingMethod(input: $i) { id } }', {
        i: { code: 'courier', fulfillmentHandler: 'manual-fulfillment',
            checker: option('default-shipping-eligibility-checker', { orderMinimum: '0' }),
            calculator: option('default-shipping-calculator', { rate: '350', includesTax: 'auto', taxRate: '21' }),
            translations: en({ name: 'Kurjers', description: '' }) } });
    await api.ask('mutation($i: CreatePaymentMethodInput!) { createPaymentMethod(input: $i) { id } }', {
        i: { code: 'dummy', enabled: true, handler: option('dummy-payment-handler', { automaticSettle: 'true' }),
            translations: en({ name: 'Dummy', description: '' }) } });
    const prices = { 'EARRINGS-S': 1890, 'EARRINGS-M': 2190, TOWEL: 1450, CANDLE: 690, HONEY: 850 };
    for (const [sku, price] of Object.entries(prices)) {
        const { createProduct } = await api.ask('mutation($i: CreateProductInput!) { createProduct(input: $i) { id } }',
            { i: { enabled: true, translations: en({ name: sku, slug: sku.toLowerCase(), description: '' }) } });
        await api.ask('mutation($i: [CreateProductVariantInput!]!) { createProductVariants(input: $i) { id } }', {
            i: [{ productId: createProduct.id, sku, price, taxCategoryId: createTaxCategory.id, stockOnHand: pieces,
                trackInventory: 'TRUE', translations: en({ name: sku }) }] });
    }
    return { variants: Object.keys(await variants(api)).length };
}

async function stock(sku, pieces) {
    const api = await admin(port);
    const { id, location } = (await variants(api))[sku];
    await api.ask('mutation($i: [UpdateProductVariantInput!]!) { updateProductVariants(input: $i) { id } }',
        { i: [{ id, stockLevels: [{ stockLocationId: location, stockOnHand: pieces }] }] });
    return (await variants(api))[sku];
}

/** To the point of paying, all of them; then all pay at once. */
async function rush(sku, buyers) {
    const { id } = (await variants(await admin(port)))[sku];
    const came = await Promise.all(Array.from({ length: buyers }, async (_, number) => {
        const api = new Api(port, 'shop-api');
        const { addItemToOrder } = await api.ask(
            'mutation($v: ID!) { addItemToOrder(productVariantId: $v, quantity: 1) { __typename } }', { v: id });
        if (addItemToOrder.__typename !== 'Order') return null;
        await api.ask('mutation($i: CreateCustomerInput!) { setCustomerForOrder(input: $i) { __typename } }',
            { i: { firstName: 'Buyer', lastName: String(number), emailAddress: `buyer${number}@example.test` } });
        await api.ask('mutation($i: CreateAddressInput!) { setOrderShippingAddress(input: $i) { __typename } }',
            { i: { streetLine1: 'Tirgus 1', countryCode: 'LV' } });
        const { eligibleShippingMethods } = await api.ask('{ eligibleShippingMethods { id } }');
        await api.ask('mutation($m: [ID!]!) { setOrderShippingMethod(shippingMethodId: $m) { __typename } }',
            { m: [eligibleShippingMethods[0].id] });
        const { transitionOrderToState } = await api.ask(
            'mutation { transitionOrderToState(state: "ArrangingPayment") { __typename } }');
        return transitionOrderToState.__typename === 'Order' ? api : null;
    }));
    const paid = await Promise.all(came.filter(Boolean).map(async (api) => {
        const { addPaymentToOrder } = await api.ask('mutation { addPaymentToOrder(input: { method: "dummy", metadata: {} }) ' +
            '{ __typename ... on Order { state } } }');
        return addPaymentToOrder.state === 'PaymentSettled';
    }));
    return { buyers, atPayment: came.filter(Boolean).length, paid: paid.filter(Boolean).length };
}

async function report(sku) {
    const api = await admin(port);
    const numbers = [];
    let sold = 0;
    for (let skip = 0, total = 1; skip < total; skip += 100) {
        const { orders } = await api.ask('query($s: Int!) { orders(options: { skip: $s, take: 100 }) { totalItems items ' +
            '{ code state payments { transactionId } lines { quantity productVariant { sku } } } } }', { s: skip });
        total = orders.totalItems;
        for (const order of orders.items.filter((found) => found.state === 'PaymentSettled')) {
            sold += order.lines.filter((line) => line.productVariant.sku === sku).reduce((sum, line) => sum + line.quantity, 0);
            if (order.payments[0]?.transactionId) numbers.push(order.payments[0].transactionId);
        }
    }
    const { onHand, allocated } = (await variants(api))[sku];
    return { onHand, allocated, sold, numbers: numbers.length, distinct: new Set(numbers).size };
}

const commands = { seed: () => seed(Number(words[0])), stock: () => stock(words[0], Number(words[1])),
    rush: () => rush(words[0], Number(words[1])), report: () => report(words[0]) };
console.log(JSON.stringify(await commands[command]()));
