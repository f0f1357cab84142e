import { type Misconception, inLayout, workspaces } from './believe.ts';

/** Mistaken beliefs about what starts a run. */
export const FIRING: readonly Misconception[] = [
  {
    id: 'trigger-belongs-to-the-source',
    title: 'The trigger points the other way',
    truth: 'A trigger belongs to the workspace that is to run, and names the source that it waits for.',
    facts: ['RT-02', 'PRV-01'],
    believed: (s) =>
      inLayout(s, {
        run_triggers: s.layout.run_triggers.map((t) => ({
          sourceable: t.workspace,
          workspace: t.sourceable,
        })),
      }),
  },
  {
    id: 'plan-only-fires',
    title: 'A plan-only run fires too',
    truth: 'A plan-only run applies nothing, so it fires no trigger.',
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
    truth: 'A plan without changes ends `planned_and_finished`; nothing is applied, so nothing fires.',
    facts: ['FI-13'],
    believed: (s) => workspaces(s, (w) => (w.plan === 'no_changes' ? { ...w, plan: 'changes' } : w)),
  },
  {
    id: 'errored-apply-fires',
    title: 'A failed apply fires too',
    truth: 'An apply that fails ends `errored`, and only `applied` fires.',
    facts: ['FI-09'],
    believed: (s) => workspaces(s, (w) => ({ ...w, apply: 'succeeds' })),
  },
  {
    id: 'local-runs-remotely',
    title: 'A local workspace runs when triggered',
    truth: 'In local execution HCP Terraform performs no runs, so a trigger does nothing there.',
    facts: ['EM-03'],
    believed: (s) =>
      workspaces(s, (w) => (w.execution_mode === 'local' ? { ...w, execution_mode: 'remote' } : w)),
  },
  {
    id: 'triggers-need-remote-mode',
    title: 'Triggers need remote execution',
    truth: 'Agents perform real runs, so triggers work in agent mode as in remote mode.',
    facts: ['EM-05'],
    believed: (s) =>
      workspaces(s, (w) => (w.execution_mode === 'agent' ? { ...w, execution_mode: 'local' } : w)),
  },
  {
    id: 'locks-refuse-runs',
    title: 'A locked workspace gets no run',
    truth: 'A lock keeps runs `pending`; they are queued all the same.',
    facts: ['LK-02'],
    believed: (s) => workspaces(s, (w) => (w.locked ? { ...w, has_configuration: false } : w)),
  },
  {
    id: 'queued-runs-are-merged',
    title: 'Queued runs are merged into one',
    truth: 'Each apply of a source queues a run of its own; they are not merged.',
    facts: ['FI-31', 'Q-09'],
    believed: null,
  },
  {
    id: 'fan-in-waits-for-all',
    title: 'A workspace waits until all its sources were applied',
    truth: 'Each source queues a run by itself; none waits for the others.',
    facts: ['FI-31', 'FI-32'],
    believed: null,
  },
];
