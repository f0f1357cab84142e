import { exchangedTriggers } from '#hcl/exchanged.ts';
import type { HclParser } from '#hcl/hclParser.ts';
import { importLayout } from '#hcl/importLayout.ts';
import { keptParts } from '#hcl/keptParts.ts';
import { isMistake, type Note } from '#hcl/place.ts';
import { writeText } from '#hcl/writeText.ts';
import { countProblem, openText, type TextProblem } from '#state/openText.ts';
import type { Answered, Asked, Request } from './messages.ts';

/** What the worker does, apart from being one. */
export async function answer(
  request: Request,
  parser: () => Promise<HclParser>,
): Promise<Answered[keyof Answered]> {
  switch (request.task) {
    case 'write':
      return write(request.input, await parser());
    case 'read':
      return read(request.input, await parser());
    case 'open':
      return openText(request.input.text, parser);
  }
}

const places = (problems: readonly Note[]): TextProblem[] =>
  problems.map(({ line, column, message }) => ({ line, column, path: '', message }));

/** A text that says this very layout stays as a person wrote it. */
function write({ layout, earlier }: Asked['write'], parser: HclParser): Answered['write'] {
  if (earlier !== null) {
    const said = importLayout([{ name: '', text: earlier }], parser);
    if (!said.problems.some(isMistake) && JSON.stringify(said.layout) === JSON.stringify(layout))
      return { text: earlier, kept: keptParts(parser, earlier), notes: places(said.problems) };
  }
  const text = writeText(layout, earlier, parser);
  const notes = importLayout([{ name: '', text }], parser).problems;
  return { text, kept: keptParts(parser, text), notes: places(notes) };
}

function read({ text, before }: Asked['read'], parser: HclParser): Answered['read'] {
  const { layout, problems } = importLayout([{ name: '', text }], parser);
  const mistakes = places(problems.filter((problem) => layout === null || isMistake(problem)));
  const notes = places(problems.filter((problem) => layout !== null && !isMistake(problem)));
  const over = countProblem(layout);
  if (over !== null) mistakes.push({ line: 1, column: 1, path: '', message: `The text ${over}` });
  if (layout === null || mistakes.length > 0) return { layout: null, mistakes, notes, kept: [] };
  const exchanged = places(exchangedTriggers(before, layout, text, parser));
  return { layout, mistakes, notes: [...exchanged, ...notes], kept: keptParts(parser, text) };
}
