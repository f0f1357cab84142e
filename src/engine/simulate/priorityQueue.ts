/**
 * Gives items by the smallest key first, and those of one key in the order in which they were put in. A binary heap
 * whose keys lie in flat arrays of numbers: comparing two of them follows no references.
 */
export class PriorityQueue<T> {
  readonly #keys: number[] = [];
  readonly #orders: number[] = [];
  /** By the order in which they were put in; this one only grows. */
  readonly #items: T[] = [];
  /** The arrays keep their length when the heap shrinks, because making them longer again costs more. */
  #size = 0;

  /** The smallest key, Infinity where the queue is empty. */
  get key(): number {
    return this.#size === 0 ? Number.POSITIVE_INFINITY : (this.#keys[0] ?? 0);
  }

  /** What `push` gave for the item that `pop` gives next. */
  get order(): number {
    return this.#size === 0 ? -1 : (this.#orders[0] ?? 0);
  }

  /** @returns how many items were put in before this one */
  push(key: number, item: T): number {
    const order = this.#items.length;
    this.#items.push(item);
    this.#rise(this.#size++, key, order);
    return order;
  }

  pop(): T | undefined {
    if (this.#size === 0) return undefined;
    const item = this.#items[this.#orders[0] ?? 0];
    const last = --this.#size;
    if (last > 0) this.#fill(this.#keys[last] ?? 0, this.#orders[last] ?? 0);
    return item;
  }

  /** Lets a place rise until what belongs in it may stand there. */
  #rise(from: number, key: number, order: number): void {
    const keys = this.#keys;
    const orders = this.#orders;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = keys[parent] ?? 0;
      const aboveOrder = orders[parent] ?? 0;
      if (above < key || (above === key && aboveOrder < order)) break;
      keys[at] = above;
      orders[at] = aboveOrder;
      at = parent;
    }
    keys[at] = key;
    orders[at] = order;
  }

  /**
   * Fills the free place at the top. It sinks to the bottom first and then rises with the last item, which belongs
   * far down almost always: half the comparisons.
   */
  #fill(key: number, order: number): void {
    const keys = this.#keys;
    const orders = this.#orders;
    const size = this.#size;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      const right = child + 1;
      let below = keys[child] ?? 0;
      let belowOrder = orders[child] ?? 0;
      let next = child;
      if (right < size) {
        const other = keys[right] ?? 0;
        const otherOrder = orders[right] ?? 0;
        if (other < below || (other === below && otherOrder < belowOrder)) {
          below = other;
          belowOrder = otherOrder;
          next = right;
        }
      }
      keys[at] = below;
      orders[at] = belowOrder;
      at = next;
    }
    this.#rise(at, key, order);
  }
}
