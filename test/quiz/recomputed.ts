import { allowed, PERMISSIONS } from '#engine/query/access.ts';
import { findingsOf } from '#engine/findings/findings.ts';
import { simulate } from '#engine/simulate/simulate.ts';
import { effectiveVariables } from '#engine/query/effectiveVariables.ts';
import type { Scenario } from '#model/scenario/action.ts';
import type { Workspace } from '#model/layout/layout.ts';
import type { Question } from '#model/quiz/question.ts';
import type { SimulationResult } from '#model/scenario/result.ts';
import type { Item } from '#quiz/types/item.ts';

/** The key of a question as one text, each part between `=`. */
export function keyOf(question: Question): string {
  const parts = (): string[] => {
    if ('options' in question) return question.options.filter((o) => o.correct).map((o) => o.id);
    if ('rows' in question) return question.rows.map((r) => `${r.id} ${r.correct}`);
    if ('palette' in question) return question.palette.filter((o) => o.correct).map((o) => o.id);
    if ('things' in question) return [question.things.map((t) => t.id).join(' ')];
    if (question.type === 'fill') return question.accepted.slice(0, 1);
    return [String(question.answer)];
  };
  return keyText(parts());
}
const keyText = (parts: readonly string[]): string => `=${parts.join('=')}=`;

function run(scenario: Scenario): SimulationResult {
  const simulated = simulate(scenario);
  if (!simulated.ok) throw new Error('not simulated');
  return simulated.value.result;
}
const bare = (id: string): string => id.split('/').at(-1) ?? '';

/** The options that a family would have to mark, by a test of each. */
function marked({ question, scenario }: Item, right: (id: string, text: string) => boolean): string {
  if (scenario === null || !('options' in question)) throw new Error('not a choice on a board');
  return keyText(question.options.filter((o) => right(o.id, o.text)).map((o) => o.id));
}
const boardOf = ({ scenario }: Item): Scenario => {
  if (scenario === null) throw new Error('no board');
  return scenario;
};

