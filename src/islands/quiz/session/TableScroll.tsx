import type { ReactNode } from 'react';

/** A table that may be wider than the page: it scrolls in a frame of its own, by keyboard too. */
export function TableScroll({ name, children }: { name: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section is no region without a name, and this one scrolls
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="quiz-scroll" role="region" aria-label={`${name}, table`} tabIndex={0}>
      {children}
    </div>
  );
}
