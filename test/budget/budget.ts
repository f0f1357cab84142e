/** What `npm run budget` holds: the numbers, and the pages on which it holds them. */

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof CATEGORIES)[number];

/** Lighthouse is run this often on a page; a page whose median misses is run until it has had `most`. */
export const RUNS = { usual: 3, most: 5 };

export const KB = 1024;

interface Budget {
  /** The lowest score, in each category. */
  score: number;
  /** Script files that run before anything is scrolled to, gzip, bytes. */
  first: number;
  /** With the parts of the page that start when they are seen, gzip, bytes. */
  seen: number;
}

const same = (score: number, bytes: number): Budget => ({ score, first: bytes, seen: bytes });

export const BUDGETS = {
  /** Read only. */
  text: same(100, 12 * KB),
  /** As text until a figure or a check question comes into view; the simulator comes with the first play. */
  lesson: { score: 100, first: 12 * KB, seen: 90 * KB, played: 100 * KB },
  quiz: same(95, 110 * KB),
  sandbox: same(95, 180 * KB),
  /** The sandbox with the forms of an author around it. */
  builder: same(95, 200 * KB),
} as const satisfies Record<string, Budget & { played?: number }>;

export interface BudgetPage {
  name: string;
  /** Inside the site. */
  path: string;
  budget: keyof typeof BUDGETS;
}

/** One page of every kind. */
export const PAGES: readonly BudgetPage[] = [
  { name: 'home', path: '', budget: 'lesson' },
  { name: 'lesson list', path: 'lessons/', budget: 'text' },
  { name: 'lesson', path: 'lessons/run-triggers/', budget: 'lesson' },
  { name: 'long lesson', path: 'lessons/build-a-b-c/', budget: 'lesson' },
  { name: 'last lesson', path: 'lessons/exam-takeaways/', budget: 'lesson' },
  { name: 'rule book', path: 'rules/', budget: 'text' },
  { name: 'rule', path: 'rules/pol-04/', budget: 'lesson' },
  { name: 'coverage', path: 'rules/coverage/', budget: 'text' },
  { name: 'glossary', path: 'glossary/', budget: 'text' },
  { name: 'search', path: 'search/?q=override', budget: 'text' },
  { name: 'about', path: 'about/', budget: 'text' },
  { name: 'not found', path: '404.html', budget: 'text' },
  { name: 'practice', path: 'practice/', budget: 'quiz' },
  { name: 'exam', path: 'exam/', budget: 'quiz' },
  { name: 'review', path: 'review/', budget: 'quiz' },
  { name: 'progress', path: 'progress/', budget: 'quiz' },
  { name: 'sandbox', path: 'sandbox/', budget: 'sandbox' },
  { name: 'levels', path: 'sandbox/levels/', budget: 'sandbox' },
  { name: 'level', path: 'sandbox/levels/01-first-spark/', budget: 'sandbox' },
  { name: 'practice board', path: 'sandbox/practice/', budget: 'sandbox' },
  { name: 'builder', path: 'sandbox/builder/', budget: 'builder' },
];
