import type * as z from 'zod/mini';

/** What a schema asks for, as data, so that a form can be made of it. */
export type FormField =
  | { kind: 'text' }
  | { kind: 'number' }
  | { kind: 'flag' }
  | { kind: 'choice'; values: readonly string[] }
  | { kind: 'fixed'; value: unknown }
  | { kind: 'nullable'; inner: FormField }
  | { kind: 'list'; item: FormField }
  | { kind: 'record'; members: readonly FormMember[] }
  /** One of several records, told apart by the member `by`. */
  | { kind: 'variants'; by: string; of: readonly FormField[] }
  | { kind: 'any' };

export interface FormMember {
  name: string;
  field: FormField;
  /** May be left out. */
  optional: boolean;
  /** The value that it has when it is left out; undefined if there is none. */
  fallback: unknown;
}

/** The form of a schema. Checks beyond the types are left to the parser. */
export function formOf(schema: z.core.$ZodType): FormField {
  // The library's union of everything that a schema can be.
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return { kind: 'text' };
    case 'number':
      return { kind: 'number' };
    case 'boolean':
      return { kind: 'flag' };
    case 'enum':
      return { kind: 'choice', values: Object.values(def.entries).map(String) };
    case 'literal':
      return { kind: 'fixed', value: def.values[0] };
    case 'nullable':
      return { kind: 'nullable', inner: formOf(def.innerType) };
    case 'optional':
    case 'default':
      return formOf(def.innerType);
    case 'array':
      return { kind: 'list', item: formOf(def.element) };
    case 'union':
      return {
        kind: 'variants',
        by: 'discriminator' in def ? String(def.discriminator) : 'type',
        of: def.options.map(formOf),
      };
    case 'object':
      return { kind: 'record', members: Object.entries(def.shape).map(([name, m]) => memberOf(name, m)) };
    default:
      return { kind: 'any' };
  }
}

function memberOf(name: string, schema: z.core.$ZodType): FormMember {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return {
    name,
    field: formOf(schema),
    optional: def.type === 'optional' || def.type === 'default',
    fallback: def.type === 'default' ? def.defaultValue : undefined,
  };
}

/** The variant that a value has; null where it has none of them. */
export function variantOf(field: Extract<FormField, { kind: 'variants' }>, value: unknown): FormField | null {
  const named: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, field.by) : null;
  return field.of.find((variant) => fixedIn(variant, field.by) === named) ?? null;
}

/** The value by which a variant is told from the others. */
export function fixedIn(variant: FormField, by: string): unknown {
  const member =
    variant.kind === 'record' ? variant.members.find(({ name }) => name === by)?.field : undefined;
  return member?.kind === 'fixed' ? member.value : undefined;
}

/** A value to begin with. What must be given and has no content yet is left out, so that the parser reports it. */
export function blankOf(field: FormField): unknown {
  switch (field.kind) {
    case 'text':
      return '';
    case 'number':
      return 0;
    case 'flag':
      return true;
    case 'choice':
      return field.values[0];
    case 'fixed':
      return field.value;
    case 'nullable':
      return null;
    case 'list':
      return [];
    case 'variants':
      return field.of[0] === undefined ? {} : blankOf(field.of[0]);
    case 'any':
      return '';
    case 'record':
      return Object.fromEntries(
        field.members
          .filter(({ optional, field: inner }) => !optional && inner.kind !== 'text' && inner.kind !== 'any')
          .map(({ name, field: inner }) => [name, blankOf(inner)]),
      );
  }
}

/** A value without the members that the parser would fill in with the same defaults. */
export function leanOf(field: FormField, value: unknown): unknown {
  if (field.kind === 'list' && Array.isArray(value)) return value.map((item) => leanOf(field.item, item));
  if (field.kind === 'variants') {
    const variant = variantOf(field, value);
    return variant === null ? value : leanOf(variant, value);
  }
  if (field.kind === 'nullable') return value === null ? null : leanOf(field.inner, value);
  if (field.kind !== 'record' || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, given]: [string, unknown]) => {
      const member = field.members.find((m) => m.name === name);
      if (member === undefined) return [[name, given]];
      const { optional, fallback, field: inner } = member;
      const missing = given === undefined || (given === null && inner.kind !== 'nullable');
      if (optional && (missing || JSON.stringify(given) === JSON.stringify(fallback))) return [];
      return [[name, leanOf(inner, given)]];
    }),
  );
}
