import { idOf } from '#model/layout/vocabulary.ts';
import { looksLikeCredential } from './credential.ts';
import type { FindingRule } from './finding.ts';
import { scopeOf } from '../query/effectiveVariables.ts';

/** Fact: VS-12. */
export const vs12CredentialNotSensitive: FindingRule = {
  id: 'vs-12-credential-not-sensitive',
  fact: 'VS-12',
  severity: 'warning',
  title: 'Credential variable that is not sensitive',
  find: ({ layout }) => {
    const own = layout.workspaces.flatMap((workspace) =>
      workspace.variables
        .filter((v) => !v.sensitive && looksLikeCredential(v.key))
        .map((v) => ({
          workspaces: [idOf(workspace)],
          message: `${v.category} variable ${v.key} of ${workspace.name} looks like a credential and can be read back.`,
          fix: `Make ${v.key} sensitive: then nobody can read its value in the UI or the API.`,
        })),
    );
    const sets = layout.variable_sets.flatMap((set) =>
      set.variables
        .filter((v) => !v.sensitive && looksLikeCredential(v.key))
        .map((v) => ({
          workspaces: layout.workspaces.filter((w) => scopeOf(set, w) !== null).map(idOf),
          message: `${v.category} variable ${v.key} of variable set ${set.name} looks like a credential and can be read back.`,
          fix: `Make ${v.key} sensitive: then nobody can read its value in the UI or the API.`,
        })),
    );
    return [...own, ...sets];
  },
};
