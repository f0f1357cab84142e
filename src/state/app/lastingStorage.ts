/**
 * Whether the browser has promised to keep what this site stores, also when space is short.
 * @param ask for the promise where there is none; some browsers then ask the learner, so wait until there is something
 */
export async function isLasting(ask: boolean): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (ask && (await navigator.storage.persist()));
  } catch {
    return false;
  }
}
