import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseLayout } from '#model/layout.ts';
import { parseQuestion, type Question } from '#model/question.ts';
import { toAnki } from '#quiz/exchange/anki.ts';
import { boardText, portable } from '#quiz/exchange/boardText.ts';
import type { Draft } from '#quiz/exchange/draft.ts';
import { toGift } from '#quiz/exchange/gift.ts';
import { blockHtml } from '#quiz/exchange/html.ts';
import { importQuestions } from '#quiz/exchange/import.ts';
import { toQti } from '#quiz/exchange/qti.ts';
import { GENERATORS, generate } from '#quiz/generators/index.ts';
import type { Item } from '#quiz/item.ts';
import { scoreRows, scoreSelection } from '#quiz/scoring.ts';
import { all, readXml, type Xml } from './xml.ts';

const folder = new URL('../../content/questions/', import.meta.url);
const bank: Item[] = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => {
    const parsed = parseQuestion(parse(readFileSync(new URL(name, folder), 'utf8')));
    if (!parsed.ok) throw new Error(name);
    return { question: parsed.value, seed: null, scenario: null };
  });
const generated = GENERATORS.flatMap(({ id }) =>
  [1, 2, 3].map((seed) => {
    const item = generate(id, seed);
    if (item === null) throw new Error(id);
    return item;
  }),
);
const items = portable([...bank, ...generated]);

