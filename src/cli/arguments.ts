import type { Problem } from '#model/parse/problem.ts';
import { unknownKey } from '#model/parse/schema.ts';

/** The words of a command line, taken apart: operands, and options that take a value. */
export interface Arguments {
  operands: string[];
  options: ReadonlyMap<string, string>;
  problems: Problem[];
}

/**
 * @param known options of the command, such as `--workspace`
 * @param count how many operands it takes at least and at most
 */
export function readArguments(
  words: readonly string[],
  known: readonly string[],
  count: [number, number],
): Arguments {
  const operands: string[] = [];
  const options = new Map<string, string>();
  const problems: Problem[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (!word.startsWith('--')) {
      operands.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    if (!known.includes(name)) {
      problems.push({
        path: name,
        message: known.length > 0 ? unknownKey(name, known) : 'unknown option, the command takes none',
      });
      if (equals < 0 && words[i + 1] !== undefined && !words[i + 1]?.startsWith('--')) i++;
      continue;
    }
    const value = equals < 0 ? words[++i] : word.slice(equals + 1);
    if (value === undefined || value === '') problems.push({ path: name, message: 'is missing its value' });
    else if (options.has(name)) problems.push({ path: name, message: 'is given twice, give it once' });
    else options.set(name, value);
  }
  if (operands.length < count[0])
    problems.push({ path: 'FILE', message: 'is missing, give a file or - for standard input' });
  for (const extra of operands.slice(count[1]))
    problems.push({ path: extra, message: 'is one file too many' });
  return { operands, options, problems };
}
