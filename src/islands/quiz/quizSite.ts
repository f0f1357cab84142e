/** Where the other parts of the site are, as prefixes under its base path. */
export interface QuizSite {
  bank: string;
  sandbox: string;
  lessons: string;
  levels: string;
  rules: string;
  practice: string;
  exam: string;
  review: string;
  progress: string;
}
