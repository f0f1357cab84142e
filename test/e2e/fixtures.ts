import { test as base, type BrowserContext, expect } from '@playwright/test';

/** What no journey may cause; a test in which it is the point says which. */
export interface Trouble {
  allow: (pattern: RegExp) => void;
}

/** Chromium reports a fade between two pages that it left out, as when one is slow, as an error that nobody caught. */
const ALWAYS = /Transition was (aborted|skipped)/;

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
      const watch = (context: BrowserContext) => {
        context.on('console', (message) => {
          if (message.type() === 'error')
            found.push(`console: ${message.text()} (${message.location().url})`);
        });
        context.on('weberror', (error) => found.push(`page error: ${wordsOf(error.error())}`));
        context.on('request', (request) => {
          const { protocol, origin } = new URL(request.url());
          if (/^(https?|wss?):$/.test(protocol) && origin !== new URL(baseURL ?? '').origin)
            found.push(`request to another host: ${request.url()}`);
        });
        // The console has most refusals; the event has them all.
        const init = context.addInitScript(() =>
          addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, disposition }) => {
            if (disposition === 'enforce')
              console.error(`refused by the policy: ${effectiveDirective} ${blockedURI}`);
          }),
        );
        init.catch(() => found.push('a context was closed before it was watched'));
      };
      browser.on('context', watch);
      await use({ allow: (pattern) => allowed.push(pattern) });
      browser.off('context', watch);
      expect(found.filter((text) => !allowed.some((pattern) => pattern.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});
