type Place = readonly (string | number)[];

/**
 * A change of a layout as plain data: the new value of one field, or what is removed from a list and added to it. A page
 * passes it to a figure, which then needs none of the code of the edits that made it.
 */
export type LayoutChange =
  | { at: Place; value: unknown }
  | { at: Place; gone: readonly unknown[]; come: readonly unknown[] };

const json = (value: unknown): string => JSON.stringify(value);

/** The smallest changes that turn one value into another, so that changes of different fields can be combined. */
export function changesBetween(before: unknown, after: unknown, at: Place = []): LayoutChange[] {
  if (json(before) === json(after)) return [];
  if (Array.isArray(before) && Array.isArray(after))
    return sameNames(before, after)
      ? before.flatMap((item, i) => changesBetween(item, after[i], [...at, i]))
      : [{ at, gone: without(before, after), come: without(after, before) }];
  if (!isMapping(before) || !isMapping(after) || json(Object.keys(before)) !== json(Object.keys(after)))
    return [{ at, value: after }];
  return Object.keys(before).flatMap((key) => changesBetween(before[key], after[key], [...at, key]));
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether both lists have things of the same names in the same order. */
const sameNames = (before: readonly unknown[], after: readonly unknown[]): boolean =>
  before.length === after.length &&
  before.every((item, i) => {
    const now = after[i];
    return isMapping(item) && isMapping(now) && item['name'] !== undefined && item['name'] === now['name'];
  });

const without = (list: readonly unknown[], other: readonly unknown[]): unknown[] =>
  list.filter((item) => !other.some((one) => json(one) === json(item)));

/** The value with changes made, one after the other. */
export const withChanges = <T>(value: T, changes: readonly LayoutChange[]): T =>
  changes.reduce<unknown>((so, change) => put(so, change.at, change), value) as T;

function put(value: unknown, [key, ...rest]: Place, change: LayoutChange): unknown {
  if (key === undefined)
    return 'value' in change ? change.value : exchanged(value as readonly unknown[], change);
  const next = put(Reflect.get(value as object, key), rest, change);
  return Array.isArray(value)
    ? value.map((item: unknown, i) => (i === key ? next : item))
    : { ...(value as object), [key]: next };
}

/** The list with the new items in the place of those removed, or at the end if none is removed. */
function exchanged(
  list: readonly unknown[],
  { gone, come }: { gone: readonly unknown[]; come: readonly unknown[] },
): unknown[] {
  const goes = (item: unknown) => gone.some((one) => json(one) === json(item));
  const at = list.findIndex(goes);
  const [before, after] = at < 0 ? [list, []] : [list.slice(0, at), list.slice(at)];
  return [...before, ...come, ...after.filter((item) => !goes(item))];
}
