import { describe, expect, it } from 'vitest';
import { pairsRead, readsOf } from '#engine/simulate/remoteState.ts';
import { layout } from '../support/shorthand.ts';

describe('the reads of a layout', () => {
  it('are each different one once, in the order of the layout', () => {
    const given = layout(
      'b reads a.x; b reads a.x; b reads a.y; b reads a.x through tfe_outputs; c reads a.x; c reads b.x',
    );
    expect(
      readsOf(given).map(({ reader, read }) => `${reader.name} ${read.workspace} ${read.output} ${read.via}`),
    ).toEqual([
      'b acme/a x terraform_remote_state',
      'b acme/a y terraform_remote_state',
      'b acme/a x tfe_outputs',
      'c acme/a x terraform_remote_state',
      'c acme/b x terraform_remote_state',
    ]);
  });

  it('are pairs of reader and source, each once and no workspace with itself', () => {
    const given = layout('b reads a.x; b reads a.y; b reads b.z; c reads b.z');
    expect(pairsRead(given)).toEqual([
      { reader: 'acme/b', source: 'acme/a' },
      { reader: 'acme/c', source: 'acme/b' },
    ]);
  });
});
