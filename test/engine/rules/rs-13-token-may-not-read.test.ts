import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('rs-13-token-may-not-read', {
  stops: [
    {
      title: 'ends a plan whose token may not read state outputs of the source, though it is shared',
      given: layout(
        'app reads network.vpc through tfe_outputs; network shares app; team readers: app=admin',
        {
          app: { tfe_token_team: 'readers' },
        },
      ),
      actions: ['start app'],
      gives: ['run-1 app: errored by RS-13'],
      evidence: ['app', 'network'],
      says: 'Team readers, whose token app uses, may not read state outputs of network.',
      shows: ['rs-14-no-token', 'no rs-13-token-may-not-read', 'rs-01-no-such-output'],
      changes: [
        'Give team readers custom permissions on network: runs read, state versions read-outputs: run-1 ends up planned',
        'set tfe_token_team = "owners" on acme/app: run-1 ends up planned',
        'set reads = [] on acme/app: run-1 ends up planned',
      ],
    },
    {
      title: "ends a plan that reads another organization through its own owners' token",
      given: layout(
        'app reads zeta/network.vpc through tfe_outputs',
        { app: { tfe_token_team: 'owners' } },
        { organizations: [{ name: 'acme' }, { name: 'zeta' }], ruleset: 'guide' },
      ),
      actions: ['start app'],
      gives: ['run-1 app: errored by RS-13'],
      evidence: ['app', 'zeta/network'],
      says: 'Team owners, whose token app uses, may not read state outputs of network.',
      changes: ['set reads = [] on acme/app: run-1 ends up planned'],
    },
    {
      title: 'proposes to add to what the team may do, and the token of a team that may read',
      given: layout(
        'app reads network.vpc through tfe_outputs; team readers: network=read',
        {
          app: { tfe_token_team: 'weak' },
        },
        {
          teams: [
            { name: 'readers', workspace_access: [{ workspace: 'network', access: 'read' }] },
            { name: 'weak', workspace_access: [{ workspace: 'network', permissions: { runs: 'plan' } }] },
          ],
        },
      ),
      actions: ['start app'],
      gives: ['run-1 app: errored by RS-13'],
      evidence: ['app', 'network'],
      says: 'Team weak, whose token app uses, may not read state outputs of network.',
      changes: [
        'Give team weak custom permissions on network: runs plan, state versions read-outputs: run-1 ends up planned',
        'set tfe_token_team = "readers" on acme/app: run-1 ends up planned',
        'set tfe_token_team = "owners" on acme/app: run-1 ends up planned',
        'set reads = [] on acme/app: run-1 ends up planned',
      ],
    },
  ],
  passes: [
    {
      title: 'asks nothing of a weak token where the workspace reads itself, or reads remote state',
      given: layout(
        `app reads app.x through tfe_outputs; app reads network.vpc; network shares app; app: auto_apply
         team readers:`,
        { app: { tfe_token_team: 'readers' } },
      ),
      actions: ['start app'],
      gives: ['run-1 app: applied'],
    },
    {
      title: 'leaves a missing token to RS-14',
      given: layout('app reads network.vpc through tfe_outputs'),
      actions: ['start app'],
      gives: ['run-1 app: errored by RS-14'],
    },
    {
      title: 'lets a token read with no more than read-outputs, though nothing is shared',
      given: layout(
        'app reads network.vpc through tfe_outputs; app: auto_apply',
        { app: { tfe_token_team: 'readers' } },
        {
          teams: [
            {
              name: 'readers',
              workspace_access: [{ workspace: 'network', permissions: { state_versions: 'read-outputs' } }],
            },
          ],
        },
      ),
      actions: ['start app'],
      gives: ['run-1 app: applied'],
    },
  ],
});
