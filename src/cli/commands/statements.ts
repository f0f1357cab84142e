import { type Entry, inOrderOf, parseEntry } from '#model/quiz/entry.ts';
import { statementsOf } from '#quiz/exchange/statements.ts';
import { readArguments } from '../arguments.ts';
import { loadData } from '../load.ts';
import { type CommandOutcome, problemLine, invalidInput } from '../output.ts';

/** `statements FILE --actor MAIL`: an export of progress as statements for a learning record store (xAPI). */
export function statements(words: readonly string[]): CommandOutcome {
  const { operands, options, problems } = readArguments(words, ['--actor'], [1, 1]);
  const [file] = operands;
  const actor = options.get('--actor');
  const found = [...problems];
  if (actor === undefined)
    found.push({ path: '--actor', message: 'is missing, must be the e-mail address of the learner' });
  else if (!/^[^\s@:]+@[^\s@:]+$/.test(actor))
    found.push({ path: '--actor', message: 'must be an e-mail address' });
  if (file === undefined || actor === undefined || found.length > 0)
    return invalidInput(file ?? 'statements', found);
  const data = loadData(file);
  if (!data.ok) return invalidInput(file, data.problems);
  const input = data.value;
  const list: unknown = typeof input === 'object' && input !== null ? Reflect.get(input, 'entries') : null;
  if (!Array.isArray(list))
    return invalidInput(file, [
      { path: '', message: 'is no export of progress, make one on the progress page' },
    ]);
  const entries: Entry[] = [];
  let stderr = '';
  list.forEach((thing: unknown, i) => {
    const parsed = parseEntry(thing);
    if (parsed.ok) entries.push(parsed.value);
    else
      stderr += `${problemLine(file, { path: `entries[${i}]`, message: 'cannot be read and is left out' })}\n`;
  });
  const isoOf = (at: number) => new Date(at).toISOString();
  const all = statementsOf(entries.sort(inOrderOf), actor, isoOf);
  return { status: 0, stdout: `${JSON.stringify(all, null, 2)}\n`, stderr };
}
