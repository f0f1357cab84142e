import type { Result } from '#model/parse/problem.ts';

/** What a scaffold has to know of the project as it is. */
interface Project {
  /** Paths of all files of `content/`, from the top of the project. */
  paths: readonly string[];
  factIds: ReadonlySet<string>;
}

/** Files to write, and what their author does next; or what is wrong with the words after the kind. */
interface Files {
  files: { path: string; text: string }[];
  next: string[];
}
type Scaffold = Result<Files, { message: string }>;
export const scaffold = (value: Files): Scaffold => ({ ok: true, value });
export const unfit = (message: string): Scaffold => ({ ok: false, message });

/** A scaffold by the words after its kind: a name, and options. */
export type Make = (name: string, options: ReadonlyMap<string, string>, project: Project) => Scaffold;

export const isSlug = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

/** `rt-07-may-create` → `rt07MayCreate` */
export const camelOf = (slug: string): string =>
  slug.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** The number after the last file of a folder that starts with one, as two digits. */
export function nextNumber(paths: readonly string[], folder: string): string {
  const numbers = paths
    .filter((path) => path.startsWith(folder))
    .map((path) => Number(/^(\d\d)-/.exec(path.slice(folder.length))?.[1] ?? 0));
  return String(Math.max(0, ...numbers) + 1).padStart(2, '0');
}
