import type { HclParser } from '../syntax/hclParser.ts';
import { READ_TYPES } from '../config/resourceTypes.ts';
import {
  type SourceBlock,
  type SourceComment,
  type SourceItem,
  sourceOutline,
} from '../syntax/sourceOutline.ts';

/** Something that a person wrote and that a layout has no place for. It is kept as it is. */
export interface KeptPart {
  kind: 'comment' | 'block' | 'argument';
  line: number;
  text: string;
}

/** Arguments that the readers ask for, and those that make several resources of a block. */
const OWNED = new Set(
  `access auto_apply auto_apply_run_trigger category cost_estimation_enabled custom default_execution_mode
  default_project_id enabled enforce_mode enforcement_level execution_mode global global_remote_state hcl key kind name
  operations organization organization_access parent_project_id permissions policies_path policy_ids policy_set_id
  priority project_id project_remote_state remote_state_consumer_ids runs run_tasks sensitive sentinel_mocks slug
  sourceable_id stage stages state_versions task_id team_id value values variable_set_id variables workspace
  workspace_external_id workspace_id workspace_ids workspace_locking workspaces project_access workspace_access
  project_ids agent_pool_id overridable for_each count dynamic`.split(/\s+/),
);

/** Arguments that a written text has a stand-in for; what a person wrote there takes its place. */
export const STAND_INS: readonly string[] = ['email', 'url', 'query', 'policy'];

/** What the readers and the written text know: the arguments that a person may have meant. */
export const READ_ARGUMENTS: readonly string[] = [...OWNED, ...STAND_INS];

/** Whether a layout holds what the block says, so that its text is written anew from the layout. */
export const isOwned = ({ type, labels }: SourceBlock): boolean =>
  type === 'resource' && (READ_TYPES.includes(labels[0] ?? '') || labels[0] === 'tfe_agent_pool');

/** What an owned block says beyond a layout: `description`, `lifecycle` and the like. */
export const extrasOf = (block: SourceBlock): SourceItem[] =>
  block.items.filter(({ name }) => !OWNED.has(name));

/** The comments of an owned block, but for those inside of what is kept whole. */
export const commentsOf = (block: SourceBlock): SourceComment[] =>
  block.comments.filter(
    (comment) => !extrasOf(block).some((item) => item.start <= comment.start && comment.end <= item.end),
  );

/** Everything in a text that is kept as it is, in the order of the lines. */
export function keptParts(parser: HclParser, given: string): KeptPart[] {
  const outline = sourceOutline(parser, given);
  if (outline === null) return [];
  const { text, blocks, comments } = outline;
  const part = (kind: KeptPart['kind'], at: { start: number; end: number; line: number }): KeptPart => ({
    kind,
    line: at.line,
    text: text.slice(at.start, at.end),
  });
  const parts = comments.map((comment) => part('comment', comment));
  for (const block of blocks) {
    if (!isOwned(block)) {
      if (!isOrdinary(block)) parts.push(part('block', block));
      continue;
    }
    parts.push(...commentsOf(block).map((comment) => part('comment', comment)));
    const extras = extrasOf(block).filter(({ name }) => !STAND_INS.includes(name));
    parts.push(...extras.map((item) => part('argument', item)));
  }
  return parts.sort((a, b) => a.line - b.line);
}

/** The block that every written text begins with. */
const isOrdinary = ({ type, items, comments }: SourceBlock): boolean =>
  type === 'terraform' && comments.length === 0 && items.every(({ name }) => name === 'required_providers');
