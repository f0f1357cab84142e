import type { Question } from '#model/quiz/question.ts';
import type { Content } from '#model/content/loadContent.ts';
import { GUESSERS, gain } from './guessing.ts';
import { isChoice, pickOf } from './wording.ts';

/** What the bank consists of, as lines of text: counts, places of the key, and what guessers gain. */
export function statistics({ questions: files }: Content): string[] {
  const questions = files.flatMap((file) => (file.parsed.ok ? [file.parsed.value] : []));
  if (questions.length === 0) return [];
  const single = questions.filter((q) => pickOf(q) === 'one');
  const several = questions.filter((q) => pickOf(q) === 'several');
  const computed = questions.filter((q) => q.computed !== undefined).length;
  const points = (list: readonly Question[]) => {
    const choices = list.filter(isChoice);
    return GUESSERS.map((g) => `${g.id} ${signed(gain(g, choices))}`).join(', ');
  };
  return [
    `topics: ${counts(questions.map((q) => q.topic))}`,
    `objectives: ${counts(questions.map((q) => q.objective))}`,
    `difficulty: ${counts(questions.map((q) => String(q.difficulty)))}`,
    `types: ${counts(questions.map((q) => q.type))}`,
    `place of the key in single choice: ${counts(
      single.filter(isChoice).map((q) => String(q.options.findIndex((o) => o.correct) + 1)),
    )}`,
    `keys that the simulator works out again: ${computed} of ${questions.length}`,
    `points over chance, single choice: ${points(single)}`,
    `points over chance, multiple choice: ${points(several)}`,
  ];
}

const signed = (points: number): string => `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`;

function counts(words: readonly string[]): string {
  const count = new Map<string, number>();
  for (const word of words) count.set(word, (count.get(word) ?? 0) + 1);
  return [...count]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, n]) => `${word} ${n}`)
    .join(', ');
}
