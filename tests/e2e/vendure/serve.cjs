// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// serve.cjs PORT DATABASE: a Vendure as it comes, on the loopback, with one SQLite file. Prints "ready" when it serves.
// VENDURE_DISABLE_TELEMETRY=true has to be set by whoever starts it.
'use strict';
const { bootstrap, dummyPaymentHandler, DefaultJobQueuePlugin, DefaultLogger, LogLevel } = require('@vendure/core');

if (process.env.VENDURE_DISABLE_TELEMETRY !== 'true') throw new Error('set VENDURE_DISABLE_TELEMETRY=true');
const [port, database] = process.argv.slice(2);

bootstrap({
    apiOptions: { port: Number(port), hostname: '127.0.0.1', adminApiPath: 'admin-api', shopApiPath: 'shop-api' },
    authOptions: {
        tokenMethod: ['bearer', 'cookie'],
        superadminCredentials: { identifier: 'superadmin', password: 'superadmin' },
        cookieOptions: { secret: 'of-a-test-only' },
    },
    dbConnectionOptions: { type: 'better-sqlite3', synchronize: true, database },
    paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
    logger: new DefaultLogger({ level: LogLevel.Warn }),
    plugins: [DefaultJobQueuePlugin.init({})],
}).then(() => console.log('ready'), (error) => {
    console.error(error);
    process.exit(1);
});
