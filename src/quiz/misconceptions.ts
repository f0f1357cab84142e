import type { Scenario } from '#model/action.ts';

/** A mistaken belief, by name, and what the world would be if it were true: the scenario that its holder sees. */
export interface Misconception {
  id: string;
  title: string;
  /** The facts that contradict it. */
  facts: readonly string[];
  believed(scenario: Scenario): Scenario;
}

const workspaces = (
  scenario: Scenario,
  change: (w: Scenario['layout']['workspaces'][number]) => Scenario['layout']['workspaces'][number],
): Scenario => ({
  ...scenario,
  layout: { ...scenario.layout, workspaces: scenario.layout.workspaces.map(change) },
});

/** Named misconceptions; distractors come from simulating what their holders would answer. */
export const MISCONCEPTIONS: readonly Misconception[] = [
  {
    id: 'guide-auto-apply',
    title: 'Auto-apply decides for triggered runs',
    facts: ['AA-05'],
    believed: (s) => ({ ...s, layout: { ...s.layout, ruleset: 'guide' } }),
  },
  {
    id: 'trigger-belongs-to-the-source',
    title: 'The trigger points the other way',
    facts: ['RT-02', 'PRV-01'],
    believed: (s) => ({
      ...s,
      layout: {
        ...s.layout,
        run_triggers: s.layout.run_triggers.map((t) => ({
          sourceable: t.workspace,
          workspace: t.sourceable,
        })),
      },
    }),
  },
  {
    id: 'plan-only-fires',
    title: 'A plan-only run fires too',
    facts: ['FI-12'],
    believed: (s) => ({
      ...s,
      actions: s.actions.map((a) =>
        a.type === 'start_run' && a.mode === 'plan_only' ? { ...a, mode: 'standard' } : a,
      ),
    }),
  },
  {
    id: 'no-changes-fires',
    title: 'A plan without changes fires too',
    facts: ['FI-13'],
    believed: (s) => workspaces(s, (w) => (w.plan === 'no_changes' ? { ...w, plan: 'changes' } : w)),
  },
  {
    id: 'errored-apply-fires',
    title: 'A failed apply fires too',
    facts: ['FI-09'],
    believed: (s) => workspaces(s, (w) => ({ ...w, apply: 'succeeds' })),
  },
  {
    id: 'local-runs-remotely',
    title: 'A local workspace runs when triggered',
    facts: ['EM-03'],
    believed: (s) =>
      workspaces(s, (w) => (w.execution_mode === 'local' ? { ...w, execution_mode: 'remote' } : w)),
  },
  {
    id: 'triggered-runs-apply',
    title: 'Triggered runs apply by themselves',
    facts: ['AA-05'],
    believed: (s) => workspaces(s, (w) => ({ ...w, auto_apply_run_trigger: true })),
  },
];
