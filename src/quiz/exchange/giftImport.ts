import {
  draftOf,
  type QuestionDraft,
  draftRead,
  type DraftOption,
  idFrom,
  type ImportedQuestions,
  notRead,
  type ReadDraft,
} from './questionDraft.ts';
import { findPlain, type GiftBlock, scanGift } from './giftScan.ts';

/** Reads GIFT as drafts: single and multiple choice, true/false, matching, short answer and number. */
export function importGift(text: string): ImportedQuestions {
  const { blocks, faults } = scanGift(text);
  const problems = faults.map(({ line, message }) => ({ path: '', line, message }));
  const drafts: QuestionDraft[] = [];
  const taken = new Set<string>();
  for (const block of blocks) {
    const found = draftFrom(block, taken);
    if (found.ok) drafts.push(found.value);
    else problems.push({ path: '', line: block.line, message: found.message });
  }
  if (drafts.length === 0 && problems.length === 0)
    problems.push({ path: '', line: 1, message: 'has no question, must be GIFT or Aiken' });
  problems.sort((a, b) => a.line - b.line);
  return { drafts, problems };
}

/** Escapes taken off, the name of the text's format too. */
function plain(text: string): string {
  return text
    .trim()
    .replace(/^\[(?:html|moodle|plain|markdown)\]/, '')
    .replace(/\\(n|.)/gs, (_, c: string) => (c === 'n' ? '\n' : c))
    .trim();
}

