/**
 * The offline copy: a service worker that keeps every page of one version. A new version waits; `onWaiting` is told,
 * and `takeOver` puts it in place and reloads this page only. Nothing is ever reloaded unasked.
 */
export interface Offline {
  takeOver: () => void;
}

export async function registerOffline(
  base: string,
  onWaiting: (offline: Offline) => void,
): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null;
  let registration: ServiceWorkerRegistration | undefined;
  try {
    registration = await navigator.serviceWorker.register(`${base}sw.js`, { scope: base });
  } catch {
    // Blocked by the browser's settings, or not a secure address: the site works without.
    return null;
  }
  // Browsers under remote control answer with nothing where workers are blocked.
  if (registration === undefined) return null;
  const known = registration;
  const takeOver = () => {
    // Where another tab has put it in place already, this page only has to be loaded from it.
    if (known.waiting === null) return location.reload();
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    known.waiting.postMessage('take over');
  };
  const offer = (worker: ServiceWorker | null) => {
    if (worker !== null && navigator.serviceWorker.controller !== null) onWaiting({ takeOver });
  };
  offer(known.waiting);
  known.addEventListener('updatefound', () => {
    const worker = known.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') offer(worker);
    });
  });
  return known;
}
