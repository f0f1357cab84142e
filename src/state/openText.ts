import type { HclParser } from '#hcl/hclParser.ts';
import { importLayout, type Imported } from '#hcl/importLayout.ts';
import { importShowJson } from '#hcl/importShow.ts';
import { isMistake } from '#hcl/place.ts';
import { parseScenario, type Scenario } from '#model/action.ts';
import { type Layout, parseLayout } from '#model/layout.ts';
import type { Parsed, Problem } from '#model/problem.ts';
import { LIMITS } from './sandboxEdits.ts';
import { lengthProblem } from './textLimit.ts';

type Form = 'JSON' | 'YAML' | 'HCL' | 'terraform show -json';

/** What is wrong with a text: its place as far as it is known, and what would be allowed. */
export interface TextProblem {
  line: number | null;
  column: number | null;
  /** The field, in JSON and YAML. */
  path: string;
  message: string;
}

export type Opened =
  /** `notes`: what the text leaves open. `hcl`: the text itself, where it is to be kept for the HCL editor. */
  | { ok: true; form: Form; scenario: Scenario; notes: TextProblem[]; hcl: string | null }
  | { ok: false; form: Form | null; problems: TextProblem[] };

const BLOCK =
  /^[ \t]*(?:resource|data|terraform|provider|variable|locals|module|output|ephemeral|import|moved|removed|check)\b[^:=\n]*\{/m;

const at = (message: string, line: number | null = null): TextProblem => ({
  line,
  column: null,
  path: '',
  message,
});

/**
 * Reads a board out of a text of any form that this app or Terraform writes; the form is told by the content. A text
 * is untrusted: its size, depth and counts are limited.
 * @param parser loads the parser of HCL, which only HCL needs
 */
export async function openText(text: string, parser: () => Promise<HclParser>): Promise<Opened> {
  const long = lengthProblem(text);
  if (long !== null) return refused(null, [at(long)]);
  if (text.trim() === '') return refused(null, [at('is empty; a board is JSON, YAML or HCL')]);
  const form = formOf(text);
  if (form === null)
    return refused(null, [
      at(
        'is not a board: it is neither JSON or YAML with organizations and workspaces, nor HCL of the tfe provider, nor the output of terraform show -json',
      ),
    ]);
  if (form === 'HCL') return ofImport(form, importLayout([{ name: 'file', text }], await parser()), text);
  const { readText } = await import('#model/text.ts');
  const data = readText(text, form === 'JSON' ? 'json' : 'yaml or json');
  if (!data.ok) return refused(form, data.problems.map(ofProblem));
  if (isShown(data.value)) return ofImport('terraform show -json', importShowJson(data.value, 'file'), null);
  const over = countProblem(data.value);
  if (over !== null) return refused(form, [at(over)]);
  const scenario = scenarioIn(data.value);
  return scenario.ok
    ? { ok: true, form, scenario: scenario.value, notes: [], hcl: null }
    : refused(form, scenario.problems.map(ofProblem));
}

const refused = (form: Form | null, problems: TextProblem[]): Opened => ({ ok: false, form, problems });
const ofProblem = ({ path, message, line }: Problem): TextProblem => ({
  line: line ?? null,
  column: null,
  path,
  message,
});

function formOf(text: string): Form | null {
  if (/^\uFEFF?\s*[[{]/.test(text)) return 'JSON';
  if (BLOCK.test(text) || /^\s*(?:#|\/\/)\s*runchain:/.test(text)) return 'HCL';
  return /^(?:---|["']?\w[\w -]*["']?\s*:(?:\s|$)|- )/m.test(text) ? 'YAML' : null;
}

function ofImport(form: Form, { layout, problems }: Imported, hcl: string | null): Opened {
  const place = ({ line, column, message }: Imported['problems'][number]): TextProblem =>
    form === 'HCL' ? { line, column, path: '', message } : at(message);
  const mistakes = problems.filter(isMistake);
  if (layout === null) return refused(form, problems.map(place));
  if (mistakes.length > 0) return refused(form, mistakes.map(place));
  const over = countProblem(layout);
  if (over !== null) return refused(form, [at(over)]);
  return { ok: true, form, scenario: { layout, actions: [] }, notes: problems.map(place), hcl };
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
