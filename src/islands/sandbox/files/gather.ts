/** A file that is to be looked at, by its path. */
interface Given {
  name: string;
  content: Blob | string;
}
/** What was not looked at: one reason, and all files and folders that it holds for. */
export interface Skipped {
  why: string;
  names: string[];
}
export interface Gathered {
  files: Given[];
  skipped: Skipped[];
}

const MEGABYTE = 1_000_000;
const LIMIT = { files: 1000, bytes: 8 * MEGABYTE, total: 20 * MEGABYTE } as const;
/** What is said wherever files are asked for. */
export const LIMIT_WORDS = `Up to ${LIMIT.files} files, ${LIMIT.bytes / MEGABYTE} MB each and ${LIMIT.total / MEGABYTE} MB together.`;

const FOLDERS = ['.terraform', '.git', 'node_modules'];
const USEFUL = /\.(?:tf|tfvars|hcl|json|ya?ml)$/i;

/** What is found before anything is left out. `within`: whether it came with a folder, and was not chosen by itself. */
interface Found {
  name: string;
  file: Blob;
  within: boolean;
}

/** Why a file is not looked at; null where it is. */
function whyNot({ name, file, within }: Found): string | null {
  const base = name.split('/').at(-1) ?? name;
  if (file.size > LIMIT.bytes) return `larger than ${LIMIT.bytes / MEGABYTE} MB`;
  if (/\.tf\.json$/i.test(base)) return 'in the JSON syntax of Terraform, which this app does not read yet';
  if (!within) return null;
  if (base === '.terraform.lock.hcl') return 'a lock file: it holds versions of providers only';
  if (!USEFUL.test(base)) return 'neither a configuration nor a board';
  if (/\.tfvars$/i.test(base) && base !== 'terraform.tfvars' && !base.endsWith('.auto.tfvars'))
    return 'values that Terraform reads only when you name the file: choose it together with the .tf files to use it';
  return null;
}

function sift(found: readonly Found[], ignored: readonly string[]): Gathered {
  const skipped = new Map<string, string[]>();
  const skip = (why: string, name: string) => skipped.set(why, [...(skipped.get(why) ?? []), name]);
  for (const name of ignored) skip('a folder that holds copies and tools, not your configuration', name);
  const files: Given[] = [];
  let total = 0;
  for (const one of [...found].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const why = whyNot(one);
    total += why === null ? one.file.size : 0;
    if (why !== null) skip(why, one.name);
    else if (files.length >= LIMIT.files) skip(`more than ${LIMIT.files} files`, one.name);
    else if (total > LIMIT.total) skip(`more than ${LIMIT.total / MEGABYTE} MB together`, one.name);
    else files.push({ name: one.name, content: one.file });
  }
  return { files, skipped: [...skipped].map(([why, names]) => ({ why, names })) };
}

/** The folder in a path that is not entered; null where there is none. */
function ignoredIn(path: string): string | null {
  const folders = path.split('/').slice(0, -1);
  const at = folders.findIndex((folder) => FOLDERS.includes(folder));
  return at < 0 ? null : folders.slice(0, at + 1).join('/');
}

/** Files of a picker or of the clipboard. Those of a folder have a path. */
export function gatherFiles(list: Iterable<File>): Gathered {
  const found: Found[] = [];
  const ignored = new Set<string>();
  for (const file of list) {
    const path = file.webkitRelativePath;
    const folder = ignoredIn(path);
    if (folder === null) found.push({ name: path === '' ? file.name : path, file, within: path !== '' });
    else ignored.add(folder);
  }
  return sift(found, [...ignored]);
}

/** What is dropped, folders with everything in them; where the browser gives no entries, the files. */
export function gatherDropped(
  entries: readonly (FileSystemEntry | null)[],
  files: readonly File[],
): Promise<Gathered> {
  const known = entries.filter((entry) => entry !== null);
  return known.length === 0 ? Promise.resolve(gatherFiles(files)) : walk(known);
}

async function walk(entries: readonly FileSystemEntry[]): Promise<Gathered> {
  const found: Found[] = [];
  const ignored: string[] = [];
  const unread: string[] = [];
  const queue = entries.map((entry) => ({ entry, path: entry.name }));
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { entry, path } = next;
    try {
      if (isFile(entry)) {
        const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
        found.push({ name: path, file, within: path.includes('/') });
      } else if (isFolder(entry)) {
        if (FOLDERS.includes(entry.name)) ignored.push(path);
        // Past the limit the rest is counted by its folder, so that a whole disk is not gone through.
        else if (found.length > 10 * LIMIT.files) unread.push(path);
        else
          queue.push(
            ...(await childrenOf(entry)).map((child) => ({ entry: child, path: `${path}/${child.name}` })),
          );
      }
    } catch {
      unread.push(path);
    }
  }
  const gathered = sift(found, ignored);
  if (unread.length > 0) gathered.skipped.push({ why: 'not readable, or past the limit', names: unread });
  return gathered;
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** A reader gives a hundred at a time, and nothing at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}
