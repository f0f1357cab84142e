import type { Action, Scenario } from '#model/scenario/action.ts';
import { applyEdit, type Edit, revertEdit } from '#model/edits/index.ts';
import { describeChange } from '#model/scenario/describeChange.ts';
import type { Level } from '#model/level/level.ts';
import { subjectsOf } from './palette.ts';

/** One change of a learner's, and the board without it. */
export interface OwnChange {
  /** The edit of the palette that makes this change, or one about the same thing; for an action, the action itself. */
  change: { kind: 'edit'; edit: Edit; exact: boolean } | { kind: 'action'; action: Action };
  without: Scenario;
}

/** Everything in which a board differs from the start of its level, one by one, with actions in their order. */
export function ownChanges(level: Level, own: Scenario): OwnChange[] {
  const changes: OwnChange[] = [];
  const seen = new Set<string>();
  for (const edit of level.palette.edits) {
    const layout = revertEdit(level.layout, own.layout, edit);
    if (layout === own.layout) continue;
    const subject = subjectsOf(edit).join();
    if (seen.has(subject)) continue;
    seen.add(subject);
    const same = level.palette.edits.filter((other) => subjectsOf(other).join() === subject);
    // The learner made the edit that turns the start into what is there now.
    const exact = same.find((other) => applyEdit(own.layout, other) === own.layout);
    changes.push({
      change: { kind: 'edit', edit: exact ?? edit, exact: exact !== undefined },
      without: { layout, actions: own.actions },
    });
  }
  for (const action of own.actions)
    changes.push({
      change: { kind: 'action', action },
      without: { layout: own.layout, actions: own.actions.filter((other) => other !== action) },
    });
  return changes;
}

export const lower = (text: string): string => text.replace(/^./, (c) => c.toLowerCase());

/** What a learner changed, in words. */
export function describeOwnChange(change: OwnChange['change']): string {
  if (change.kind === 'action') return describeChange(change.action);
  return change.exact ? describeChange(change.edit) : `Changed: ${lower(describeChange(change.edit))}`;
}
