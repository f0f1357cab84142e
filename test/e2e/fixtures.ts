import {
  test as base,
  type BrowserContext,
  type ConsoleMessage,
  expect,
  type Request,
  type WebError,
} from '@playwright/test';

/** What no journey may cause; a test in which it is the point says which. */
export interface Trouble {
  allow: (pattern: RegExp) => void;
}

/** Chromium reports a fade between two pages that it left out, as when one is slow, as an error that nobody caught. */
const ALWAYS = /Transition was (aborted|skipped)/;

/** Contexts whose pages report what the policy refuses. */
const told = new WeakSet<BrowserContext>();

/** Not everything that is thrown is an error with a stack. */
const wordsOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}\n${error.stack}` : String(error);

/**
 * Every spec uses this `test`. In every page that a test opens, whatever context it belongs to, these fail it: an error
 * in the console, an exception that nobody caught, a refusal by the content security policy, a request to another host.
 */
export const test = base.extend<{ trouble: Trouble }>({
  trouble: [
    async ({ browser, baseURL }, use) => {
      const found: string[] = [];
      const allowed = [ALWAYS];
      const onConsole = (message: ConsoleMessage) => {
        if (message.type() === 'error') found.push(`console: ${message.text()} (${message.location().url})`);
      };
      const onError = (error: WebError) => found.push(`page error: ${wordsOf(error.error())}`);
      const onRequest = (request: Request) => {
        const { protocol, origin } = new URL(request.url());
        if (/^(https?|wss?):$/.test(protocol) && origin !== new URL(baseURL ?? '').origin)
          found.push(`request to another host: ${request.url()}`);
      };
      const contexts = new Set<BrowserContext>();
      const watch = (context: BrowserContext) => {
        if (contexts.has(context)) return;
        contexts.add(context);
        context.on('console', onConsole).on('weberror', onError).on('request', onRequest);
        if (told.has(context)) return;
        told.add(context);
        // The console has most refusals; the event has them all.
        const init = context.addInitScript(() =>
          addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, disposition }) => {
            if (disposition === 'enforce')
              console.error(`refused by the policy: ${effectiveDirective} ${blockedURI}`);
          }),
        );
        init.catch(() => found.push('a context was closed before it was watched'));
      };
      // Some were opened before the first test of a file, for all of them.
      for (const context of browser.contexts()) watch(context);
      browser.on('context', watch);
      await use({ allow: (pattern) => allowed.push(pattern) });
      browser.off('context', watch);
      for (const context of contexts)
        context.off('console', onConsole).off('weberror', onError).off('request', onRequest);
      expect(found.filter((text) => !allowed.some((pattern) => pattern.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});
