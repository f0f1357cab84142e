import { contentFiles, ROOT } from '#cli/load.ts';
import { type Content, loadContent } from '#model/content/loadContent.ts';
import type { YamlFile } from '#model/content/yamlFile.ts';

/** The content of this project, read as pages and linter read it; one folder of it is quicker. */
export const contentOf = (folder = ''): Content => loadContent(contentFiles(ROOT, folder));

/** The value of each file; one that cannot be read fails the test that asks for it. */
export function readable<T>(files: readonly YamlFile<T>[]): { path: string; value: T }[] {
  return files.map(({ path, parsed }) => {
    if (!parsed.ok) throw new Error(`${path}: ${JSON.stringify(parsed.problems)}`);
    return { path, value: parsed.value };
  });
}
