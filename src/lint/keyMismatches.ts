import { short } from '#model/layout/vocabulary.ts';
import { allowed } from '#engine/query/access.ts';
import { simulate } from '#engine/simulate/simulate.ts';
import { effectiveVariables } from '#engine/query/effectiveVariables.ts';
import type { Scenario } from '#model/scenario/action.ts';
import { idOf, type Layout } from '#model/layout/layout.ts';
import type { Computed, Question } from '#model/quiz/question.ts';
import { typeOf } from '#quiz/types/index.ts';
import type { SimulationResult, ResultRun } from '#model/scenario/result.ts';

/** One thing on which the key and the simulator differ, with the path in the question. */
export interface Mismatch {
  path: string;
  message: string;
}

/** Works the key of a question out again, as far as it says how. */
export function mismatches(question: Question, scenario: Scenario): Mismatch[] {
  const { computed } = question;
  if (computed === undefined) return [];
  const simulated = simulate(scenario);
  if (!simulated.ok) return [{ path: 'figure', message: 'makes too many runs' }];
  const { result } = simulated.value;
  switch (computed.of) {
    case 'count':
      return countMismatch(question, computed, result);
    case 'statuses':
      return orderMismatch(question, computed.workspace, result);
    case 'ends':
      return rowMismatches(question, (row) => {
        const name = plain(row);
        const ends = endsOf(result, name);
        return Object.entries(computed.means).find(([, end]) => end === ends)?.[0] ?? `nothing for ${ends}`;
      });
    case 'access':
      return accessMismatches(question, computed, scenario.layout);
    case 'runs':
      return optionMismatches(question, (id) => {
        const runs = computed.options[id];
        return runs && Object.entries(runs).every(([name, ends]) => endsOf(result, name) === ends);
      });
    case 'workspaces':
      return optionMismatches(question, (_, text) => isAmong(result, computed.which, plain(text)));
    case 'variable': {
      const [value, from] = seen(scenario.layout, computed.workspace, computed.key);
      return optionMismatches(question, (id) => {
        const said = computed.options[id];
        return said && (said === value || said === `${value} from ${from}`);
      });
    }
  }
}

/** The text of an option or row that is a name: without its backticks. */
const plain = (text: string): string => text.replaceAll('`', '').trim();
const isOf = (run: ResultRun, name: string): boolean =>
  run.workspace === name || short(run.workspace) === name;

function endsOf(result: SimulationResult, name: string): string {
  const ends = result.runs.filter((run) => isOf(run, name)).map((run) => run.status);
  return ends.length === 0 ? 'none' : ends.join(' ');
}

function isAmong(result: SimulationResult, which: 'triggered' | 'stale' | 'waiting', name: string): boolean {
  if (which === 'stale') return result.stale.some((row) => short(row.workspace) === name);
  return result.runs.some(
    (run) => isOf(run, name) && (which === 'waiting' ? run.waiting_for !== null : run.triggered_by !== null),
  );
}

function countMismatch(
  question: Question,
  { workspace, status, triggered }: Extract<Computed, { of: 'count' }>,
  result: SimulationResult,
): Mismatch[] {
  const form = typeOf(question).form(question);
  if (form.form !== 'text' || !form.number)
    return [{ path: 'computed', message: 'count is for questions of type number' }];
  const count = result.runs.filter(
    (run) =>
      (workspace === undefined || isOf(run, workspace)) &&
      (status === undefined || run.status === status) &&
      (!triggered || run.triggered_by !== null),
  ).length;
  const [key = ''] = form.accepted;
  return String(count) === key
    ? []
    : [{ path: 'answer', message: `the simulator counts ${count}, the key says ${key}` }];
}

function orderMismatch(question: Question, workspace: string, result: SimulationResult): Mismatch[] {
  const form = typeOf(question).form(question);
  if (form.form !== 'order')
    return [{ path: 'computed', message: 'statuses is for questions of type order' }];
  const things = form.things.map((thing) => plain(thing.text));
  const run = result.runs.find((r) => isOf(r, workspace));
  const statuses =
    run?.statuses.map((s): string => s.status).filter((status) => things.includes(status)) ?? [];
  return statuses.join() === things.join()
    ? []
    : [{ path: 'things', message: `the simulator has ${statuses.join(', ') || 'none of these statuses'}` }];
}

function accessMismatches(
  question: Question,
  { workspace, team, permission, options }: Extract<Computed, { of: 'access' }>,
  layout: Layout,
): Mismatch[] {
  const id = layout.workspaces.map(idOf).find((w) => w === workspace || short(w) === workspace) ?? workspace;
  if (permission !== undefined)
    return rowMismatches(question, (row) => (allowed(layout, plain(row), id)[permission] ? 'yes' : 'no'));
  return optionMismatches(question, (option) => {
    const asked = options[option];
    return asked && allowed(layout, team ?? '', id)[asked];
  });
}

function seen(layout: Layout, workspace: string, key: string): [string, string] {
  const found = layout.workspaces.find((w) => idOf(w) === workspace || w.name === workspace);
  const variable = found && effectiveVariables(layout, found).find((v) => v.key === key);
  return [variable?.value ?? 'none', variable?.from ?? ''];
}

/** @param right whether an option is right; undefined where nothing is said of it */
function optionMismatches(
  question: Question,
  right: (id: string, text: string) => boolean | '' | undefined,
): Mismatch[] {
  const form = typeOf(question).form(question);
  if (form.form !== 'options') return [{ path: 'computed', message: 'is for questions with options' }];
  return form.options.flatMap((option, i) => {
    const found = right(option.id, option.text);
    if (found === undefined || found === '' || found === option.correct) return [];
    const said = found ? 'right, and the key leaves it out' : 'wrong, and the key has it';
    return [{ path: `options[${i}]`, message: `${option.id} is ${said}, says the simulator` }];
  });
}

function rowMismatches(question: Question, right: (text: string) => string): Mismatch[] {
  const form = typeOf(question).form(question);
  if (form.form !== 'rows') return [{ path: 'computed', message: 'is for questions with rows' }];
  return form.rows.flatMap((row, i) => {
    const found = right(row.text);
    return found === row.correct
      ? []
      : [{ path: `rows[${i}].correct`, message: `the simulator says ${found}, the key ${row.correct}` }];
  });
}
