import { code } from '#model/layout/phrases.ts';
import { effectiveVariables, rankOf, scopeOf } from '#engine/query/effectiveVariables.ts';
import type { Scenario } from '#model/scenario/action.ts';
import { idOf, type Layout, type VariableSet } from '#model/layout/layout.ts';
import { compareCodePoints } from '#model/parse/codePoints.ts';
import type { Random } from '../lib/random.ts';
import { believedAnswers, misconception } from './kit/answers.ts';
import { drawNames, once, scenarioOf } from './kit/drawBoard.ts';
import { dealtPlace } from './kit/deal.ts';
import type { Family } from './kit/family.ts';
import type { Perturbation } from './kit/perturbations.ts';
import { slugOf } from './kit/describeBoard.ts';

const BELIEVERS = [
  'narrowest-always-wins',
  'narrowest-priority-wins',
  'project-owned-wins-anyway',
  'broadest-wins',
];
const KEYS = [
  ['region', 'eu-1', 'us-2', 'ap-3', 'sa-4', 'ca-5'],
  ['instance_size', 'small', 'medium', 'large', 'xlarge', 'huge'],
  ['owner', 'web-team', 'data-team', 'ops', 'research', 'finance'],
  ['log_level', 'error', 'warn', 'info', 'debug', 'trace'],
] as const;
const NAMES = ['shared', 'defaults', 'baseline', 'team-wide', 'overrides', 'common', 'zonal'] as const;

/**
 * Which value does the run see, and from where? Keyed by `variables`. The workspace itself, a priority set and an
 * ordinary set win in 1/3 of the draws each; three and four places are offered equally often, and each place among the
 * options is right in its share of them. Each of the seven names of sets wins in 1/7 of the draws in which a set does.
 */
export const whichValue: Family = {
  id: 'which-value',
  title: 'Which value does the run see?',
  objective: '6c',
  topic: 'variable-sets',
  draw(random, deal) {
    const wins = deal.pick(['workspace', 'priority', 'ordinary']);
    const count = deal.pick([3, 4]);
    const place = deal.below(count);
    const name = wins === 'workspace' ? random.pick(NAMES) : deal.pick(NAMES);
    const scenario = board(random, name, wins);
    const workspace = scenario?.layout.workspaces[0];
    if (scenario === null || workspace === undefined) return null;
    const { layout } = scenario;
    const id = idOf(workspace);
    const from = (s: Scenario): string | null => winnerIn(s.layout, id)?.from ?? null;
    const winner = winnerIn(layout, id);
    if (winner === undefined) return null;
    const set = setOf(layout, winner.from);
    if (wins !== (set === undefined ? 'workspace' : set.priority ? 'priority' : 'ordinary')) return null;
    if (set !== undefined && set.name !== name) return null;
    if (holdersOf(layout, id).length < count) return null;
    const believed = believedAnswers(scenario, BELIEVERS, from);
    const last = lastName(layout, id, winner.from);
    if (last !== null) believed.push({ misconception: misconception('last-name-wins'), answer: last });
    const holders = holdersOf(layout, id);
    const named = believed.map((b) => b.answer).filter((answer) => answer !== winner.from);
    const others = random.shuffle(holders.map((h) => h.from)).filter((f) => f !== winner.from);
    const wrong = [...new Set([...random.shuffle(named), ...others])].slice(0, count - 1);
    const shown = dealtPlace(random, place, winner.from, wrong);
    const reach = new Map(holders.map((h) => [h.from, h]));
    return {
      body: {
        type: 'single',
        stem: `The Terraform variable ${code(winner.key)} is set in several places on this board. Which value does a run use in ${code(workspace.name)}?`,
        rules: rulesOf(layout, winner.from),
        difficulty: holders.length > 3 ? 3 : holders.length > 2 ? 2 : 1,
        figure: { layout, actions: [], hcl: null },
        options: shown.map((answer) => {
          const holder = answer === winner.from ? undefined : believed.find((b) => b.answer === answer);
          const at = reach.get(answer);
          const right = answer === winner.from;
          return {
            id: slugOf(answer.replace(':', '-')),
            text: `${code(at?.value ?? '')}, from ${fromWords(answer)}`,
            correct: right,
            explanation: right
              ? whyWins(layout, answer)
              : at?.reaches === false
                ? `${fromWords(answer).replace(/^the/, 'The')} does not reach ${code(workspace.name)}.`
                : (holder?.misconception.truth ?? whyWins(layout, winner.from)),
            facts: right
              ? rulesOf(layout, answer)
              : at?.reaches === false
                ? ['VS-04']
                : [...(holder?.misconception.facts ?? rulesOf(layout, winner.from))],
            misconception: holder?.misconception.id ?? null,
            pin: null,
          };
        }),
      },
      scenario,
      key: (s) => from(s) ?? '',
      perturbations: leversOf(scenario),
    };
  },
};

