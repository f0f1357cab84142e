import type { Layout, Variable } from './layout.ts';
import { short } from './vocabulary.ts';

/** What is said about one field: phrases without a full stop, none if it has its default. */
type Said = string | readonly string[] | null;

/**
 * What is said about each field of a thing, in reading order. A field that is new in the type and has no words here is a
 * type error, so the description of a board never leaves one out.
 */
export type Sayings<T> = { readonly [K in keyof T]-?: (value: T[K]) => Said };

/** Every phrase about a thing, field by field. */
export function sayings<T extends object>(of: T, fields: Sayings<T>): string[] {
  return Object.entries(fields).flatMap(([key, say]) => {
    const said = (say as (value: unknown) => Said)(Reflect.get(of, key));
    return said === null ? [] : said;
  });
}

/** For a field that the phrase of another one mentions already. */
export const elsewhere = (): null => null;

/** Takes what is left of a thing once its fields are read, so that a forgotten field is a type error. */
export const nothingLeft = (_: Readonly<Record<string, never>>): void => undefined;

/** A name or value as code. One with a backtick in it would end too early, so it stays as it is. */
export const code = (text: string): string => (text === '' || text.includes('`') ? text : `\`${text}\``);

/** What sentences about a board call a workspace: its name, with the organization if two have the same one. */
export type Naming = (id: string) => string;

export function namingOf(layout: Layout): Naming {
  const seen = new Map<string, number>();
  for (const { name } of layout.workspaces) seen.set(name, (seen.get(name) ?? 0) + 1);
  return (id) => code((seen.get(short(id)) ?? 0) > 1 ? id : short(id));
}

/** A variable with its value. A sensitive one is hidden here as it is in the vendor's lists. */
export function describeVariable({ key, value, category, sensitive, hcl, ...rest }: Variable): string {
  nothingLeft(rest);
  const kind = `${category === 'env' ? 'environment' : 'Terraform'} variable`;
  const shown = sensitive ? 'sensitive, its value is hidden' : value === '' ? 'empty' : code(value);
  return `${kind} ${code(key)}: ${shown}${hcl ? ' (HCL)' : ''}`;
}
