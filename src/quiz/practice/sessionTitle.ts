import { OBJECTIVES, topicTitle } from '#model/quiz/catalogue.ts';
import type { Filter, ItemSelection } from './practice.ts';

/** What can be chosen, in the words of the form and of the sessions that come of it. */
export const SELECTION_WORDS: Readonly<Record<ItemSelection, string>> = {
  all: 'Any question',
  unseen: 'Not seen yet',
  missed: 'Still wrong',
  flagged: 'Flagged',
  'exam-flags': 'Flagged in an exam',
  sure: 'Wrong though you felt sure',
};

/** Under what name a session is found again: what was asked for. */
export function sessionTitle({ rules, topics, objectives, selection }: Filter): string {
  const about = [
    rules.length > 0 ? `about ${rules.join(', ')}` : '',
    named(topics.map(topicTitle), 'topics'),
    named(
      objectives.map((id) => OBJECTIVES[id] ?? id),
      'objectives',
    ),
  ].filter((part) => part !== '');
  const first = selection === 'all' ? 'Practice' : SELECTION_WORDS[selection];
  if (about.length === 0) return selection === 'all' ? 'Mixed practice' : first;
  return `${first}: ${about.join(', ')}`;
}

const named = (names: readonly string[], many: string): string =>
  names.length > 2 ? `${names.length} ${many}` : names.join(' and ');