const winnerIn = (layout: Layout, id: string) => {
  const workspace = layout.workspaces.find((w) => idOf(w) === id);
  return workspace && effectiveVariables(layout, workspace)[0];
};
const setOf = (layout: Layout, from: string): VariableSet | undefined =>
  layout.variable_sets.find((set) => `variable_set:${set.name}` === from);
const fromWords = (from: string): string =>
  from === 'workspace' ? 'the workspace' : `the set ${code(from.slice(from.indexOf(':') + 1))}`;

/** Of the places that rank as the winner does, the one whose name comes last; null if there is no other. */
function lastName(layout: Layout, id: string, winner: string): string | null {
  const workspace = layout.workspaces.find((w) => idOf(w) === id);
  const set = setOf(layout, winner);
  const scope = workspace && set && scopeOf(set, workspace);
  if (workspace === undefined || set === undefined || scope === undefined || scope === null) return null;
  const equal = layout.variable_sets.filter((other) => {
    const its = scopeOf(other, workspace);
    return its !== null && rankOf(other, its) === rankOf(set, scope);
  });
  const last = equal
    .map((other) => other.name)
    .sort(compareCodePoints)
    .at(-1);
  return equal.length < 2 || last === undefined ? null : `variable_set:${last}`;
}

/** Every place of the variable, with its value. */
function holdersOf(layout: Layout, id: string) {
  const workspace = layout.workspaces.find((w) => idOf(w) === id);
  const own = workspace?.variables[0];
  const sets = layout.variable_sets.map((set) => ({
    from: `variable_set:${set.name}`,
    value: set.variables[0]?.value ?? '',
    reaches: workspace !== undefined && scopeOf(set, workspace) !== null,
  }));
  if (own === undefined) return sets;
  return [{ from: 'workspace', value: own.value, reaches: true }, ...sets];
}

function whyWins(layout: Layout, from: string): string {
  const set = setOf(layout, from);
  if (set === undefined)
    return 'No priority set reaches the workspace, and its own variable beats all ordinary sets.';
  const owner = set.project === null ? 'the organization' : 'a project';
  return set.priority
    ? `A priority set beats the workspace and all ordinary sets; ${code(set.name)}, owned by ${owner}, ranks first among the priority sets here.`
    : `Neither a priority set nor the workspace has it, and ${code(set.name)}, owned by ${owner}, ranks first among the sets here.`;
}

const rulesOf = (layout: Layout, from: string): string[] => {
  const set = setOf(layout, from);
  return set === undefined ? ['VS-14', 'VS-30'] : set.priority ? ['VS-07', 'VS-31'] : ['VS-31', 'VS-30'];
};

function leversOf(scenario: Scenario): Perturbation[] {
  const { layout } = scenario;
  return layout.variable_sets.map((set) => ({
    change: `the set ${code(set.name)} were ${set.priority ? 'no' : 'a'} priority set`,
    apply: () => ({
      ...scenario,
      layout: {
        ...layout,
        variable_sets: layout.variable_sets.map((s) => (s === set ? { ...s, priority: !s.priority } : s)),
      },
    }),
  }));
}

/** A workspace in a project, and up to four sets with the same variable in them. */
function board(random: Random, wanted: string, wins: 'workspace' | 'priority' | 'ordinary'): Scenario | null {
  // What is to win is seldom overruled, and chance and the rules decide all the same.
  const priority = wins === 'priority' ? 3 : 9;
  const own = wins !== 'ordinary' || once(random, 9);
  const [other = '', name = ''] = drawNames(random, 2);
  const project = random.pick(['core', 'shop', 'payments', 'analytics'] as const);
  const [key = 'region', ...values] = random.pick<readonly string[]>(KEYS);
  const shuffled = random.shuffle(values);
  const count = wins === 'ordinary' ? 3 + random.below(2) : 2 + random.below(3);
  const others = random.shuffle(NAMES.filter((other) => other !== wanted));
  const names = random.shuffle([wanted, ...others.slice(0, count - 1)]);
  let globals = 0;
  const variable_sets = names.map((set, i) => {
    const owned = once(random, 3);
    const scope = random.pick(['global', 'project', 'workspace', 'workspace', 'elsewhere'] as const);
    const global = scope === 'global' && !owned && globals++ === 0;
    const onProject = scope === 'project' || (scope === 'global' && !global);
    const elsewhere = scope === 'elsewhere';
    return {
      name: set,
      ...(owned ? { project } : {}),
      global,
      priority: once(random, priority) || (set === wanted && wins === 'priority'),
      projects: onProject ? [project] : [],
      workspaces: global || onProject ? [] : [elsewhere ? other : name],
      variables: [{ key, value: shuffled[i] ?? '' }],
    };
  });
  return scenarioOf(random, {
    projects: [{ name: project }],
    workspaces: [
      {
        name,
        project,
        variables: own
          ? [{ key, value: shuffled[4] ?? '', category: 'terraform', sensitive: false, hcl: false }]
          : [],
      },
      { name: other, project },
    ],
    variable_sets,
  });
}
