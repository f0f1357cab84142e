// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { Explanations } from '#islands/quiz/Explanations.tsx';
import { parseQuestion } from '#model/question.ts';

vi.mock('#state/bank.ts', async (original) => ({
  ...(await original<typeof import('#state/bank.ts')>()),
  loadFacts: async () =>
    new Map([
      ['FI-37', { claim: 'No run.', page: null, asOf: '2026-08', status: 'app_rule' }],
      ['FI-34', { claim: 'It stops.', page: null, asOf: '2025-09', status: 'inference' }],
      ['RT-01', { claim: 'It fires.', page: null, asOf: '2025-09' }],
    ]),
}));

const parsed = parseQuestion({
  id: 'sample',
  type: 'single',
  stem: 'What does this app do?',
  objective: '6a',
  topic: 'firing',
  rules: ['FI-37'],
  difficulty: 1,
  family: 'sample',
  options: [
    {
      id: 'a',
      text: 'Nothing',
      correct: true,
      explanation: 'It queues no run.',
      facts: ['FI-37', 'FI-34', 'RT-01'],
    },
    { id: 'b', text: 'A run', explanation: 'There is nothing to run.', facts: ['FI-37'] },
  ],
});

it('the reasons of an answer say which facts are not the vendor’s word', async () => {
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  render(
    <Explanations
      question={parsed.value}
      answer={{ kind: 'options', chosen: ['a'] }}
      judged={[]}
      bank="/bank/"
    />,
  );
  await screen.findAllByText('It queues no run.');
  const marks = (id: string) =>
    [...document.querySelectorAll('.quiz-fact summary')]
      .map((summary) => summary.textContent)
      .filter((text) => text.startsWith(id));
  await vi.waitFor(() => expect(marks('FI-37')[0]).toBe('FI-37 · app rule'));
  expect(marks('FI-34')).toEqual(['FI-34 · our conclusion']);
  expect(marks('RT-01')).toEqual(['RT-01']);
});
