// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which language the page speaks, and its sentences. A value in a word list is a string, or an object with the
// plural forms the language has (CLDR names). {name} is filled from the values given.

export const languages = ['en', 'lv'];

/** The switch wins, then the browser's wish, then the show's own language. */
export function chooseLanguage(switched, wished, showLocale) {
    if (languages.includes(switched)) return switched;
    for (const tag of [...(wished ?? []), showLocale ?? '']) {
        const base = tag.toLowerCase().split('-')[0];
        if (languages.includes(base)) return base;
    }
    return 'en';
}

export function createWords(language, list) {
    const plural = new Intl.PluralRules(language);
    return function words(key, values = {}) {
        let text = list[key];
        if (text === undefined) throw new Error('no words for ' + key);
        if (typeof text === 'object') text = text[plural.select(values.n)] ?? text.other;
        return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
    };
}
