import type { Opened } from '#state/openText.ts';
import type { Sandbox } from '#state/sandboxStore.ts';
import { askWorker } from '../hcl/askWorker.ts';

/** The largest file that is read at all, in bytes. */
const MOST_BYTES = 8_000_000;

export interface Finding {
  name: string;
  opened: Opened;
}

/** Reads a file without changing anything. */
export async function lookAt(name: string, file: Blob | string): Promise<Finding> {
  const fail = (message: string): Finding => ({
    name,
    opened: { ok: false, form: null, problems: [{ line: null, column: null, path: '', message }] },
  });
  try {
    if (typeof file !== 'string' && file.size > MOST_BYTES)
      return fail(`is too large: at most ${MOST_BYTES / 1_000_000} MB are read`);
    const text = typeof file === 'string' ? file : await file.text();
    return { name, opened: await askWorker('open', { text }) };
  } catch (error) {
    return fail(`could not be read: ${error instanceof Error ? error.message : 'something went wrong'}`);
  }
}

/** Puts what was read in place of the board: one undo unit. */
export function take(sandbox: Sandbox, { name, opened }: Finding): void {
  if (!opened.ok) return;
  const { layout } = opened.scenario;
  const counts = `${layout.workspaces.length} workspaces, ${layout.run_triggers.length} run triggers`;
  sandbox.open(
    opened.scenario,
    `${name} was opened (${opened.form}): ${counts}. Undo brings the old board back.`,
    opened.hcl,
  );
}
