import { idOf, type Layout, parseLayout } from '#model/layout/layout.ts';
import type { StructureOutcome } from './structure/structure.ts';
import { LIMITS, type Refusal } from './refusal.ts';
import { freeNameOnBoard, withIds } from './renaming.ts';
import { withoutDefaults } from './writtenScenario.ts';

/** Workspaces with the triggers, reads and sharing among them, as a layout of their own. */
export type Clipboard = Layout;

/** The key of copied workspaces on the clipboard, which tells them from other JSON. */
export const CLIPBOARD_MARK = 'runchain.workspaces';

/** What is copied: the workspaces, and of what names them only what both ends of are copied. */
export function clipboardOf(layout: Layout, ids: readonly string[]): Clipboard {
  const chosen = new Set(ids);
  const workspaces = layout.workspaces.filter((w) => chosen.has(idOf(w)));
  const organizations = new Set(workspaces.map((w) => w.organization));
  return {
    version: 1,
    ruleset: layout.ruleset,
    organizations: layout.organizations.filter((o) => organizations.has(o.name)),
    projects: layout.projects.filter((p) =>
      workspaces.some((w) => w.organization === p.organization && w.project === p.name),
    ),
    workspaces: workspaces.map((w) => ({
      ...w,
      reads: w.reads.filter((r) => chosen.has(r.workspace)),
      remote_state_consumer_ids: w.remote_state_consumer_ids.filter((id) => chosen.has(id)),
      tfe_token_team: w.tfe_token_team === 'owners' ? 'owners' : null,
    })),
    run_triggers: layout.run_triggers.filter((t) => chosen.has(t.sourceable) && chosen.has(t.workspace)),
    variable_sets: [],
    teams: [],
  };
}

export const clipboardText = (clip: Clipboard): string =>
  JSON.stringify({ [CLIPBOARD_MARK]: 1, layout: withoutDefaults(clip) }, null, 2);

/** Reads what is on a clipboard; null where it is no copy of workspaces. */
export function readClipboard(text: string): Clipboard | null {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null || Reflect.get(read, CLIPBOARD_MARK) !== 1) return null;
    const parsed = parseLayout(Reflect.get(read, 'layout'));
    return parsed.ok && parsed.value.workspaces.length > 0 ? parsed.value : null;
  } catch {
    return null;
  }
}

/**
 * The layout with the copied workspaces in it, under free names. An organization that is not there becomes the
 * first; a project that is not there is left out; a second lock or trigger rule is the simulator's to judge.
 */
export function pasted(layout: Layout, clip: Clipboard): StructureOutcome | { refusal: Refusal } {
  if (layout.workspaces.length + clip.workspaces.length > LIMITS.workspaces)
    return { refusal: { code: 'limit', of: 'workspaces' } };
  if (layout.run_triggers.length + clip.run_triggers.length > LIMITS.triggers)
    return { refusal: { code: 'limit', of: 'triggers' } };
  const [first] = layout.organizations;
  if (first === undefined) return { refusal: { code: 'last_organization' } };
  const known = new Set(layout.organizations.map((o) => o.name));
  const taken = new Set(layout.workspaces.map(idOf));
  const renamed = new Map<string, string>();
  const workspaces = clip.workspaces.map((w) => {
    const organization = known.has(w.organization) ? w.organization : first.name;
    const id = freeNameOnBoard(taken, `${organization}/${w.name}`);
    taken.add(id);
    renamed.set(idOf(w), id);
    const there = layout.projects.some((p) => p.organization === organization && p.name === w.project);
    return {
      ...w,
      organization,
      name: id.slice(organization.length + 1),
      project: there ? w.project : null,
    };
  });
  // Two organizations of the copy may fall into one here, but never the other way round: sharing stays within one.
  const put = withIds({ ...clip, workspaces }, (id) => renamed.get(id) ?? id);
  const names = workspaces.map((w) => w.name);
  return {
    layout: {
      ...layout,
      workspaces: [...layout.workspaces, ...put.workspaces],
      run_triggers: [...layout.run_triggers, ...put.run_triggers],
    },
    ...(workspaces[0] === undefined ? {} : { focused: idOf(workspaces[0]) }),
    selected: workspaces.map(idOf),
    words: `Pasted ${names.length > 3 ? `${names.length} workspaces` : names.join(', ')}.`,
  };
}
