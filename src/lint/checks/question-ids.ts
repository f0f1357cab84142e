import type { ContentCheck } from '../contentCheck.ts';
import { atPath } from '#model/content/yamlFile.ts';
import type { ContentFinding } from '#model/content/contentFinding.ts';

/** Lists of a question whose items answers are stored under. */
const LISTS = ['options', 'rows', 'columns', 'choices', 'things'] as const;

export const questionIdsCheck: ContentCheck = {
  id: 'question-ids',
  title: 'Ids of questions are unique, ids of options are unique in a question, and enemies exist.',
  find({ questions, questionIds }) {
    const first = new Map<string, string>();
    const findings: ContentFinding[] = [];
    for (const file of questions) {
      if (!file.parsed.ok) continue;
      const question = file.parsed.value;
      const taken = first.get(question.id);
      if (taken === undefined) first.set(question.id, file.path);
      else findings.push(atPath(file, 'id', `${question.id} is already the id of ${taken}`));
      for (const [i, enemy] of question.enemies.entries()) {
        if (questionIds.has(enemy) && enemy !== question.id) continue;
        findings.push(atPath(file, `enemies[${i}]`, `${enemy} is not another question in content/questions`));
      }
      for (const list of LISTS) {
        const items: unknown = Reflect.get(question, list);
        if (!Array.isArray(items)) continue;
        const seen = new Set<string>();
        for (const [i, item] of items.entries()) {
          const id = String(Reflect.get(item, 'id'));
          if (seen.has(id))
            findings.push(atPath(file, `${list}[${i}].id`, `${id} is already the id of an option`));
          seen.add(id);
        }
      }
    }
    return findings;
  },
};
