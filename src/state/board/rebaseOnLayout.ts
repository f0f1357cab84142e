import { type Action, parseScenario, type Scenario } from '#model/scenario/action.ts';
import { idOf, type Layout } from '#model/layout/layout.ts';
import { rebaseActions } from './rebaseActions.ts';
import { actionWithout, withTeam } from './renaming.ts';
import { writtenScenario } from './writtenScenario.ts';

type Act = (action: Action) => Action | null;

/**
 * What was done, done again on a layout that came from elsewhere as a whole: what had to do with a workspace or a team
 * that is gone goes, as it does where they are deleted by hand, and so does what no file could hold on that layout.
 */
export function rebaseOnLayout(before: Scenario, layout: Layout): { scenario: Scenario; dropped: number } {
  const ids = new Set(layout.workspaces.map(idOf));
  const gone = new Set(before.layout.workspaces.map(idOf).filter((id) => !ids.has(id)));
  const teams = before.layout.teams.filter(
    (t) => !layout.teams.some((other) => other.organization === t.organization && other.name === t.name),
  );
  const acts: Act[] = teams.map((t) => withTeam(before, t.organization, t.name, null).act);
  if (gone.size > 0) acts.push((action) => actionWithout(action, gone));
  const through = (all: readonly Act[]) => ({
    drops: all.length > 0,
    act: (action: Action) =>
      all.reduce<Action | null>((kept, act) => (kept === null ? null : act(kept)), action),
  });
  const next = rebaseActions(before, layout, through(acts));
  if (next.dropped === before.actions.length || readable(next.scenario)) return next;
  const alone: Act = (action) => (readable({ layout, actions: [action] }) ? action : null);
  return rebaseActions(before, layout, through([...acts, alone]));
}

const readable = (scenario: Scenario): boolean => parseScenario(writtenScenario(scenario)).ok;
