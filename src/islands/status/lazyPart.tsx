import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

/** A part that is loaded when it is first shown. Where that fails the part says so, and all else stays as it is. */
export const later = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> =>
  lazy<ComponentType<Props>>(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: Missing }),
    ),
  );

function Missing() {
  return (
    <p className="banner" role="alert">
      This part could not be loaded. What you did is kept: load the page again.
    </p>
  );
}
