import { type Level, parseLevel } from '#model/level/level.ts';
import type { Problem } from '#model/parse/problem.ts';
import { type Plain, plainLayout } from '../support/shorthand.ts';

/** A small level that is in order: app should run when network is applied, and its state must stay closed. */
export const SOUND: Plain = {
  id: 'sound',
  version: 1,
  chapter: 'test',
  title: 'Sound',
  story: 'test',
  rules: ['RT-01'],
  debrief: 'test',
  layout: plainLayout('network, app, other; network: auto_apply'),
  script: [{ type: 'start_run', workspace: 'network' }],
  goals: [
    {
      id: 'runs',
      text: 'app runs',
      rule: 'RT-01',
      check: { count: { workspace: 'app', source: 'tfe-run-trigger', at_least: 1 } },
    },
    {
      id: 'closed',
      text: 'nobody else reads',
      kind: 'safe',
      rule: 'RS-10',
      check: { not: { shares: { sourceable: 'network', workspace: 'other' } } },
    },
  ],
  palette: {
    edits: [
      { type: 'create_run_trigger', sourceable: 'network', workspace: 'app' },
      { type: 'create_run_trigger', sourceable: 'app', workspace: 'network' },
      { type: 'set', workspace: 'network', settings: { global_remote_state: true } },
    ],
  },
  mistakes: [
    {
      text: 'backwards',
      edits: [{ type: 'create_run_trigger', sourceable: 'app', workspace: 'network' }],
      fails: 'runs',
      rule: 'RT-01',
    },
  ],
  solution: { edits: [{ type: 'create_run_trigger', sourceable: 'network', workspace: 'app' }] },
  par: 1,
};

/** The sound level with some of its keys replaced; throws where that makes no level. */
export function levelOf(changes: Plain = {}): Level {
  const parsed = parseLevel({ ...SOUND, ...changes });
  if (!parsed.ok) throw new Error(parsed.problems.map((p) => `${p.path}: ${p.message}`).join('\n'));
  return parsed.value;
}

/** What is wrong with the sound level when some of its keys are replaced, each problem as a line. */
export function problemsOf(changes: Plain): string[] {
  const parsed = parseLevel({ ...SOUND, ...changes });
  return parsed.ok ? [] : parsed.problems.map((p: Problem) => `${p.path}: ${p.message}`);
}
