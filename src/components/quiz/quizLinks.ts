import type { QuizSite } from '#islands/quiz/quizSite.ts';
import { href } from '../page/site.ts';

/** Where the pages of questions find what they link to. */
export const QUIZ_SITE: QuizSite = {
  bank: href('practice/bank/'),
  sandbox: href('sandbox/'),
  lessons: href('lessons/'),
  levels: href('sandbox/levels/'),
  rules: href('rules/'),
  practice: href('practice/'),
  exam: href('exam/'),
  review: href('review/'),
  progress: href('progress/'),
};
