import type { Action } from '#model/scenario/action.ts';
import { type Edit, isEdit, revertEdit, subjectsOfEdit } from '#model/edits/index.ts';
import type { Layout } from '#model/layout/layout.ts';
import type { Level } from '#model/level/level.ts';
import { countEdits } from './countEdits.ts';

/** Something that a learner can do in a level: an edit of the set-up, or an action during play. */
export type OfferedChange = Edit | Action;

/**
 * Keys for the things that a change is about, whatever its value and its time. A `set` has a key for each field.
 * @param workspaceOf gives the workspace of a run, for actions that name a run
 */
export function subjectsOf(
  change: OfferedChange,
  workspaceOf: (run: string) => string | null = () => null,
): string[] {
  if (isEdit(change)) return subjectsOfEdit(change);
  switch (change.type) {
    case 'start_run':
      return [`start ${change.workspace} ${change.source} ${change.mode} ${change.auto_approve}`];
    case 'confirm':
    case 'discard':
    case 'cancel':
    case 'override_policy': {
      const run = change.run === undefined ? null : (workspaceOf(change.run) ?? change.run);
      return [`run ${change.workspace ?? run ?? ''}`];
    }
  }
}

/**
 * Whether the palette has a change of this type about the same thing, with whatever value and at whatever time.
 * @param changes the edits or the actions of a palette
 */
export function offers(
  changes: readonly OfferedChange[],
  change: OfferedChange,
  workspaceOf?: (run: string) => string | null,
): boolean {
  return subjectsOf(change, workspaceOf).every((subject) =>
    changes.some(
      (offered) => offered.type === change.type && subjectsOf(offered, workspaceOf).includes(subject),
    ),
  );
}

/** Fields that describe the world as well as a choice, so a level offers only certain values of them. */
const GIVEN = ['reads', 'run_tasks', 'policies'] as const;

/** Whether a `set` gives one of these fields a value that the palette does not offer. Other fields may have any value. */
export function foreignValue(changes: readonly OfferedChange[], change: OfferedChange): boolean {
  if (change.type !== 'set') return false;
  const { settings, workspace } = change;
  return GIVEN.some(
    (field) =>
      settings[field] !== undefined &&
      !changes.some(
        (offered) =>
          offered.type === 'set' &&
          offered.workspace === workspace &&
          offered.settings[field] !== undefined &&
          canonical(offered.settings[field]) === canonical(settings[field]),
      ),
  );
}

/** A value as text, independent of the order of its keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** Whether a layout differs from the start only in things that the palette can edit. */
export function withinPalette(level: Level, layout: Layout): boolean {
  const back = level.palette.edits.reduce((so, edit) => revertEdit(level.layout, so, edit), layout);
  return countEdits(level.layout, back) === 0;
}
