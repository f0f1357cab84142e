import { isFactId } from '#model/content/fact.ts';
import type { ContentCheck } from '../contentCheck.ts';
import { atPath } from '#model/content/yamlFile.ts';

/** Silence cannot be cited, and a choice of ours needs no page; everything else rests on something. */
const MAY_LACK_SOURCES = ['vendor_silent', 'app_rule'];

export const factEvidence: ContentCheck = {
  id: 'fact-evidence',
  title: 'A fact rests on a page, or on facts that exist and are not itself.',
  find: ({ facts, factIds }) =>
    facts.flatMap((file) => {
      if (!file.parsed.ok) return [];
      return file.parsed.value.flatMap((fact, i) => {
        if (fact.source.length === 0 && !MAY_LACK_SOURCES.includes(fact.status)) {
          return [
            atPath(file, `[${i}].source`, `is empty, but a fact that is ${fact.status} needs a source`),
          ];
        }
        return fact.source.flatMap((source, j) => {
          if (source === fact.id)
            return [atPath(file, `[${i}].source[${j}]`, `${source} cannot be its own source`)];
          if (!isFactId(source) || factIds.has(source)) return [];
          return [atPath(file, `[${i}].source[${j}]`, `${source} is not a fact in content/facts`)];
        });
      });
    }),
};
