/**
 * Never three of one topic in a row where the items allow it; otherwise the order stays. Each step takes the first
 * item after which the rest can still be laid out, so that no topic is left over in a run at the end.
 */
export function interleave<T extends { topic: string }>(items: readonly T[]): T[] {
  const left = [...items];
  const counts = new Map<string, number>();
  for (const { topic } of left) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const mixed: T[] = [];
  while (left.length > 0) {
    const [last, before] = [mixed.at(-1)?.topic, mixed.at(-2)?.topic];
    const third = last !== undefined && last === before ? last : null;
    const free = (item: T) => item.topic !== third;
    let at = left.findIndex((item) => free(item) && possible(counts, left.length, item.topic, last));
    if (at < 0) at = Math.max(0, left.findIndex(free));
    const [item] = left.splice(at, 1);
    if (item === undefined) break;
    counts.set(item.topic, (counts.get(item.topic) ?? 1) - 1);
    mixed.push(item);
  }
  return mixed;
}

/** Whether what is left can be laid out after taking one of a topic: two fit before, between and after the others. */
function possible(
  counts: ReadonlyMap<string, number>,
  left: number,
  taken: string,
  last: string | undefined,
): boolean {
  for (const [topic, count] of counts) {
    const rest = topic === taken ? count - 1 : count;
    const others = left - 1 - rest;
    const first = topic !== taken ? 2 : last === taken ? 0 : 1;
    if (rest > 2 * others + first) return false;
  }
  return true;
}
