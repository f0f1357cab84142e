/** What a learning system of SCORM 2004 offers its content, as far as it is used here. */
export interface Runtime {
  Initialize(empty: ''): unknown;
  Terminate(empty: ''): unknown;
  GetValue(element: string): unknown;
  SetValue(element: string, value: string): unknown;
  Commit(empty: ''): unknown;
}

/** How far the search goes up, as the standard's own example does. */
const MOST_FRAMES = 500;

const isRuntime = (thing: unknown): thing is Runtime =>
  typeof thing === 'object' && thing !== null && typeof Reflect.get(thing, 'Initialize') === 'function';

/** The system's interface, in a frame above this one or above the window that opened it; null where there is none. */
export function findRuntime(from: Window): Runtime | null {
  for (const start of [from.parent, from.opener]) {
    let frame: unknown = start;
    for (let i = 0; i < MOST_FRAMES && typeof frame === 'object' && frame !== null; i++) {
      try {
        const found: unknown = Reflect.get(frame, 'API_1484_11');
        if (isRuntime(found)) return found;
        const above: unknown = Reflect.get(frame, 'parent');
        if (above === frame) break;
        frame = above;
      } catch {
        // A frame of another site: nothing behind it can be reached either.
        break;
      }
    }
  }
  return null;
}

/** One attempt: from Initialize to Terminate. Every call says whether the system took it. */
export interface ScormAttempt {
  get(element: string): string;
  /** Sets what has changed since it was set last. */
  set(elements: Iterable<readonly [name: string, value: string]>): boolean;
  commit(): boolean;
  end(): void;
}

const took = (answer: unknown): boolean => String(answer) === 'true';

/** @returns null where the system refuses to begin */
export function beginAttempt(runtime: Runtime): ScormAttempt | null {
  if (!took(runtime.Initialize(''))) return null;
  const known = new Map<string, string>();
  let over = false;
  return {
    get: (element) => String(runtime.GetValue(element) ?? ''),
    set(elements) {
      if (over) return false;
      let all = true;
      for (const [name, value] of elements) {
        if (known.get(name) === value) continue;
        if (took(runtime.SetValue(name, value))) known.set(name, value);
        else all = false;
      }
      return all;
    },
    commit: () => !over && took(runtime.Commit('')),
    end() {
      if (over) return;
      over = true;
      runtime.Terminate('');
    },
  };
}
