import { aboutRun, nameOf, type Rule } from './rule.ts';

/** Fact: TSK-02. */
export const tsk02MandatoryTask: Rule<'run_tasks'> = {
  id: 'tsk-02-mandatory-task',
  fact: 'TSK-02',
  at: 'run_tasks',
  effect: 'error',
  title: 'A failed mandatory run task stops the run',
  why: 'When a mandatory task before the apply fails, the run ends errored. After the apply nothing is stopped any more.',
  fix: 'Make the task pass, or make it advisory.',
  evidence: 'documented',
  condition: 'every mandatory task passed',
  violation: ({ run, tasks }) =>
    tasks.some((t) => t.enforcement_level === 'mandatory' && !t.passes) ? aboutRun(run) : null,
  message: ({ run, tasks }) => {
    const failed = tasks.filter((t) => t.enforcement_level === 'mandatory' && !t.passes).map((t) => t.name);
    return `Mandatory run task ${failed.join(', ')} failed for ${run.id} in ${nameOf(run.workspace)}.`;
  },
  remedies: ({ run }) => [
    {
      kind: 'set',
      workspace: run.workspace.id,
      settings: { run_tasks: run.settings.run_tasks.map((t) => ({ ...t, passes: true })) },
    },
  ],
};
