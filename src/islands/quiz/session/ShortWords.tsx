import { counted } from '#model/wording/counted.ts';
import { OBJECTIVES } from '#model/quiz/catalogue.ts';

/** Which objectives the bank was short of, in words. */
export function ShortWords({ short }: { short: Readonly<Record<string, number>> }) {
  const lacking = Object.entries(short);
  if (lacking.length === 0) return null;
  return (
    <p className="quiz-verdict">
      The bank is short of{' '}
      {lacking.map(([id, n]) => `${counted(n, 'question')} for ${id} (${OBJECTIVES[id] ?? ''})`).join(', ')},
      so questions of other objectives take their places.
    </p>
  );
}
