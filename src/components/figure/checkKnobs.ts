import type { Edit } from '#model/edits/index.ts';
import {
  idOf,
  type Layout,
  OPA_LEVELS,
  SENTINEL_LEVELS,
  TASK_LEVELS,
  TASK_STAGES,
  type Workspace,
} from '#model/layout/layout.ts';
import { type KnobDraft, knobChoice, option, switchOf } from './knobForms.ts';

export function levelKnob(layout: Layout, key: string, name: string): KnobDraft | null {
  const policy = layout.workspaces.flatMap((w) => w.policies).find((p) => p.name === name);
  if (policy === undefined) return null;
  const levels: readonly (typeof policy.enforcement_level)[] =
    policy.kind === 'opa' ? OPA_LEVELS : SENTINEL_LEVELS;
  return knobChoice(
    key,
    `policy ${name}`,
    'enforcement_level',
    levels,
    policy.enforcement_level,
    (level) => ({
      type: 'enforce_policy',
      policy: name,
      enforcement_level: level,
    }),
  );
}

export function passesKnob(key: string, name: string, workspace: Workspace): KnobDraft | null {
  const policy = workspace.policies.find((p) => p.name === name);
  if (policy === undefined) return null;
  const of = (passes: boolean): Edit => ({
    type: 'set',
    workspace: idOf(workspace),
    settings: { policies: workspace.policies.map((p) => (p.name === name ? { ...p, passes } : p)) },
  });
  return switchOf(key, `policy ${name} in ${workspace.name}`, 'passes', policy.passes, [of(false), of(true)]);
}

/** Stage and level in one list: after the apply a task can only warn (TSK-06). */
export function taskKnob(key: string, name: string, workspace: Workspace): KnobDraft | null {
  const task = workspace.run_tasks.find((t) => t.name === name);
  if (task === undefined) return null;
  const pairs = TASK_STAGES.flatMap((stage) =>
    TASK_LEVELS.filter((level) => stage !== 'post_apply' || level === 'advisory').map((level) => ({
      stage,
      level,
    })),
  );
  const options = pairs.map(({ stage, level }) =>
    option(`${stage}, ${level}`, {
      type: 'set',
      workspace: idOf(workspace),
      settings: {
        run_tasks: workspace.run_tasks.map((t) =>
          t.name === name ? { ...t, stage, enforcement_level: level } : t,
        ),
      },
    }),
  );
  const initial = pairs.findIndex((p) => p.stage === task.stage && p.level === task.enforcement_level);
  return { key, label: `task ${name}`, code: 'stages, enforcement_level', options, initial };
}
