import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/**
 * What the sandbox has to meet, by number. A test that holds one says so in its title, `AC 14: …`, and
 * `grep -rn "AC 14" test` finds it. Speed is measured by `npm run bench` and `bench:sandbox`: a test that looks at a
 * clock fails on a busy machine, so what stands for it here is counted work.
 */
const CRITERIA: Readonly<Record<number, string>> = {
  7: 'B shows the brief from anywhere in a level and returns the focus',
  8: 'board, timeline and goals are in sight together at 1280 by 800',
  9: 'no panel is reached by dragging or hovering alone',
  10: 'every level is solved by keyboard alone and in the tables alone',
  11: 'a refused action names its rule, changes nothing, is said once',
  12: 'in a text field the letters of the keys are letters',
  13: 'drag, two clicks and two taps make the same action',
  14: 'steps forward and as many back give the same state',
  15: 'the slider says its event, whose run it is, and how that stands',
  16: 'a board of 500 workspaces settles at once',
  17: 'two attempts show their first difference, marked in both',
  18: 'each bar, joint and ghost is one row of the list, and the choice goes along',
  19: 'stages are told apart without colour',
  20: 'of 2,000 runs only what is seen is on the page',
  21: 'for each trigger of a run that ended there is a run or an explanation',
  22: 'explanations are sound: the decisive conditions decide, no others',
  23: 'the verdict of a parent is the fold of its children',
  24: 'no explanation has more than 60 words before More',
  25: 'a what-if that is not applied changes nothing',
  26: 'applying one is the edit by hand',
  27: 'a board is the same after its HCL, and its comments and unknown blocks are kept',
  28: 'a session in the HCL editor is one undo unit',
  29: 'the HCL is as terraform fmt writes it',
  30: 'a level with unknown fields, or of ids that the board has not, is refused',
  31: 'other names change no verdict',
  32: 'what was reached is not lost by what comes later',
  33: 'another solution of the same size passes',
  34: 'the same attempt is graded the same',
  35: 'a goal that fails has a rule, evidence and a link that replays it',
  36: 'edits are counted in what remains',
  37: 'passing twice ends on the same screen',
  38: 'each level is proven: start, mistakes, solution, nothing smaller',
  39: 'the proof of all levels is small work',
  40: 'drafts and drawn boards pass the same proof',
  41: 'after a correct step the next hint is another one',
  42: 'the last hint, repeated, reaches a pass within par + 6 from any board',
  43: 'a link gives back what went in, and any changed character is noticed',
  44: 'a link of a level with 30 actions has less than 1,500 characters',
  45: 'a long link warns and offers a file; files are opened, pasted and dropped',
  46: 'a link is untrusted input',
  47: 'n undos give the start and n redos the end',
  48: 'a killed tab loses nothing',
  49: 'without storage a level can be played, and says so',
  50: 'a moved box leaves the simulation where it is',
  51: 'the tables emit every action that there is',
  52: 'axe finds nothing in play, debrief and builder',
  53: 'what a screen reader says in level 1 is written down',
  54: 'the first twelve levels are solved on a phone by taps',
  55: 'an edit on a large board renders what shows it, and nothing else',
  56: 'past a limit adding is refused with its name',
  57: 'a ring of two ends, with an explanation',
  58: 'properties are tried on random boards, and a failure says its board',
  59: 'a second, simple model agrees about all levels and random boards',
  60: 'each rule has a level, a board of its own and a question',
};

const root = new URL('../', import.meta.url);
const TITLE =
  /\b(?:it|test|describe|always)[\w.]*\(?[^'"`]{0,200}?(['"`])((?:(?!\1).)*\bAC \d(?:(?!\1).)*)\1/g;

/** The criteria that titles of tests name. */
const named = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(test\.tsx?|spec\.ts)$/.test(name) && !name.startsWith('criteria/criteria'))
  .flatMap((name) =>
    [...readFileSync(new URL(name, root), 'utf8').matchAll(TITLE)].map(([, , title]) => title ?? ''),
  )
  .flatMap((title) => (/\bAC (\d+(?:, \d+)*)/.exec(title)?.[1] ?? '').split(', ').map(Number));

it('each criterion is named by the title of a test that holds it', () => {
  const missing = Object.entries(CRITERIA).filter(([number]) => !named.includes(Number(number)));
  expect(missing).toEqual([]);
});

it('no title names a criterion that there is not', () => {
  expect(named.filter((number) => CRITERIA[number] === undefined)).toEqual([]);
});
