import type { ContentCheck } from '../contentCheck.ts';
import { atPath } from '#model/content/yamlFile.ts';
import type { ContentFinding } from '#model/content/contentFinding.ts';

export const factIdsUnique: ContentCheck = {
  id: 'fact-ids-unique',
  title: 'No two facts have the same id, in whatever files.',
  find({ facts }) {
    const first = new Map<string, string>();
    const findings: ContentFinding[] = [];
    for (const file of facts) {
      if (!file.parsed.ok) continue;
      for (const [i, { id }] of file.parsed.value.entries()) {
        const taken = first.get(id);
        if (taken === undefined) first.set(id, file.path);
        else
          findings.push(
            atPath(file, `[${i}].id`, `${id} is already in ${taken}, give every fact its own id`),
          );
      }
    }
    return findings;
  },
};
