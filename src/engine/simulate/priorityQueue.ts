/**
 * Gives the item with the smallest key first; items with the same key come in the order in which they were put in. It
 * is a binary heap that keeps its keys in flat arrays of numbers, so comparing two of them follows no references.
 */
export class PriorityQueue<T> {
  readonly #keys: number[] = [];
  readonly #orders: number[] = [];
  /** The items in the order in which they were put in; this list only grows. */
  readonly #items: T[] = [];
  /** The arrays keep their length when the heap shrinks, because making them longer again costs more. */
  #size = 0;

  /** The smallest key, or Infinity if the queue is empty. */
  get key(): number {
    return this.#size === 0 ? Number.POSITIVE_INFINITY : (this.#keys[0] ?? 0);
  }

  /** The number that `push` gave to the item that `pop` will return next. */
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

  /** Moves a free place up until its item may take it. */
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
   * Fills the free place at the top. The place first sinks to the bottom and then rises with the last item. That item
   * almost always belongs far down, so this takes half the comparisons.
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
