import type { Action } from '#model/scenario/action.ts';
import { type Misconception, inLayout, workspaces } from './misconception.ts';

/** Mistaken beliefs about what applies by itself. */
export const APPLYING: readonly Misconception[] = [
  {
    id: 'guide-auto-apply',
    title: 'Auto-apply decides for triggered runs',
    truth:
      '`auto_apply_run_trigger` of the triggered workspace decides for its triggered runs. `auto_apply` covers its other runs.',
    facts: ['AA-05'],
    believed: (s) => inLayout(s, { ruleset: 'guide' }),
  },
  {
    id: 'trigger-switch-covers-all-runs',
    title: 'Auto-apply run triggers covers every run',
    truth: '`auto_apply_run_trigger` only covers triggered runs.',
    facts: ['AA-05', 'AA-02'],
    believed: (s) => workspaces(s, (w) => ({ ...w, auto_apply: w.auto_apply || w.auto_apply_run_trigger })),
  },
  {
    id: 'triggered-runs-apply',
    title: 'Triggered runs apply by themselves',
    truth: 'A triggered run waits for confirmation unless `auto_apply_run_trigger` is on in its workspace.',
    facts: ['AA-05'],
    believed: (s) => workspaces(s, (w) => ({ ...w, auto_apply_run_trigger: true })),
  },
  {
    id: 'triggered-runs-never-apply',
    title: 'Triggered runs always wait for a person',
    truth: 'With `auto_apply_run_trigger` on, a triggered run applies by itself.',
    facts: ['AA-05', 'AA-23'],
    believed: (s) => workspaces(s, (w) => ({ ...w, auto_apply_run_trigger: false })),
  },
  {
    id: 'auto-apply-covers-the-cli',
    title: 'Auto-apply covers runs from the command line',
    truth: 'For `terraform apply`, the flag `-auto-approve` decides, and not the setting of the workspace.',
    facts: ['AA-04'],
    believed: (s) => ({
      ...s,
      actions: s.actions.map((a) =>
        a.type === 'start_run' && a.source === 'cli' ? { ...a, source: 'tfe-ui', auto_approve: false } : a,
      ),
    }),
  },
  {
    id: 'saved-plans-auto-apply',
    title: 'A saved plan follows Auto-apply',
    truth: 'A saved plan never applies by itself. Somebody has to confirm it.',
    facts: ['AA-07'],
    believed: (s) => ({
      ...s,
      actions: s.actions.map((a) =>
        a.type === 'start_run' && a.mode === 'save_plan' ? { ...a, mode: 'standard' } : a,
      ),
    }),
  },
  {
    id: 'auto-apply-starts-runs',
    title: 'Auto-apply decides whether a run starts',
    truth:
      'The auto-apply settings decide whether a run applies after its plan. They have no effect on whether it is queued.',
    facts: ['AA-05', 'FI-01'],
    believed: (s) =>
      workspaces(s, (w) => (w.auto_apply_run_trigger ? w : { ...w, has_configuration: false })),
  },
  {
    id: 'override-is-apply',
    title: 'An override applies the run',
    truth:
      'An override gets the run past its policies. Whether it then applies by itself is decided as for any other run.',
    facts: ['POL-07', 'AA-21'],
    believed: (s) => ({
      ...s,
      actions: s.actions.flatMap((a): Action[] =>
        a.type === 'override_policy' ? [a, { type: 'confirm', workspace: a.workspace }] : [a],
      ),
    }),
  },
  {
    id: 'auto-apply-overrides-policies',
    title: 'Auto-apply carries a run past failed policies',
    truth: 'Policies come first. A mandatory failure also stops a run that would apply by itself.',
    facts: ['AA-20'],
    believed: (s) =>
      workspaces(s, (w) =>
        w.auto_apply || w.auto_apply_run_trigger
          ? { ...w, policies: w.policies.map((p) => ({ ...p, passes: true })) }
          : w,
      ),
  },
];
