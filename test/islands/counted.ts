import { type ComponentType, createElement, memo, Profiler } from 'react';

/** How often each part was rendered since it was looked at last. */
export const rendered = new Map<string, number>();

/**
 * For `vi.mock`: the module with one component counted. Memoized, so that it counts what the part itself takes as a
 * reason, and not that of whoever holds it.
 */
export const counted =
  <K extends string>(name: K) =>
  async (original: () => Promise<unknown>) => {
    const module = (await original()) as Record<K, ComponentType<object>>;
    const Inner = module[name];
    const count = () => rendered.set(name, (rendered.get(name) ?? 0) + 1);
    // biome-ignore lint/correctness/noComponentHookFactories: each module is wrapped once, when it is loaded
    const Counted = memo((props: object) =>
      createElement(Profiler, { id: name, onRender: count }, createElement(Inner, props)),
    );
    return { ...module, [name]: Counted };
  };
