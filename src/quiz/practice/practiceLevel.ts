import { prove } from '#engine/levels/prove.ts';
import { gradeSubmission } from '#engine/levels/grade.ts';
import type { Edit } from '#model/edits/index.ts';
import { type Submission, type Level, parseLevel } from '#model/level/level.ts';
import { type Random, randomOf } from '../lib/random.ts';

/** A shape of a chain that works: each arrow is a trigger, and its downstream reads what its source writes. */
type Edges = readonly (readonly [string, string])[];
const SHAPES: readonly [Edges, ...Edges[]] = [
  [
    ['network', 'platform'],
    ['platform', 'app'],
  ],
  [
    ['network', 'platform'],
    ['network', 'dns'],
    ['platform', 'app'],
  ],
  [
    ['network', 'identity'],
    ['network', 'dns'],
    ['network', 'database'],
  ],
  [
    ['network', 'platform'],
    ['platform', 'database'],
    ['database', 'app'],
  ],
];

/** One thing that is wrong with a board, and the edit that fixes it. */
interface Fault {
  rule: string;
  fix: Edit;
  spoil: (board: Board) => void;
}

interface Workspace {
  name: string;
  auto_apply: boolean;
  auto_apply_run_trigger: boolean;
  execution_mode: 'remote' | 'local';
  locked: boolean;
  plan: 'changes' | 'auto';
  remote_state_consumer_ids: string[];
  outputs: { name: string }[];
  reads: { workspace: string; output: string }[];
}
interface Board {
  workspaces: Map<string, Workspace>;
  triggers: { sourceable: string; workspace: string }[];
}

function working(edges: Edges): Board {
  const workspaces = new Map<string, Workspace>();
  for (const name of new Set(edges.flat())) {
    const reads = edges.filter(([, to]) => to === name).map(([from]) => from);
    workspaces.set(name, {
      name,
      auto_apply: reads.length === 0,
      auto_apply_run_trigger: reads.length > 0,
      execution_mode: 'remote',
      locked: false,
      plan: reads.length === 0 ? 'changes' : 'auto',
      remote_state_consumer_ids: edges.filter(([from]) => from === name).map(([, to]) => to),
      outputs: [{ name: 'id' }],
      reads: reads.map((workspace) => ({ workspace, output: 'id' })),
    });
  }
  return { workspaces, triggers: edges.map(([sourceable, workspace]) => ({ sourceable, workspace })) };
}

/** Everything that can go wrong along these arrows. */
function faultsOf(edges: Edges): Fault[] {
  const at = (board: Board, name: string, change: (w: Workspace) => void) => {
    const workspace = board.workspaces.get(name);
    if (workspace !== undefined) change(workspace);
  };
  return edges.flatMap(([sourceable, workspace]): Fault[] => [
    {
      rule: 'RT-01',
      fix: { type: 'create_run_trigger', sourceable, workspace },
      spoil: (board) => {
        board.triggers = board.triggers.filter(
          (t) => t.sourceable !== sourceable || t.workspace !== workspace,
        );
      },
    },
    {
      rule: 'RS-03',
      fix: { type: 'share', sourceable, workspace },
      spoil: (board) =>
        at(board, sourceable, (w) => {
          w.remote_state_consumer_ids = w.remote_state_consumer_ids.filter((id) => id !== workspace);
        }),
    },
    {
      rule: 'AA-05',
      fix: { type: 'set', workspace, settings: { auto_apply_run_trigger: true } },
      spoil: (board) =>
        at(board, workspace, (w) => {
          w.auto_apply_run_trigger = false;
        }),
    },
    {
      rule: 'EM-03',
      fix: { type: 'set', workspace, settings: { execution_mode: 'remote' } },
      spoil: (board) =>
        at(board, workspace, (w) => {
          w.execution_mode = 'local';
        }),
    },
    {
      rule: 'LK-02',
      fix: { type: 'unlock', workspace },
      spoil: (board) =>
        at(board, workspace, (w) => {
          w.locked = true;
        }),
    },
  ]);
}

/** Edits that look like help: a setting that decides nothing here, a trigger in the wrong direction, sharing with too many. */
function decoysOf(edges: Edges): Edit[] {
  return edges.flatMap(([sourceable, workspace]): Edit[] => [
    { type: 'set', workspace, settings: { auto_apply: true } },
    { type: 'set', workspace: sourceable, settings: { execution_mode: 'local' } },
    { type: 'share', sourceable: workspace, workspace: sourceable },
  ]);
}

/** A board with one to three faults that has exactly one smallest repair, drawn from a seed and proven. */
export function practiceLevel(seed: number): Level {
  const random = randomOf(seed);
  for (let tries = 0; tries < 60; tries++) {
    const level = draw(random, seed);
    if (level !== null && prove(level).problems.length === 0 && smallestFixes(level).length === 1)
      return level;
  }
  throw new Error(`no practice board from seed ${seed}`);
}

function draw(random: Random, seed: number): Level | null {
  const edges = random.pick(SHAPES);
  const count = 1 + random.below(3);
  const faults = random.shuffle(faultsOf(edges)).slice(0, count);
  const board = working(edges);
  for (const fault of faults) fault.spoil(board);
  const decoys = random.shuffle(decoysOf(edges)).slice(0, 3);
  const solution = faults.map((fault) => fault.fix);
  const ends = [...board.workspaces.keys()].filter((name) => edges.some(([, to]) => to === name));
  const goals = edges.map(([sourceable, workspace]) => ({
    id: `${workspace}-new`,
    text: `${workspace} has the newest value of ${sourceable}.`,
    rule: 'RT-01',
    check: { fresh: { workspace, sourceable } },
  }));
  const parsed = parseLevel({
    id: `practice-${seed}`,
    version: 1,
    chapter: 'practice',
    title: `Practice board ${seed}`,
    story: `network changes, and its value should reach ${ends.join(', ')} with nobody's help. It does not. Find what is wrong.`,
    facts: [count === 1 ? 'One thing is wrong.' : `${count} things are wrong.`],
    rules: [...new Set(faults.map((fault) => fault.rule))],
    debrief: 'Each change fixes one place where the chain was broken.',
    layout: {
      version: 1,
      organizations: [{ name: 'acme' }],
      workspaces: [...board.workspaces.values()],
      run_triggers: board.triggers,
    },
    script: [{ type: 'start_run', workspace: 'network' }],
    goals: [
      ...goals,
      { id: 'no-clicks', text: 'Nobody has to click.', rule: 'AA-01', check: { people: { is: 0 } } },
    ],
    palette: {
      edits: random.shuffle([...solution, ...decoys]),
      actions: [{ type: 'confirm', workspace: ends[0] }],
    },
    solution: { edits: solution },
    par: count,
    predict: ends,
  });
  return parsed.ok ? parsed.value : null;
}

/** Every set of palette edits of the size of par that passes. */
function smallestFixes(level: Level): Submission[] {
  const sets = (from: number, size: number): Edit[][] => {
    if (size === 0) return [[]];
    return level.palette.edits.flatMap((edit, i) =>
      i < from ? [] : sets(i + 1, size - 1).map((rest) => [edit, ...rest]),
    );
  };
  return sets(0, level.par)
    .map((edits): Submission => ({ edits, actions: [] }))
    .filter((attempt) => gradeSubmission(level, attempt).passed);
}
