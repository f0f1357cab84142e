import fc from 'fast-check';

const SURROGATES = { first: 0xd800, count: 0x800 };

/**
 * Any character of Unicode, as the unit of a text. Fast-check's own unit of that name, `binary`, first makes a table of all
 * 1,112,064 of them, which takes each process that loads it two seconds and 170 MB.
 */
export const character = fc.integer({ min: 0, max: 0x10ffff - SURROGATES.count }).map(
  (n) => String.fromCodePoint(n < SURROGATES.first ? n : n + SURROGATES.count),
  // The way back, without which names such as `__proto__` would no longer be drawn.
  (value) => {
    if (typeof value !== 'string' || [...value].length !== 1) throw new Error('not one character');
    const code = value.codePointAt(0) ?? 0;
    return code < SURROGATES.first ? code : code - SURROGATES.count;
  },
);
