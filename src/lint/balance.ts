import type { Question } from '#model/quiz/question.ts';
import { generate } from '#quiz/generators/index.ts';
import { typeOf } from '#quiz/types/index.ts';

/**
 * What the answer of a question shows to somebody who looks for a pattern: `what` groups values that can stand for each
 * other, and `of` says how many of these the family can ask, so that each has a fair share of 1/`of` in its group.
 */
interface Trait {
  what: string;
  value: string;
  of: number;
}

/** Kinds of answers that a family knows, by how the id of the right option starts. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  'where-it-stops': [
    ...['applied', 'errored', 'planned-and-finished', 'policy-soft-failed', 'planned-confirmation'],
    ...['post-plan-completed-confirmation', 'cost-estimated-confirmation', 'policy-checked-confirmation'],
    ...['planned-and-saved-confirmation', 'policy-override-policy-override'],
  ],
  'why-no-run': [
    ...['plan-only', 'no-changes', 'apply-failed', 'plan-failed', 'discarded', 'local', 'organizations'],
  ],
  'which-change-mends': ['run-trigger-switch', 'remote', 'advisory', 'turn', 'share', 'auto-apply'],
};

/** Orders that a run can go through with five or six statuses, some two of which are often confused. */
const ORDERS = 482;
/** The largest number that is asked for is 4, the smallest is 0. */
const NUMBERS = 5;

/** The most right options among n, where a family cannot have all but one. */
const MOST: Readonly<Record<string, (n: number) => number>> = {
  'who-is-stale': (n) => n - 2,
  'spot-the-flaw': () => 2,
};

/** @returns how many ways there are to have from one to `most` of n */
function ways(n: number, most: number): number {
  let sum = 0;
  for (let k = 1, choose = n; k <= most; k++) {
    sum += choose;
    choose = (choose * (n - k)) / (k + 1);
  }
  return sum;
}

/** Everything of a generated question by which its answer could be guessed. */
function traitsOf(question: Question): Trait[] {
  const { family } = question;
  const form = typeOf(question).form(question);
  switch (form.form) {
    case 'options': {
      if (form.pick === 'truth') return [];
      const n = form.options.length;
      const pattern = form.options.map((o) => (o.correct ? 'y' : 'n')).join('');
      const most = form.pick === 'one' ? 1 : (MOST[family]?.(n) ?? n - 1);
      const place = { what: `pattern of ${n}`, value: pattern, of: ways(n, most) };
      const right = form.options.find((o) => o.correct)?.id ?? '';
      return [place, ...answerTraits(question, right)];
    }
    case 'rows': {
      const n = form.rows.length;
      const pattern = form.rows.map((row) => (row.correct === 'may' ? 'y' : 'n')).join('');
      return [{ what: `pattern of ${n}`, value: pattern, of: ways(n, n - 1) }];
    }
    case 'order':
      return [{ what: 'order', value: form.things.map((thing) => thing.id).join(' '), of: ORDERS }];
    case 'text': {
      const [answer = ''] = form.accepted;
      return form.number
        ? [{ what: 'number', value: answer, of: NUMBERS }]
        : gapTraits(question.figure?.hcl ?? '', answer);
    }
    case 'changes':
      return [];
  }
}

function answerTraits(question: Question, right: string): Trait[] {
  const kinds = KINDS[question.family];
  // The longest that fits: one kind may begin as another does.
  const kind = kinds?.filter((k) => right.startsWith(k)).sort((a, b) => b.length - a.length)[0];
  if (kinds !== undefined) return [{ what: 'answer', value: kind ?? right, of: kinds.length }];
  switch (question.family) {
    case 'spot-the-flaw':
      return [{ what: 'flaw', value: question.rules[0] ?? '', of: 5 }];
    case 'which-value':
      return right === 'workspace'
        ? [{ what: 'winner', value: 'workspace', of: 3 }]
        : [
            { what: 'winner', value: question.rules[0] === 'VS-07' ? 'priority' : 'ordinary', of: 3 },
            { what: 'name of the set', value: right, of: 7 },
          ];
    case 'same-or-different':
      return [{ what: 'same', value: right === 'same' ? 'same' : `other ${right}`, of: 4 }];
    default:
      return [];
  }
}

/** Which attribute is left out, and which of the workspaces, in the order of the configuration, is the answer. */
function gapTraits(hcl: string, answer: string): Trait[] {
  const attribute = /(\w+) += +\[?____/.exec(hcl)?.[1] ?? '';
  const names = [...hcl.matchAll(/resource "tfe_workspace" "(\w+)"/g)].map((m) => `tfe_workspace.${m[1]}.id`);
  return [
    { what: 'attribute', value: attribute, of: 3 },
    { what: 'workspace', value: String(names.indexOf(answer)), of: names.length },
  ];
}

/** One kind of trait of a family, with the value that is drawn most often. */
export interface Balance {
  what: string;
  draws: number;
  of: number;
  value: string;
  most: number;
}

/** The questions of the seeds from 1 on. */
export const drawnFrom = (family: string, draws: number): Question[] =>
  Array.from({ length: draws }, (_, i) => generate(family, i + 1)).flatMap((item) => item?.question ?? []);

/** How often the most frequent value of each trait occurs in questions of one family. */
export function balanceOf(questions: readonly Question[]): Balance[] {
  const groups = new Map<string, { of: number; counts: Map<string, number> }>();
  for (const question of questions) {
    for (const { what, value, of } of traitsOf(question)) {
      const group = groups.get(what) ?? { of, counts: new Map<string, number>() };
      groups.set(what, group);
      group.counts.set(value, (group.counts.get(value) ?? 0) + 1);
    }
  }
  return [...groups].map(([what, { of, counts }]) => {
    const [value = '', most = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
    return { what, of, value, most, draws: [...counts.values()].reduce((a, b) => a + b, 0) };
  });
}

/** Whether no value exceeds its fair share by more than a tenth; a count is whole, so it may be the next one. */
export const isFair = ({ draws, of, most }: Balance): boolean => most <= Math.ceil((1.1 * draws) / of);

/** A line of the table: `who-may-what, pattern of 5: ynnyn in 68 of 2000 draws, fair are 66.7` */
export const balanceLine = (family: string, row: Balance): string =>
  `${family}, ${row.what}: ${row.value} in ${row.most} of ${row.draws} draws, fair are ${(row.draws / row.of).toFixed(1)}${isFair(row) ? '' : ' ✗'}`;
