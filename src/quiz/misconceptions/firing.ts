import { type Misconception, inLayout, workspaces } from './misconception.ts';

/** Mistaken beliefs about what starts a run. */
export const FIRING: readonly Misconception[] = [
  {
    id: 'trigger-belongs-to-the-source',
    title: 'The trigger is set on the source',
    truth: 'A trigger is set on the workspace that will run, and it names its source.',
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
    id: 'no-changes-fires',
    title: 'A plan without changes fires too',
    truth: 'A plan without changes ends `planned_and_finished`; nothing is applied, so nothing fires.',
    facts: ['FI-13'],
    believed: (s) => workspaces(s, (w) => (w.plan === 'no_changes' ? { ...w, plan: 'changes' } : w)),
  },
  {
    id: 'errored-apply-fires',
    title: 'A failed apply fires too',
    truth: 'A run whose apply fails ends `errored`, and only `applied` fires.',
    facts: ['FI-09'],
    believed: (s) => workspaces(s, (w) => ({ ...w, apply: 'succeeds' })),
  },
  {
    id: 'local-runs-remotely',
    title: 'A local workspace runs when triggered',
    truth: 'HCP Terraform performs no runs in a local workspace, so a trigger does nothing there.',
    facts: ['EM-03'],
    believed: (s) =>
      workspaces(s, (w) => (w.execution_mode === 'local' ? { ...w, execution_mode: 'remote' } : w)),
  },
  {
    id: 'triggers-need-remote-mode',
    title: 'Triggers need remote execution',
    truth: 'Agents perform real runs, so triggers work in agent mode as they do in remote mode.',
    facts: ['EM-05'],
    believed: (s) =>
      workspaces(s, (w) => (w.execution_mode === 'agent' ? { ...w, execution_mode: 'local' } : w)),
  },
  {
    id: 'locks-refuse-runs',
    title: 'A locked workspace gets no run',
    truth: 'Runs are still queued in a locked workspace. They stay `pending` until it is unlocked.',
    facts: ['LK-02'],
    believed: (s) => workspaces(s, (w) => (w.locked ? { ...w, has_configuration: false } : w)),
  },
  {
    id: 'queued-runs-are-merged',
    title: 'Queued runs are merged into one',
    truth: 'Each apply of a source queues its own run, and runs are not merged.',
    facts: ['FI-31', 'X-06', 'Q-09'],
    believed: null,
  },
  {
    id: 'fan-in-waits-for-all',
    title: 'A workspace waits until all its sources were applied',
    truth: 'Each source queues its own run, and no run waits for the other sources.',
    facts: ['FI-31', 'FI-32', 'X-06'],
    believed: null,
  },
];
