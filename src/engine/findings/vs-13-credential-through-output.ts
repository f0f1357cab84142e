import { idOf, short } from '#model/layout/vocabulary.ts';
import { looksLikeCredential } from './credential.ts';
import type { FindingRule } from './finding.ts';
import { readsOf } from '../simulate/remoteState.ts';

/** Fact: VS-13. */
export const vs13CredentialThroughOutput: FindingRule = {
  id: 'vs-13-credential-through-output',
  fact: 'VS-13',
  severity: 'warning',
  title: 'Credential passed through an output',
  find: ({ layout }) =>
    readsOf(layout).flatMap(({ reader, read }) => {
      if (!looksLikeCredential(read.output) || read.workspace === idOf(reader)) return [];
      return [
        {
          workspaces: [read.workspace, idOf(reader)],
          message: `${reader.name} gets ${read.output} from an output of ${short(read.workspace)}, so the credential is in the state of both.`,
          fix: 'Distribute it as a sensitive environment variable in a variable set, or use dynamic provider credentials.',
        },
      ];
    }),
};
