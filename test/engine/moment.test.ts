import { describe, expect, it } from 'vitest';
import { momentAt } from '#engine/moment.ts';
import { goldenNames, readGolden } from '../golden/readGolden.ts';
import { layout, run, set } from '../shorthand.ts';

describe('a moment of the log', () => {
  it.each(goldenNames())('at the end is the result: %s', (name) => {
    const { scenario, simulation } = readGolden(name);
    const { runs } = momentAt(scenario, simulation, simulation.log.length);
    expect(runs).toEqual(
      simulation.result.runs.map(
        ({ id, workspace, source, mode, triggered_by, status, waiting_for, rule }) => ({
          id,
          workspace,
          source,
          mode,
          triggered_by,
          status,
          waiting_for,
          rule,
        }),
      ),
    );
  });

  it.each(goldenNames())('shows each status when it was entered: %s', (name) => {
    const { scenario, simulation } = readGolden(name);
    for (const [index, entry] of simulation.log.entries()) {
      const { at, runs } = momentAt(scenario, simulation, index + 1);
      expect(at).toBe(entry.at);
      if (entry.kind === 'status')
        expect(runs.find((r) => r.id === entry.run)).toMatchObject({ status: entry.status });
      if (entry.kind === 'hold')
        expect(runs.find((r) => r.id === entry.run)).toMatchObject({
          waiting_for: entry.waiting_for,
          rule: entry.rule,
        });
    }
  });

  const play = () => {
    const { scenario, result, log } = run(layout('network -> app; network: locked'), [
      'unlock network at 1',
      'lock app at 2',
      set('app', { auto_apply: true }, { at: 3 }),
      'unlink network app at 4',
      'link app network at 5',
      'link network network at 6',
    ]);
    const moment = (index: number) => momentAt(scenario, { result, log }, index);
    const at = (second: number) => moment(log.findLastIndex((e) => e.at <= second) + 1);
    return { moment, at };
  };

  it('shows locks, the locks of the layout from the start', () => {
    const { moment, at } = play();
    expect([...moment(0).locks]).toEqual([['acme/network', 'owners']]);
    expect([...at(1).locks]).toEqual([]);
    expect([...at(2).locks]).toEqual([['acme/app', 'owners']]);
  });

  it('shows settings as they were', () => {
    const { at } = play();
    expect(at(2).workspaces.get('acme/app')?.auto_apply).toBe(false);
    expect(at(3).workspaces.get('acme/app')?.auto_apply).toBe(true);
    expect(at(3).workspaces.get('acme/network')?.auto_apply).toBe(false);
  });

  it('shows the triggers that existed', () => {
    const { moment, at } = play();
    expect(moment(0).triggers).toEqual([]);
    expect(at(0).triggers).toEqual([{ sourceable: 'acme/network', workspace: 'acme/app' }]);
    expect(at(4).triggers).toEqual([]);
    expect(at(6).triggers).toEqual([{ sourceable: 'acme/app', workspace: 'acme/network' }]);
  });

  it('is the start for anything before it', () => {
    const { moment } = play();
    expect(moment(-3)).toEqual(moment(0));
    expect(moment(0).at).toBe(0);
  });
});
