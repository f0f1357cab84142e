// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Sources } from '#islands/quiz/item/Sources.tsx';
import type { ShownFact } from '#state/quiz/bank.ts';

const facts: ReadonlyMap<string, ShownFact> = new Map([
  ['FI-37', { claim: 'No run.', page: null, asOf: '2026-08', status: 'app_rule' }],
  ['FI-34', { claim: 'It stops.', page: null, asOf: '2025-09', status: 'inference' }],
  ['RT-01', { claim: 'It fires.', page: null, asOf: '2025-09' }],
]);

afterEach(cleanup);

const shown = (...ids: string[]) => {
  const { container } = render(<Sources ids={ids} facts={facts} />);
  return {
    summary: container.querySelector('summary')?.textContent,
    claims: [...container.querySelectorAll('li')].map((item) => item.textContent?.trim()),
  };
};

it('the sources of an answer say which facts are not the vendor’s word', () => {
  expect(shown('FI-37')).toEqual({
    summary: 'The source · app rule',
    claims: ['Not documented: this is how Runchain handles it. No run.'],
  });
  expect(shown('FI-34').summary).toBe('The source · our conclusion');
  expect(shown('RT-01')).toEqual({ summary: 'The source', claims: ['It fires.'] });
  expect(shown('FI-37', 'FI-34', 'RT-01').summary).toBe('3 sources · app rule, our conclusion');
});
