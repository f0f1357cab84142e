import { counted } from '#model/counted.ts';
import { OBJECTIVES } from '#model/catalogue.ts';

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
