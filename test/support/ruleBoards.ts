import { contentOf, readable } from './content.ts';

/** The board of every rule, by the name of its file; throws where one cannot be read. */
export const RULE_BOARDS = readable(contentOf('boards').boards).map(
  ({ path, value }) => [path.replace('content/boards/', ''), value.scenario] as const,
);
