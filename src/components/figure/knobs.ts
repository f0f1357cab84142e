import { short } from '#model/layout/vocabulary.ts';
import type { Knob } from '#islands/figure/knob.ts';
import type { Scenario } from '#model/scenario/action.ts';
import { applyEdits, type Edit } from '#model/edits/index.ts';
import { changesBetween } from '#model/layout/layoutChange.ts';
import {
  APPLIES,
  EXECUTION_MODES,
  idOf,
  type Layout,
  PLANS,
  PROJECT_ROLES,
  VIAS,
  WORKSPACE_ROLES,
  type Workspace,
} from '#model/layout/layout.ts';
import { RUN_MODES } from '#model/scenario/run.ts';
import { levelKnob, passesKnob, taskKnob } from './checkKnobs.ts';
import { type KnobDraft, knobChoice, option, type OptionDraft, switchOf } from './knobForms.ts';

/** What a lesson may write in `knobs`; W, N and T stand for names of workspaces, sets, policies, tasks and teams. */
const FORMS = `W.auto_apply, W.auto_apply_run_trigger, W.global_remote_state, W.has_configuration, W.cost_estimation,
W.locked, W.execution_mode, W.plan, W.apply, W.tfe_token_team=N, trigger:W>W, share:W>W, via:W>W, priority:N,
attach:N@W, grant:T@W,
grantProject:T@P, level:N, passes:N@W, task:N@W, mode:N`;

const SWITCHES = [
  'auto_apply',
  'auto_apply_run_trigger',
  'global_remote_state',
  'has_configuration',
  'cost_estimation',
] as const;

/** `platform.auto_apply` → a knob of a figure; what names none stops the build. */
export const resolveKnobs = (scenario: Scenario, knobs: readonly string[]): Knob[] =>
  knobs.map((knob) => {
    const made = knobOf(scenario, knob);
    if (made === null) throw new Error(`knob ${knob}: must be one of ${FORMS}`);
    const changesOf = (edits: readonly Edit[]) =>
      changesBetween(scenario.layout, applyEdits(scenario.layout, edits));
    return {
      ...made,
      options: made.options.map(({ label, edits, mode }) => ({ label, changes: changesOf(edits), mode })),
    };
  });

function knobOf({ layout, actions }: Scenario, written: string): KnobDraft | null {
  const [, kind = '', rest = ''] = /^(\w+):(.*)$/.exec(written) ?? [];
  const [first = '', second = ''] = rest.split(/[>@]/);
  const one = workspaceOf(layout, first);
  const two = workspaceOf(layout, second);
  switch (kind) {
    case '':
      return fieldKnob(layout, written);
    case 'trigger':
      return one && two && triggerKnob(layout, written, one, two);
    case 'share':
      return one && two && shareKnob(written, one, two);
    case 'via':
      return one && two && viaKnob(written, one, two);
    case 'priority':
    case 'attach':
      return setKnob(layout, written, first, two);
    case 'grant':
      return two && grantKnob(layout, written, first, two);
    case 'grantProject':
      return projectKnob(layout, written, first, second);
    case 'level':
      return levelKnob(layout, written, rest);
    case 'passes':
      return two && passesKnob(written, first, two);
    case 'task':
      return two && taskKnob(written, first, two);
    case 'mode': {
      const at = Number(rest);
      const action = actions[at];
      if (action?.type !== 'start_run') return null;
      const options = RUN_MODES.map(
        (mode): OptionDraft => ({ label: mode, edits: [], mode: { action: at, mode } }),
      );
      const label = `run in ${short(action.workspace)}`;
      return { key: written, label, code: 'mode', options, initial: RUN_MODES.indexOf(action.mode) };
    }
    default:
      return null;
  }
}

const workspaceOf = (layout: Layout, name: string): Workspace | null =>
  layout.workspaces.find((w) => w.name === name || idOf(w) === name) ?? null;

