import type { Layout } from '#model/layout/layout.ts';
import { partsOf } from '../keep/boardFiles.ts';
import { reportCircles } from '../config/circles.ts';
import { configure } from '../config/configuration.ts';
import { declarationsOf } from '../config/declarations.ts';
import { emptyDraft } from './layoutDraft.ts';
import { finishLayout } from './finish.ts';
import type { HclParser } from '../syntax/hclParser.ts';
import { inOrder } from '../syntax/problemOrder.ts';
import { readMetadata } from './metadata.ts';
import { reportMisspelled } from './misspelled.ts';
import { layoutNamesOf } from './layoutNames.ts';
import { organizationsOf } from './organizations.ts';
import { parseHcl } from '../syntax/parse.ts';
import type { HclProblem, Position, ReportHclProblem } from '../syntax/position.ts';
import { readEach, readForAll } from './readAll.ts';
import { readReads } from './readers/reads.ts';
import type { Reading } from './reading.ts';
import type { Ids } from '../config/resource.ts';
import { reportUnknownTypes, TIED_TO_ORGANIZATION } from '../config/resourceTypes.ts';
import type { HclFile } from '../syntax/tree.ts';

export interface ImportedLayout {
  /** As much as could be read; null where nothing could. */
  layout: Layout | null;
  /** In the order of the files, then of the lines. */
  problems: HclProblem[];
}

/**
 * Reads files of HCL as a layout. Files of one directory are one configuration; the layout holds all of them together.
 * Nothing is guessed: what the files do not say is a problem, and the part that needs it is left out.
 */
export function importLayout(
  files: readonly { name: string; text: string }[],
  parser: HclParser,
): ImportedLayout {
  try {
    return readFiles(files, parser);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Values can be put into each other more deeply than any real file does.
    const place = { file: files[0]?.name ?? '', line: 1, column: 1 };
    return {
      layout: null,
      problems: [{ ...place, message: 'is too deeply nested to be read', kind: 'syntax' }],
    };
  }
}

function readFiles(given: readonly { name: string; text: string }[], parser: HclParser): ImportedLayout {
  const files = given.flatMap(partsOf);
  const problems: HclProblem[] = [];
  const report: ReportHclProblem = (place, message, kind) => {
    problems.push({ ...place, message, kind });
  };
  const groups = new Map<string, HclFile[]>();
  for (const { name, text } of files) {
    const parsed = parseHcl(parser, name, text);
    if (!parsed.ok) problems.push(...parsed.problems);
    const group = name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : '';
    const known = groups.get(group) ?? [];
    if (parsed.ok) groups.set(group, [...known, parsed.value]);
  }
  const ids: Ids = new Map();
  const configurations = [...groups].map(([group, members]) =>
    configure(declarationsOf(members, report), groups.size > 1 ? group : '', ids, report),
  );
  const draft = emptyDraft();
  const names = layoutNamesOf(configurations, ids, report);
  const organizations = organizationsOf(draft, configurations, TIED_TO_ORGANIZATION, names, report);
  const settled: Reading['settled'] = new Set();
  const ownMode: Reading['ownMode'] = new Set();
  const reading: Reading = { draft, configurations, ids, names, organizations, settled, ownMode, report };
  readEach(reading);
  const tellOpenReads = readReads(reading, configurations);
  readForAll(reading);
  for (const configuration of configurations) {
    const { comments, modules } = configuration.declarations;
    reportUnknownTypes(configuration, report);
    reportCircles(configuration.declarations, report);
    reportMisspelled(configuration.declarations, report);
    for (const [name, block] of modules)
      report(
        block.place,
        `module ${name} is not followed: only the files that are given are read`,
        'unknown',
      );
    readMetadata(draft, comments, report);
  }
  tellOpenReads();
  const start: Position = configurations[0]?.start ?? { file: files[0]?.name ?? '', line: 1, column: 1 };
  const layout = finishLayout(draft, start, report);
  if (layout === null && problems.length === 0)
    report(
      start,
      'nothing of a layout is in these files: they use no resource of the tfe provider',
      'ignored',
    );
  return { layout, problems: inOrder(problems, files) };
}
