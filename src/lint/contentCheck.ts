import type { Content } from '#model/content/loadContent.ts';
import type { ContentFinding } from '#model/content/contentFinding.ts';
import type { ContentFile } from '#model/content/yamlFile.ts';

/** What the site is made of beside the content. Paths are relative to the project. */
export interface SiteFiles {
  /** Paths of the files in `src/pages`. */
  pages: readonly string[];
  /** Files that are copied as they are, by their address without the first `/`. */
  files: readonly string[];
  /** Sources in which links are written by hand. */
  sources: readonly ContentFile[];
}

/** What is checked: the content, and the site for which it is meant. */
export interface LintedContent extends Content {
  /** null: not known, so links are taken on trust. */
  site: SiteFiles | null;
}

/** A rule for content. Its id is its file name; one bad sample for it is in `test/fixtures/lint`. */
export interface ContentCheck {
  id: string;
  /** What it demands, as one sentence. */
  title: string;
  find(content: LintedContent): ContentFinding[];
}
