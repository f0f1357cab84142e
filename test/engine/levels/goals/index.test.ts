import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GOALS } from '#engine/levels/goals/index.ts';
import { judged } from './goalTable.ts';

const ids = Object.keys(GOALS).sort();
const filesIn = (folder: string, ending: string) =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((name) => name.endsWith(ending) && !name.startsWith('index'))
    .map((name) => name.slice(0, -ending.length))
    .sort();

describe('kinds of checks', () => {
  it('have one file each, under their name', () => {
    expect(filesIn('../../../../src/engine/levels/goals/', '.ts')).toEqual(ids);
    expect(
      Object.values(GOALS)
        .map((kind) => kind.id)
        .sort(),
    ).toEqual(ids);
  });

  it('have one test each', () => {
    expect(filesIn('.', '.test.ts')).toEqual(ids);
  });
});

describe('checks made of checks', () => {
  const yes = { refused: { is: 0 } };
  const no = { people: { at_least: 1 } };

  it.each([
    [{ all: [yes, yes] }, true, 'Nothing was refused. Nothing was refused.'],
    [{ all: [yes, no] }, false, 'Somebody acted by hand 0 times.'],
    [{ any: [no, yes] }, true, 'Nothing was refused.'],
    [{ any: [no, no] }, false, 'Somebody acted by hand 0 times.'],
    [{ any: [] }, false, 'Nothing was asked.'],
    [{ not: no }, true, 'Somebody acted by hand 0 times.'],
    [{ not: yes }, false, 'Nothing was refused.'],
    [{ not: { any: [no, { all: [yes, no] }] } }, true, 'Somebody acted by hand 0 times.'],
  ])('%j: %s', (check, passed, message) => {
    expect(judged({ layout: 'a', check })).toMatchObject({ passed, message });
  });

  it('give exactly one kind', () => {
    expect(() => judged({ layout: 'a', check: { ...yes, ...no } })).toThrow(
      'must give exactly one kind of check',
    );
    expect(() => judged({ layout: 'a', check: {} })).toThrow('must give exactly one kind of check');
  });
});
