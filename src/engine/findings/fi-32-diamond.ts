import { idOf, short } from '#model/layout/vocabulary.ts';
import type { FindingRule } from './finding.ts';

/** Fact: FI-32. */
export const fi32Diamond: FindingRule = {
  id: 'fi-32-diamond',
  fact: 'FI-32',
  severity: 'warning',
  title: 'A diamond runs its downstream more than once',
  find: ({ layout, leadsTo, sourcesOf }) =>
    layout.workspaces.flatMap((workspace) => {
      const id = idOf(workspace);
      const sources = sourcesOf(id);
      if (sources.length < 2) return [];
      const origin = layout.workspaces
        .map(idOf)
        .find(
          (from) =>
            from !== id && sources.filter((source) => source === from || leadsTo(from, source)).length > 1,
        );
      if (origin === undefined) return [];
      const ways = sources.filter((source) => source === origin || leadsTo(origin, source));
      return [
        {
          workspaces: [id, origin, ...ways.filter((source) => source !== origin)],
          message: `One apply of ${short(origin)} can reach ${workspace.name} through ${ways.map(short).join(' and ')}: it gets a run from each, and the first may plan with old values.`,
          fix: `Keep only the trigger that fires last, or accept the extra run in ${workspace.name} as the price of missing nothing.`,
        },
      ];
    }),
};
