import { describe, expect, it } from 'vitest';
import { layersOf } from '#engine/query/layers.ts';
import { layout } from '../support/shorthand.ts';

/** Each layer from upstream to downstream, its workspaces from the top. */
function layers(text: string): string[] {
  const rows: string[] = [];
  for (const { id, layer, row } of layersOf(layout(text))) {
    const names = rows[layer]?.split(' ') ?? [];
    expect(row).toBe(names.length);
    rows[layer] = [...names, id.slice('acme/'.length)].join(' ');
  }
  return rows;
}

describe('the layers of a drawing', () => {
  it.each([
    ['workspaces without triggers, in the order of the layout', 'b, a, c', ['b a c']],
    ['a chain', 'a -> b -> c', ['a', 'b', 'c']],
    ['a chain that the layout gives from its end', 'c, b, a; a -> b; b -> c', ['a', 'b', 'c']],
    ['a fan', 'a -> b, c, d', ['a', 'b c d']],
    ['the longest way, where a short one leads there too', 'a -> b -> c -> d; a -> d', ['a', 'b', 'c', 'd']],
    [
      'the longest way, where the short one is given first',
      'd; a -> d; a -> b -> c -> d',
      ['a', 'b', 'c', 'd'],
    ],
    ['a workspace that another source puts further down', 'x -> c; a -> b -> c', ['x a', 'b', 'c']],
    ['two boards side by side', 'a -> b; x -> y -> z', ['a x', 'b y', 'z']],
    ['a workspace that names itself', 'a -> a; a -> b', ['a', 'b']],
    ['a ring, cut where it closes', 'a -> b -> c; c -> a', ['b', 'c', 'a']],
    ['a ring with a way in', 'z -> a -> b; b -> a', ['z b', 'a']],
  ])('%s', (_, text, expected) => {
    expect(layers(text)).toEqual(expected);
  });

  it('hold for a chain that is thousands long', () => {
    const names = Array.from({ length: 3000 }, (_, i) => `w${i}`);
    const chain = layout(
      names.toReversed().join(', '),
      {},
      {
        run_triggers: names.slice(1).map((workspace, i) => ({ sourceable: names[i], workspace })),
      },
    );
    expect(layersOf(chain).map((place) => place.layer)).toEqual(names.map((_, i) => i));
  });
});
