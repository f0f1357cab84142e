import { partsOf } from '#hcl/keep/boardFiles.ts';
import { exchangedTriggers } from '#hcl/import/exchangedTriggers.ts';
import type { HclParser } from '#hcl/syntax/hclParser.ts';
import { importLayout } from '#hcl/import/importLayout.ts';
import { keptParts } from '#hcl/keep/keptParts.ts';
import { type HclProblem, isMistake, type Note } from '#hcl/syntax/position.ts';
import { orderedLike, sameBoard } from '#hcl/keep/sameBoard.ts';
import { rewriteText, writeText, type WrittenText } from '#hcl/keep/writeText.ts';
import { openFiles } from '#state/boards/openFiles.ts';
import { countProblem, type TextProblem } from '#state/boards/openText.ts';
import type { Answered, Asked, Request } from './messages.ts';

/**
 * What the worker does, apart from being one.
 * @param progress hears how many files were read so far
 */
export async function answer(
  request: Request,
  parser: () => Promise<HclParser>,
  progress: (read: number) => void = () => undefined,
): Promise<Answered[keyof Answered]> {
  switch (request.task) {
    case 'write':
      return write(request.input, await parser());
    case 'read':
      return read(request.input, await parser());
    case 'open':
      return open(request.input, parser, progress);
  }
}

async function open(
  { files }: Asked['open'],
  parser: () => Promise<HclParser>,
  progress: (read: number) => void,
): Promise<Answered['open']> {
  const texts: { name: string; text: string }[] = [];
  for (const [i, { name, content }] of files.entries()) {
    texts.push({ name, text: typeof content === 'string' ? content : await content.text() });
    progress(i + 1);
  }
  return openFiles(texts, parser);
}

/** Problems at their lines of the whole text, which may hold several files. */
function places(text: string, problems: readonly (Note | HclProblem)[]): TextProblem[] {
  const parts = new Map(partsOf({ name: '', text }).map((part) => [part.name, part.lines]));
  return problems.map((problem) => ({
    file: problem.file,
    line: problem.line + (parts.get(problem.file) ?? 0),
    column: problem.column,
    path: '',
    message: problem.message,
    kind: 'kind' in problem ? problem.kind : 'ignored',
  }));
}

function told(written: WrittenText, parser: HclParser): Answered['write'] {
  const { text } = written;
  const { problems } = importLayout([{ name: '', text }], parser);
  return {
    ...written,
    kept: keptParts(parser, text),
    mistakes: places(text, problems.filter(isMistake)),
    notes: places(
      text,
      problems.filter((problem) => !isMistake(problem)),
    ),
  };
}

/** A text that says this very board stays as a person wrote it, also where something in it had to be left out. */
function write({ layout, earlier, rewrite = false }: Asked['write'], parser: HclParser): Answered['write'] {
  if (rewrite) return told(rewriteText(layout, earlier, parser), parser);
  if (earlier !== null) {
    const said = importLayout([{ name: '', text: earlier }], parser).layout;
    if (said !== null && sameBoard(said, layout))
      return told({ text: earlier, how: 'kept', overrides: [], flattened: [] }, parser);
  }
  return told(writeText(layout, earlier, parser), parser);
}

function read({ text, before, lenient }: Asked['read'], parser: HclParser): Answered['read'] {
  const { layout: said, problems } = importLayout([{ name: '', text }], parser);
  const stops = ({ kind }: HclProblem) => kind === 'syntax' || (kind === 'mistake' && !lenient);
  const mistakes = places(text, said === null ? problems : problems.filter(isMistake));
  const notes = places(text, said === null ? [] : problems.filter((problem) => !isMistake(problem)));
  const over = countProblem(said);
  if (over !== null)
    mistakes.push({ file: '', line: 1, column: 1, path: '', message: `The text ${over}`, kind: 'mistake' });
  if (said === null || over !== null || problems.some(stops))
    return { layout: null, mistakes, notes, kept: [] };
  const layout = orderedLike(before, said);
  const exchanged = places(text, exchangedTriggers(before, layout, text, parser));
  return { layout, mistakes, notes: [...exchanged, ...notes], kept: keptParts(parser, text) };
}
