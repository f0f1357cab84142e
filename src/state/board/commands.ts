import { counted } from '#model/wording/counted.ts';
import { actionOf, applyEdit, type Edit } from '#model/edits/index.ts';
import { parseScenario, type ActionOf, type Scenario } from '#model/scenario/action.ts';
import { idOf, type Layout } from '#model/layout/layout.ts';
import { snapshotOf, sameFields } from './board.ts';
import { rebaseActions } from './rebaseActions.ts';
import type { Next } from './describeRefusal.ts';
import { describeCommand } from './describeCommand.ts';
import { LIMITS, targetOf, workspaceOf } from './boardEdits.ts';
import type { Sandbox } from './boardStore.ts';
import { isStructure, type StructureOutcome, restructured, type Structure } from './structure/structure.ts';
import { freeNameOnBoard } from './renaming.ts';
import { writtenScenario } from './writtenScenario.ts';

type RunCommand = ActionOf<'start_run' | 'confirm' | 'discard' | 'cancel' | 'override_policy'>;

/**
 * Everything that a control of the board can do: an edit that levels count, something done to a run, or a change of
 * structure. Canvas, list, tables and keys all make commands, so what one of them can do, the others do in the same way.
 */
export type Command = Edit | RunCommand | Structure;

export const isRunCommand = (command: Command): command is RunCommand =>
  ['start_run', 'confirm', 'discard', 'cancel', 'override_policy'].includes(command.type);

/** The command that adds a workspace under the next free name. */
export function newWorkspace(layout: Layout): Command {
  const organization = layout.organizations[0]?.name ?? '';
  const taken = new Set(layout.workspaces.filter((w) => w.organization === organization).map((w) => w.name));
  return { type: 'add_workspace', organization, name: freeNameOnBoard(taken, 'workspace'), project: null };
}

/** An edit of a set or a team of one organization; where another has one of the same name, it says which is meant. */
export function editIn(layout: Layout, organization: string, edit: Edit): Command {
  const shared = <T extends { name: string; organization: string }>(items: readonly T[], name: string) =>
    items.some((item) => item.name === name && item.organization !== organization);
  const ambiguous =
    ('set' in edit && edit.set !== undefined && shared(layout.variable_sets, edit.set)) ||
    ('team' in edit && shared(layout.teams, edit.team));
  return ambiguous ? { type: 'edit_in_organization', organization, edit } : edit;
}

/** Why a level does not offer it, in words; null where it does, and on the free board. */
export const disabledReason = (sandbox: Sandbox, command: Command): string | null =>
  isStructure(command)
    ? sandbox.level === null
      ? null
      : 'This level does not offer that.'
    : sandbox.barred(command);

/**
 * Carries out a command as one undo unit and says what came of it, once.
 * @returns in words why it was not done, or null where it was done or changes nothing
 */
export function performCommand(sandbox: Sandbox, command: Command): string | null {
  const barrier = disabledReason(sandbox, command);
  if (barrier !== null) return refused(sandbox, barrier, 'level');
  if (isStructure(command)) return restructure(sandbox, command);
  if (isRunCommand(command)) return done(sandbox, () => sandbox.act(command), command);
  const state = sandbox.store.getState();
  const { scenario } = state;
  const moment = snapshotOf(state);
  const now: Layout = {
    ...scenario.layout,
    workspaces: scenario.layout.workspaces.map((w) => moment.workspaces.get(idOf(w)) ?? w),
    run_triggers: moment.triggers,
  };
  if (command.type === 'lock' || command.type === 'unlock') {
    if (moment.locks.has(command.workspace) === (command.type === 'lock')) return null;
    return done(sandbox, () => sandbox.edit(command), command);
  }
  if (command.type === 'create_run_trigger') {
    if (now.run_triggers.length >= LIMITS.triggers)
      return refused(sandbox, `A board holds at most ${LIMITS.triggers} run triggers.`, 'room');
    return done(sandbox, () => sandbox.edit(command), command);
  }
  const next = applyEdit(now, command);
  if (next === now) return null;
  const problem = problemIn({ layout: next, actions: [] });
  if (problem !== null) return refused(sandbox, problem, 'value');
  const target = targetOf(command);
  const dated = actionOf(command, target === undefined ? undefined : workspaceOf(now, target));
  if (sandbox.level !== null || scenario.actions.length === 0 || dated !== null)
    return done(sandbox, () => sandbox.edit(command), command);
  return put(sandbox, {
    layout: applyEdit(scenario.layout, command),
    words: describeCommand(command),
    // A policy has one level for all, so it also has it where a workspace was given other policies during play.
    act: (action) => {
      if (command.type !== 'enforce_policy' || action.type !== 'set') return action;
      const before = workspaceOf(scenario.layout, action.workspace);
      const { policies } = action.settings;
      if (before === undefined || policies === undefined) return action;
      const [after] = applyEdit(
        { ...scenario.layout, workspaces: [{ ...before, policies }] },
        command,
      ).workspaces;
      return { ...action, settings: { ...action.settings, policies: after?.policies ?? policies } };
    },
  });
}