const odd: Question = (() => {
  const parsed = parseQuestion({
    id: 'odd',
    type: 'single',
    stem: 'Is `a = {b}` < 1 & "so"?\n\n```hcl\nx = { y = "~#:\\\\n" }\n```\n\nWhat *now*?',
    objective: '6a',
    topic: 'odd',
    rules: ['RT-01'],
    difficulty: 1,
    family: 'odd',
    options: [
      {
        id: 'a',
        text: '`x -> y` = {1} ~ #2: \\n',
        correct: true,
        explanation: 'A < B & C.',
        facts: ['RT-01'],
      },
      { id: 'b', text: '50% of "it"\t', explanation: 'No: #.', facts: ['RT-01'] },
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
})();

const line = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('->', '→').trim();

/** What a draft must say if nothing of the question was lost on the way. */
function expected(question: Question): Partial<Draft> {
  switch (question.type) {
    case 'single':
    case 'multi':
    case 'pick':
    case 'truefalse':
      return {
        type: question.type === 'pick' ? 'multi' : question.type,
        options: (question.type === 'truefalse'
          ? ['true', 'false'].flatMap((id) => question.options.filter((o) => o.id === id))
          : question.options
        ).map((o) => ({
          id: expect.any(String),
          text: question.type === 'truefalse' ? (o.id === 'true' ? 'True' : 'False') : line(o.text),
          correct: o.correct,
          explanation: line(o.explanation),
          facts: [],
        })),
      };
    case 'fill':
      return { type: 'fill', accepted: question.accepted.map(line), explanation: line(question.explanation) };
    case 'number':
      return { type: 'number', answer: question.answer, explanation: line(question.explanation) };
    default:
      return { type: 'match' };
  }
}

describe('GIFT', () => {
  const { drafts, problems } = importQuestions(
    toGift([...items, { question: odd, seed: null, scenario: null }]),
  );

  it('comes back through our own import, nothing lost', () => {
    expect(problems).toEqual([]);
    const questions = [...items.map((item) => item.question), odd];
    expect(drafts.map((d) => d.id)).toEqual(questions.map((q) => q.id));
    for (const [i, question] of questions.entries()) {
      expect(drafts[i], question.id).toMatchObject({
        draft: true,
        topic: question.topic,
        ...expected(question),
      });
      expect(drafts[i]?.stem.startsWith(question.stem.trim()), question.id).toBe(true);
    }
  });

  it('keeps the pairs of tables, matches and orders', () => {
    for (const [i, { question }] of items.entries()) {
      const draft = drafts[i];
      const text = (id: string) => draft?.choices?.find((c) => c.id === id)?.text;
      const pairs = draft?.rows?.map((row) => [row.text, text(row.correct)]);
      if ('things' in question)
        expect(pairs).toEqual(question.things.map((t, n) => [line(t.text), String(n + 1)]));
      if (!('rows' in question)) continue;
      const choices = question.type === 'table' ? question.columns : question.choices;
      const of = (id: string) => line(choices.find((c) => c.id === id)?.text ?? '');
      expect(pairs, question.id).toEqual(question.rows.map((row) => [line(row.text), of(row.correct)]));
      expect(draft?.choices?.map((c) => c.text).sort()).toEqual(
        [...new Set(choices.map((c) => line(c.text)))].sort(),
      );
    }
  });

  it('says the seed of generated items, and their board', () => {
    const text = toGift(generated);
    expect(text).toContain('// which-run-2: objective 6a');
    expect(text).toContain('family which-run, seed 2');
    expect(text).toContain('Run trigger\\: an apply of');
  });

  it('gives shares that add up to 100, and never a positive one for a wrong option', () => {
    for (const [, block = ''] of toGift(items).matchAll(/\{\n(~%[\s\S]*?)\n\}/g)) {
      const shares = [...block.matchAll(/^~%(-?[\d.]+)%/gm)].map((m) => Number(m[1]));
      const right = shares.filter((s) => s > 0);
      expect(right.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 3);
      expect(shares.filter((s) => s < 0).reduce((a, b) => a + b, 0)).toBeCloseTo(-100, 3);
    }
  });
});

describe('GIFT from elsewhere', () => {
  it('is read with titles, feedback, comments and a blank inside the text', () => {
    const { drafts, problems } = importQuestions(
      [
        '// a comment',
        '$CATEGORY: $course$/top/Terraform',
        '',
        '::Q1:: What does a trigger name? {',
        '  =its source # right \\: yes',
        '',
        '  ~its target',
        '  ~%50%something',
        '}',
        '',
        'A trigger {=runs =starts} another workspace.',
        '',
        'Two and two {#4}',
        '',
        'The sun is cold.{F}',
        '',
        'Match. {=a -> 1 =b -> 2 = -> 3 ####in general}',
      ].join('\r\n'),
    );
    expect(problems).toEqual([]);
    expect(drafts.map((d) => d.type)).toEqual(['single', 'fill', 'number', 'truefalse', 'match']);
    expect(drafts[0]).toMatchObject({ id: 'q1', topic: 'Terraform', stem: 'What does a trigger name?' });
    expect(drafts[0]?.options?.map((o) => [o.text, o.correct, o.explanation])).toEqual([
      ['its source', true, 'right : yes'],
      ['its target', false, ''],
      ['something', false, ''],
    ]);
    expect(drafts[1]).toMatchObject({
      stem: 'A trigger ____ another workspace.',
      accepted: ['runs', 'starts'],
    });
    expect(drafts[2]).toMatchObject({ answer: 4 });
    expect(drafts[3]?.options?.map((o) => o.correct)).toEqual([false, true]);
    expect(drafts[4]?.rows?.map((r) => [r.text, r.explanation])).toEqual([
      ['a', 'in general'],
      ['b', 'in general'],
    ]);
    expect(drafts[4]?.choices?.map((c) => c.text)).toEqual(['1', '2', '3']);
  });

  it.each([
    ['a description\n\nAnother {=a ~b}', 1, 'no answers in braces'],
    ['\n::title without end\n{=a ~b}', 2, 'the title has no end'],
    ['Q {=a ~b', 1, 'the answers have no end'],
    ['Q } {=a ~b}', 1, 'a } closes nothing'],
    ['Essay {}', 1, 'is an essay'],
    ['Q {~a ~b}', 1, 'has no right answer'],
    ['Q {~%50%a ~%50%b}', 1, 'only right answers'],
    ['Q {=a =b ~c}', 1, 'several answers with ='],
    ['Q {text}', 1, 'must begin with'],
    ['Q {#1..3}', 1, 'ranges are not supported'],
    ['Q {#3:1}', 1, 'has a tolerance'],
    ['Q {#=1 =2}', 1, 'several numbers'],
    ['Q {=a -> }', 1, 'nothing after ->'],
    ['Q {=a -> 1}', 1, 'fewer than two pairs'],
    ['Q {=a {x} ~b}', 1, 'a { stands in the answers'],
    ['{=a ~b}', 1, 'no text before'],
    ['Q {=a ~}', 1, 'an answer is empty'],
    ['One {=a ~b}\n\n\nTwo {~a ~b}', 4, 'no right answer'],
    ['', 1, 'has no question'],
  ])('%j is refused at line %i', (text, at, words) => {
    const { problems } = importQuestions(text);
    expect(problems[0]).toMatchObject({ line: at });
    expect(problems[0]?.message).toContain(words);
  });
});

describe('Aiken', () => {
  it('is read as single choice', () => {
    const { drafts, problems } = importQuestions(
      'Who names the source?\nIn one word.\nA. The target\nB) The source\nANSWER: A\n\nNext?\nA. Yes\nB. No\nANSWER: B\n',
    );
    expect(problems).toEqual([]);
    expect(drafts.map((d) => d.options?.map((o) => [o.id, o.text, o.correct]))).toEqual([
      [
        ['the-target', 'The target', true],
        ['the-source', 'The source', false],
      ],
      [
        ['yes', 'Yes', false],
        ['no', 'No', true],
      ],
    ]);
    expect(drafts[0]?.stem).toBe('Who names the source?\nIn one word.');
  });

  it.each([
    ['Q\nA. a\nB. b\nANSWER: C', 4, 'must be one of A, B'],
    ['Q\nA. a\nANSWER: A', 3, 'fewer than two options'],
    ['Q\nA. a\nA. b\nANSWER: A', 4, 'the same letter'],
    ['\nANSWER: A', 2, 'belongs to no question'],
    ['Q\nA. a\nB. b\nnot an option\nANSWER: A', 4, 'between options and ANSWER'],
    ['Q\nA. a\nB. b\nANSWER: A\n\nQ2\nA. a\nB. b', 6, 'no line "ANSWER'],
  ])('%j is refused at line %i', (text, at, words) => {
    const { problems } = importQuestions(text);
    expect(problems[0]).toMatchObject({ line: at });
    expect(problems[0]?.message).toContain(words);
  });
});

describe('drafts', () => {
  it('are no questions of the bank, whatever they say', () => {
    const { drafts } = importQuestions(toGift(items));
    for (const draft of drafts) {
      const filled = {
        ...draft,
        objective: '6a',
        topic: 'topic',
        rules: ['RT-01'],
        options: draft.options?.map((o) => ({ ...o, explanation: 'Because.', facts: ['RT-01'] })),
      };
      expect(parseQuestion(filled).ok).toBe(false);
    }
    expect(drafts.every((d) => d.draft)).toBe(true);
  });
});

describe('QTI 3', () => {
  const files = toQti([...items, { question: odd, seed: null, scenario: null }]);
  const read = new Map(files.map(({ path, text }) => [path, readXml(text)]));
  const itemOf = (id: string): Xml => {
    const xml = read.get(`items/${id}.xml`);
    if (xml === undefined) throw new Error(id);
    return xml;
  };
  const texts = (xml: Xml, name: string) => all(xml, name).map((e) => e.text);

  it('has one well-formed file for each question, all of them in the manifest', () => {
    const manifest = read.get('imsmanifest.xml');
    if (manifest === undefined) throw new Error('no manifest');
    const listed = all(manifest, 'resource').map((r) => r.attributes['href']);
    expect(listed).toEqual(files.map(({ path }) => path).filter((path) => path !== 'imsmanifest.xml'));
    expect(all(manifest, 'file').map((f) => f.attributes['href'])).toEqual(listed);
    expect(new Set(all(manifest, 'resource').map((r) => r.attributes['identifier'])).size).toBe(
      listed.length,
    );
    expect(files).toHaveLength(items.length + 2);
  });

  it('declares every identifier that it uses, and its key is among the choices', () => {
    for (const { question } of items) {
      const xml = itemOf(question.id);
      const declared = [...all(xml, 'qti-response-declaration'), ...all(xml, 'qti-outcome-declaration')].map(
        (d) => d.attributes['identifier'],
      );
      const used = ['qti-variable', 'qti-correct', 'qti-map-response', 'qti-set-outcome-value']
        .flatMap((name) => all(xml, name))
        .map((e) => e.attributes['identifier']);
      const outcomes = all(xml, 'qti-modal-feedback').map((f) => f.attributes['outcome-identifier']);
      for (const id of [...used, ...outcomes]) expect(declared, question.id).toContain(id);
      const choices = [...all(xml, 'qti-simple-choice'), ...all(xml, 'qti-simple-associable-choice')].map(
        (c) => c.attributes['identifier'] ?? '',
      );
      expect(new Set(choices).size, question.id).toBe(choices.length);
      for (const id of choices) expect(id).toMatch(/^[A-Za-z_][\w.-]*$/);
      const correct = all(xml, 'qti-correct-response').flatMap((c) => texts(c, 'qti-value'));
      expect(correct.length).toBeGreaterThan(0);
      const keys = all(xml, 'qti-map-entry').map((e) => e.attributes['map-key'] ?? '');
      if (choices.length === 0) continue;
      for (const id of [...correct, ...keys].flatMap((value) => value.split(' ')))
        expect(choices, question.id).toContain(id);
    }
  });

  it('has the key of the question', () => {
    for (const { question } of items) {
      const correct = all(itemOf(question.id), 'qti-correct-response').flatMap((c) => texts(c, 'qti-value'));
      if ('options' in question)
        expect(correct).toEqual(question.options.filter((o) => o.correct).map((o) => `o-${o.id}`));
      else if ('rows' in question)
        expect(correct).toEqual(question.rows.map((r) => `r-${r.id} c-${r.correct}`));
      else if ('things' in question) expect(correct).toEqual(question.things.map((t) => `o-${t.id}`));
      else
        expect(correct).toEqual([question.type === 'fill' ? question.accepted[0] : String(question.answer)]);
    }
  });

  it('scores as this app does, not below 0', () => {
    for (const { question } of items) {
      const xml = itemOf(question.id);
      const [mapping] = all(xml, 'qti-mapping');
      if (mapping === undefined) continue;
      expect(mapping.attributes).toMatchObject({ 'lower-bound': '0', 'upper-bound': '1' });
      const value = (key: string) =>
        Number(
          all(mapping, 'qti-map-entry').find((e) => e.attributes['map-key'] === key)?.attributes[
            'mapped-value'
          ] ?? mapping.attributes['default-value'],
        );
      const score = (keys: readonly string[]) =>
        Math.max(
          0,
          keys.reduce((sum, key) => sum + value(key), 0),
        );
      if (question.type === 'multi') {
        const ids = question.options.map((o) => o.id);
        const keys = question.options.filter((o) => o.correct).map((o) => o.id);
        for (const chosen of [keys, ids, ids.slice(0, 1), ids.slice(1), ids.slice(0, 2)]) {
          const { top, bottom } = scoreSelection(ids, keys, chosen).partial;
          expect(score(chosen.map((id) => `o-${id}`)), question.id).toBeCloseTo(top / bottom, 9);
        }
      }
      if ('rows' in question) {
        const choices = question.type === 'table' ? question.columns : question.choices;
        const first = question.rows.map(() => choices[0]?.id ?? '');
        const { top, bottom } = scoreRows(
          question.rows.map((r) => r.correct),
          first,
          choices.length,
        ).partial;
        const given = question.rows.map((r, i) => `r-${r.id} c-${first[i]}`);
        expect(score(given), question.id).toBeCloseTo(top / bottom, 9);
      }
    }
  });

  it('has a feedback for each option, or one that is shown in any case', () => {
    for (const { question } of items) {
      const feedback = all(itemOf(question.id), 'qti-modal-feedback').map((f) => f.attributes['identifier']);
      if ('options' in question) expect(feedback).toEqual(question.options.map((o) => `o-${o.id}`));
      else expect(feedback).toEqual(['explained']);
    }
  });

  it('says the seed of generated items', () => {
    expect(itemOf('which-run-1').attributes['title']).toBe('which-run-1 (family which-run, seed 1)');
  });

  it('keeps what means something in XML', () => {
    const xml = itemOf('odd');
    expect(texts(xml, 'code')[0]).toBe('a = {b}');
    expect(texts(xml, 'p')[0]).toBe('Is  < 1 & "so"?');
    expect(texts(xml, 'em')).toEqual(['now']);
  });
});

describe('Anki', () => {
  const lines = toAnki([...items, { question: odd, seed: null, scenario: null }])
    .trimEnd()
    .split('\n');
  const notes = lines.filter((l) => !l.startsWith('#')).map((l) => l.split('\t'));

  it('has a line a note, with four fields', () => {
    expect(lines.slice(0, 2)).toEqual(['#separator:tab', '#html:true']);
    expect(notes).toHaveLength(items.length + 1);
    for (const note of notes) {
      expect(note).toHaveLength(4);
      for (const part of note) expect(part).not.toBe('');
    }
    expect(new Set(notes.map(([id]) => id)).size).toBe(notes.length);
  });

  it('has well-formed HTML, the key on the back and the tags last', () => {
    for (const [i, [, front = '', back = '', tags = '']] of notes.entries()) {
      expect(
        () => readXml(`<div>${front}${back}</div>`.replaceAll('<br>', '<br/>')),
        String(i),
      ).not.toThrow();
      expect(tags).toMatch(/^objective::\w+ topic::\S+ difficulty::[123]/);
    }
    const of = (id: string) => notes.find(([guid]) => guid === `runchain-${id}`);
    expect(of('which-run-1')?.[3]).toContain('family::which-run seed::1');
    expect(of('diamond-count')?.[2]).toContain('<strong>2</strong> runs');
  });
});

describe('the board in words', () => {
  it('says of everything what is not as it is by default', () => {
    const parsed = parseLayout({
      version: 1,
      organizations: [{ name: 'acme' }, { name: 'globex' }],
      projects: [{ name: 'core', organization: 'acme' }],
      workspaces: [
        {
          name: 'net',
          organization: 'acme',
          project: 'core',
          execution_mode: 'agent',
          locked: true,
          outputs: [{ name: 'id', sensitive: true }],
          remote_state_consumer_ids: ['app'],
          run_tasks: [{ name: 'scan', stage: 'post_plan', enforcement_level: 'mandatory', passes: false }],
        },
        {
          name: 'app',
          organization: 'acme',
          reads: [{ workspace: 'net', output: 'id' }],
          variables: [{ key: 'size', value: 's' }],
        },
        { name: 'far', organization: 'globex' },
      ],
      run_triggers: [{ sourceable: 'net', workspace: 'app' }],
      variable_sets: [
        {
          name: 'creds',
          organization: 'acme',
          priority: true,
          projects: ['core'],
          variables: [{ key: 'k', value: 'v', sensitive: true }],
        },
      ],
      teams: [
        {
          name: 'ops',
          organization: 'acme',
          organization_access: { read_workspaces: true },
          workspace_access: [{ workspace: 'app', access: 'write' }],
        },
      ],
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(boardText(parsed.value)).toEqual([
      'Workspace net in acme: in project core, agent execution, locked by a user, shares its state with app, outputs id (sensitive), mandatory post_plan task scan that fails.',
      'Workspace app in acme: reads id of net, sets size = s.',
      'Workspace far in globex: all as by default.',
      'Run trigger: an apply of net starts app.',
      'Variable set creds (priority) for project core sets k = a sensitive value.',
      'Team ops has read workspaces in acme, write on app.',
    ]);
  });

  it('is HTML in paragraphs, with code as it is', () => {
    expect(blockHtml('a\nb\n\n```hcl\nx <y>\n\nz\n```\nc **d**')).toBe(
      '<p>a b</p><pre><code>x &lt;y&gt;\n\nz</code></pre><p>c <strong>d</strong></p>',
    );
  });
});

describe('what only the simulator can grade', () => {
  it('stays at home', () => {
    const parsed = parseQuestion({
      id: 'built',
      type: 'build',
      stem: 'Mend it.',
      objective: '6a',
      topic: 'topic',
      rules: ['RT-01'],
      difficulty: 1,
      family: 'built',
      palette: ['a', 'b'].map((id) => ({
        id,
        text: id,
        edit: {},
        explanation: 'Because.',
        facts: ['RT-01'],
      })),
      checks: [{ id: 'c', text: 'It runs.', rule: 'RT-01', check: {} }],
      at_most: 1,
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const item: Item = { question: parsed.value, seed: null, scenario: null };
    expect(portable([item])).toEqual([]);
    expect(toQti([item]).map(({ path }) => path)).toEqual(['imsmanifest.xml']);
    expect(toAnki([item])).not.toContain('built');
  });
});
