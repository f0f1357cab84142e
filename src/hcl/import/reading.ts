import { quote } from '#model/parse/problem.ts';
import type { Workspace } from '#model/layout/layout.ts';
import type { LayoutDraft } from './layoutDraft.ts';
import type { LayoutNames } from './layoutNames.ts';
import type { Organizations } from './organizations.ts';
import type { ReportHclProblem } from '../syntax/position.ts';
import type { Configuration, Fields, Ids, Resource } from '../config/resource.ts';
import { ID_MARK, kindOf, toBool, toText, Unknown, type Value } from '../eval/value.ts';

/** What every reader works with: what the files declare, the layout so far, and where problems go. */
export interface Reading {
  draft: LayoutDraft;
  configurations: readonly Configuration[];
  ids: Ids;
  names: LayoutNames;
  organizations: Organizations;
  /** Workspaces of which the files say with whom they share their state. */
  settled: Set<Workspace>;
  /** Workspaces with an execution mode of their own. */
  ownMode: Set<Workspace>;
  report: ReportHclProblem;
}

/** Every resource of the types, those that are made before those that are only looked up. */
export function resourcesOf(reading: Reading, ...types: string[]): Resource[] {
  const all = reading.configurations.flatMap((configuration) => types.flatMap(configuration.resources));
  return [...all.filter((r) => r.mode === 'managed'), ...all.filter((r) => r.mode === 'data')];
}

export const managed = (reading: Reading, ...types: string[]): Resource[] =>
  resourcesOf(reading, ...types).filter((r) => r.mode === 'managed');

/** What a field says; undefined where it is not written, or after it was reported that it cannot be known. */
function written(reading: Reading, fields: Fields, name: string): Value | undefined {
  const value = fields.value(name);
  if (value === null) return undefined;
  if (!(value instanceof Unknown)) return value;
  reading.report(fields.placeOf(name), `${name} cannot be known: ${value.reason}`, kindOf(value));
  return undefined;
}

function textOf(reading: Reading, fields: Fields, name: string): string | undefined {
  const value = written(reading, fields, name);
  if (value === undefined) return undefined;
  const text = toText(value);
  if (!(text instanceof Unknown)) {
    if (!text.includes(ID_MARK)) return text;
    reading.report(fields.placeOf(name), `${name} holds an id that only the platform knows`, 'unknown');
    return undefined;
  }
  reading.report(fields.placeOf(name), `${name} must be a text: ${text.reason}`, kindOf(text));
  return undefined;
}

/** As `textOf`, for a field that a resource must have. */
export function neededText(reading: Reading, fields: Fields, name: string): string | undefined {
  if (fields.value(name) === null) reading.report(fields.place, `${name} is missing`, 'mistake');
  return textOf(reading, fields, name);
}

export function boolOf(reading: Reading, fields: Fields, name: string, fallback: boolean): boolean {
  const value = written(reading, fields, name);
  if (value === undefined) return fallback;
  const bool = toBool(value);
  if (!(bool instanceof Unknown)) return bool;
  reading.report(fields.placeOf(name), `${name} must be true or false: ${bool.reason}`, kindOf(bool));
  return fallback;
}

export function readChoice<const T extends string>(
  reading: Reading,
  fields: Fields,
  name: string,
  choices: readonly T[],
): T | undefined {
  const text = textOf(reading, fields, name);
  if (text === undefined) return undefined;
  const found = choices.find((choice) => choice === text);
  if (found === undefined)
    reading.report(
      fields.placeOf(name),
      `${name} must be one of ${choices.join(', ')}, not ${quote(text)}`,
      'mistake',
    );
  return found;
}
