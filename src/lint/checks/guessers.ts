import type { ContentCheck } from '../contentCheck.ts';
import { atPath, type YamlFile } from '#model/content/yamlFile.ts';
import type { Content } from '#model/content/loadContent.ts';
import type { ContentFinding } from '#model/content/contentFinding.ts';
import { chance, GUESSERS, gain, hits } from '../guessing.ts';
import { type ChoiceQuestion, isChoice, pickOf } from '../wording.ts';
import type { Question } from '#model/quiz/question.ts';

/** Points of 100 that a guesser may gain over chance. */
const MOST_POINTS = 5;
/** With fewer questions than this a share says nothing. */
const FEWEST = 8;

export const guessers: ContentCheck = {
  id: 'guessers',
  title: 'Who chooses by length, by words of the stem or by place gains at most five points over chance.',
  find: (content) =>
    poolsOf(content).flatMap(({ name, files }) =>
      GUESSERS.flatMap((guesser): ContentFinding[] => {
        const points = gain(
          guesser,
          files.map(({ question }) => question),
        );
        if (points <= MOST_POINTS) return [];
        // Where most is gained there is most to fix; of several the first by path.
        const worst = files.reduce((a, b) => (over(guesser, b.question) > over(guesser, a.question) ? b : a));
        const message = `among ${files.length} ${name} questions, one who ${guesser.does} gains ${points.toFixed(1)} points over chance, at most ${MOST_POINTS} are allowed; this is one of those to reword`;
        return [atPath(worst.file, 'options', message)];
      }),
    ),
};

const over = (guesser: (typeof GUESSERS)[number], question: ChoiceQuestion): number =>
  hits(guesser, question) - chance(question);

/** Questions with one right option, and those with several. */
function poolsOf({
  questions,
}: Content): { name: string; files: { file: YamlFile<Question>; question: ChoiceQuestion }[] }[] {
  const files = questions.flatMap((file) =>
    file.parsed.ok && isChoice(file.parsed.value) ? [{ file, question: file.parsed.value }] : [],
  );
  return [
    { name: 'single-choice', files: files.filter(({ question }) => pickOf(question) === 'one') },
    { name: 'multiple-choice', files: files.filter(({ question }) => pickOf(question) === 'several') },
  ].filter((pool) => pool.files.length >= FEWEST);
}
