import { memo } from 'react';
import { EXECUTION_MODES, idOf, type Workspace } from '#model/layout/layout.ts';
import { Choice, Switch } from '../controls/controls.tsx';
import { useSeen } from '../context/useSandbox.ts';
import { Field, Page } from './Field.tsx';

export const GeneralPage = memo(function GeneralPage({ w }: { w: Workspace }) {
  const workspace = idOf(w);
  const { projects, locked } = useSeen(({ state, moment }) => ({
    projects: state.scenario.layout.projects,
    locked: moment.locks.has(workspace),
  }));
  return (
    <>
      <Page title="General">
        <Field label="Project" attribute="project_id" standard="none" fact="PM-21">
          <Choice
            label="Project"
            value={w.project ?? ''}
            options={[
              ['', 'none'],
              ...projects
                .filter((p) => p.organization === w.organization)
                .map((p) => [p.name, p.name] as const),
            ]}
            makes={(project) => ({ type: 'place_workspace', workspace, project: project || null })}
          />
        </Field>
        <Field label="Execution mode" attribute="execution_mode" standard="remote" fact="EM-01">
          <Choice
            label="Execution mode"
            value={w.execution_mode}
            options={EXECUTION_MODES}
            makes={(execution_mode) => ({ type: 'set', workspace, settings: { execution_mode } })}
          />
        </Field>
        <Field
          label="Auto-apply API, UI and VCS runs"
          attribute="auto_apply"
          standard="off"
          fact="AA-01"
          about="Says nothing about triggered runs."
        >
          <Switch
            label="Auto-apply API, UI and VCS runs"
            checked={w.auto_apply}
            makes={(auto_apply) => ({ type: 'set', workspace, settings: { auto_apply } })}
          />
        </Field>
        <Field
          label="Auto-apply run triggers"
          attribute="auto_apply_run_trigger"
          standard="off"
          fact="AA-05"
          about="Only this decides for a run that a trigger queued."
        >
          <Switch
            label="Auto-apply run triggers"
            checked={w.auto_apply_run_trigger}
            makes={(auto_apply_run_trigger) => ({
              type: 'set',
              workspace,
              settings: { auto_apply_run_trigger },
            })}
          />
        </Field>
      </Page>
      <Page title="Locking">
        <Field
          label="Locked"
          attribute="locked"
          standard="off"
          fact="LK-02"
          about="New runs wait as pending until it is unlocked."
        >
          <Switch
            label="Locked"
            checked={locked}
            makes={(on) => ({ type: on ? 'lock' : 'unlock', workspace })}
          />
        </Field>
      </Page>
    </>
  );
});
