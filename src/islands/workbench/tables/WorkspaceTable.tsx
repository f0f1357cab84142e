import { EXECUTION_MODES, idOf, type Workspace } from '#model/layout/layout.ts';
import { made, unusable } from '../controls/made.ts';
import { StatusMark } from '#islands/status/StatusMark.tsx';
import { AddForm } from '../controls/AddForm.tsx';
import { Choice, Press, Switch, TextCell } from '../controls/controls.tsx';
import { type Column, DataTable } from '../controls/DataTable.tsx';
import { organizationOptions, useNow } from '../controls/useNow.ts';
import { shownRun, offered, RUN_ACTION, startCommand, useSeen } from '../context/useSandbox.ts';
import { SelectedBar } from './SelectedBar.tsx';

/** Every workspace with its settings, its lock and its run. */
export function WorkspaceTable() {
  const now = useNow();
  const { layout, moment, sandbox, name, startAs } = now;
  const selected = new Set(useSeen(({ state }) => state.selected));
  const columns: Column<Workspace>[] = [
    {
      title: 'Name',
      cell: (w) => (
        <TextCell
          label={`Name of ${name(idOf(w))}`}
          value={w.name}
          makes={(text) => made({ type: 'rename_workspace', workspace: idOf(w), name: text.trim() })}
        />
      ),
    },
    {
      title: 'Select',
      cell: (w) => (
        <input
          type="checkbox"
          aria-label={`Select ${name(idOf(w))}`}
          checked={selected.has(idOf(w))}
          onChange={(event) => {
            const rest = sandbox.store.getState().selected.filter((id) => id !== idOf(w));
            sandbox.select(event.target.checked ? [...rest, idOf(w)] : rest);
          }}
        />
      ),
    },
    {
      title: 'Mode',
      cell: (w) => (
        <Choice
          label={`Execution mode of ${name(idOf(w))}`}
          value={w.execution_mode}
          options={EXECUTION_MODES}
          makes={(execution_mode) => ({ type: 'set', workspace: idOf(w), settings: { execution_mode } })}
        />
      ),
    },
    {
      title: 'Auto-apply',
      cell: (w) => (
        <Switch
          label={`auto_apply of ${name(idOf(w))}`}
          checked={w.auto_apply}
          makes={(auto_apply) => ({ type: 'set', workspace: idOf(w), settings: { auto_apply } })}
        />
      ),
    },
    {
      title: 'Triggered',
      cell: (w) => (
        <Switch
          label={`auto_apply_run_trigger of ${name(idOf(w))}`}
          checked={w.auto_apply_run_trigger}
          makes={(auto_apply_run_trigger) => ({
            type: 'set',
            workspace: idOf(w),
            settings: { auto_apply_run_trigger },
          })}
        />
      ),
    },
    {
      title: 'Lock',
      cell: (w) => (
        <Switch
          label={`Lock of ${name(idOf(w))}`}
          checked={moment.locks.has(idOf(w))}
          makes={(on) => ({ type: on ? 'lock' : 'unlock', workspace: idOf(w) })}
        />
      ),
    },
    {
      title: 'Status',
      cell: (w) => {
        const run = shownRun(moment, idOf(w));
        return run === null ? 'no runs' : <StatusMark status={run.status} waitingFor={run.waiting_for} />;
      },
    },
    {
      title: 'Run',
      cell: (w) => {
        const run = shownRun(moment, idOf(w));
        return (
          <span className="row">
            <Press label={`Start run in ${name(idOf(w))}`} makes={startCommand(startAs, idOf(w))}>
              Start
            </Press>
            {run !== null &&
              offered(run).map((type) => (
                <Press
                  key={type}
                  label={`${RUN_ACTION[type]}: ${name(idOf(w))}, ${run.id}`}
                  makes={{ type, run: run.id }}
                >
                  {RUN_ACTION[type]}
                </Press>
              ))}
          </span>
        );
      },
    },
    {
      title: 'Project',
      cell: (w) => (
        <Choice
          label={`Project of ${name(idOf(w))}`}
          value={w.project ?? ''}
          options={[
            ['', 'none'],
            ...layout.projects
              .filter((p) => p.organization === w.organization)
              .map((p) => [p.name, p.name] as const),
          ]}
          makes={(project) => ({ type: 'place_workspace', workspace: idOf(w), project: project || null })}
        />
      ),
    },
    {
      title: 'Delete',
      cell: (w) => (
        <Press
          label={`Delete ${name(idOf(w))}`}
          makes={{ type: 'delete_workspaces', workspaces: [idOf(w)] }}
          className="button danger"
        >
          Delete
        </Press>
      ),
    },
  ];
  return (
    <section aria-label="Workspaces">
      <SelectedBar />
      <DataTable
        name="Workspaces"
        columns={columns}
        rows={now.workspaces}
        keyOf={idOf}
        textOf={idOf}
        empty="No workspace yet."
        shows={(w) => {
          const run = shownRun(moment, idOf(w));
          const { id, status, waiting_for } = run ?? {};
          const at = [selected.has(idOf(w)), moment.locks.has(idOf(w)), id, status, waiting_for];
          return [w, name(idOf(w)), layout.projects, startAs, ...at];
        }}
        onRow={(w) => sandbox.focus(idOf(w))}
      />
      <AddForm
        name="Add workspace"
        submit="Add to the board"
        fields={[
          { name: 'name', label: 'New workspace' },
          ...(layout.organizations.length > 1
            ? [{ name: 'organization', label: 'in', options: organizationOptions(now) }]
            : []),
        ]}
        makes={({ name: wanted = '', organization }) =>
          wanted.trim() === ''
            ? unusable({ code: 'unnamed', thing: 'workspace', by: 'name' })
            : made({
                type: 'add_workspace',
                organization: organization ?? layout.organizations[0]?.name ?? '',
                name: wanted.trim(),
                project: null,
              })
        }
      />
    </section>
  );
}
