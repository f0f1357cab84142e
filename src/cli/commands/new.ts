import { join, relative, resolve } from 'node:path';
import { loadContent } from '#model/content/loadContent.ts';
import { readArguments } from '../arguments.ts';
import { contentFiles, existing, ROOT, saveFiles } from '../load.ts';
import { type CommandOutcome, invalidInput } from '../output.ts';
import { generator } from '../scaffolds/generator.ts';
import { lesson } from '../scaffolds/lesson.ts';
import { level } from '../scaffolds/level.ts';
import { question } from '../scaffolds/question.ts';
import { rule } from '../scaffolds/rule.ts';
import type { Make } from '../scaffolds/scaffold.ts';

const SCAFFOLDS: Readonly<Record<string, { make: Make; options: string[]; usage: string }>> = {
  rule: { make: rule, options: ['--at'], usage: 'rule FACT-ID-words --at POINT' },
  level: { make: level, options: [], usage: 'level NAME' },
  question: { make: question, options: ['--topic'], usage: 'question NAME --topic TOPIC' },
  lesson: { make: lesson, options: [], usage: 'lesson NAME' },
  generator: { make: generator, options: [], usage: 'generator NAME' },
};

/** `npm run new -- KIND NAME`: the files of one new thing, with `FILL IN` where words are needed. Nothing is overwritten. */
export function create(words: readonly string[]): CommandOutcome {
  const [kind = '', ...rest] = words;
  const scaffold = Object.hasOwn(SCAFFOLDS, kind) ? SCAFFOLDS[kind] : undefined;
  if (scaffold === undefined) {
    const usages = Object.values(SCAFFOLDS).map(({ usage }) => `  npm run new -- ${usage}\n`);
    return { status: 2, stdout: '', stderr: `usage:\n${usages.join('')}` };
  }
  const { operands, options, problems } = readArguments(rest, [...scaffold.options, '--root'], [0, 1]);
  if (problems.length > 0) return invalidInput(kind, problems);
  const [name = ''] = operands;
  const root = resolve(options.get('--root') ?? ROOT);
  const content = contentFiles(root);
  const made = scaffold.make(name, options, {
    paths: content.map(({ path }) => path),
    // Nothing else is asked of the content, and to read all of it takes a second.
    factIds: loadContent(contentFiles(root, 'facts')).factIds,
  });
  if (!made.ok) return invalidInput(kind, [{ path: name || 'NAME', message: made.message }]);
  const { files, next } = made.value;
  const there = existing(files.map(({ path }) => join(root, path)));
  if (there.length > 0)
    return invalidInput(
      kind,
      there.map((path) => ({
        path: relative(root, path),
        message: 'is there already, and is left as it is',
      })),
    );
  const saved = saveFiles(files.map(({ path, text }) => ({ path: join(root, path), text })));
  if (!saved.ok) return invalidInput(kind, saved.problems);
  const lines = [
    ...files.map(({ path }) => `made ${path}`),
    '',
    'Next: write what FILL IN asks for.',
    ...next,
  ];
  return { status: 0, stdout: `${lines.join('\n')}\n`, stderr: '' };
}
