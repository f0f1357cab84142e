/**
 * Whether the browser has promised to keep what this site stores, even when space is short.
 * @param ask whether to ask for that promise; some browsers then ask the learner, so wait until there is something to keep
 */
export async function isLasting(ask: boolean): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (ask && (await navigator.storage.persist()));
  } catch {
    return false;
  }
}
