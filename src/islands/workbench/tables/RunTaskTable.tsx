import { idOf, type RunTask, TASK_LEVELS, TASK_STAGES, type Workspace } from '#model/layout/layout.ts';
import { made, unusable } from '../controls/made.ts';
import type { Command } from '#state/board/command.ts';
import { AddForm } from '../controls/AddForm.tsx';
import { Choice, Press, Switch, TextCell } from '../controls/controls.tsx';
import { DataTable } from '../controls/DataTable.tsx';
import { useNow, workspaceOptions } from '../controls/useNow.ts';

/** Run tasks: at which stage they are asked, how strict they are, and whether they pass. */
export function RunTaskTable() {
  const now = useNow();
  const { workspaces, name } = now;
  const rows = workspaces.flatMap((w) => w.run_tasks.map((task, at) => ({ w, task, at })));
  const put = (w: Workspace, run_tasks: RunTask[]): Command => ({
    type: 'set',
    workspace: idOf(w),
    settings: { run_tasks },
  });
  const change = ({ w, at }: (typeof rows)[number], given: Partial<RunTask>) =>
    put(
      w,
      w.run_tasks.map((t, i) => (i === at ? { ...t, ...given } : t)),
    );
  const called = ({ w, task }: (typeof rows)[number]) => `run task ${task.name} of ${name(idOf(w))}`;
  return (
    <section aria-labelledby="table-tasks">
      <h3 id="table-tasks">Run tasks</h3>
      <DataTable
        name="Run tasks"
        columns={[
          { title: 'Workspace', cell: ({ w }) => name(idOf(w)) },
          {
            title: 'Task',
            cell: (row) => (
              <TextCell
                label={`Name of ${called(row)}`}
                value={row.task.name}
                makes={(text) => made(change(row, { name: text.trim() }))}
              />
            ),
          },
          {
            title: 'Stage',
            cell: (row) => (
              <Choice
                label={`Stage of ${called(row)}`}
                value={row.task.stage}
                options={TASK_STAGES}
                makes={(stage) => change(row, { stage })}
              />
            ),
          },
          {
            title: 'Level',
            cell: (row) => (
              <Choice
                label={`Level of ${called(row)}`}
                value={row.task.enforcement_level}
                options={TASK_LEVELS}
                makes={(enforcement_level) => change(row, { enforcement_level })}
              />
            ),
          },
          {
            title: 'Passes',
            cell: (row) => (
              <Switch
                label={`Passes: ${called(row)}`}
                checked={row.task.passes}
                makes={(passes) => change(row, { passes })}
              />
            ),
          },
          {
            title: 'Action',
            cell: (row) => (
              <Press
                label={`Remove ${called(row)}`}
                makes={put(
                  row.w,
                  row.w.run_tasks.filter((_, i) => i !== row.at),
                )}
              >
                Remove
              </Press>
            ),
          },
        ]}
        rows={rows}
        keyOf={({ w, at }) => `${idOf(w)} ${at}`}
        textOf={called}
        empty="No workspace has run tasks."
        shows={({ w, task, at }) => [w, task, at, name(idOf(w))]}
      />
      <AddForm
        name="Add run task"
        submit="Add run task"
        fields={(values) => [
          { name: 'task', label: 'Run task' },
          { name: 'workspace', label: 'Workspace', options: workspaceOptions(now) },
          { name: 'stage', label: 'Stage', options: TASK_STAGES },
          {
            name: 'level',
            label: 'Level',
            options: values['stage'] === 'post_apply' ? ['advisory'] : TASK_LEVELS,
          },
          {
            name: 'passes',
            label: 'It',
            options: [
              ['yes', 'passes'],
              ['no', 'fails'],
            ],
          },
        ]}
        makes={(values) => {
          const w = workspaces.find((other) => idOf(other) === values['workspace']);
          const called = (values['task'] ?? '').trim();
          if (w === undefined || called === '')
            return unusable({ code: 'unnamed', thing: 'run task', by: 'name' });
          return made(
            put(w, [
              ...w.run_tasks,
              {
                name: called,
                stage: TASK_STAGES.find((s) => s === values['stage']) ?? 'pre_plan',
                enforcement_level: TASK_LEVELS.find((l) => l === values['level']) ?? 'advisory',
                passes: values['passes'] !== 'no',
              },
            ]),
          );
        }}
      />
    </section>
  );
}
