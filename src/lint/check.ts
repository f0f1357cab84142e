import type { Content } from './content.ts';
import type { ContentFinding } from './finding.ts';

/** A rule for content. Its id is its file name; one bad sample for it is in `test/fixtures/lint`. */
export interface ContentCheck {
  id: string;
  /** What it demands, as one sentence. */
  title: string;
  find(content: Content): ContentFinding[];
}
