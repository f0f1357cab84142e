import { idOf } from '#model/layout/vocabulary.ts';
import type { FindingRule } from './finding.ts';
import { readsOf } from '../simulate/remoteState.ts';

/** Fact: RS-03. */
export const rs03ReadWithoutSharing: FindingRule = {
  id: 'rs-03-read-without-sharing',
  fact: 'RS-03',
  severity: 'error',
  title: 'Read without sharing',
  find: ({ layout, byId }) =>
    layout.ruleset === 'guide'
      ? []
      : readsOf(layout).flatMap(({ reader, read }) => {
          const source = byId.get(read.workspace);
          if (read.via !== 'terraform_remote_state' || source === undefined || idOf(source) === idOf(reader))
            return [];
          if (source.organization !== reader.organization || source.global_remote_state) return [];
          if (source.remote_state_consumer_ids.includes(idOf(reader))) return [];
          return [
            {
              workspaces: [idOf(reader), read.workspace],
              message: `${reader.name} reads ${read.output} of ${source.name}, which does not share its state with it; the plan will fail.`,
              fix: `Add ${reader.name} to remote_state_consumer_ids of ${source.name}.`,
            },
          ];
        }),
};
