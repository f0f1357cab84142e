import { joinFiles, type TextFile } from '#hcl/keep/boardFiles.ts';
import type { HclParser } from '#hcl/syntax/hclParser.ts';
import { importLayout } from '#hcl/import/importLayout.ts';
import type { Scenario } from '#model/scenario/action.ts';
import { countProblem, type Form, formatOf, ofHclProblem, openText, type TextProblem } from './openText.ts';
import { lengthProblem } from './textLimit.ts';

/** One board that the given files make. */
export interface OpenedBoard {
  /** What it is called in the list of boards. */
  name: string;
  form: Form;
  files: string[];
  scenario: Scenario;
  /** What was left out of it or cannot be known, in the order of the files. */
  notes: TextProblem[];
  /** The text itself, where it is to be kept for the HCL editor. */
  hcl: string | null;
}

/** A file that no board was made of, and why. */
export interface RefusedFile {
  name: string;
  form: Form | null;
  problems: TextProblem[];
}

export interface OpenedFiles {
  boards: OpenedBoard[];
  refused: RefusedFile[];
}

const CONFIGURATION = /\.(?:tf|hcl|tfvars)$/i;

/**
 * Reads boards out of files of any form. All files of HCL together make one board, as they do on the command line;
 * those of one directory are one configuration. Every other file makes a board of its own.
 * @param parser loads the parser of HCL, which only HCL needs
 */
export async function openFiles(
  files: readonly TextFile[],
  parser: () => Promise<HclParser>,
): Promise<OpenedFiles> {
  const opened: OpenedFiles = { boards: [], refused: [] };
  const hcl: TextFile[] = [];
  for (const file of files) {
    const problem = lengthProblem(file.text);
    if (problem !== null) opened.refused.push(refusedFor(file.name, null, problem));
    else if (isHcl(file)) hcl.push(file);
    else await one(file, opened);
  }
  if (hcl.length > 0) await together(hcl, await parser(), opened);
  return opened;
}

/** A file of variables holds nothing that looks like a block, so its name counts too. */
const isHcl = ({ name, text }: TextFile): boolean => CONFIGURATION.test(name) || formatOf(text) === 'HCL';

const refusedFor = (name: string, form: Form | null, message: string): RefusedFile => ({
  name,
  form,
  problems: [{ file: name, line: null, column: null, path: '', message, kind: 'syntax' }],
});

async function one({ name, text }: TextFile, into: OpenedFiles): Promise<void> {
  const found = await openText(text, name);
  if (!found.ok) into.refused.push({ name, form: found.form, problems: found.problems });
  else {
    const { form, scenario, notes } = found;
    into.boards.push({ name: boardName([name]), form, files: [name], scenario, notes, hcl: null });
  }
}

async function together(files: readonly TextFile[], parser: HclParser, into: OpenedFiles): Promise<void> {
  const { layout, problems } = importLayout(files, parser);
  const over = layout === null ? null : countProblem(layout);
  const names = files.map(({ name }) => name);
  if (over !== null) into.refused.push(refusedFor(boardName(names), 'HCL', over));
  if (layout === null)
    for (const name of names) {
      const own = problems.filter(({ file }) => file === name).map(ofHclProblem);
      if (own.length > 0) into.refused.push({ name, form: 'HCL', problems: own });
    }
  if (layout === null || over !== null) return;
  const notes = problems.map(ofHclProblem);
  // A file that is not HCL would keep the whole text from being read again.
  const broken = new Set(problems.filter(({ kind }) => kind === 'syntax').map(({ file }) => file));
  const joined = joinFiles(files.filter(({ name }) => !broken.has(name)));
  const long = lengthProblem(joined);
  if (long !== null)
    notes.push({
      file: boardName(names),
      line: null,
      column: null,
      path: '',
      message: `the text of all files together ${long}, so the HCL tab writes a text of its own`,
      kind: 'ignored',
    });
  into.boards.unshift({
    name: boardName(names),
    form: 'HCL',
    files: names,
    scenario: { layout, actions: [] },
    notes,
    hcl: long === null ? joined : null,
  });
}

/** After the folder that all files are in, else after the file. */
function boardName(names: readonly string[]): string {
  const [first = ''] = names;
  const folders = first.split('/').slice(0, -1);
  const shared = folders.filter((_, i) => {
    const start = `${folders.slice(0, i + 1).join('/')}/`;
    return names.every((name) => name.startsWith(start));
  });
  const folder = shared.at(-1);
  if (folder !== undefined && names.length > 1) return folder;
  const file = first.split('/').at(-1) ?? first;
  const bare = file.replace(/\.(?:tf|hcl|tfvars|json|ya?ml|txt)$/i, '') || file;
  return names.length > 1 ? `${bare} and ${names.length - 1} more` : bare;
}
