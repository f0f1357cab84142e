import { type Layout, parseLayout } from '#model/layout/layout.ts';

/** One board to start from. `wired: false` leaves the run triggers to the learner. */
export interface Template {
  id: string;
  label: string;
  about: string;
  layout: Layout;
}

interface Part {
  name: string;
  outputs?: string[];
  reads?: string[];
  consumers?: string[];
  auto_apply?: boolean;
  auto_apply_run_trigger?: boolean;
}

function board(parts: readonly Part[], triggers: readonly (readonly [string, string])[] = []): Layout {
  const parsed = parseLayout({
    version: 1,
    organizations: [{ name: 'acme' }],
    workspaces: parts.map((part) => ({
      name: part.name,
      outputs: (part.outputs ?? []).map((name) => ({ name })),
      reads: (part.reads ?? []).map((at) => ({ workspace: at.split('.')[0], output: at.split('.')[1] })),
      remote_state_consumer_ids: part.consumers ?? [],
      auto_apply: part.auto_apply ?? false,
      auto_apply_run_trigger: part.auto_apply_run_trigger ?? false,
    })),
    run_triggers: triggers.map(([sourceable, workspace]) => ({ sourceable, workspace })),
  });
  if (!parsed.ok) throw new Error(`a template is broken: ${JSON.stringify(parsed.problems)}`);
  return parsed.value;
}

export const TEMPLATES: readonly [Template, ...Template[]] = [
  {
    id: 'chain',
    label: 'Chain, not wired',
    about:
      'network is read by platform, and app reads both. Reads and sharing are in place; no run trigger is.',
    layout: board([
      { name: 'network', outputs: ['vpc_id'], consumers: ['platform', 'app'] },
      { name: 'platform', outputs: ['cluster'], reads: ['network.vpc_id'], consumers: ['app'] },
      { name: 'app', reads: ['network.vpc_id', 'platform.cluster'] },
    ]),
  },
  {
    id: 'fan-out',
    label: 'Fan-out',
    about: 'One source, three downstream workspaces, each with its own setting for triggered runs.',
    layout: board(
      [
        { name: 'network', outputs: ['vpc_id'], consumers: ['dns', 'cache', 'db'] },
        { name: 'dns', reads: ['network.vpc_id'], auto_apply_run_trigger: true },
        { name: 'cache', reads: ['network.vpc_id'], auto_apply: true },
        { name: 'db', reads: ['network.vpc_id'] },
      ],
      [
        ['network', 'dns'],
        ['network', 'cache'],
        ['network', 'db'],
      ],
    ),
  },
  {
    id: 'fan-in',
    label: 'Fan-in',
    about: 'Three sources, one downstream: every source that is applied queues a run of its own.',
    layout: board(
      [
        { name: 'network', outputs: ['vpc_id'], consumers: ['hub'] },
        { name: 'identity', outputs: ['role'], consumers: ['hub'] },
        { name: 'dns', outputs: ['zone_id'], consumers: ['hub'] },
        {
          name: 'hub',
          reads: ['network.vpc_id', 'identity.role', 'dns.zone_id'],
          auto_apply_run_trigger: true,
        },
      ],
      [
        ['network', 'hub'],
        ['identity', 'hub'],
        ['dns', 'hub'],
      ],
    ),
  },
  {
    id: 'diamond',
    label: 'Diamond',
    about: 'Two ways lead from network to app, so app gets a run by each of them.',
    layout: board(
      [
        { name: 'network', outputs: ['vpc_id'], consumers: ['dns', 'cache'] },
        {
          name: 'dns',
          outputs: ['zone_id'],
          reads: ['network.vpc_id'],
          consumers: ['app'],
          auto_apply_run_trigger: true,
        },
        {
          name: 'cache',
          outputs: ['address'],
          reads: ['network.vpc_id'],
          consumers: ['app'],
          auto_apply_run_trigger: true,
        },
        { name: 'app', reads: ['dns.zone_id', 'cache.address'], auto_apply_run_trigger: true },
      ],
      [
        ['network', 'dns'],
        ['network', 'cache'],
        ['dns', 'app'],
        ['cache', 'app'],
      ],
    ),
  },
  {
    id: 'dev-prod',
    label: 'Dev and prod',
    about: 'Development flows by itself; production stops for a person after network changes.',
    layout: board(
      [
        { name: 'network', outputs: ['vpc_id'], consumers: ['app-dev', 'app-prod'] },
        { name: 'app-dev', reads: ['network.vpc_id'], auto_apply: true, auto_apply_run_trigger: true },
        { name: 'app-prod', reads: ['network.vpc_id'], auto_apply: true },
      ],
      [
        ['network', 'app-dev'],
        ['network', 'app-prod'],
      ],
    ),
  },
];
