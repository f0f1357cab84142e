import { pathBetween } from '../simulate/topologicalOrder.ts';
import { about, nameOf, type Rule } from './rule.ts';
import type { WorkspaceState } from '../simulate/state.ts';

/** The workspaces on the path of triggers from the downstream back to the source, both included; empty if there is none. */
const wayBack = (source: WorkspaceState, target: WorkspaceState): WorkspaceState[] =>
  pathBetween(target, source) ?? [];

/** Fact: CY-11. */
export const cy11Cycle: Rule<'create_trigger'> = {
  id: 'cy-11-cycle',
  fact: 'CY-11',
  at: 'create_trigger',
  effect: 'reject',
  title: 'Triggers form no cycle',
  why: 'The vendor does not document what happens with a ring of triggers; it is reported that the service refuses one. This app refuses it as a design rule.',
  fix: 'Remove one of the triggers that lead back.',
  evidence: 'app_rule',
  condition: 'the downstream does not already lead back to the source',
  violation: ({ source, target }) => {
    const path = pathBetween(target, source);
    return path === null ? null : about(...path);
  },
  message: ({ source, target }) => {
    const path = wayBack(source, target);
    return `${path.map(nameOf).join(' → ')} exists, so ${nameOf(source)} → ${nameOf(target)} would close a cycle. A design rule of this app: the vendor does not document the case.`;
  },
  remedies: ({ source, target }) => {
    const path = wayBack(source, target);
    return path
      .slice(1)
      .map((to, i) => ({ kind: 'without_trigger', sourceable: path[i]?.id ?? '', workspace: to.id }));
  },
};
