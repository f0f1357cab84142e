import type { ContentCheck, LintedContent } from './contentCheck.ts';
import { deprecatedNames } from './checks/deprecated-names.ts';
import { evidenceMarked } from './checks/evidence-marked.ts';
import { factEvidence } from './checks/fact-evidence.ts';
import { factIdsUnique } from './checks/fact-ids-unique.ts';
import { factMentions } from './checks/fact-mentions.ts';
import { factSchemaCheck } from './checks/fact-schema.ts';
import { fillIn } from './checks/fill-in.ts';
import { guessers } from './checks/guessers.ts';
import { internalLinks } from './checks/internal-links.ts';
import { lessonComponents } from './checks/lesson-components.ts';
import { lessonFigures } from './checks/lesson-figures.ts';
import { lessonFrontmatter } from './checks/lesson-frontmatter.ts';
import { lessonHeadings } from './checks/lesson-headings.ts';
import { lessonReading } from './checks/lesson-reading.ts';
import { lessonSources } from './checks/lesson-sources.ts';
import { mdxSyntax } from './checks/mdx-syntax.ts';
import { optionWording } from './checks/option-wording.ts';
import { questionAboutApp } from './checks/question-about-app.ts';
import { questionBeliefs } from './checks/question-beliefs.ts';
import { questionBoard } from './checks/question-board.ts';
import { questionEnemies } from './checks/question-enemies.ts';
import { questionIdsCheck } from './checks/question-ids.ts';
import { questionKey } from './checks/question-key.ts';
import { questionSchemaCheck } from './checks/question-schema.ts';
import { searchedPages } from './checks/searched-pages.ts';
import { stemDuplicates } from './checks/stem-duplicates.ts';
import { stemNegation } from './checks/stem-negation.ts';
import { yamlSyntax } from './checks/yaml-syntax.ts';
import type { ContentFinding } from '#model/content/contentFinding.ts';

/** Every check, in the order in which findings are easiest to fix. */
export const CHECKS: readonly ContentCheck[] = [
  yamlSyntax,
  mdxSyntax,
  fillIn,
  factSchemaCheck,
  factIdsUnique,
  factEvidence,
  factMentions,
  evidenceMarked,
  deprecatedNames,
  questionSchemaCheck,
  questionIdsCheck,
  questionKey,
  questionEnemies,
  questionBoard,
  questionBeliefs,
  questionAboutApp,
  optionWording,
  stemNegation,
  stemDuplicates,
  guessers,
  lessonFrontmatter,
  lessonHeadings,
  lessonComponents,
  lessonFigures,
  internalLinks,
  searchedPages,
  lessonReading,
  lessonSources,
];

/** Runs every check; findings come sorted by file and place, each place and message once. */
export function lint(content: LintedContent): ContentFinding[] {
  const all = CHECKS.flatMap((check) => check.find(content));
  const seen = new Set<string>();
  return all
    .filter((finding) => {
      const key = JSON.stringify(finding);
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1));
}
