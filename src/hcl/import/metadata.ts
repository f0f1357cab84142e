import { idOf, type Layout, type Workspace } from '#model/layout/layout.ts';
import type { LayoutDraft } from './layoutDraft.ts';
import type { Position, ReportHclProblem } from '../syntax/position.ts';

/**
 * What HCL has no place for is in comments, one line a part of the layout:
 * `# runchain: workspace acme/app {"locked":true}`.
 */
const LINE = /^(?:#|\/\/)\s*runchain:\s+(layout|organization|workspace)\s+(?:([\w/-]+)\s+)?(\{.*\})\s*$/;

/** Fields of a workspace that only a comment can hold, or that a comment may hold where HCL cannot. */
const COMMENT_FIELDS = [
  'locked',
  'has_state',
  'has_configuration',
  'remote_state_consumer_ids',
  'outputs',
  'reads',
  'tfe_token_team',
  'requires',
  'cost_estimation',
  'plan',
  'apply',
  'seconds',
] as const;

/** Puts what the comments say into the layout; whether it fits is checked with the whole layout. */
export function readMetadata(
  draft: LayoutDraft,
  comments: readonly { text: string; place: Position }[],
  report: ReportHclProblem,
): void {
  for (const { text, place } of comments) {
    if (!/^(?:#|\/\/)\s*runchain:/.test(text)) continue;
    const [, kind, name = '', json = ''] = LINE.exec(text.trimEnd()) ?? [];
    const data = kind === undefined ? null : objectOf(json);
    if (data === null) {
      report(
        place,
        'is not understood: a comment for runchain names a part of the layout, then gives its fields as JSON',
        'mistake',
      );
      continue;
    }
    const problem = apply(draft.layout, kind ?? '', name, data);
    if (problem !== null) report(place, problem, 'mistake');
  }
}

function objectOf(json: string): Record<string, unknown> | null {
  try {
    const data: unknown = JSON.parse(json);
    return typeof data === 'object' && data !== null && !Array.isArray(data) ? { ...data } : null;
  } catch {
    return null;
  }
}

function apply(layout: Layout, kind: string, name: string, data: Record<string, unknown>): string | null {
  const set = (into: object, allowed: readonly string[]): string | null => {
    const unknown = Object.keys(data).find((key) => !allowed.includes(key));
    if (unknown !== undefined) return `${JSON.stringify(unknown)} is not a field that a comment holds here`;
    Object.assign(into, data);
    return null;
  };
  if (kind === 'layout') return set(layout, ['ruleset']);
  if (kind === 'organization') {
    const found = layout.organizations.find((organization) => organization.name === name);
    return found === undefined ? `there is no organization ${name}` : set(found, ['concurrency']);
  }
  const workspace = layout.workspaces.find((candidate) => idOf(candidate) === name);
  if (workspace === undefined) return `there is no workspace ${name}`;
  const { failing_policies, failing_run_tasks, policy_order, ...rest } = data;
  for (const policy of workspace.policies) if (lists(failing_policies, policy.name)) policy.passes = false;
  for (const task of workspace.run_tasks) if (lists(failing_run_tasks, task.name)) task.passes = false;
  if (Array.isArray(policy_order)) reorder(workspace, policy_order);
  data = rest;
  return set(workspace, COMMENT_FIELDS);
}

const lists = (value: unknown, name: string): boolean => Array.isArray(value) && value.includes(name);

function reorder(workspace: Workspace, order: readonly unknown[]): void {
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  workspace.policies.sort((a, b) => rank(a.name) - rank(b.name));
}
