import { missingVariables } from '../simulate/planInputs.ts';
import { about, nameOf, type Rule } from './rule.ts';

/** Fact: VS-15. */
export const vs15RequiredVariable: Rule<'plan'> = {
  id: 'vs-15-required-variable',
  fact: 'VS-15',
  at: 'plan',
  effect: 'error',
  title: 'A missing required variable fails the plan',
  why: 'A configuration whose input has no value cannot be planned.',
  fix: 'Set the variable on the workspace, or attach a variable set that holds it.',
  evidence: 'documented',
  condition: 'every required variable has a value',
  violation: ({ state, run }) => (missingVariables(state, run).length > 0 ? about(run.workspace) : null),
  message: ({ state, run }) =>
    `${nameOf(run.workspace)} needs ${missingVariables(state, run)
      .map((v) => `${v.category} variable ${v.key}`)
      .join(', ')}, and nothing gives a value.`,
  remedies: ({ state, run }) => [
    {
      kind: 'set',
      workspace: run.workspace.id,
      settings: {
        variables: [
          ...run.settings.variables,
          ...missingVariables(state, run).map((v) => ({ ...v, value: '', sensitive: false, hcl: false })),
        ],
      },
    },
  ],
};
