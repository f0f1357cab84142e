import { describeSetting } from '../layout/describeSettings.ts';
import type { Layout } from '../layout/layout.ts';
import { short } from '../layout/vocabulary.ts';
import { inWorkspace, same } from './kit/change.ts';
import { asItself } from './kit/duringPlay.ts';
import type { Given } from './kit/editModule.ts';
import type { FieldKit } from './kit/fieldKit.ts';
import { workspaceAsBefore } from './kit/restore.ts';

/** Gives one field of one workspace a value. */
export const fields = ({ reference, oneSetting }: FieldKit) => ({
  workspace: reference,
  settings: oneSetting,
});
type Setting = Given<typeof fields>;

export const panel = 'settings';

export const apply = (layout: Layout, { workspace, settings }: Setting): Layout =>
  inWorkspace(layout, workspace, (w) => (same(w, settings) ? w : Object.assign({}, w, settings)));

export const revert = (start: Layout, layout: Layout, { workspace, settings }: Setting): Layout =>
  workspaceAsBefore(start, layout, workspace, (was, now) =>
    Object.assign({}, now, pick(was, Object.keys(settings))),
  );

const pick = (from: object, keys: readonly string[]): object =>
  Object.fromEntries(keys.map((key) => [key, Reflect.get(from, key)]));

/** Each field has a key of its own. */
export const subjects = ({ workspace, settings }: Setting): string[] =>
  Object.keys(settings).map((field) => `set ${workspace} ${field}`);
export const target = (edit: Setting): string => edit.workspace;
export const asAction = asItself;

export const describe = ({ workspace, settings }: Setting): string =>
  `In ${short(workspace)}, ${describeSetting(workspace, settings)}`;

export const done = ({ workspace, settings }: Setting): string =>
  Object.entries(settings)
    .map(([field, value]) => `${short(workspace)}: ${field} ${onOff(value)}.`)
    .join(' ');

const onOff = (value: unknown): string =>
  value === true
    ? 'on'
    : value === false
      ? 'off'
      : typeof value === 'string' || typeof value === 'number'
        ? String(value)
        : 'changed';

/** Null for a list, which would be too long. */
export function named({ workspace, settings }: Setting): string | null {
  const [[field, value] = ['', '']] = Object.entries(settings);
  return typeof value === 'object' ? null : `${field} = ${JSON.stringify(value)} on ${short(workspace)}`;
}
