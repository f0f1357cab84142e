import { describe, expect, it } from 'vitest';
import { toAnki } from '#quiz/exchange/anki.ts';
import { withEvidence } from '#quiz/exchange/withEvidence.ts';
import { toGift } from '#quiz/exchange/gift.ts';
import { toQti } from '#quiz/exchange/qti.ts';
import { generated, items } from './exchangeItems.ts';

const SENTENCE = 'The vendor does not say this in so many words: we conclude it from its pages.';
const all = [...items, ...generated];
const concluded = all.map((item) => withEvidence(item, () => 'inference'));

describe('what the vendor does not document, in exports', () => {
  it('is said after every explanation that rests on it, in each format', () => {
    for (const item of concluded) {
      const { id } = item.question;
      expect(toGift([item]).replaceAll('\\:', ':'), id).toContain(SENTENCE);
      expect(toAnki([item]), id).toContain(SENTENCE);
      const qti = toQti([item]).find(({ path }) => path === `items/${id}.xml`);
      expect(qti?.text, id).toContain(SENTENCE);
    }
  });

  it('names the facts that it holds for, and nothing where the vendor documents all of them', () => {
    const [item] = all.filter(({ question }) => question.type === 'single');
    if (item?.question.type !== 'single') throw new Error('no such question');
    const [first] = item.question.options;
    const fact = first?.facts[0] ?? '';
    const { question } = withEvidence(item, (id) => (id === fact ? 'inference' : 'documented'));
    if (question.type !== 'single') throw new Error('another type');
    expect(question.options[0]?.explanation).toBe(`${first?.explanation.trim()} ${fact}: ${SENTENCE}`);
    expect(withEvidence(item, () => 'documented')).toEqual(item);
  });
});
