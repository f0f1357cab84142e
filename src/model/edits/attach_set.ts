import type { Layout } from '../layout/layout.ts';
import { short } from '../layout/vocabulary.ts';
import { inSet, withMember } from './kit/change.ts';
import { notDuringPlay } from './kit/duringPlay.ts';
import type { Given } from './kit/editModule.ts';
import type { FieldKit } from './kit/fieldKit.ts';
import { itself, memberAsBefore, setAsBefore } from './kit/restore.ts';

/** Applies a variable set to one more workspace or project. */
export const fields = ({ name, optional, reference }: FieldKit) => ({
  set: name,
  workspace: optional(reference),
  project: optional(name),
});
type Attachment = Given<typeof fields>;

export const panel = 'variables';

export const apply = (layout: Layout, edit: Attachment): Layout => withAttachment(layout, edit, true);

export const withAttachment = (layout: Layout, edit: Attachment, on: boolean): Layout =>
  inSet(layout, edit.set, (set) => {
    const workspaces = withMember(set.workspaces, edit.workspace, on);
    const projects = withMember(set.projects, edit.project, on);
    return workspaces === set.workspaces && projects === set.projects
      ? set
      : { ...set, workspaces, projects };
  });

export const revert = (start: Layout, layout: Layout, edit: Attachment): Layout =>
  setAsBefore(start, layout, edit.set, (was, now) => ({
    ...now,
    workspaces: memberAsBefore(was.workspaces, now.workspaces, edit.workspace ?? '', itself),
    projects: memberAsBefore(was.projects, now.projects, edit.project ?? '', itself),
  }));

export const subjects = (edit: Attachment): string[] => [
  `attach ${edit.set} ${edit.workspace ?? ''} ${edit.project ?? ''}`,
];
export const target = (edit: Attachment): string | undefined => edit.workspace;
export const asAction = notDuringPlay;

export const describe = (edit: Attachment): string => `Attach variable set ${edit.set} to ${reached(edit)}`;

export const reached = ({ workspace, project }: Attachment): string =>
  workspace === undefined ? `project ${project ?? ''}` : short(workspace);

export const done = (edit: Attachment): string =>
  `${edit.set} reaches ${edit.project ?? short(edit.workspace ?? '')}.`;
