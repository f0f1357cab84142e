import type { Scenario } from '../scenario/action.ts';
import { describeAction } from '../scenario/describeAction.ts';
import { type BoardDescription, type BoardRow, type BoardSection, DEFAULT_SETTINGS } from './description.ts';
import { code, namingOf, nothingLeft } from './phrases.ts';
import { describeVariableSet, describeTeam } from './describeGrants.ts';
import type { Layout } from './layout.ts';
import { takesOtherTimes, describeWorkspace } from './describeWorkspace.ts';

/**
 * Everything on a board that differs from the default settings, and every action, but no result: a question shows it
 * before it is answered. The types make sure that no field of the layout is left out.
 */
export function describeBoard({ layout, actions }: Scenario): BoardDescription {
  const named = namingOf(layout);
  // If somebody acts at a certain second, or runs take unusual times, a reader has to know how long each run takes.
  const timed = actions.some((action) => action.at !== undefined) || layout.workspaces.some(takesOtherTimes);
  const several = layout.organizations.length > 1;
  const titles: Readonly<Record<keyof Layout, readonly [string, string]>> = {
    version: ['', ''],
    ruleset: ['Rules', 'Rules'],
    organizations: ['Organization', 'Organization'],
    projects: ['Projects', 'Project'],
    workspaces: ['Workspaces', 'Workspace'],
    run_triggers: ['', ''],
    variable_sets: ['Variable sets', 'Variable set'],
    teams: ['Teams', 'Team'],
  };
  const rows: {
    readonly [K in keyof Layout]: (value: Layout[K]) => readonly BoardRow[];
  } = {
    version: () => [],
    ruleset: (ruleset) =>
      ruleset === 'hcp'
        ? []
        : [
            {
              name: 'study guide',
              says: ['this board follows the study guide’s rules'],
            },
          ],
    organizations: (all) =>
      all
        .map(({ name, concurrency, ...rest }) => {
          nothingLeft(rest);
          return {
            name,
            says: concurrency === null ? [] : [`runs at the same time: at most ${concurrency}`],
          };
        })
        .filter(({ says }) => several || says.length > 0),
    // A project with workspaces in it is named by them.
    projects: (all) =>
      all
        .filter(
          (p) => !layout.workspaces.some((w) => w.organization === p.organization && w.project === p.name),
        )
        .map(({ name, organization, ...rest }) => {
          nothingLeft(rest);
          return {
            name,
            says: [...(several ? [`in organization ${code(organization)}`] : []), 'no workspaces in it'],
          };
        }),
    workspaces: (all) =>
      all.map((w) => ({
        name: w.name,
        says: describeWorkspace(w, layout, named, timed),
      })),
    // The workspace that a trigger starts mentions it.
    run_triggers: () => [],
    variable_sets: (all) =>
      all.map((set) => ({
        name: set.name,
        says: describeVariableSet(set, layout, named),
      })),
    teams: (all) =>
      all.map((team) => ({
        name: team.name,
        says: describeTeam(team, layout, named),
      })),
  };
  const section = <K extends keyof Layout>(id: K): BoardSection => {
    const [title, one] = titles[id];
    return { id, title, one, rows: rows[id](layout[id]) };
  };
  return {
    sections: ORDER.map(section).filter((s) => s.rows.length > 0),
    done: actions.map((action) => describeAction(action, named)),
    note:
      actions.length === 0
        ? 'Anything not listed has its default setting.'
        : 'Anything not listed has its default setting, plans find changes, and applies succeed.',
  };
}

const ORDER: readonly (keyof Layout)[] = [
  'ruleset',
  'organizations',
  'projects',
  'workspaces',
  'variable_sets',
  'teams',
];

/** The same as the lines of a list, with a sentence for each thing and each action. */
export function boardLines(board: BoardDescription): string[] {
  return [
    ...board.sections.flatMap(({ one, rows }) =>
      rows.map(({ name, says }) => `${one} ${code(name)}: ${says.join('; ') || DEFAULT_SETTINGS}.`),
    ),
    ...board.done.map((words, i) => `${board.done.length > 1 ? `Step ${i + 1}` : 'Then'}: ${words}.`),
    board.note,
  ];
}
