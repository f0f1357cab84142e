import { idOf } from '#model/layout/vocabulary.ts';
import type { FindingRule } from './finding.ts';
import { readsOf } from '../simulate/remoteState.ts';

/** Fact: RS-01. */
export const rs01UndeclaredOutput: FindingRule = {
  id: 'rs-01-undeclared-output',
  fact: 'RS-01',
  severity: 'error',
  title: 'Read of an output that is not declared',
  find: ({ layout, byId }) =>
    readsOf(layout).flatMap(({ reader, read }) => {
      const source = byId.get(read.workspace);
      if (source === undefined || source.outputs.some((output) => output.name === read.output)) return [];
      return [
        {
          workspaces: [idOf(reader), read.workspace],
          message: `${reader.name} reads ${read.output}, which ${source.name} does not declare as an output; the plan will fail.`,
          fix: `Declare the output ${read.output} in the root module of ${source.name} and apply it.`,
        },
      ];
    }),
};
