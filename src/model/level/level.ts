import * as z from 'zod/mini';
import { type Action, BY_HAND, parseActions } from '../scenario/action.ts';
import type { Edit } from '../edits/index.ts';
import { editSchema } from './editSchema.ts';
import { type Layout, OPA_LEVELS, parseLayout, SENTINEL_LEVELS } from '../layout/layout.ts';
import { resolveNames } from './resolveNames.ts';
import { joinPath, type Parsed, type Problem } from '../parse/problem.ts';
import { namesOf, resolveWorkspace } from '../layout/names.ts';
import { RUN_SOURCES, RUN_STATUSES, WAITING_FOR } from '../scenario/run.ts';
import {
  choice,
  listOf,
  nonEmpty,
  oneOf,
  parseWith,
  record,
  reference,
  nameText,
  text,
  wholeFrom,
} from '../parse/schema.ts';
import { PERMISSIONS } from '../layout/permission.ts';

const SOURCES = [...RUN_SOURCES, 'tfe-run-trigger'] as const;

const compared = {
  is: z.optional(wholeFrom(0)),
  at_least: z.optional(wholeFrom(0)),
  at_most: z.optional(wholeFrom(0)),
};

/**
 * The checks of goals: a small, closed language as data. A check has exactly one of these keys.
 * `status`: the status of a run of the workspace; `run` is first, last, or first or last of a source.
 */
export const leafShape = {
  status: z.optional(
    record({
      workspace: reference,
      run: z._default(oneOf(['first', 'last']), 'last'),
      source: z.optional(oneOf(SOURCES)),
      is: oneOf(RUN_STATUSES),
    }),
  ),
  waiting: z.optional(
    record({
      workspace: reference,
      run: z._default(oneOf(['first', 'last']), 'last'),
      source: z.optional(oneOf(SOURCES)),
      for: oneOf(WAITING_FOR),
    }),
  ),
  count: z.optional(
    record({
      workspace: reference,
      source: z.optional(oneOf(SOURCES)),
      status: z.optional(oneOf(RUN_STATUSES)),
      ...compared,
    }),
  ),
  /** The reader's last applied run came after the last apply of the source, and read it. */
  fresh: z.optional(record({ workspace: reference, sourceable: reference })),
  /** A field of a workspace when everything is over: as laid out, or as a later action set it. */
  setting: z.optional(record({ workspace: reference, field: nonEmpty, is: z.unknown() })),
  /** The workspace is still covered by the policy, at this level where one is given. */
  policy: z.optional(
    record({
      workspace: reference,
      policy: nonEmpty,
      enforcement_level: z.optional(oneOf([...SENTINEL_LEVELS, ...OPA_LEVELS])),
    }),
  ),
  /** The trigger exists when everything is over: one that was refused does not. */
  trigger: z.optional(record({ sourceable: reference, workspace: reference })),
  /** The source lets this workspace read its state. */
  shares: z.optional(record({ sourceable: reference, workspace: reference })),
  allowed: z.optional(record({ team: nonEmpty, workspace: reference, permission: oneOf(PERMISSIONS) })),
  variable: z.optional(record({ workspace: reference, key: nonEmpty, is: z.string() })),
  /** Runs of the workspace were applied, each of them with this value: the one it was created with. */
  applied_with: z.optional(record({ workspace: reference, key: nonEmpty, is: z.string() })),
  /** How many actions and triggers were refused, of the script, the learner and the layout. */
  refused: z.optional(record({ rule: z.optional(nonEmpty), ...compared })),
  /** How often the learner acted by hand during play; `acts` names the actions that count, none: all. */
  people: z.optional(record({ acts: listOf(oneOf(BY_HAND)), ...compared })),
  /** The first run enters its status before the second does. */
  before: z.optional(
    record({
      first: record({ workspace: reference, status: oneOf(RUN_STATUSES) }),
      later: record({ workspace: reference, status: oneOf(RUN_STATUSES) }),
    }),
  ),
  /** No run of the workspace enters `status` in these seconds, plan-only runs aside. */
  quiet: z.optional(
    record({
      workspace: reference,
      from: wholeFrom(0),
      to: wholeFrom(0),
      status: choice(RUN_STATUSES, 'planning'),
    }),
  ),
};
const leaf = record(leafShape);
export type Leaf = z.output<typeof leaf>;
export type Check = Leaf & { all?: Check[] | undefined; any?: Check[] | undefined; not?: Check | undefined };
const check: z.ZodMiniType<Check> = record({
  ...leafShape,
  all: z.optional(z.array(z.lazy(() => check))),
  any: z.optional(z.array(z.lazy(() => check))),
  not: z.optional(z.lazy(() => check)),
}).check(
  z.refine((given) => Object.values(given).filter((v) => v !== undefined).length === 1, {
    error: 'must give exactly one kind of check',
  }),
);

