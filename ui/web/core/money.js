// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Money and numbers as the show's locale writes them. Minor units come over the wire; how many decimals a currency
// has is the browser's own table's business, never ours.

/** The locale figures are written in: the show's where it speaks the page's language, else that language's own. */
export function figureLocale(language, showLocale) {
    const usual = { en: 'en-IE', lv: 'lv-LV' }[language] ?? language;
    if (!showLocale || !showLocale.toLowerCase().startsWith(language)) return usual;
    try {
        return Intl.getCanonicalLocales(showLocale)[0];
    } catch {
        return usual; // a show file may hold anything
    }
}

export function createFigures(language, showLocale, currency) {
    const locale = figureLocale(language, showLocale);
    let money;
    try {
        // 'always': Latvian groups 1 284 as the design has it, though CLDR would begin at five digits.
        money = new Intl.NumberFormat(locale, { style: 'currency', currency: currency || 'EUR', useGrouping: 'always' });
    } catch {
        money = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', useGrouping: 'always' });
    }
    const digits = money.resolvedOptions().maximumFractionDigits;
    const count = new Intl.NumberFormat(locale, { useGrouping: 'always', maximumFractionDigits: 0 });
    const rate = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    const moment = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    return {
        locale,
        money: (minor) => money.format(minor / 10 ** digits),
        count: (n) => count.format(n),
        /** of a tax, from basis points: 2100 is "21" */
        rate: (basisPoints) => rate.format(basisPoints / 100),
        moment: (ms) => moment.format(new Date(ms)),
        clock: (ms) => clock.format(new Date(ms)),
    };
}
