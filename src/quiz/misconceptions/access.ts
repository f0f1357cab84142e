import { custom, type Misconception, raised, teams } from './believe.ts';

/** Mistaken beliefs about who may do what. */
export const ACCESS: readonly Misconception[] = [
  {
    id: 'write-manages-settings',
    title: 'Write manages settings',
    truth: 'Settings take admin access; write applies runs and edits variables.',
    facts: ['PM-20'],
    believed: (s) => raised(s, 'write', 'admin'),
  },
  {
    id: 'plan-may-apply',
    title: 'Who may plan may apply',
    truth: 'Plan queues plans; applying takes write, or a custom set with `runs: apply`.',
    facts: ['PM-20', 'PM-06'],
    believed: (s) =>
      teams(raised(s, 'plan', 'write'), (t) => ({
        ...t,
        workspace_access: t.workspace_access.map((g) =>
          g.permissions?.runs === 'plan'
            ? { ...g, permissions: { ...g.permissions, runs: 'apply' as const } }
            : g,
        ),
      })),
  },
  {
    id: 'apply-includes-variables',
    title: 'A custom set with apply may edit variables',
    truth: 'In a custom set each permission is given by itself: `runs: apply` says nothing about variables.',
    facts: ['PM-05', 'PM-06'],
    believed: (s) => custom(s, (p) => (p.runs === 'apply' ? { ...p, variables: 'write' as const } : p)),
  },
  {
    id: 'run-rights-include-state',
    title: 'A custom set with runs may read state',
    truth: 'In a custom set each permission is given by itself: `runs` says nothing about state.',
    facts: ['PM-05', 'PM-06'],
    believed: (s) =>
      custom(s, (p) =>
        p.state_versions === 'none' || p.state_versions === 'read-outputs'
          ? { ...p, state_versions: 'read' as const }
          : p,
      ),
  },
  {
    id: 'write-cannot-apply',
    title: 'Write cannot apply',
    truth: 'Write includes applying runs, editing variables and locking.',
    facts: ['PM-20'],
    believed: (s) =>
      teams(s, (t) => ({
        ...t,
        project_access: t.project_access.map((g) =>
          g.access === 'write' ? { ...g, access: 'read' as const } : g,
        ),
        workspace_access: t.workspace_access.map((g) =>
          g.access === 'write' ? { ...g, access: 'plan' as const } : g,
        ),
      })),
  },
  {
    id: 'admin-may-override',
    title: 'A workspace admin may override policies',
    truth:
      'Overriding takes a permission of the organization, here Manage policy overrides; no fixed role includes it.',
    facts: ['POL-06'],
    believed: (s) =>
      teams(s, (t) => ({
        ...t,
        organization_access: {
          ...t.organization_access,
          manage_policy_overrides:
            t.organization_access.manage_policy_overrides ||
            t.workspace_access.some((g) => g.access === 'admin') ||
            t.project_access.some((g) => g.access === 'admin' || g.access === 'maintain'),
        },
      })),
  },
  {
    id: 'newest-grant-wins',
    title: 'The grant on the workspace replaces all others',
    truth: 'Grants add up, and the highest at any level counts.',
    facts: ['PM-01'],
    believed: (s) =>
      teams(s, (t) =>
        t.workspace_access.length === 0
          ? t
          : {
              ...t,
              project_access: [],
              organization_access: {
                ...t.organization_access,
                manage_workspaces: false,
                read_workspaces: false,
                manage_projects: false,
              },
            },
      ),
  },
  {
    id: 'project-roles-stop-at-the-project',
    title: 'Project roles say nothing about workspaces',
    truth: 'A project role counts in each workspace of the project; Maintain amounts to admin there.',
    facts: ['PM-04', 'PM-21'],
    believed: (s) => teams(s, (t) => ({ ...t, project_access: [] })),
  },
];
