import { type Layout, parseLayout } from '#model/layout/layout.ts';
import type { Problem } from '#model/parse/problem.ts';
import type { LayoutDraft } from './layoutDraft.ts';
import type { Position, ReportHclProblem } from '../syntax/position.ts';
import { written } from '../export/written.ts';

const ROUNDS = 20;

/**
 * Checks what was read as every layout is checked. A part that a layout cannot hold is reported where it was declared,
 * and left out, so that the rest can be used.
 */
export function finishLayout(
  draft: LayoutDraft,
  fallback: Position,
  report: ReportHclProblem,
): Layout | null {
  if (draft.layout.organizations.length === 0) return null;
  const told = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const parsed = parseLayout(written(draft.layout));
    if (parsed.ok) return parsed.value;
    for (const problem of parsed.problems) {
      const { place, what } = placeOf(draft, problem, fallback);
      const message = `${what}${withPlaces(draft, problem.message, fallback)}`;
      const id = `${place.file}:${place.line}:${message}`;
      if (!told.has(id)) report(place, message, 'mistake');
      told.add(id);
    }
    if (!leaveOut(draft.layout, parsed.problems)) return null;
  }
  return null;
}

function stepsOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([\w-]+)/g)].map(([, index, name]) =>
    index === undefined ? (name ?? '') : Number(index),
  );
}

function placeOf(
  draft: LayoutDraft,
  problem: Problem,
  fallback: Position,
): { place: Position; what: string } {
  let place = fallback;
  let value: unknown = draft.layout;
  let name = '';
  for (const step of stepsOf(problem.path)) {
    if (typeof step === 'string') name = step;
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
    if (typeof value === 'object' && value !== null) place = draft.places.get(value) ?? place;
  }
  return { place, what: name === '' ? '' : `${name} ` };
}

/** A path into the layout means nothing to who wrote the files: the place it comes from does. */
function withPlaces(draft: LayoutDraft, message: string, fallback: Position): string {
  return message.replace(/\b[a-z_]+\[\d+\](?:\.[a-z_]+(?:\[\d+\])?)*/g, (path) => {
    const { place } = placeOf(draft, { path, message }, fallback);
    return `${place.file}:${place.line}`;
  });
}

/** Takes the smallest parts that have a problem out of their lists, the last ones first. */
function leaveOut(layout: Layout, problems: readonly Problem[]): boolean {
  const spots = new Map<unknown[], Set<number>>();
  for (const { path } of problems) {
    const steps = stepsOf(path);
    let list: unknown[] | null = null;
    let at = 0;
    let value: unknown = layout;
    for (const step of steps) {
      if (typeof step === 'number' && Array.isArray(value)) {
        list = value;
        at = step;
      }
      value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
    }
    if (list === null) return false;
    const known = spots.get(list) ?? new Set();
    spots.set(list, known.add(at));
  }
  for (const [list, indexes] of spots)
    for (const at of [...indexes].sort((a, b) => b - a)) list.splice(at, 1);
  return true;
}