function draftFrom(block: GiftBlock, taken: Set<string>): ReadDraft {
  const { title, answers, tail } = block;
  if (answers === null) return notRead('has no answers in braces: descriptions are not questions');
  const stem = tail.trim() === '' ? plain(block.stem) : `${plain(block.stem)} ____ ${plain(tail)}`;
  if (stem === '') return notRead('has no text before its answers');
  const id = idFrom(plain(title) || stem, taken, 'question');
  const general = findPlain(answers, '####');
  const feedback = general < 0 ? '' : plain(answers.slice(general + 4));
  const body = (general < 0 ? answers : answers.slice(0, general)).trim();
  const make = (type: QuestionDraft['type']) => draftOf(id, block.category, type, stem);
  if (body === '') return notRead('is an essay, which has no key');
  const truth = /^(TRUE|T|FALSE|F)(?=#|$)/i.exec(body);
  if (truth !== null) return trueFalse(make('truefalse'), truth[0], body.slice(truth[0].length));
  if (body.startsWith('#')) return numeric(make('number'), body.slice(1), feedback);
  const parts = partsOf(body);
  if (parts === null) return notRead('the answers must begin with =, ~ or #');
  if (parts.every((part) => findPlain(part.text, '->') >= 0)) return matching(make('match'), parts, feedback);
  if (parts.every((part) => part.mark === '=')) return short(make('fill'), parts, feedback);
  return choice(make, parts);
}

interface Part {
  mark: '=' | '~';
  /** Percent that is before the text, null for none. */
  weight: number | null;
  text: string;
  feedback: string;
}

/** The answers one by one, or null where there is text before the first. */
function partsOf(body: string): Part[] | null {
  const starts: number[] = [];
  for (let i = 0; i < body.length; i++) {
    if (body[i] === '\\') i++;
    else if (body[i] === '=' || body[i] === '~') starts.push(i);
  }
  if (starts[0] !== 0) return null;
  return starts.map((start, i) => {
    const raw = body.slice(start + 1, starts[i + 1] ?? body.length);
    const weight = /^\s*%(-?\d+(?:\.\d+)?)%/.exec(raw);
    const rest = weight === null ? raw : raw.slice(weight[0].length);
    const hash = findPlain(rest, '#');
    return {
      mark: body[start] === '=' ? '=' : '~',
      weight: weight === null ? null : Number(weight[1]),
      text: hash < 0 ? rest : rest.slice(0, hash),
      feedback: hash < 0 ? '' : plain(rest.slice(hash + 1)),
    };
  });
}

function trueFalse(draft: QuestionDraft, word: string, rest: string): ReadDraft {
  const isTrue = /^t/i.test(word);
  const first = findPlain(rest, '#');
  const second = first < 0 ? -1 : findPlain(rest, '#', first + 1);
  const wrong = first < 0 ? '' : plain(rest.slice(first + 1, second < 0 ? undefined : second));
  const right = second < 0 ? '' : plain(rest.slice(second + 1));
  draft.options = [true, false].map((side) => ({
    id: String(side),
    text: side ? 'True' : 'False',
    correct: side === isTrue,
    explanation: side === isTrue ? right : wrong,
    facts: [],
  }));
  return draftRead(draft);
}

function numeric(draft: QuestionDraft, body: string, general: string): ReadDraft {
  const parts = body.trimStart().startsWith('=') ? partsOf(body.trim()) : null;
  if (parts !== null && parts.length > 1) return notRead('has several numbers as its key, give one');
  const [part] = parts ?? [];
  const hash = findPlain(body, '#');
  const said = part?.text ?? (hash < 0 ? body : body.slice(0, hash));
  const found = /^\s*(-?\d+(?:\.\d+)?)\s*(?::\s*(\d+(?:\.\d+)?)\s*)?$/.exec(said);
  if (found === null) return notRead(`"${said.trim()}" is not one number: ranges are not supported`);
  if (Number(found[2] ?? 0) !== 0) return notRead('has a tolerance, must be an exact number');
  draft.answer = Number(found[1]);
  draft.explanation =
    part?.feedback || (parts === null && hash >= 0 ? plain(body.slice(hash + 1)) : '') || general;
  draft.facts = [];
  return draftRead(draft);
}

function matching(draft: QuestionDraft, parts: readonly Part[], general: string): ReadDraft {
  const pairs = parts.map(({ text }) => {
    const arrow = findPlain(text, '->');
    return { row: plain(text.slice(0, arrow)), choice: plain(text.slice(arrow + 2)) };
  });
  if (pairs.some((pair) => pair.choice === '')) return notRead('a pair has nothing after ->');
  const ids = new Set<string>();
  const choices = [...new Set(pairs.map((pair) => pair.choice))].map((text) => ({
    id: idFrom(text, ids, 'choice'),
    text,
  }));
  const rowIds = new Set<string>();
  draft.choices = choices;
  draft.rows = pairs
    .filter((pair) => pair.row !== '')
    .map((pair) => ({
      id: idFrom(pair.row, rowIds, 'row'),
      text: pair.row,
      correct: choices.find((c) => c.text === pair.choice)?.id ?? '',
      explanation: general,
      facts: [],
    }));
  return draft.rows.length < 2 ? notRead('has fewer than two pairs') : draftRead(draft);
}

function short(draft: QuestionDraft, parts: readonly Part[], general: string): ReadDraft {
  const accepted = parts.filter((part) => part.weight === null || part.weight === 100);
  if (accepted.length === 0) return notRead('has no answer that is fully right');
  draft.accepted = accepted.map((part) => plain(part.text));
  draft.explanation = accepted.find((part) => part.feedback !== '')?.feedback ?? general;
  draft.facts = [];
  return draftRead(draft);
}

function choice(make: (type: QuestionDraft['type']) => QuestionDraft, parts: readonly Part[]): ReadDraft {
  const several = parts.every((part) => part.mark === '~') && parts.some((part) => (part.weight ?? 0) > 0);
  const right = (part: Part) => (several ? (part.weight ?? 0) > 0 : part.mark === '=');
  const keys = parts.filter(right).length;
  if (keys === 0) return notRead('has no right answer, mark it with =');
  if (parts.length < 2) return notRead('has fewer than two answers');
  if (keys === parts.length) return notRead('has only right answers, add one that is wrong');
  if (!several && keys > 1)
    return notRead('has several answers with = beside some with ~: give each its share, as in ~%50%');
  const ids = new Set<string>();
  const draft = make(several ? 'multi' : 'single');
  draft.options = parts.map(
    (part): DraftOption => ({
      id: idFrom(plain(part.text), ids, 'option'),
      text: plain(part.text),
      correct: right(part),
      explanation: part.feedback,
      facts: [],
    }),
  );
  return draft.options.some((option) => option.text === '')
    ? notRead('an answer is empty')
    : draftRead(draft);
}