/** Does it, and says what came of it where the store did not. */
function done(sandbox: Sandbox, does: () => boolean, command: Command): string | null {
  const before = sandbox.store.getState();
  const { turn } = before.message;
  const ok = does();
  const { refusal, message } = sandbox.store.getState();
  if (ok) {
    if (message.turn === turn) sandbox.say(describeCommand(command));
    return null;
  }
  if (message.turn === turn) return null;
  if (refusal !== null && refusal !== before.refusal) return refusal.message;
  return message.urgent ? message.text : null;
}

function refused(sandbox: Sandbox, words: string, next: Next): string {
  sandbox.say(words, next);
  return words;
}

function restructure(sandbox: Sandbox, structure: Structure): string | null {
  const { scenario } = sandbox.store.getState();
  const outcome = restructured(scenario, structure);
  if (typeof outcome === 'string') return refused(sandbox, outcome, 'choose');
  return sameFields(scenario.layout, outcome.layout) ? null : put(sandbox, outcome);
}

/** Puts a changed set-up in place, with all that was done done again on it. */
function put(sandbox: Sandbox, outcome: StructureOutcome): string | null {
  const { scenario, positions } = sandbox.store.getState();
  const { layout, act, renamed, drops } = outcome;
  const next = rebaseActions(scenario, layout, {
    ...(act === undefined ? {} : { act }),
    ...(renamed === undefined ? {} : { renamed }),
    ...(drops === undefined ? {} : { drops }),
  });
  const problem = problemIn(next.scenario);
  if (problem !== null) return refused(sandbox, problem, 'value');
  const ids = new Set(layout.workspaces.map(idOf));
  const places = Object.entries(positions)
    .map(([id, at]) => [renamed?.get(id) ?? id, at] as const)
    .filter(([id]) => ids.has(id));
  const again =
    scenario.actions.length === 0
      ? ''
      : next.dropped === 0
        ? ' The set-up changed, so everything ran again from the start.'
        : ` The rest ran again from the start; ${next.dropped} of ${counted(scenario.actions.length, 'action')} had to do with it and went.`;
  sandbox.replaceBoard(
    { scenario: next.scenario, positions: Object.fromEntries(places) },
    `${outcome.words}${again}`,
    {
      ...(outcome.focused === undefined ? {} : { focused: outcome.focused }),
      ...(outcome.selected === undefined ? {} : { selected: outcome.selected }),
    },
  );
  return null;
}

/** What a reader of files would say of the board, in words, or null. A board that cannot be read back is never made. */
export function problemIn(scenario: Scenario): string | null {
  const read = parseScenario(writtenScenario(scenario));
  if (read.ok) return null;
  const [problem] = read.problems;
  if (problem === undefined) return null;
  const field =
    problem.path
      .split('.')
      .at(-1)
      ?.replace(/\[\d+\]$/, '') ?? '';
  return `Not changed: ${field.replaceAll('_', ' ')} ${problem.message}.`;
}
