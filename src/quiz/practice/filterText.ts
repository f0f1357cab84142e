import { type Filter, SELECTIONS } from './practice.ts';

/** Everything, in the order of the bank. */
export const EVERYTHING: Filter = {
  objectives: [],
  topics: [],
  rules: [],
  selection: 'all',
  last: 50,
  source: 'both',
};

/** What a link to practice says about the choice, such as `rule=RT-07` or `objective=6a&selection=unseen`. */
export function filterText(
  filter: Partial<Pick<Filter, 'objectives' | 'topics' | 'rules' | 'selection'>>,
): string {
  const words = new URLSearchParams();
  for (const id of filter.objectives ?? []) words.append('objective', id);
  for (const id of filter.topics ?? []) words.append('topic', id);
  for (const id of filter.rules ?? []) words.append('rule', id);
  if (filter.selection !== undefined && filter.selection !== 'all')
    words.append('selection', filter.selection);
  return words.toString();
}

/** The choice that a link names; whatever it does not know of is left out. */
export function filterFrom(text: string): Filter {
  const words = new URLSearchParams(text);
  const named = (key: string) => [...new Set(words.getAll(key).filter((id) => id !== ''))];
  return {
    ...EVERYTHING,
    objectives: named('objective'),
    topics: named('topic'),
    rules: named('rule'),
    selection: SELECTIONS.find((selection) => selection === words.get('selection')) ?? 'all',
  };
}
