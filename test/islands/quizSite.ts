import type { QuizSite } from '#islands/quiz/quizSite.ts';

/** Where the parts of a site at the root are. */
export const SITE: QuizSite = {
  bank: '/bank/',
  sandbox: '/sandbox/',
  lessons: '/lessons/',
  levels: '/levels/',
  rules: '/rules/',
  practice: '/practice/',
  exam: '/exam/',
  review: '/review/',
  progress: '/progress/',
};
