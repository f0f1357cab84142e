import { importShowJson } from '#hcl/import/show/importShow.ts';
import type { HclProblem, ProblemKind } from '#hcl/syntax/position.ts';
import { parseScenario, type Scenario } from '#model/scenario/action.ts';
import { type Layout, parseLayout } from '#model/layout/layout.ts';
import type { Parsed, Problem } from '#model/parse/problem.ts';
import { LIMITS } from '../board/refusal.ts';

export type Form = 'JSON' | 'YAML' | 'HCL' | 'terraform show -json';

/** Something to say about a text: its place as far as it is known, and what would be allowed. */
export interface TextProblem {
  /** The path of the file; '' in a text that is no file. */
  file: string;
  line: number | null;
  column: number | null;
  /** The field, in JSON and YAML. */
  path: string;
  message: string;
  kind: ProblemKind;
}

type Opened =
  /** `notes`: what the text leaves open. */
  | { ok: true; form: Form; scenario: Scenario; notes: TextProblem[] }
  | { ok: false; form: Form | null; problems: TextProblem[] };

const BLOCK =
  /^[ \t]*(?:resource|data|terraform|provider|variable|locals|module|output|ephemeral|import|moved|removed|check)\b[^:=\n]*\{/m;

/**
 * Reads a board out of a text that is not HCL: of the app's own form as JSON or YAML, or what `terraform show -json`
 * prints; the form is told by the content. A text is untrusted: its size, depth and counts are limited.
 */
export async function openText(text: string, file: string): Promise<Opened> {
  const fail = (form: Form | null, message: string) =>
    refused(form, [{ file, line: null, column: null, path: '', message, kind: 'syntax' }]);
  if (text.trim() === '') return fail(null, 'is empty; a board is JSON, YAML or HCL');
  const form = formatOf(text);
  if (form === null || form === 'HCL')
    return fail(
      null,
      'is not a board: it is neither JSON or YAML with organizations and workspaces, nor HCL of the tfe provider, nor the output of terraform show -json',
    );
  const { readText } = await import('#model/parse/text.ts');
  const data = readText(text, form === 'JSON' ? 'json' : 'yaml or json');
  if (!data.ok) return refused(form, data.problems.map(ofProblem(file, 'syntax')));
  if (isShown(data.value)) return ofShown(data.value, file);
  const over = countProblem(data.value);
  if (over !== null) return fail(form, over);
  const scenario = scenarioIn(data.value);
  return scenario.ok
    ? { ok: true, form, scenario: scenario.value, notes: [] }
    : refused(form, scenario.problems.map(ofProblem(file, 'mistake')));
}

const refused = (form: Form | null, problems: TextProblem[]): Opened => ({ ok: false, form, problems });
const ofProblem =
  (file: string, kind: ProblemKind) =>
  ({ path, message, line }: Problem): TextProblem => ({
    file,
    line: line ?? null,
    column: null,
    path,
    message,
    kind,
  });

export const ofHclProblem = (problem: HclProblem): TextProblem => {
  const { file, line, column, message, kind } = problem;
  return { file, line, column, path: '', message, kind };
};

export function formatOf(text: string): Form | null {
  if (/^\uFEFF?\s*[[{]/.test(text)) return 'JSON';
  if (BLOCK.test(text) || /^\s*(?:#|\/\/)\s*runchain:/.test(text)) return 'HCL';
  return /^(?:---|["']?\w[\w -]*["']?\s*:(?:\s|$)|- )/m.test(text) ? 'YAML' : null;
}

/** The lines of its JSON say nothing to a person: the problems name the resource. */
function ofShown(data: unknown, file: string): Opened {
  const form = 'terraform show -json';
  const { layout, problems } = importShowJson(data, file);
  const notes = problems.map((problem) => ({ ...ofHclProblem(problem), line: null, column: null }));
  if (layout === null) return refused(form, notes);
  const over = countProblem(layout);
  if (over === null) return { ok: true, form, scenario: { layout, actions: [] }, notes };
  return refused(form, [{ file, line: null, column: null, path: '', message: over, kind: 'syntax' }]);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isShown = (data: unknown): boolean =>
  isRecord(data) &&
  !('layout' in data) &&
  !('workspaces' in data) &&
  ('values' in data || 'planned_values' in data || 'format_version' in data);

/** A layout, or one with what was done under `layout` and `actions`. */
function scenarioIn(data: unknown): Parsed<Scenario> {
  if (isRecord(data) && 'layout' in data) return parseScenario(data);
  const layout: Parsed<Layout> = parseLayout(data);
  return layout.ok ? { ok: true, value: { layout: layout.value, actions: [] } } : layout;
}

/** What there is too much of; asked before anything large is checked in detail. */
export function countProblem(data: unknown): string | null {
  const holder = isRecord(data) && isRecord(data['layout']) ? data['layout'] : data;
  const count = (from: unknown, key: string): number => {
    const list = isRecord(from) ? from[key] : null;
    return Array.isArray(list) ? list.length : 0;
  };
  const checks = [
    [count(holder, 'workspaces'), LIMITS.workspaces, 'workspaces'],
    [count(holder, 'run_triggers'), LIMITS.triggers, 'run triggers'],
    [count(data, 'actions'), LIMITS.actions, 'actions'],
  ] as const;
  for (const [found, limit, name] of checks)
    if (found > limit) return `has ${found} ${name}: a board holds at most ${limit}`;
  return null;
}
