import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '#model/scenario/action.ts';
import { idOf } from '#model/layout/layout.ts';
import { stage } from '#state/board/simulatedScenario.ts';
import { TEMPLATES } from '#state/boards/templates.ts';
import { decodeShare, encodeShare, type Shared } from '#state/boards/shareLink.ts';
import { writtenScenario } from '#state/board/writtenScenario.ts';
import { parsed, rawScenario } from '../arbitraries/scenario.ts';
import { sealed } from '../support/hostile.ts';
import { LEVELS } from '../support/levels.ts';

const board = { layout: TEMPLATES[0].layout, actions: [] };
const plain = writtenScenario(board);
const written = JSON.stringify(plain);
/** A board, what was done on it, the event that is shown, and the level that it is of. */
const session: fc.Arbitrary<Shared> = fc
  .tuple(rawScenario.map(parsed), fc.option(fc.nat({ max: 5_000 })), fc.option(fc.constantFrom(...LEVELS)))
  .map(([scenario, cursor, level]) => ({
    scenario,
    ...(cursor === null ? {} : { cursor }),
    ...(level === null ? {} : { level: { id: level.id, version: level.version } }),
  }));
const encoded = ({ scenario, ...more }: Shared) => encodeShare(scenario, more);
const problemOf = async (hash: string): Promise<string | null> => {
  const read = await decodeShare(hash);
  return read.ok ? null : read.problems.map(({ path, message }) => `${path} ${message}`).join();
};

