import { describe, expect, it } from 'vitest';
import { applyEdit } from '#engine/edit.ts';
import { whatIf } from '#engine/whatIf.ts';
import { parseScenario, type Scenario } from '#model/action.ts';

function chain(triggered: boolean): Scenario {
  const parsed = parseScenario({
    layout: {
      version: 1,
      organizations: [{ name: 'acme' }],
      workspaces: [
        { name: 'network', auto_apply: true },
        { name: 'app', auto_apply_run_trigger: triggered },
      ],
      run_triggers: [{ sourceable: 'network', workspace: 'app' }],
    },
    actions: [{ type: 'start_run', workspace: 'network' }],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

describe('what if', () => {
  it('finds nothing between a scenario and itself', () => {
    expect(whatIf(chain(false), chain(false))).toMatchObject({ parts: null, events: [] });
  });

  it('says what one setting adds and takes away, and where the histories part', () => {
    const before = chain(false);
    const layout = applyEdit(before.layout, {
      type: 'set',
      workspace: 'acme/app',
      settings: { auto_apply_run_trigger: true },
    });
    const found = whatIf(before, { ...before, layout });
    const words = found?.events.map(({ change, before, after }) => {
      const entry = after ?? before;
      return `${change} ${entry?.kind} ${entry?.kind === 'status' ? entry.status : ''}`.trim();
    });
    expect(words).toContain('removed hold');
    expect(words).toContain('added status applied');
    const at = found?.parts?.before ?? 0;
    expect(found?.before.log.slice(0, at)).toEqual(found?.after.log.slice(0, at));
    expect(found?.before.log[at]).not.toEqual(found?.after.log[at]);
  });

  it('gives, seen from the other side, what was added as removed', () => {
    const there = whatIf(chain(false), chain(true));
    const back = whatIf(chain(true), chain(false));
    const count = (found: typeof there, change: string) =>
      found?.events.filter((event) => event.change === change).length;
    expect(count(there, 'added')).toBe(count(back, 'removed'));
    expect(count(there, 'removed')).toBe(count(back, 'added'));
    expect(count(there, 'added')).toBeGreaterThan(0);
  });

  it('leaves both scenarios as they were', () => {
    const [before, after] = [chain(false), chain(true)];
    const text = JSON.stringify([before, after]);
    whatIf(before, after);
    expect(JSON.stringify([before, after])).toBe(text);
  });
});
