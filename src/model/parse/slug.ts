import * as z from 'zod/mini';

/** HashiCorp's numbering of exam objectives: a domain and a letter. */
export const objective = z.string().check(z.regex(/^[1-9][a-z]$/, 'must be an exam objective such as 6a'));
export const slug = z
  .string()
  .check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'));
