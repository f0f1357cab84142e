import { defineConfig } from '@playwright/test';
import { findBrowser } from './browser.mjs';

const port = Number(process.env['RUNCHAIN_TEST_PORT'] ?? 4399);
const base = `/${process.env['RUNCHAIN_BASE'] ?? ''}/`.replace(/\/+/g, '/');
const url = `http://127.0.0.1:${port}${base}`;
const executablePath = findBrowser(true);

/** The built site in a real browser. `npm test -- browser` builds first; by hand: `npm run build`, then `npm run e2e`. */
export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results/browser',
  // A snapshot is text, the same on each system.
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 90_000,
  // A busy machine is slow, not wrong: what is expected may take longer than the five seconds of the default.
  expect: { timeout: 15_000 },
  // Dots leave room for what failed, in logs that are cut.
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ? [['dot'], ['json']] : [['line']],
  use: {
    baseURL: url,
    browserName: 'chromium',
    // What is tested is what the server sends; the tests of offline use allow it.
    serviceWorkers: 'block',
    // One page of one renderer for all tests of a worker, with nothing kept between them: what it compiled stays. Tests
    // that go offline, need a service worker or grant rights, which would outlast them, have contexts of their own.
    reuseContext: true,
    // What hangs is named by the line it hangs at, before the test as a whole is over.
    actionTimeout: 45_000,
    navigationTimeout: 45_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // A page of a test is gone before code that was optimized for it has paid for that.
        '--js-flags=--no-opt --no-maglev',
      ],
    },
  },
  webServer: {
    command: `astro preview --ignore-lock --host 127.0.0.1 --port ${port}`,
    cwd: '..',
    url,
    reuseExistingServer: false,
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
    timeout: 60_000,
  },
});