function fieldKnob(layout: Layout, written: string): KnobDraft | null {
  const [name = '', path = ''] = written.split('.');
  const [field = '', team = ''] = path.split('=');
  const workspace = workspaceOf(layout, name);
  if (workspace === null) return null;
  const id = idOf(workspace);
  const of = (settings: Extract<Edit, { type: 'set' }>['settings']): Edit => ({
    type: 'set',
    workspace: id,
    settings,
  });
  const toggle = SWITCHES.find((f) => f === field);
  if (toggle !== undefined)
    return switchOf(written, name, field, workspace[toggle], [
      of({ [toggle]: false }),
      of({ [toggle]: true }),
    ]);
  switch (field) {
    case 'locked':
      return switchOf(written, name, field, workspace.locked, [
        { type: 'unlock', workspace: id },
        { type: 'lock', workspace: id },
      ]);
    case 'execution_mode':
      return knobChoice(written, name, field, EXECUTION_MODES, workspace.execution_mode, (execution_mode) =>
        of({ execution_mode }),
      );
    case 'plan':
      return knobChoice(written, name, field, plansFor(workspace), workspace.plan, (plan) => of({ plan }));
    case 'apply':
      return knobChoice(written, name, field, APPLIES, workspace.apply, (apply) => of({ apply }));
    case 'tfe_token_team': {
      const options = [
        option('none', of({ tfe_token_team: null })),
        option(team, of({ tfe_token_team: team })),
      ];
      return {
        key: written,
        label: name,
        code: field,
        options,
        initial: workspace.tfe_token_team === null ? 0 : 1,
      };
    }
    default:
      return null;
  }
}

/** `auto` is a word of ours: it is in the list only where the figure uses it. */
const plansFor = (workspace: Workspace): readonly Workspace['plan'][] =>
  PLANS.filter((plan) => plan !== 'auto' || workspace.plan === 'auto');

function triggerKnob(layout: Layout, key: string, source: Workspace, target: Workspace): KnobDraft {
  const edge = { sourceable: idOf(source), workspace: idOf(target) };
  const on = layout.run_triggers.some(
    (t) => t.sourceable === edge.sourceable && t.workspace === edge.workspace,
  );
  return switchOf(key, `${source.name} to ${target.name}`, 'tfe_run_trigger', on, [
    { type: 'delete_run_trigger', ...edge },
    { type: 'create_run_trigger', ...edge },
  ]);
}

function shareKnob(key: string, source: Workspace, reader: Workspace): KnobDraft {
  const edge = { sourceable: idOf(source), workspace: idOf(reader) };
  const on = source.remote_state_consumer_ids.includes(edge.workspace);
  return switchOf(key, `${source.name} shares with ${reader.name}`, 'remote_state_consumer_ids', on, [
    { type: 'unshare', ...edge },
    { type: 'share', ...edge },
  ]);
}

function viaKnob(key: string, reader: Workspace, source: Workspace): KnobDraft | null {
  const now = reader.reads.find((read) => read.workspace === idOf(source));
  if (now === undefined) return null;
  return knobChoice(key, `${reader.name} reads ${source.name}`, 'data', VIAS, now.via, (via) => ({
    type: 'set',
    workspace: idOf(reader),
    settings: {
      reads: reader.reads.map((read) => (read.workspace === idOf(source) ? { ...read, via } : read)),
    },
  }));
}

function setKnob(layout: Layout, key: string, name: string, workspace: Workspace | null): KnobDraft | null {
  const set = layout.variable_sets.find((s) => s.name === name);
  if (set === undefined) return null;
  if (workspace === null)
    return switchOf(key, name, 'priority', set.priority, [
      { type: 'set_priority', set: name, priority: false },
      { type: 'set_priority', set: name, priority: true },
    ]);
  const id = idOf(workspace);
  return switchOf(
    key,
    `${name} on ${workspace.name}`,
    'tfe_workspace_variable_set',
    set.workspaces.includes(id),
    [
      { type: 'detach_set', set: name, workspace: id },
      { type: 'attach_set', set: name, workspace: id },
    ],
  );
}

function grantKnob(layout: Layout, key: string, team: string, workspace: Workspace): KnobDraft | null {
  const found = layout.teams.find((t) => t.name === team);
  if (found === undefined) return null;
  const now = found.workspace_access.find((grant) => grant.workspace === idOf(workspace))?.access ?? 'none';
  return knobChoice(
    key,
    `${team} on ${workspace.name}`,
    'access',
    ['none', ...WORKSPACE_ROLES],
    now,
    (access) => ({
      type: 'grant_workspace',
      team,
      workspace: idOf(workspace),
      access: access === 'none' ? null : access,
    }),
  );
}

function projectKnob(layout: Layout, key: string, team: string, project: string): KnobDraft | null {
  const found = layout.teams.find((t) => t.name === team);
  if (found === undefined || !layout.projects.some((p) => p.name === project)) return null;
  const now = found.project_access.find((grant) => grant.project === project)?.access ?? 'none';
  const roles = ['none', ...PROJECT_ROLES] as const;
  return knobChoice(key, `${team} on ${project}`, 'access', roles, now, (access) => ({
    type: 'grant_project',
    team,
    project,
    access: access === 'none' ? null : access,
  }));
}
