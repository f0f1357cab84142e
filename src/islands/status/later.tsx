import { type ComponentType, lazy } from 'react';

/**
 * A part that is loaded when it is first shown, to stand in a `Suspense`. Where it cannot be loaded it says so, and
 * everything around it stays.
 */
export const later = <P extends object>(load: () => Promise<ComponentType<P>>) =>
  lazy(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: NotLoaded as ComponentType<P> }),
    ),
  );

function NotLoaded() {
  return <p role="alert">A part of the page could not be loaded. Load the page again to see it.</p>;
}