describe('a share link', () => {
  it('AC 43: gives back what went in, and says so where any one character of it is another one', async () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.#='];
    const change = fc.tuple(fc.nat({ max: 1e6 }), fc.constantFrom(...letters));
    await fc.assert(
      fc.asyncProperty(session, fc.array(change, { maxLength: 4 }), async (shared, changes) => {
        const link = await encoded(shared);
        expect(await decodeShare(link)).toEqual({ ok: true, value: shared });
        for (const [place, letter] of changes) {
          const at = place % link.length;
          if (link[at] === letter) continue;
          const changed = link.slice(0, at) + letter + link.slice(at + 1);
          expect((await decodeShare(changed)).ok, `${at}: ${letter}`).toBe(false);
        }
      }),
      { numRuns: 1_000, seed: 43 },
    );
  });

  it('AC 43: notices each changed character and each two that changed places', async () => {
    const link = await encodeShare(board, { cursor: 3 });
    for (let at = 0; at < link.length; at++) {
      for (const letter of ['A', 'b', '7', '-', '.', '#', '=']) {
        const changed = link.slice(0, at) + letter + link.slice(at + 1);
        if (changed !== link) expect((await decodeShare(changed)).ok, `${at}: ${letter}`).toBe(false);
      }
      const swapped = `${link.slice(0, at)}${link[at + 1] ?? ''}${link[at]}${link.slice(at + 2)}`;
      if (swapped !== link) expect((await decodeShare(swapped)).ok, `${at} swapped`).toBe(false);
    }
  });

  it('AC 44: of any level with 30 actions has less than 1,500 characters', async () => {
    for (const level of LEVELS) {
      const ids = level.layout.workspaces.map(idOf);
      const any = (i: number): string => ids[(i * 7) % ids.length] ?? '';
      const one = (i: number): Action => {
        const also = { workspace: any(i), at: i * i * 13 };
        if (i % 3 === 0)
          return { type: 'start_run', source: 'tfe-api', mode: 'plan_only', auto_approve: false, ...also };
        if (i % 3 === 1) return { type: 'confirm', ...also };
        return { type: 'set', settings: { auto_apply: i % 2 === 0 }, ...also };
      };
      const actions = Array.from({ length: 30 }, (_, i) => one(i));
      const more = { cursor: 120, level: { id: level.id, version: level.version } };
      for (const probe of level.probes) {
        const staged = stage(level, { layout: level.layout, actions }, probe.id);
        expect(staged.actions.length).toBeGreaterThanOrEqual(30);
        expect((await encodeShare(staged, more)).length, `${level.id}, ${probe.id}`).toBeLessThan(1_500);
      }
    }
  });

  it('of version 1 still opens, with all of its log', async () => {
    expect(await decodeShare(sealed('j', written, 1))).toEqual({ ok: true, value: { scenario: board } });
    // A link as this app made it before version 2.
    const old =
      '#s=1.d.tZLBasQwDET_Zc6GpVf_SglGONpi6thGllO2If9e3HSzWejSUuhRSBq9GXtBpEtuCrtgZqkhJ9gngywvlMI7acipwj4vSDQxLMhPDAOfk28inPwFNrUY18HgLctrLeT5biOx9gYMhKes7KqSsvM51TaxuDD28U_hU4mk5ywTzFZTKRgMctPS9E51Lt6FEQaVUw0aZoY9U6zcQY70V-bV7LuHKz8jPUbwsVVlecAgTOM2vsfyhXK6JbKpHu3MgWChLEId0R0B8QtvHfefjptv1A5R7nK3XP5mZlj7619_3rB-AA.vaj4';
    const read = await decodeShare(old);
    expect(read.ok && read.value.scenario.layout.workspaces.map(({ name }) => name)).toEqual([
      'network',
      'platform',
      'app',
    ]);
  });

  it('of version 1 does not hold what came with version 2', async () => {
    expect(await problemOf(sealed('j', JSON.stringify({ ...plain, engine: 1, cursor: 1 }), 1))).toMatch(
      /engine unknown key/,
    );
  });

  it('of a newer version says so', async () => {
    expect(await problemOf(sealed('d', written, 3))).toMatch(/newer version of this app/);
    expect(await problemOf(sealed('d', written, 10))).toMatch(/newer version of this app/);
  });

  it('of another engine opens without its event, which is one of another log', async () => {
    const link = sealed('d', JSON.stringify({ ...plain, engine: 2, cursor: 4 }));
    expect(await decodeShare(link)).toEqual({ ok: true, value: { scenario: board } });
  });

  it('holds no name, progress or note, and nothing that could be fetched', async () => {
    const link = sealed('d', JSON.stringify({ ...plain, engine: 1, image: 'https://elsewhere.invalid/' }));
    expect(await problemOf(link)).toMatch(/image unknown key/);
  });

  it.each<[unknown, RegExp]>([
    [{ cursor: -1 }, /cursor must be a whole number/],
    [{ cursor: 1.5 }, /cursor/],
    [{ cursor: '3' }, /cursor must be a number/],
    [{ engine: null }, /engine must be a number/],
    [{ engine: 0 }, /engine must be a whole number/],
    [{ level: '05' }, /level must be a mapping/],
    [{ level: { id: '../05', version: 1 } }, /level.id must be a name/],
    [{ level: { id: 'a'.repeat(101), version: 1 } }, /level.id/],
    [{ level: { id: 'a' } }, /level.version is missing/],
    [{ level: { id: 'a', version: 1, href: 'javascript:1' } }, /level.href unknown key/],
  ])('AC 46: with %j is refused', async (more, words) => {
    const link = sealed('d', JSON.stringify({ ...plain, engine: 1, ...Object(more) }));
    expect(await problemOf(link)).toMatch(words);
  });

  it('AC 46: with more than a board may have is refused before it is looked at', async () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => ({ name: `w${i}` }));
    const layout = { version: 1, organizations: [{ name: 'o' }], workspaces: many(1) };
    const of = (data: unknown) => problemOf(sealed('d', JSON.stringify(data)));
    expect(await of({ engine: 1, layout: { ...layout, workspaces: many(501) } })).toMatch(/500 workspaces/);
    expect(await of({ engine: 1, layout: { ...layout, run_triggers: Array(2_001).fill(0) } })).toMatch(
      /2000/,
    );
    expect(await of({ engine: 1, layout, actions: Array(201).fill(0) })).toMatch(/200 actions/);
    const deep = `${'['.repeat(20)}${']'.repeat(20)}`;
    expect(await problemOf(sealed('j', `{"engine":1,"layout":${deep}}`))).toMatch(/too deeply/);
    expect(await problemOf(`#s=2.j.${'A'.repeat(70_000)}.AAAA`)).toMatch(/longer than/);
  });

  it.each(['', '#s=1.d', '#s=0.d.AAAA.AAAA', '#s=2.d.AAAA.AAAA', '#x=1', '#s=2.z.e30.AAAA'])(
    'refuses %s',
    async (hash) => {
      expect((await decodeShare(hash)).ok).toBe(false);
    },
  );
});
