import { custom, type Misconception, raised, teams } from './misconception.ts';

/** Mistaken beliefs about who may do what. */
export const ACCESS: readonly Misconception[] = [
  {
    id: 'write-manages-settings',
    title: 'Write manages settings',
    truth: 'Changing settings takes admin access. Write includes applying runs and editing variables.',
    facts: ['PM-20'],
    believed: (s) => raised(s, 'write', 'admin'),
  },
  {
    id: 'plan-may-apply',
    title: 'Permission to plan comes with what Write allows',
    truth: 'Plan includes queueing plans. Applying takes Write, or a custom set with `runs: apply`.',
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
    title: 'Permission to apply runs includes editing variables',
    truth:
      'In a custom set each permission is granted by itself: `runs: apply` says nothing about variables.',
    facts: ['PM-05', 'PM-06'],
    believed: (s) => custom(s, (p) => (p.runs === 'apply' ? { ...p, variables: 'write' as const } : p)),
  },
  {
    id: 'run-rights-include-state',
    title: 'Permission for runs includes reading state',
    truth: 'In a custom set each permission is granted by itself: `runs` says nothing about state.',
    facts: ['PM-05', 'PM-06'],
    believed: (s) =>
      custom(s, (p) =>
        p.state_versions === 'none' || p.state_versions === 'read-outputs'
          ? { ...p, state_versions: 'read' as const }
          : p,
      ),
  },
  {
    id: 'write-allows-little',
    title: 'Write allows little more than reading and planning',
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
      'Overriding takes an organization permission, here Manage policy overrides. No fixed role includes it.',
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
    id: 'workspace-grant-wins',
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
    title: 'Project roles do not count in workspaces',
    truth: 'A project role counts in each workspace of the project. Maintain gives admin access there.',
    facts: ['PM-04', 'PM-21'],
    believed: (s) => teams(s, (t) => ({ ...t, project_access: [] })),
  },
];
