import type { ContentCheck } from '../contentCheck.ts';
import { atPath } from '#model/content/yamlFile.ts';
import { likeness, tellingWords } from '../wording.ts';

/** From here on two stems are taken for one; a family of questions that differ in one word lies below. */
const TOO_LIKE = 0.8;

export const stemDuplicates: ContentCheck = {
  id: 'stem-duplicates',
  title: 'No two stems are nearly the same, unless the questions are enemies.',
  find({ questions }) {
    const read = questions.flatMap((file) =>
      file.parsed.ok
        ? [{ file, question: file.parsed.value, words: tellingWords(file.parsed.value.stem) }]
        : [],
    );
    return read.flatMap(({ file, question, words }, i) =>
      read.slice(0, i).flatMap((other) => {
        if (likeness(words, other.words) < TOO_LIKE) return [];
        if (question.enemies.includes(other.question.id)) return [];
        return [
          atPath(file, 'stem', `is nearly that of ${other.question.id}: make them enemies, or ask otherwise`),
        ];
      }),
    );
  },
};
