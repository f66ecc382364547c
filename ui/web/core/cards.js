// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whether a text holds what looks like a payment card's number, so that it is said before anything is sent. The rules are
// audience::holdsCardNumber's (ISO/IEC 7812); the server looks again, and knows the digits of every script.

const fewest = 14, most = 19;
// Up to three separators between two groups: " - ".
const runs = /\d(?:[\s.\p{Pd}]{0,3}\d)*/gu;

function luhn(digits) {
    let sum = 0;
    [...digits].reverse().forEach((digit, index) => {
        const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
    });
    return sum % 10 === 0;
}

const networks = new Map([[14, /^(36|38|39|30[0-5])/], [15, /^3[47]/]]);
const sixteen = /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/; // Mastercard
const any = /^(220[0-4]|352[89]|35[3-8]|50|5[678]|6)/; // Mir, JCB, Maestro, Discover, UnionPay
function beginsAsCard(digits) {
    const { length } = digits;
    if (networks.has(length)) return networks.get(length).test(digits);
    return any.test(digits) || (length === 16 && sixteen.test(digits)) || ((length === 16 || length === 19) && digits.startsWith('4'));
}

export function holdsCardNumber(text) {
    return [...text.normalize('NFKC').matchAll(runs)].some(([run]) => {
        // From one group's beginning to another's end: a quantity before it or a date behind hides nothing.
        const groups = run.match(/\d+/g);
        return groups.some((_, from) => groups.slice(from).some((_, count) => {
            const digits = groups.slice(from, from + count + 1).join('');
            return digits.length >= fewest && digits.length <= most && beginsAsCard(digits) && luhn(digits);
        }));
    });
}