const goal = record({
  id: nameText,
  text: nonEmpty,
  /** correct: the level is solved; safe: nothing is wider than it must be (second star). */
  kind: z._default(oneOf(['correct', 'safe']), 'correct'),
  /** The fact that decides where the check itself finds none. */
  rule: nonEmpty,
  /** Probes in which it counts; none named: all. */
  probes: listOf(nameText),
  check,
});
export type Goal = z.output<typeof goal>;

const levelSchema = record({
  id: nameText,
  version: z.literal(1),
  chapter: nonEmpty,
  title: nonEmpty,
  story: nonEmpty,
  /** What the learner may take as given. */
  facts: listOf(nonEmpty),
  /** Fact IDs that the level is about. */
  rules: z.array(nonEmpty).check(z.minLength(1, 'must name at least one fact')),
  debrief: nonEmpty,
  layout: z.unknown(),
  /** What happens in every probe, beside what the learner does. */
  script: z._default(z.unknown(), () => []),
  probes: listOf(
    record({
      id: nameText,
      text: nonEmpty,
      /** Replaces the script. */
      script: z.optional(z.unknown()),
      /** Edits made before the probe runs: faults and changed circumstances. */
      faults: listOf(editSchema),
    }),
  ),
  goals: z.array(goal).check(z.minLength(1, 'must have at least one goal')),
  /** What the learner may do: every edit and action that the level offers, one of each kind. */
  palette: record({ edits: listOf(editSchema), actions: z._default(z.unknown(), () => []) }),
  mistakes: listOf(
    record({
      text: nonEmpty,
      edits: listOf(editSchema),
      actions: z._default(z.unknown(), () => []),
      fails: nameText,
      rule: nonEmpty,
    }),
  ),
  solution: record({ edits: listOf(editSchema), actions: z._default(z.unknown(), () => []) }),
  par: wholeFrom(1),
  /** Workspaces for which the learner may predict how their last run ends. */
  predict: listOf(reference),
  hint: text(''),
});

/** What somebody did to a level: edits before the script, dated actions beside it. */
export interface Submission {
  edits: Edit[];
  actions: Action[];
}

export interface Probe {
  id: string;
  text: string;
  script: Action[];
  faults: Edit[];
}

/** A level of the sandbox: data only; the engine plays and grades it. */
export interface Level
  extends Omit<
    z.output<typeof levelSchema>,
    'layout' | 'script' | 'probes' | 'palette' | 'mistakes' | 'solution'
  > {
  layout: Layout;
  probes: Probe[];
  palette: Submission;
  mistakes: (Submission & { text: string; fails: string; rule: string })[];
  solution: Submission;
}

/** Reads a level, with every reference resolved to `organization/name`. */
export function parseLevel(input: unknown): Parsed<Level> {
  const written = parseWith(levelSchema, input);
  if (!written.ok) return written;
  const level = written.value;
  const layout = parseLayout(level.layout, 'layout');
  if (!layout.ok) return layout;
  const names = namesOf(layout.value);
  const problems: Problem[] = [];
  const report = (path: string, message: string) => {
    problems.push({ path, message });
  };
  const resolved = <T>(value: T, path: string): T => resolveNames(value, layout.value, path, report);
  const actions = (value: unknown, path: string): Action[] => {
    const parsed = parseActions(value, layout.value, path);
    if (parsed.ok) return parsed.value;
    problems.push(...parsed.problems);
    return [];
  };
  const submission = (value: { edits: Edit[]; actions: unknown }, path: string): Submission => ({
    edits: resolved(value.edits, joinPath(path, 'edits')),
    actions: actions(value.actions, joinPath(path, 'actions')),
  });
  const script = actions(level.script, 'script');
  const probes = level.probes.map((probe, i) => {
    const path = joinPath('probes', i);
    return {
      id: probe.id,
      text: probe.text,
      script: probe.script === undefined ? script : actions(probe.script, joinPath(path, 'script')),
      faults: resolved(probe.faults, joinPath(path, 'faults')),
    };
  });
  const ids = new Set(probes.map((p) => p.id));
  for (const [i, g] of level.goals.entries()) {
    for (const probe of g.probes) if (!ids.has(probe)) report(`goals[${i}].probes`, `no probe ${probe}`);
  }
  const goalIds = new Set(level.goals.map((g) => g.id));
  for (const [i, m] of level.mistakes.entries())
    if (!goalIds.has(m.fails)) report(`mistakes[${i}].fails`, `no goal ${m.fails}`);
  const value: Level = {
    ...level,
    layout: layout.value,
    probes: probes.length > 0 ? probes : [{ id: 'main', text: 'As it is', script, faults: [] }],
    goals: level.goals.map((g, i) => ({ ...g, check: resolved(g.check, `goals[${i}].check`) })),
    palette: submission(level.palette, 'palette'),
    mistakes: level.mistakes.map((m, i) => ({
      text: m.text,
      fails: m.fails,
      rule: m.rule,
      ...submission(m, `mistakes[${i}]`),
    })),
    solution: submission(level.solution, 'solution'),
    predict: level.predict.map((name, i) => resolveWorkspace(names, name, `predict[${i}]`, report) ?? name),
  };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}
