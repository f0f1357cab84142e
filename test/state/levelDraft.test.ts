import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GOALS } from '#engine/levels/goals/index.ts';
import { prove } from '#engine/levels/prove.ts';
import { ACTION_TYPES } from '#model/scenario/action.ts';
import { EDIT_TYPES } from '#model/edits/index.ts';
import { ACTION_FIELDS, CHECK_FIELDS, EDIT_FIELDS, SETTING_FIELDS } from '#model/level/form.ts';
import { parseLevel } from '#model/level/level.ts';
import { readText } from '#model/parse/text.ts';
import { writeYaml } from '#model/parse/writeYaml.ts';
import {
  createDraft,
  DRAFT_KEY,
  draftBoardStorage,
  EMPTY_DRAFT,
  EMPTY_LAYOUT,
  openLevel,
  writtenLevel,
} from '#state/level/draft/levelDraft.ts';
import { createSandboxStore } from '#state/board/boardStore.ts';
import { memory } from './memory.ts';

const FILES = readdirSync('content/levels').filter((name) => name.endsWith('.yaml'));
const dataOf = (text: string): unknown => {
  const data = readText(text, 'yaml or json');
  if (!data.ok) throw new Error(JSON.stringify(data.problems));
  return data.value;
};
const levelIn = (name: string): unknown => dataOf(readFileSync(`content/levels/${name}`, 'utf8'));
const open = (data: unknown) => {
  const read = openLevel(data);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
};
const problemsIn = (data: unknown) => {
  const read = openLevel(data);
  return read.ok ? [] : read.problems.map(({ path, message }) => `${path}: ${message}`);
};
const first = () => levelIn('01-first-spark.yaml') as Record<string, unknown>;

describe('a level file', () => {
  it.each(FILES)('%s is opened, exported and read as the same level', (name) => {
    const data = levelIn(name);
    const { draft, layout, problems } = open(data);
    expect(problems).toEqual([]);
    const again = dataOf(writeYaml(writtenLevel(draft, layout)));
    expect(parseLevel(again)).toEqual(parseLevel(data));
  });

  it('is exported as a person writes it: short names, without what is filled in again', () => {
    const { draft, layout } = open(first());
    expect(writtenLevel(draft, layout)).toEqual(first());
    expect(Object.keys(writtenLevel(draft, layout))).toEqual(Object.keys(first()));
  });

  it('that is not finished is opened, and what it lacks is listed', () => {
    const { goals: _, ...rest } = first();
    const { draft, problems } = open(rest);
    expect(draft.title).toBe('First spark');
    expect(problems.map(({ path }) => path)).toContain('goals');
  });

  it('that says what a draft cannot hold is not opened, with each path', () => {
    const goal = { id: 'g', text: 't', rule: 'RT-01', cheque: {}, check: { fresh: {} } };
    const problems = problemsIn({ ...first(), titel: 'x', goals: [goal] }).join('\n');
    expect(problems).toContain('titel: unknown key, did you mean title?');
    expect(problems).toContain(
      'goals[0].cheque: unknown key, allowed are id, text, kind, rule, probes, check',
    );
  });

  it('with a board that cannot be read is not opened', () => {
    const layout = {
      version: 1,
      organizations: [{ name: 'acme' }],
      workspaces: [{ name: 'a', auto_aply: true }],
    };
    expect(problemsIn({ ...first(), layout })).toEqual([
      'layout.workspaces[0].auto_aply: unknown key, did you mean auto_apply?',
    ]);
  });

  it.each([[null], [[]], ['text'], [{}], [{ version: 2 }]])('%j is refused with a problem', (data) => {
    expect(problemsIn(data).length).toBeGreaterThan(0);
  });
});

