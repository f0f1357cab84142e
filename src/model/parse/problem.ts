/** One thing that is wrong with an input: where it is, what is wrong and what would be allowed. */
export interface Problem {
  /** Dotted path of the field (`layout.workspaces[2].auto_aply`), or '' for the input as a whole. */
  path: string;
  message: string;
  /** 1-based line in the text, where the text could not be read as JSON or YAML at all. */
  line?: number;
}

/**
 * What something gives that may come to nothing: the value, or why there is none. The reason is data with a code, and
 * whoever shows it makes the words.
 * @template F what comes in place of the value, such as `{ refusal }`
 */
export type Result<T, F extends object> = { ok: true; value: T } | ({ ok: false } & F);

/** What every parser returns: the value, or every problem that was found (never only the first). */
export type Parsed<T> = Result<T, { problems: Problem[] }>;

/** `workspaces` + 2 → `workspaces[2]`; odd keys are quoted, so that a path always stays on one line. */
export function joinPath(base: string, key: string | number): string {
  if (typeof key === 'number') return `${base}[${key}]`;
  const plain = /^[A-Za-z_][\w-]*$/.test(key);
  if (!plain) return `${base}[${quote(key)}]`;
  return base === '' ? key : `${base}.${key}`;
}

/** A value as a message quotes it: on one line, and cut if it is long. */
export function quote(value: unknown): string {
  if (typeof value === 'string') {
    const short = value.length > 60 ? `${value.slice(0, 57)}...` : value;
    return JSON.stringify(short).replace(/[\u2028\u2029\u007f-\u009f]/g, '?');
  }
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return String(value);
}
