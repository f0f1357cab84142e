import { describe, expect, it } from 'vitest';
import { parseQuestion, type Question } from '#model/quiz/question.ts';
import { mismatches } from '#lint/keyMismatches.ts';
import { chance, GUESSERS, gain, hits } from '#lint/guessing.ts';
import { statistics } from '#lint/bankStatistics.ts';
import { loadContent } from '#model/content/loadContent.ts';
import {
  askingIn,
  type ChoiceQuestion,
  likeness,
  NEGATION,
  plainWording,
  tellingWords,
} from '#lint/wording.ts';
import { parseScenario } from '#model/scenario/action.ts';

const COMMON = { id: 'q', objective: '6a', topic: 'topic', rules: ['RT-01'], difficulty: 1, family: 'f' };
const reason = { explanation: 'Because.', facts: ['RT-01'] };

function choice(stem: string, options: readonly [string, boolean][], type = 'single'): ChoiceQuestion {
  const parsed = parseQuestion({
    ...COMMON,
    type,
    stem,
    options: options.map(([text, correct], i) => ({ id: `o${i}`, text, correct, ...reason })),
  });
  if (!parsed.ok || !('options' in parsed.value) || parsed.value.type === 'truefalse')
    throw new Error('no choice');
  return parsed.value;
}
const guesser = (id: string) => {
  const found = GUESSERS.find((g) => g.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe('guessers', () => {
  const q = choice('Which run of app waits?', [
    ['short', false],
    ['`the long one`', true],
    ['app waits', false],
    ['all', false],
  ]);

  it.each([
    ['longest', 1],
    ['not-longest', 0],
    ['shortest', 0],
    ['not-shortest', 1 / 3],
    ['stem-words', 0],
    ['no-sweeping', 1 / 3],
    ['first', 0],
    ['second', 1],
    ['last', 0],
  ])('%s hits %f of the key', (id, share) => {
    expect(hits(guesser(id), q)).toBeCloseTo(share, 10);
  });

  it('share what is equal, and take as many as are right', () => {
    const multi = choice(
      'Which?',
      [
        ['aaaa', true],
        ['bbbb', false],
        ['cc', true],
        ['d', false],
      ],
      'multi',
    );
    expect(hits(guesser('longest'), multi)).toBe(0.5);
    expect(hits(guesser('shortest'), multi)).toBe(0.5);
    expect(chance(multi)).toBe(0.5);
  });

  it('gain nothing where nothing tells', () => {
    const flat = choice('Which?', [
      ['aa', true],
      ['bb', false],
    ]);
    for (const id of ['longest', 'shortest', 'stem-words', 'no-sweeping'])
      expect(gain(guesser(id), [flat])).toBe(0);
    expect(gain(guesser('first'), [flat])).toBe(50);
    expect(gain(guesser('first'), [])).toBe(0);
  });
});

describe('wording', () => {
  it('is read without marks and fillers', () => {
    expect(plainWording(' **Not** `app`  now ')).toBe('Not app now');
    expect([...tellingWords('Which of these statements about run triggers are true?')]).toEqual([
      'run',
      'triggers',
    ]);
    expect(likeness(tellingWords('run triggers fire'), tellingWords('run triggers wait'))).toBe(0.5);
    expect(likeness(new Set(), new Set())).toBe(0);
  });

  it('asks in its last question, or in its last sentence', () => {
    expect(askingIn('It is **not** on. Which one? Choose every one.').trim()).toBe('Which one?');
    expect(askingIn('Here it is. Put it in order.').trim()).toBe('Put it in order.');
    expect(NEGATION.test('Which do **not** fire?')).toBe(false);
    expect(NEGATION.test('Which do not fire?')).toBe(true);
  });
});

describe('a computed key', () => {
  const BOARD = {
    layout: {
      version: 1,
      organizations: [{ name: 'acme' }],
      workspaces: [
        { name: 'net', auto_apply: true, outputs: [{ name: 'id' }], global_remote_state: true },
        {
          name: 'app',
          reads: [{ workspace: 'net', output: 'id' }],
          variables: [{ key: 'size', value: 's' }],
        },
        { name: 'log' },
      ],
      run_triggers: [{ sourceable: 'net', workspace: 'app' }],
      teams: [
        { name: 'devs', workspace_access: [{ workspace: 'app', access: 'write' }] },
        { name: 'guests', workspace_access: [{ workspace: 'app', access: 'read' }] },
      ],
    },
    actions: [{ type: 'start_run', workspace: 'net' }],
  };
  const options = (...right: boolean[]) =>
    ['`app`', '`log`', '`net`'].map((text, i) => ({
      id: text.replaceAll('`', ''),
      text,
      correct: right[i] ?? false,
      ...reason,
    }));
  const rows = (correct: Record<string, string>) => ({
    type: 'table',
    columns: [
      { id: 'yes', text: 'Yes' },
      { id: 'no', text: 'No' },
    ],
    rows: Object.entries(correct).map(([id, c]) => ({ id, text: `\`${id}\``, correct: c, ...reason })),
  });
  const things = (...ids: string[]) => ({
    type: 'order',
    things: ids.map((id) => ({ id: id.replaceAll('_', '-'), text: `\`${id}\``, ...reason })),
  });

  it.each<[string, object, number]>([
    ['a count', { type: 'number', answer: 1, ...reason, computed: { of: 'count', workspace: 'app' } }, 0],
    ['a wrong count', { type: 'number', answer: 1, ...reason, computed: { of: 'count' } }, 1],
    [
      'a count of triggered runs',
      { type: 'number', answer: 1, ...reason, computed: { of: 'count', triggered: true } },
      0,
    ],
    [
      'a count by status',
      { type: 'number', answer: 1, ...reason, computed: { of: 'count', status: 'applied' } },
      0,
    ],
    [
      'who is triggered',
      { type: 'multi', options: options(true), computed: { of: 'workspaces', which: 'triggered' } },
      0,
    ],
    [
      'who waits',
      { type: 'multi', options: options(true), computed: { of: 'workspaces', which: 'waiting' } },
      0,
    ],
    [
      'who is stale',
      { type: 'multi', options: options(false, true), computed: { of: 'workspaces', which: 'stale' } },
      2,
    ],
    [
      'runs of an option',
      {
        type: 'single',
        options: options(true),
        computed: {
          of: 'runs',
          options: { app: { net: 'applied', app: 'planned' }, log: { log: 'applied' } },
        },
      },
      0,
    ],
    [
      'runs of a wrong key',
      {
        type: 'single',
        options: options(false, true),
        computed: { of: 'runs', options: { log: { log: 'applied' } } },
      },
      1,
    ],
    [
      'ends',
      {
        ...rows({ net: 'yes', app: 'no' }),
        computed: { of: 'ends', means: { yes: 'applied', no: 'planned' } },
      },
      0,
    ],
    [
      'wrong ends',
      {
        ...rows({ net: 'no', log: 'no' }),
        computed: { of: 'ends', means: { yes: 'applied', no: 'planned' } },
      },
      2,
    ],
    [
      'a variable',
      {
        type: 'single',
        options: options(true),
        computed: {
          of: 'variable',
          workspace: 'app',
          key: 'size',
          options: { app: 's from workspace', log: 'l' },
        },
      },
      0,
    ],
    [
      'permissions of a team',
      {
        type: 'multi',
        options: options(true),
        computed: {
          of: 'access',
          workspace: 'app',
          team: 'devs',
          options: { app: 'apply_runs', log: 'manage_settings' },
        },
      },
      0,
    ],
    [
      'teams with a permission',
      {
        ...rows({ devs: 'yes', guests: 'yes' }),
        computed: { of: 'access', workspace: 'app', permission: 'apply_runs' },
      },
      1,
    ],
    [
      'an order',
      { ...things('planning', 'planned', 'applied'), computed: { of: 'statuses', workspace: 'net' } },
      0,
    ],
    [
      'a wrong order',
      { ...things('planned', 'planning', 'applied'), computed: { of: 'statuses', workspace: 'net' } },
      1,
    ],
    [
      'what does not fit the type',
      { ...things('planned', 'planning', 'applied'), computed: { of: 'count' } },
      1,
    ],
  ])('of %s', (_, form, findings) => {
    const parsed = parseQuestion({ ...COMMON, stem: 'Which?', figure: BOARD, ...form });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const scenario = parseScenario(BOARD);
    if (!scenario.ok) throw new Error(JSON.stringify(scenario.problems));
    expect(mismatches(parsed.value, scenario.value)).toHaveLength(findings);
  });
});

describe('statistics', () => {
  const file = (q: Partial<Question> & { id: string }) => ({
    path: `content/questions/topic/${q.id}.yaml`,
    text: JSON.stringify({ ...COMMON, stem: 'How many?', type: 'number', answer: 1, ...reason, ...q }),
  });

  it('count what there is', () => {
    const lines = statistics(loadContent([file({ id: 'a' }), file({ id: 'b', difficulty: 3 })]));
    expect(lines).toContain('difficulty: 1 1, 3 1');
    expect(lines).toContain('types: number 2');
    expect(lines).toContain('keys that the simulator works out again: 0 of 2');
  });

  it('say nothing of an empty bank', () => {
    expect(statistics(loadContent([]))).toEqual([]);
  });
});
