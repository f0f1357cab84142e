import { parseArgs } from 'node:util';
import type { Problem } from '#model/parse/problem.ts';
import { unknownKey } from '#model/parse/schema.ts';

/** The words of a command line, taken apart: operands, and options that take a value. */
export interface Arguments {
  operands: string[];
  options: ReadonlyMap<string, string>;
  problems: Problem[];
}

/**
 * Node takes the words apart; what is wrong with them is said here, since Node stops at the first mistake and names
 * neither what is allowed nor what was probably meant.
 * @param known options of the command, such as `--workspace`
 * @param count how many operands it takes at least and at most
 */
export function readArguments(
  words: readonly string[],
  known: readonly string[],
  count: [number, number],
): Arguments {
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(known.map((name) => [name.slice(2), { type: 'string' as const }])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const operands: string[] = [];
  const options = new Map<string, string>();
  const problems: Problem[] = [];
  // Where an option is unknown, the word after it was probably its value: it's no file too many.
  let valueOfUnknown = -1;
  for (const token of tokens) {
    if (token.kind === 'positional' && token.index !== valueOfUnknown) operands.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue, index } = token;
    const option = `--${name}`;
    if (rawName !== option || !known.includes(option)) {
      // Node reads -abc as three options; it's one word, and it's named once.
      const written = rawName === option ? option : (words[index] ?? rawName);
      if (tokens.find((other) => other.index === index) !== token) continue;
      problems.push({
        path: written,
        message: known.length > 0 ? unknownKey(written, known) : 'unknown option, the command takes none',
      });
      if (inlineValue !== true) valueOfUnknown = index + 1;
    } else if (value === undefined || value === '')
      problems.push({ path: option, message: 'is missing its value' });
    else if (options.has(option)) problems.push({ path: option, message: 'is given twice, give it once' });
    else options.set(option, value);
  }
  if (operands.length < count[0])
    problems.push({ path: 'FILE', message: 'is missing, give a file or - for standard input' });
  for (const extra of operands.slice(count[1]))
    problems.push({ path: extra, message: 'is one file too many' });
  return { operands, options, problems };
}
