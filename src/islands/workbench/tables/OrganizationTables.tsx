import { RULESETS } from '#model/layout/layout.ts';
import { made, unusable, wholeNumber } from '../controls/made.ts';
import { AddForm } from '../controls/AddForm.tsx';
import { Choice, Press, TextCell } from '../controls/controls.tsx';
import { DataTable } from '../controls/DataTable.tsx';
import { organizationOptions, useNow } from '../controls/useNow.ts';

/** Organizations, projects and the rule set. */
export function OrganizationTables() {
  const now = useNow();
  const { layout, workspaces } = now;
  return (
    <>
      <section aria-labelledby="table-organizations">
        <h3 id="table-organizations">Organizations</h3>
        <DataTable
          name="Organizations"
          columns={[
            {
              title: 'Organization',
              cell: (o) => (
                <TextCell
                  label={`Name of organization ${o.name}`}
                  value={o.name}
                  makes={(text) =>
                    made({ type: 'rename_organization', organization: o.name, name: text.trim() })
                  }
                />
              ),
            },
            {
              title: 'Runs at once',
              cell: (o) => (
                <TextCell
                  label={`Concurrency of ${o.name}, empty for no limit`}
                  value={o.concurrency === null ? '' : String(o.concurrency)}
                  number
                  makes={(text) => {
                    const limit = text.trim() === '' ? null : wholeNumber(text, 1);
                    return limit?.ok === false
                      ? limit
                      : made({
                          type: 'set_concurrency',
                          organization: o.name,
                          concurrency: limit === null ? null : limit.value,
                        });
                  }}
                />
              ),
            },
            {
              title: 'Workspaces',
              cell: (o) => workspaces.filter((w) => w.organization === o.name).length,
            },
            {
              title: 'Delete',
              cell: (o) => (
                <Press
                  label={`Delete organization ${o.name}`}
                  makes={{ type: 'delete_organization', organization: o.name }}
                  className="button danger"
                >
                  Delete
                </Press>
              ),
            },
          ]}
          rows={layout.organizations}
          keyOf={(o) => o.name}
          textOf={(o) => o.name}
          empty="No organization."
        />
        <AddForm
          name="Add organization"
          submit="Add organization"
          fields={[{ name: 'name', label: 'New organization' }]}
          makes={({ name = '' }) =>
            name.trim() === ''
              ? unusable({ code: 'unnamed', thing: 'organization', by: 'name' })
              : made({ type: 'add_organization', name: name.trim() })
          }
        />
      </section>
      <section aria-labelledby="table-projects">
        <h3 id="table-projects">Projects</h3>
        <DataTable
          name="Projects"
          columns={[
            {
              title: 'Project',
              cell: (p) => (
                <TextCell
                  label={`Name of project ${p.name}${layout.organizations.length > 1 ? ` of ${p.organization}` : ''}`}
                  value={p.name}
                  makes={(text) =>
                    made({
                      type: 'rename_project',
                      organization: p.organization,
                      project: p.name,
                      name: text.trim(),
                    })
                  }
                />
              ),
            },
            { title: 'Organization', cell: (p) => p.organization },
            {
              title: 'Workspaces',
              cell: (p) =>
                workspaces
                  .filter((w) => w.organization === p.organization && w.project === p.name)
                  .map((w) => w.name)
                  .join(', ') || 'none',
            },
            {
              title: 'Delete',
              cell: (p) => (
                <Press
                  label={`Delete project ${p.name}`}
                  makes={{ type: 'delete_project', organization: p.organization, project: p.name }}
                  className="button danger"
                >
                  Delete
                </Press>
              ),
            },
          ]}
          rows={layout.projects}
          keyOf={(p) => `${p.organization}/${p.name}`}
          textOf={(p) => `${p.organization}/${p.name}`}
          empty="No project yet."
        />
        <AddForm
          name="Add project"
          submit="Add project"
          fields={[
            { name: 'project', label: 'New project' },
            { name: 'organization', label: 'in', options: organizationOptions(now) },
          ]}
          makes={({ project = '', organization = '' }) =>
            project.trim() === ''
              ? unusable({ code: 'unnamed', thing: 'project', by: 'name' })
              : made({ type: 'add_project', organization, project: project.trim() })
          }
        />
      </section>
      <section aria-labelledby="table-rules">
        <h3 id="table-rules">Rules</h3>
        <p className="field">
          <Choice
            label="Rule set"
            value={layout.ruleset}
            options={RULESETS.map(
              (ruleset) => [ruleset, ruleset === 'hcp' ? 'HCP Terraform today' : 'Study guide'] as const,
            )}
            makes={(ruleset) => ({ type: 'set_ruleset', ruleset })}
          />
        </p>
      </section>
    </>
  );
}
