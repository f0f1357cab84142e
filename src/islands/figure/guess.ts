import type { SimulationResult } from '#model/scenario/result.ts';

/** What a reader may predict of a workspace: the status of its last run when all is quiet, or how many runs it has. */
export interface Ask {
  /** `organization/name`. */
  workspace: string;
  name: string;
  what: 'end' | 'count';
  /** Which run of the workspace, counted from 1; null: its last one. */
  run: number | null;
}

const ENDS = [
  'applied',
  'waits for a person',
  'waits in the queue',
  'ends without an apply',
  'fails',
  'gets no run',
] as const;
export type GuessedEnd = (typeof ENDS)[number];

/** The status of a run of a workspace at the end. */
function endOf(
  result: SimulationResult,
  { workspace, run: wanted }: Pick<Ask, 'workspace' | 'run'>,
): GuessedEnd {
  const runs = result.runs.filter((r) => r.workspace === workspace);
  const run = runs.at(wanted === null ? -1 : wanted - 1);
  if (run === undefined) return 'gets no run';
  if (run.status === 'applied') return 'applied';
  if (run.waiting_for === 'confirmation' || run.waiting_for === 'policy_override')
    return 'waits for a person';
  if (run.waiting_for !== null) return 'waits in the queue';
  return run.status === 'errored' || run.status === 'policy_soft_failed' ? 'fails' : 'ends without an apply';
}

/** What the simulator says, in the words that can be chosen. */
export const answerOf = (result: SimulationResult, ask: Ask): string =>
  ask.what === 'end'
    ? endOf(result, ask)
    : String(result.runs.filter((run) => run.workspace === ask.workspace).length);

export const choicesOf = (ask: Ask): readonly string[] =>
  ask.what === 'end' ? ENDS : ['0', '1', '2', '3', '4', '5', '6'];
