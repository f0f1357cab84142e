import { counted } from '#model/wording/counted.ts';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type Content, factStatuses, loadContent } from '#model/content/loadContent.ts';
import type { Parsed } from '#model/parse/problem.ts';
import { toAnki } from '#quiz/exchange/anki.ts';
import { portableItems } from '#quiz/exchange/boardText.ts';
import { withEvidence } from '#quiz/exchange/withEvidence.ts';
import { toGift } from '#quiz/exchange/gift.ts';
import { importQuestions } from '#quiz/exchange/importQuestions.ts';
import { toQti } from '#quiz/exchange/qti.ts';
import { GENERATORS, generate } from '#quiz/generators/index.ts';
import type { Item } from '#quiz/types/item.ts';
import { readArguments } from '../arguments.ts';
import { contentFiles, loadText, saveFiles } from '../load.ts';
import { type CommandOutcome, problemLine, invalidInput } from '../output.ts';

const FORMATS = ['gift', 'qti', 'anki'] as const;
/** The most items a family that one export may have. */
const MOST_GENERATED = 200;

/** `quiz export --format F [--out DIR|FILE] [--generated N]` and `quiz import FILE`. */
export function quiz(words: readonly string[]): CommandOutcome {
  const [what = '', ...rest] = words;
  if (what === 'export') return exportQuestions(rest);
  if (what === 'import') return importFile(rest);
  const message =
    what === '' ? 'is missing, must be export or import' : 'is unknown, must be export or import';
  return invalidInput('quiz', [{ path: what || 'COMMAND', message }]);
}

function exportQuestions(words: readonly string[]): CommandOutcome {
  const { options, problems } = readArguments(words, ['--format', '--out', '--generated'], [0, 0]);
  const asked = options.get('--format');
  const format = FORMATS.find((f) => f === asked);
  const out = options.get('--out');
  const found = problems.filter(({ path }) => path !== 'FILE');
  if (format === undefined) {
    const message = `${asked === undefined ? 'is missing' : 'is unknown'}, must be one of ${FORMATS.join(', ')}`;
    found.push({ path: '--format', message });
  }
  const generated = options.get('--generated') ?? '0';
  if (!/^\d{1,3}$/.test(generated) || Number(generated) > MOST_GENERATED)
    found.push({ path: '--generated', message: `must be a whole number from 0 to ${MOST_GENERATED}` });
  if (format === 'qti' && out === undefined)
    found.push({ path: '--out', message: 'is missing, a QTI package is several files: name a folder' });
  if (format === undefined || found.length > 0) return invalidInput('quiz export', found);
  const content = loadContent(contentFiles());
  const bank = bankOf(content);
  if (!bank.ok) return invalidInput('quiz export', bank.problems);
  const status = factStatuses(content);
  const all = [...bank.value, ...drawn(Number(generated))].map((item) =>
    withEvidence(item, (fact) => status.get(fact) ?? ''),
  );
  const items = portableItems(all);
  const left = all.length - items.length;
  const stderr = left === 0 ? '' : `${left} left out: nobody but the simulator can grade a changed board\n`;
  if (format !== 'qti' && out === undefined)
    return { status: 0, stdout: format === 'gift' ? toGift(items) : toAnki(items), stderr };
  const folder = out ?? '';
  const files =
    format === 'qti'
      ? toQti(items).map(({ path, text }) => ({ path: join(folder, path), text }))
      : [{ path: folder, text: format === 'gift' ? toGift(items) : toAnki(items) }];
  const saved = saveFiles(files);
  if (!saved.ok) return invalidInput('quiz export', saved.problems);
  return { status: 0, stdout: `${counted(items.length, 'question')} in ${folder}\n`, stderr };
}

function bankOf({ questions }: Content): Parsed<Item[]> {
  const items: Item[] = [];
  for (const { path, parsed } of questions) {
    if (!parsed.ok)
      return {
        ok: false,
        problems: [{ path, message: 'is no valid question: npm run lint:content says why' }],
      };
    if (!parsed.value.about_app) items.push({ question: parsed.value, seed: null, scenario: null });
  }
  return { ok: true, value: items };
}

/** The first items of each family, as fixed instances. */
const drawn = (count: number): Item[] =>
  GENERATORS.flatMap(({ id }) =>
    Array.from({ length: count }, (_, i) => generate(id, i + 1)).filter((item) => item !== null),
  );

function importFile(words: readonly string[]): CommandOutcome {
  const { operands, problems } = readArguments(words, [], [1, 1]);
  const [file] = operands;
  if (file === undefined || problems.length > 0) return invalidInput(file ?? 'quiz import', problems);
  const text = loadText(file);
  if (!text.ok) return invalidInput(file, text.problems);
  const { drafts, problems: found } = importQuestions(text.value);
  const stderr = found.map((problem) => `${problemLine(file, problem)}\n`).join('');
  // As import of HCL does: what could be read is printed, what could not is said.
  if (drafts.length === 0) return { status: 2, stdout: '', stderr };
  return {
    status: 0,
    stdout: drafts
      .map((draft) => `---\n${stringify(draft, { blockQuote: 'literal', lineWidth: 0 })}`)
      .join(''),
    stderr,
  };
}
