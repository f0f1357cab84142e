import { SOURCE_LIMIT } from '../simulate/limits.ts';
import { about, nameOf, type Rule } from './rule.ts';

/** Fact: RT-03. */
export const rt03TwentySources: Rule<'create_trigger'> = {
  id: 'rt-03-twenty-sources',
  fact: 'RT-03',
  at: 'create_trigger',
  effect: 'reject',
  title: 'At most 20 sources',
  why: 'A workspace can name at most 20 source workspaces.',
  fix: 'Remove a source, or let two upstreams reach it through one workspace in between.',
  evidence: 'documented',
  condition: 'the downstream has fewer than 20 sources',
  violation: ({ target }) =>
    target.inbound.length >= SOURCE_LIMIT ? about(target, ...target.inbound.map((t) => t.source)) : null,
  message: ({ target }) =>
    `${nameOf(target)} has ${target.inbound.length} sources already, and ${SOURCE_LIMIT} are the most.`,
  remedies: ({ target }) =>
    target.inbound
      .slice(-1)
      .map((t) => ({ kind: 'without_trigger', sourceable: t.source.id, workspace: target.id })),
};
