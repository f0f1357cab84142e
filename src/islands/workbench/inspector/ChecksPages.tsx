import { memo } from 'react';
import { idOf, type Workspace } from '#model/layout/layout.ts';
import { Press, Switch } from '../controls/controls.tsx';
import { Field, Page } from './Field.tsx';

/** Policies and run tasks that look at the workspace; they are added in the tables. */
export const ChecksPages = memo(function ChecksPages({ w }: { w: Workspace }) {
  const workspace = idOf(w);
  return (
    <>
      <Page title="Policies">
        <ul className="plain">
          {w.policies.map((policy) => (
            <li key={policy.name}>
              <span>
                {policy.name}{' '}
                <span className="faint">
                  {policy.kind}, {policy.enforcement_level}
                </span>
              </span>
              <span className="row">
                <span aria-hidden="true">passes</span>
                <Switch
                  label={`passes ${policy.name}`}
                  checked={policy.passes}
                  makes={(passes) =>
                    passes
                      ? { type: 'satisfy_policy', policy: policy.name, workspace }
                      : {
                          type: 'set',
                          workspace,
                          settings: {
                            policies: w.policies.map((p) => (p === policy ? { ...policy, passes } : p)),
                          },
                        }
                  }
                />
              </span>
              <Press
                className="button quiet"
                label={`Exclude from ${policy.name}`}
                makes={{ type: 'exclude_policy', policy: policy.name, workspace }}
              >
                Exclude
              </Press>
            </li>
          ))}
          {w.policies.length === 0 && <li className="faint">No policy looks at it.</li>}
        </ul>
        <p className="field-notes">
          <code>tfe_policy_set</code> <span>default none; asked after a plan</span>{' '}
          <code className="fact">POL-01</code>
        </p>
      </Page>
      <Page title="Run tasks">
        <ul className="plain">
          {w.run_tasks.map((task) => (
            <li key={task.name}>
              <span>
                {task.name}{' '}
                <span className="faint">
                  {task.stage}, {task.enforcement_level}
                </span>
              </span>
              <span className="row">
                <span aria-hidden="true">passes</span>
                <Switch
                  label={`passes ${task.name}`}
                  checked={task.passes}
                  makes={(passes) => ({
                    type: 'set',
                    workspace,
                    settings: { run_tasks: w.run_tasks.map((t) => (t === task ? { ...task, passes } : t)) },
                  })}
                />
              </span>
              <Press
                className="button quiet"
                label={`Remove run task ${task.name}`}
                makes={{
                  type: 'set',
                  workspace,
                  settings: { run_tasks: w.run_tasks.filter((t) => t !== task) },
                }}
              >
                Remove
              </Press>
            </li>
          ))}
          {w.run_tasks.length === 0 && <li className="faint">None.</li>}
        </ul>
        <p className="field-notes">
          <code>tfe_workspace_run_task</code> <span>default none</span> <code className="fact">TSK-01</code>
        </p>
      </Page>
      <Page title="Cost estimation">
        <Field
          label="Cost estimation"
          attribute="cost_estimation"
          standard="off"
          fact="CE-01"
          about="The product has one switch for the whole organization."
        >
          <Switch
            label="Cost estimation"
            checked={w.cost_estimation}
            makes={(cost_estimation) => ({ type: 'set', workspace, settings: { cost_estimation } })}
          />
        </Field>
      </Page>
    </>
  );
});
