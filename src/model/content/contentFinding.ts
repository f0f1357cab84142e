/** One problem in the content, with a place to which an editor can jump. Lines and columns count from 1. */
export interface ContentFinding {
  file: string;
  line: number;
  column: number;
  message: string;
}

/** `content/lessons/01-x.mdx:14:7: message` */
export function printFinding(finding: ContentFinding): string {
  return `${finding.file}:${finding.line}:${finding.column}: ${finding.message}`;
}
