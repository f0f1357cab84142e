import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULES } from '#engine/rules/index.ts';
import { SAYS_OURS } from '#lint/wording.ts';
import { markOf } from '#model/content/evidenceMark.ts';
import { contentOf, readable } from '../support/content.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const facts = new Map(
  readable(contentOf('facts').facts)
    .flatMap(({ value }) => value)
    .map((fact) => [fact.id, fact]),
);
const statusOf = (fact: string) => facts.get(fact)?.status ?? '';

describe('what is not the vendor’s word', () => {
  it('has a mark, and what the vendor documents has none', () => {
    expect(markOf('app_rule')?.sentence).toBe('Not documented: this is how Runchain handles it.');
    expect(markOf('inference')?.short).toBe('our conclusion');
    expect(['documented', 'vendor_silent', 'vendor_conflict'].map(markOf)).toEqual([null, null, null]);
  });

  it('is marked by each component of lessons that cites a fact', () => {
    for (const name of ['facts/Claim', 'facts/Fact', 'facts/GuideDiffers', 'rules/RuleLink'])
      expect(read(`src/components/${name}.astro`), name).toContain('<EvidenceMark status={fact.status} />');
  });

  it('is no documented rule of the simulator', () => {
    const inferred = RULES.filter((rule) => statusOf(rule.fact) === 'inference');
    expect(inferred.filter((rule) => rule.evidence === 'documented').map((rule) => rule.id)).toEqual([]);
    const ours = RULES.filter((rule) => statusOf(rule.fact) === 'app_rule').map((rule) => rule.fact);
    for (const fact of ours)
      expect(
        RULES.some((rule) => rule.fact === fact && rule.evidence === 'app_rule'),
        fact,
      ).toBe(true);
  });

  it('is called ours where a rule of the simulator gives its reason', () => {
    const ours = RULES.filter((rule) => rule.evidence === 'app_rule');
    expect(ours.filter((rule) => !SAYS_OURS.test(rule.why)).map((rule) => rule.id)).toEqual([]);
  });
});
