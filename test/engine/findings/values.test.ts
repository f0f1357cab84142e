import { describe, expect, it } from 'vitest';
import { findingsOf } from '#engine/findings/findings.ts';
import { layout, type Plain } from '../../support/shorthand.ts';
import { findingTable, said } from './findingTable.ts';

const size: Plain = { key: 'size', value: '1' };
const token: Plain = { key: 'api_token', value: 'x' };
const secret: Plain = { ...token, sensitive: true };

findingTable('findings about state and variables say', [
  [
    'a read of a source that shares with another one only',
    layout('app reads network.vpc; network shares batch; batch'),
    'RS-03',
    [
      [
        'app reads vpc of network, which does not share its state with it; the plan will fail.',
        'Add app to remote_state_consumer_ids of network.',
        'acme/app acme/network',
      ],
    ],
  ],
  [
    'reads that need no sharing: through tfe_outputs, of itself, of a source open to all, of another organization',
    layout(
      'app reads network.vpc through tfe_outputs; app reads app.x; app reads open.y; open shares everyone; app reads zeta/z.z',
    ),
    'RS-03',
    [],
  ],
  [
    'a read in another organization, through tfe_outputs too',
    layout('app reads zeta/net.vpc; app reads zeta/net.id through tfe_outputs; app reads own.vpc'),
    'RS-05',
    [
      [
        'acme/app reads vpc of zeta/net, which is in another organization; the plan will fail.',
        'Publish the value outside Terraform state, or move one of the workspaces.',
        'acme/app zeta/net',
      ],
      [
        'acme/app reads id of zeta/net, which is in another organization; the plan will fail.',
        'Publish the value outside Terraform state, or move one of the workspaces.',
        'acme/app zeta/net',
      ],
    ],
  ],
  [
    'tfe_outputs without a token',
    layout('app reads network.vpc through tfe_outputs'),
    'RS-13',
    [
      [
        'app reads vpc of network through tfe_outputs and has no token for the tfe provider; the plan will fail.',
        'Give app a token of a team that may read outputs of network.',
        'acme/app acme/network',
      ],
    ],
  ],
  [
    'tfe_outputs with the token of a team that may not read there',
    layout('app reads network.vpc through tfe_outputs; team ops: app=admin', {
      app: { tfe_token_team: 'ops' },
    }),
    'RS-13',
    [
      [
        'app reads vpc of network through tfe_outputs and uses the token of ops, which may not read state outputs there; the plan will fail.',
        'Grant ops read outputs on network.',
        'acme/app acme/network',
      ],
    ],
  ],
  [
    'no token asked of a read of the state itself, of the own workspace, of another organization',
    layout(
      'app reads network.vpc; app reads app.x through tfe_outputs; app reads zeta/z.z through tfe_outputs',
    ),
    'RS-13',
    [],
  ],
  [
    'one output of two that is not declared',
    layout('app reads network.vpc; app reads network.id', { network: { outputs: [{ name: 'vpc' }] } }),
    'RS-01',
    [
      [
        'app reads id, which network does not declare as an output; the plan will fail.',
        'Declare the output id in the root module of network and apply it.',
        'acme/app acme/network',
      ],
    ],
  ],
  [
    'a read whose trigger points the wrong way; the pair is said once for two outputs',
    layout('app -> network; app reads network.vpc; app reads network.id'),
    'RS-26',
    [
      [
        'app reads network, and no chain of run triggers leads there: after an apply of network it keeps old values until somebody runs it.',
        'Add a run trigger to app with network as its source.',
        'acme/app acme/network',
      ],
    ],
  ],
  ['reads along a chain, and of itself', layout('a -> b -> c; c reads a.x; a reads a.x'), 'RS-26', []],
  [
    'a trigger whose downstream reads another workspace',
    layout('network -> app; app reads other.x'),
    'RT-20',
    [
      [
        'network triggers app, which reads nothing of it; a trigger carries no values.',
        'Read an output of network in app, or keep the trigger for order alone.',
        'acme/network acme/app',
      ],
    ],
  ],
  [
    'state shared with everyone',
    layout('open shares everyone; shut shares open'),
    'RS-10',
    [
      [
        'open shares its state with every workspace of acme; a reader of the state sees all of it, not only the outputs.',
        'Turn global_remote_state off and name the readers in remote_state_consumer_ids of open.',
        'acme/open',
      ],
    ],
  ],
  [
    'a credential read from another workspace, not one of its own',
    layout('app reads vault.db_password; app reads app.token; app reads vault.vpc'),
    'VS-13',
    [
      [
        'app gets db_password from an output of vault, so the credential is in the state of both.',
        'Distribute it as a sensitive environment variable in a variable set, or use dynamic provider credentials.',
        'acme/vault acme/app',
      ],
    ],
  ],
  [
    'credentials that can be read back: of a workspace, and of a set with the workspaces that it reaches',
    layout(
      'app, batch',
      { app: { variables: [token, size] }, batch: { variables: [secret] } },
      {
        variable_sets: [
          { name: 'keys', workspaces: ['batch'], variables: [{ ...token, category: 'env' }, size] },
          { name: 'safe', workspaces: ['app'], variables: [secret] },
        ],
      },
    ),
    'VS-12',
    [
      [
        'terraform variable api_token of app looks like a credential and can be read back.',
        'Make api_token sensitive: then nobody can read its value in the UI or the API.',
        'acme/app',
      ],
      [
        'env variable api_token of variable set keys looks like a credential and can be read back.',
        'Make api_token sensitive: then nobody can read its value in the UI or the API.',
        'acme/batch',
      ],
    ],
  ],
  [
    'a variable that a priority set overrides, with what it overrides',
    layout(
      'app, batch',
      { app: { variables: [size] } },
      {
        variable_sets: [
          { name: 'near', workspaces: ['app'], variables: [size] },
          { name: 'first', global: true, priority: true, variables: [{ ...size, value: '2' }] },
        ],
      },
    ),
    'VS-07',
    [
      [
        'terraform variable size of app comes from the priority set first and overrides workspace, variable_set:near.',
        'Change the value in first, or turn its priority off.',
        'acme/app',
      ],
    ],
  ],
  [
    'nothing of a priority set that overrides nothing, nor of a set that gives way',
    layout(
      'app',
      { app: { variables: [size] } },
      {
        variable_sets: [
          { name: 'near', workspaces: ['app'], variables: [size] },
          { name: 'first', global: true, priority: true, variables: [{ ...size, key: 'zone' }] },
        ],
      },
    ),
    'VS-07',
    [],
  ],
  [
    'nothing of a set of another organization that has the name of one that gives way',
    layout(
      'app; zeta/x',
      {},
      {
        variable_sets: [
          { name: 'all', organization: 'zeta', global: true, priority: true, variables: [size] },
          { name: 'all', organization: 'acme', workspaces: ['app'], variables: [size] },
          { name: 'base', organization: 'acme', global: true, variables: [size] },
        ],
      },
    ),
    'VS-07',
    [],
  ],
]);

describe('findings', () => {
  it('have nothing to say of a layout that is in order', () => {
    const order = layout('network -> app; app reads network.vpc; network shares app; app: auto');
    expect(findingsOf(order)).toEqual([]);
  });

  it('say of a read that is written twice what they say of one', () => {
    expect(said(layout('app reads network.vpc; app reads network.vpc'), 'RS-03')).toHaveLength(1);
  });
});
