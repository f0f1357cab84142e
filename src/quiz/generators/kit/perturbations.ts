import { code } from '#model/layout/phrases.ts';
import { short } from '#model/layout/vocabulary.ts';
import type { Scenario } from '#model/scenario/action.ts';
import { idOf, type Workspace } from '#model/layout/layout.ts';

/** One change of one field, tried to see whether the key depends on it. */
export interface Perturbation {
  /** As in "what if …". */
  change: string;
  apply(): Scenario;
}

/** The scenario with one workspace changed. */
export const withWorkspace = (scenario: Scenario, id: string, change: Partial<Workspace>): Scenario => ({
  ...scenario,
  layout: {
    ...scenario.layout,
    workspaces: scenario.layout.workspaces.map((w) => (idOf(w) === id ? { ...w, ...change } : w)),
  },
});

/** The scenario with other triggers. */
export const withTriggers = (
  scenario: Scenario,
  run_triggers: Scenario['layout']['run_triggers'],
): Scenario => ({ ...scenario, layout: { ...scenario.layout, run_triggers } });

/** Every single change of a setting of one workspace. */
export function workspacePerturbations(scenario: Scenario, id: string): Perturbation[] {
  const w = scenario.layout.workspaces.find((other) => idOf(other) === id);
  if (w === undefined) return [];
  const name = code(w.name);
  const perturbation = (change: string, fields: Partial<Workspace>): Perturbation => ({
    change,
    apply: () => withWorkspace(scenario, id, fields),
  });
  const onOff = (on: boolean) => (on ? 'off' : 'on');
  return [
    ...w.policies.map((p) =>
      perturbation(`the policy ${code(p.name)} of ${name} ${p.passes ? 'failed' : 'passed'}`, {
        policies: w.policies.map((other) => (other === p ? { ...p, passes: !p.passes } : other)),
      }),
    ),
    ...w.run_tasks.map((t) =>
      perturbation(`the task ${code(t.name)} of ${name} ${t.passes ? 'failed' : 'passed'}`, {
        run_tasks: w.run_tasks.map((other) => (other === t ? { ...t, passes: !t.passes } : other)),
      }),
    ),
    perturbation(`\`auto_apply_run_trigger\` were ${onOff(w.auto_apply_run_trigger)} in ${name}`, {
      auto_apply_run_trigger: !w.auto_apply_run_trigger,
    }),
    perturbation(`\`auto_apply\` were ${onOff(w.auto_apply)} in ${name}`, { auto_apply: !w.auto_apply }),
    w.plan === 'changes'
      ? perturbation(`the plan of ${name} had no changes`, { plan: 'no_changes' })
      : perturbation(`the plan of ${name} had changes`, { plan: 'changes' }),
    w.apply === 'succeeds'
      ? perturbation(`the apply of ${name} failed`, { apply: 'errors' })
      : perturbation(`the apply of ${name} succeeded`, { apply: 'succeeds' }),
    w.execution_mode === 'local'
      ? perturbation(`${name} were in remote execution`, { execution_mode: 'remote' })
      : perturbation(`${name} were in local execution`, { execution_mode: 'local' }),
  ];
}

/** Every single change of a setting or trigger of the board; the first workspace, where most begins, comes last. */
export function perturbationsOf(scenario: Scenario): Perturbation[] {
  const { layout } = scenario;
  const of = (workspaces: readonly Workspace[]) =>
    workspaces.flatMap((w) => workspacePerturbations(scenario, idOf(w)));
  return [
    ...of(layout.workspaces.slice(1)),
    ...layout.run_triggers.map((t) => ({
      change: `there were no trigger from ${code(short(t.sourceable))} to ${code(short(t.workspace))}`,
      apply: () =>
        withTriggers(
          scenario,
          layout.run_triggers.filter((other) => other !== t),
        ),
    })),
    ...of(layout.workspaces.slice(0, 1)),
  ];
}
