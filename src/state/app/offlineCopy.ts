/**
 * The offline copy: a service worker that keeps every page of one version. A new version waits; `onWaiting` is told,
 * and `takeOver` puts it in place and reloads this page only. Nothing is ever reloaded unasked.
 */
export interface Offline {
  takeOver: () => void;
}

export async function registerOffline(base: string, onWaiting: (offline: Offline) => void): Promise<void> {
  let known: ServiceWorkerRegistration | undefined;
  try {
    known = await navigator.serviceWorker.register(`${base}sw.js`, { scope: base });
  } catch {
    // The browser has none, its settings block them, or the address is not secure. The site works without.
  }
  // Browsers under remote control return nothing if workers are blocked.
  if (known !== undefined) watch(known, onWaiting);
}

function watch(known: ServiceWorkerRegistration, onWaiting: (offline: Offline) => void): void {
  const takeOver = () => {
    // If another tab has put it in place already, this page only has to be loaded again.
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
}