describe('the forms', () => {
  it('have every edit, action and check, with every member of what the levels use', () => {
    expect(Object.keys(EDIT_FIELDS)).toEqual([...EDIT_TYPES]);
    expect(Object.keys(ACTION_FIELDS)).toEqual([...ACTION_TYPES]);
    expect(Object.keys(CHECK_FIELDS).sort()).toEqual(Object.keys(GOALS).sort());
    for (const form of [EDIT_FIELDS, ACTION_FIELDS, CHECK_FIELDS].flatMap((forms) => Object.values(forms)))
      expect(form.kind).toBe('record');
    for (const [name, form] of Object.entries(SETTING_FIELDS))
      expect([name, form.kind]).not.toEqual([name, 'any']);
  });

  it('know what may be left out and what stands for it', () => {
    const form = ACTION_FIELDS.start_run;
    const members = form.kind === 'record' ? form.members : [];
    expect(members.find(({ name }) => name === 'workspace')).toMatchObject({ optional: false });
    expect(members.find(({ name }) => name === 'source')).toMatchObject({
      optional: true,
      fallback: 'tfe-ui',
    });
    expect(members.find(({ name }) => name === 'at')).toMatchObject({
      field: { kind: 'number' },
      optional: true,
    });
  });
});

describe('a draft', () => {
  it('is kept at each change and found again', () => {
    const storage = memory();
    createDraft(storage).change({ title: 'Mine' });
    expect(JSON.parse(storage.entries[DRAFT_KEY] ?? '')).toMatchObject({ version: 1 });
    expect(createDraft(storage).store.getState()).toMatchObject({
      draft: { title: 'Mine' },
      storage: 'kept',
    });
  });

  it('undoes what was typed into one field as one unit, and does it again', () => {
    const draft = createDraft(memory());
    for (const title of ['M', 'Mi', 'Mine']) draft.change({ title }, 'title');
    draft.change({ par: 2 });
    draft.undo();
    expect(draft.store.getState().draft).toMatchObject({ title: 'Mine', par: 1 });
    draft.undo();
    expect(draft.store.getState().draft).toEqual(EMPTY_DRAFT);
    draft.undo();
    draft.redo();
    draft.redo();
    expect(draft.store.getState().draft).toMatchObject({ title: 'Mine', par: 2 });
  });

  it('that changes nothing is no undo unit', () => {
    const draft = createDraft(memory());
    draft.change({ par: 1 });
    expect(draft.store.getState().past).toEqual([]);
  });

  it.each(['{', '{"version":2}', '{"version":1,"draft":{"goals":7}}'])(
    'that cannot be read is set aside: %s',
    (text) => {
      const storage = memory({ [DRAFT_KEY]: text });
      expect(createDraft(storage).store.getState()).toMatchObject({
        draft: EMPTY_DRAFT,
        storage: 'unreadable',
      });
      expect(storage.entries[`${DRAFT_KEY}.unreadable`]).toBe(text);
    },
  );

  it('goes on without storage, and says so', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full');
      },
    };
    for (const storage of [null, full]) {
      const draft = createDraft(storage);
      draft.change({ title: 'Mine' });
      expect(draft.store.getState()).toMatchObject({ draft: { title: 'Mine' }, storage: 'blocked' });
    }
  });

  it('begins with an empty board of its own, which the free board does not see', () => {
    const storage = memory();
    const sandbox = createSandboxStore(draftBoardStorage(storage));
    expect(sandbox.store.getState().scenario.layout).toEqual(EMPTY_LAYOUT);
    sandbox.perform({ type: 'add_workspace', organization: 'acme', name: 'network', project: null });
    expect(Object.keys(storage.entries)).toEqual(['runchain.builder.board']);
    const again = createSandboxStore(draftBoardStorage(storage)).store.getState();
    expect(again.scenario.layout.workspaces.map(({ name }) => name)).toEqual(['network']);
  });

  it('made step by step proves as the level of the repository does', () => {
    const { draft: given, layout } = open(first());
    const draft = createDraft(memory());
    for (const [key, value] of Object.entries(given)) draft.change({ [key]: value });
    const level = parseLevel(writtenLevel(draft.store.getState().draft, layout));
    expect(level.ok && prove(level.value)).toEqual({ problems: [], tried: 0, parProven: true });
  });
});
