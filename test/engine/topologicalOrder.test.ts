import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout, run } from '../support/shorthand.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Whether a chain of triggers leads from one workspace to another, found the slow way. */
function leadsTo(triggers: ReadonlySet<string>, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const at of seen)
    for (const trigger of triggers) {
      const [source, target] = trigger.split(' ');
      if (source === at && target !== undefined) seen.add(target);
    }
  return seen.has(to);
}

describe('the order of workspaces', () => {
  const edge = fc.tuple(fc.boolean(), fc.constantFrom(...NAMES), fc.constantFrom(...NAMES));

  it('refuses exactly the triggers that close a cycle, after any creations and deletions', () => {
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 60, size: 'max' }), (edges) => {
        const exist = new Set<string>();
        const refused: [number, string][] = [];
        const actions = edges.map(([deletes, source, target], i) => {
          const trigger = `${source} ${target}`;
          const known = exist.has(trigger);
          if (deletes) {
            if (known) exist.delete(trigger);
            else refused.push([i, 'RT-43']);
          } else if (source === target) refused.push([i, 'RT-22']);
          else if (known) refused.push([i, 'RT-25']);
          else if (leadsTo(exist, target, source)) refused.push([i, 'CY-11']);
          else exist.add(trigger);
          return `${deletes ? 'unlink' : 'link'} ${trigger}`;
        });
        const { result } = run(layout(NAMES.join(', ')), actions);
        expect(result.rejections.map((r) => [r.action, r.rule])).toEqual(refused);
      }),
      { numRuns: 200 },
    );
  });

  it('names a way back also where others lead astray', () => {
    const { result } = run(layout('b -> x; b -> c -> d -> a; x -> y; c -> y'), ['link a b']);
    expect(result.rejections[0]?.message).toContain('b → c → d → a exists');
  });

  it('names the triggers that lead back', () => {
    const { result } = run(layout('d -> a; c -> d; b -> c'), ['link a b']);
    expect(result.rejections[0]?.message).toContain('b → c → d → a exists');
  });
});