/** The workspace that the stem asks about: the last one that it names. */
function subjectOf({ question }: Item): string {
  return [...question.stem.matchAll(/`([^`]+)`/g)].at(-1)?.[1] ?? '';
}

/** For each family its key, worked out from the board without anything of `src/quiz`. */
export const RECOMPUTED: Readonly<Record<string, (item: Item) => string>> = {
  'which-run'(item) {
    const runs = run(boardOf(item)).runs.filter((r) => r.triggered_by !== null);
    return marked(item, (_, text) => runs.some((r) => `\`${bare(r.workspace)}\`` === text));
  },
  'where-it-stops'(item) {
    const scenario = boardOf(item);
    const last = run(scenario)
      .runs.filter((r) => bare(r.workspace) === subjectOf(item))
      .at(-1);
    const words = { unlock: 'the lock', confirmation: 'confirmation', policy_override: 'an override' };
    return marked(item, (_, text) => {
      const [status, wait = ''] = text.split(', ');
      if (status !== `\`${last?.status}\``) return false;
      if (last?.waiting_for === null || last === undefined) return wait === '';
      return wait.includes(Reflect.get(words, last.waiting_for));
    });
  },
  'stage-order'(item) {
    const { question } = item;
    if (!('things' in question)) throw new Error('not an order');
    const asked = new Set<string>(question.things.map((t) => t.id));
    const statuses = run(boardOf(item)).runs[0]?.statuses.map((s) => s.status.replaceAll('_', '-')) ?? [];
    return keyText([statuses.filter((s) => asked.has(s)).join(' ')]);
  },
  'how-many-runs'(item) {
    const runs = run(boardOf(item)).runs.filter((r) => r.triggered_by !== null);
    return keyText([String(runs.filter((r) => bare(r.workspace) === subjectOf(item)).length)]);
  },
  'who-is-stale'(item) {
    const rows = run(boardOf(item)).stale;
    return marked(item, (_, text) => rows.some((row) => `\`${bare(row.workspace)}\`` === text));
  },
  'why-no-run'(item) {
    const { not_queued, rejections, runs } = run(boardOf(item));
    const target = subjectOf(item);
    if (runs.some((r) => bare(r.workspace) === target && r.triggered_by !== null)) return keyText([]);
    const rule = [...not_queued, ...rejections].find(
      (row) => !('workspace' in row) || bare(row.workspace) === target,
    )?.rule;
    return marked(item, (id) => REASON[id] === rule);
  },
  'which-value'(item) {
    const { layout } = boardOf(item);
    const target = subjectOf(item);
    const workspace = layout.workspaces.find((w) => w.name === target);
    if (workspace === undefined) throw new Error('no workspace');
    const [seen] = effectiveVariables(layout, workspace);
    const place = seen?.from === 'workspace' ? 'the workspace' : `the set \`${seen?.from.slice(13)}\``;
    return marked(item, (_, text) => text === `\`${seen?.value}\`, from ${place}`);
  },
  'who-may-what'(item) {
    const { question } = item;
    const { layout } = boardOf(item);
    if (!('rows' in question)) throw new Error('not a table');
    const workspace = layout.workspaces.find((w) => w.name === subjectOf(item));
    const may = allowed(layout, layout.teams[0]?.name ?? '', `${workspace?.organization}/${workspace?.name}`);
    return keyText(
      question.rows.map((row) => {
        const permission = PERMISSIONS.find((p) => p.replaceAll('_', '-') === row.id);
        return `${row.id} ${permission !== undefined && may[permission] ? 'may' : 'may-not'}`;
      }),
    );
  },
  'which-change-mends'(item) {
    const scenario = boardOf(item);
    return marked(item, (_, text) => {
      const changed = changedBy(scenario, text);
      return run(changed).runs.some((r) => bare(r.workspace) === subjectOf(item) && r.status === 'applied');
    });
  },
  'complete-hcl'(item) {
    const { question } = item;
    const { layout } = boardOf(item);
    if (question.type !== 'fill') throw new Error('nothing to fill in');
    const blocks = question.figure?.hcl?.split('\n\n') ?? [];
    const lines = blocks.find((block) => block.includes('____'))?.split('\n') ?? [];
    const other = lines
      .map((line) => /^ {2}(?:workspace_id|sourceable_id) +=\s+tfe_workspace\.(\w+)\.id$/.exec(line)?.[1])
      .find(Boolean);
    const names = [...question.stem.matchAll(/`([^`]+)`/g)].map((m) => m[1] ?? '');
    const gap = lines
      .find((line) => line.includes('____'))
      ?.trim()
      .split(' ')[0];
    const id = (name: string | undefined) =>
      layout.workspaces.find((w) => bare(name ?? '') === w.name)?.name.replaceAll('-', '_');
    if (gap === 'remote_state_consumer_ids') {
      const source = layout.workspaces.find((w) => w.name.replaceAll('-', '_') === other);
      return keyText([`tfe_workspace.${id(source?.remote_state_consumer_ids[0])}.id`]);
    }
    // Both ends are in the stem; the trigger of the board says which is which.
    const trigger = layout.run_triggers.find(
      (t) => names.includes(bare(t.sourceable)) && names.includes(bare(t.workspace)),
    );
    return keyText([
      `tfe_workspace.${id(gap === 'workspace_id' ? trigger?.workspace : trigger?.sourceable)}.id`,
    ]);
  },
  'spot-the-flaw'(item) {
    const { layout } = boardOf(item);
    const found = findingsOf(layout).map((f) => `${f.rule} ${f.workspaces.map(bare).sort().join(' ')}`);
    return marked(item, (id, text) => {
      const kind = FLAW.find(([start]) => id.startsWith(start));
      const names = [...new Set([...text.matchAll(/`([^`]+)`/g)].map((m) => m[1]))].sort().join(' ');
      return kind !== undefined && found.includes(`${kind[1]} ${names}`);
    });
  },
  'same-or-different'(item) {
    const scenario = boardOf(item);
    const ends = (s: Scenario) =>
      s.layout.workspaces.map((w) => {
        const last = run(s)
          .runs.filter((r) => bare(r.workspace) === w.name)
          .at(-1);
        const end =
          last === undefined
            ? 'gets no run'
            : last.status === 'applied'
              ? 'is applied'
              : last.waiting_for === null
                ? 'ends without an apply'
                : 'waits';
        return `\`${w.name}\` ${end}`;
      });
    const twist = /one difference: (.*)\. What changes/.exec(item.question.stem)?.[1] ?? '';
    const before = ends(scenario);
    const changed = ends(changedBy(scenario, twist)).filter((end, i) => end !== before[i]);
    return marked(item, (_, text) => {
      if (changed.length === 0) return text.startsWith('Nothing');
      const said = [...text.matchAll(/`[^`]+` (?:gets no run|is applied|ends without an apply|waits)/g)].map(
        (m) => m[0],
      );
      return JSON.stringify(said) === JSON.stringify(changed);
    });
  },
};

/** What the change in an option or stem makes of the board, read from its words. */
function changedBy(scenario: Scenario, text: string): Scenario {
  const names = [...text.matchAll(/`([^`]+)`/g)]
    .map((m) => m[1] ?? '')
    .filter((n) => !n.startsWith('auto_apply'));
  const { layout } = scenario;
  const name = names.at(-1);
  const set = (change: Partial<Workspace>): Scenario => ({
    ...scenario,
    layout: {
      ...layout,
      workspaces: layout.workspaces.map((w) => (w.name === name ? { ...w, ...change } : w)),
    },
  });
  const on = !/ is off /.test(text);
  if (/auto_apply_run_trigger/.test(text)) return set({ auto_apply_run_trigger: on });
  if (/auto_apply/.test(text)) return set({ auto_apply: on });
  if (/remote execution/.test(text)) return set({ execution_mode: 'remote' });
  if (/agent execution/.test(text)) return set({ execution_mode: 'agent' });
  if (/state with nobody/.test(text)) return set({ global_remote_state: false });
  if (/state with the organization/.test(text)) return set({ global_remote_state: true });
  if (/has no changes/.test(text)) return set({ plan: 'no_changes' });
  if (/has changes/.test(text)) return set({ plan: 'changes' });
  if (/advisory/.test(text)) return set({ policies: [] });
  if (!/^Reverse the trigger/.test(text)) throw new Error(`no change is known for: ${text}`);
  const [target, source] = names;
  const run_triggers = layout.run_triggers.map((t) =>
    bare(t.sourceable) === source && bare(t.workspace) === target
      ? { sourceable: t.workspace, workspace: t.sourceable }
      : t,
  );
  return { ...scenario, layout: { ...layout, run_triggers } };
}

/** Which finding each statement of the family spot-the-flaw stands for. */
const FLAW: readonly (readonly [string, string])[] = [
  ['denied-', 'RS-03'],
  ['undeclared-', 'RS-01'],
  ['unnoticed-', 'RS-26'],
  ['local-', 'EM-03'],
  ['waits-', 'AA-05'],
];

/** Which rule each reason of the family why-no-run stands for. */
const REASON: Readonly<Record<string, string>> = {
  'plan-only': 'FI-12',
  'no-changes': 'FI-13',
  'plan-failed': 'FI-08',
  'apply-failed': 'FI-09',
  discarded: 'FI-06',
  local: 'EM-03',
  organizations: 'RT-05',
};
