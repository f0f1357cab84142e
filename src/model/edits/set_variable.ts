import type { Layout, Variable } from '../layout/layout.ts';
import { CATEGORIES, short } from '../layout/vocabulary.ts';
import { inPlace, inSet, inWorkspace } from './kit/change.ts';
import type { Given } from './kit/editModule.ts';
import type { FieldKit } from './kit/fieldKit.ts';
import { memberAsBefore, setAsBefore, workspaceAsBefore } from './kit/restore.ts';

/** Sets a variable of a workspace, or of a set where `set` is given. */
export const fields = ({ bool, choice, name, optional, reference, text }: FieldKit) => ({
  workspace: optional(reference),
  set: optional(name),
  key: name,
  value: text,
  category: choice(CATEGORIES, 'terraform'),
  sensitive: bool(false),
});
type SetVariable = Given<typeof fields>;
interface Holder {
  variables: Variable[];
}

export const panel = 'variables';

export function apply(
  layout: Layout,
  { workspace, set, key, value, category, sensitive }: SetVariable,
): Layout {
  const put = <T extends Holder>(holder: T): T => {
    const before = holder.variables.find((v) => v.key === key && v.category === category);
    if (before?.value === value && before.sensitive === sensitive) return holder;
    const made = { key, value, category, sensitive, hcl: before?.hcl ?? false };
    return { ...holder, variables: inPlace(holder.variables, (v) => v === before, [made]) };
  };
  if (set !== undefined) return inSet(layout, set, put);
  return workspace === undefined ? layout : inWorkspace(layout, workspace, put);
}

export function revert(start: Layout, layout: Layout, edit: SetVariable): Layout {
  const put = <T extends Holder>(was: T, now: T): T => ({
    ...now,
    variables: memberAsBefore(was.variables, now.variables, keyOf(edit), keyOf),
  });
  return edit.set === undefined
    ? workspaceAsBefore(start, layout, edit.workspace ?? '', put)
    : setAsBefore(start, layout, edit.set, put);
}

const keyOf = (v: { category: string; key: string }): string => `${v.category} ${v.key}`;

export const subjects = (edit: SetVariable): string[] => [
  `variable ${edit.workspace ?? ''} ${edit.set ?? ''} ${edit.category} ${edit.key}`,
];
export const target = (edit: SetVariable): string | undefined => edit.workspace;
/** A variable of a set can only be set before anything happens. */
export const asAction = (edit: SetVariable) => (edit.workspace === undefined ? null : 'variables');

export function describe({ workspace, set, key, value, category, sensitive }: SetVariable): string {
  const holder = set === undefined ? short(workspace ?? '') : `variable set ${set}`;
  const kind = category === 'env' ? 'environment variable' : 'variable';
  return `In ${holder}, set the ${kind} ${key} to ${value}${sensitive ? ', sensitive' : ''}`;
}

export const done = (edit: SetVariable): string =>
  `${edit.key} set in ${edit.set ?? short(edit.workspace ?? '')}.`;
