import fc from 'fast-check';
import { describe, it } from 'vitest';
import { calmScenario, cases, parsed, type RawScenario, rawScenario } from '../arbitraries/scenario.ts';
import { compare } from './compare.ts';

const compareRaw = (raw: RawScenario) => compare(parsed(raw));

describe('a second, simple model of the contract', () => {
  it('AC 59: agrees with the engine about every scenario', { timeout: 600_000 }, () => {
    fc.assert(fc.property(rawScenario, compareRaw), cases(500));
  });

  it('agrees with the engine where little fails and much is applied', { timeout: 600_000 }, () => {
    fc.assert(fc.property(calmScenario, compareRaw), cases(500));
  });

  it('agrees with the engine about the 20 sources that a workspace may have', { timeout: 600_000 }, () => {
    const edge = fc.tuple(fc.nat({ max: 23 }), fc.constantFrom('hub', 'hub', 'hub', 's3', 's7'));
    fc.assert(
      fc.property(
        fc.array(edge, { minLength: 20, maxLength: 60, size: 'max' }),
        fc.array(edge),
        (first, later) => {
          compareRaw({
            layout: {
              version: 1,
              organizations: [{ name: 'acme' }],
              workspaces: [{ name: 'hub' }, ...Array.from({ length: 24 }, (_, i) => ({ name: `s${i}` }))],
              run_triggers: first.map(([i, workspace]) => ({ sourceable: `s${i}`, workspace })),
            },
            actions: later.map(([i, workspace], n) => ({
              type: n % 3 === 2 ? 'delete_run_trigger' : 'create_run_trigger',
              sourceable: n % 5 === 4 ? workspace : `s${i}`,
              workspace: n % 5 === 4 ? `s${i}` : workspace,
            })),
          });
        },
      ),
      cases(200),
    );
  });
});
