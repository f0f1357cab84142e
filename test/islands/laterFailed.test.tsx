// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Opening } from '#islands/sandbox/files/Opening.tsx';
import { ViewContext } from '#islands/workbench/context/useSandbox.ts';
import { later } from '#islands/status/lazyPart.tsx';
import { createBoards } from '#state/boards/boards.ts';
import { hclDrafts } from '#state/boards/hclDrafts.ts';
import { type Notice, watchNotices } from '#state/app/notices.ts';
import { createSandboxStore } from '#state/board/boardStore.ts';
import { viewOf } from './viewOf.ts';

vi.mock('#islands/sandbox/files/openThings.ts', () => {
  throw new Error('no network');
});
afterEach(cleanup);

describe('what is loaded later and could not be', () => {
  it('is said in its place, and nothing around it goes away', async () => {
    const Part = later(() => Promise.reject(new Error('no network')));
    render(
      <>
        <p>beside</p>
        <Suspense fallback="being loaded">
          <Part />
        </Suspense>
      </>,
    );
    expect((await screen.findByRole('alert')).textContent).toMatch(
      /could not be loaded.* load the page again/,
    );
    expect(screen.getByText('beside')).toBeTruthy();
    expect(screen.queryByText('being loaded')).toBeNull();
  });

  it('is never a bare lazy, which would take the whole island away', () => {
    const bare = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.tsx') && !path.endsWith('lazyPart.tsx'))
      .filter((path) => /\blazy\b[^'"]*from 'react'/.test(readFileSync(`src/${path}`, 'utf8')));
    expect(bare).toEqual([]);
  });

  it('leaves no file "Reading": a paste says what to do next', async () => {
    const boards = createBoards(null);
    const sandbox = createSandboxStore(null);
    render(
      <ViewContext
        value={{ ...viewOf(sandbox), boards, drafts: hclDrafts({ getItem: () => null, setItem: () => {} }) }}
      >
        <Opening take={() => {}} />
      </ViewContext>,
    );
    const clipboardData = { files: [], getData: () => '{"version":1}' };
    fireEvent.paste(document.documentElement, { clipboardData });
    expect(screen.getByText('Reading')).toBeTruthy();
    await waitFor(() => expect(screen.queryByText('Reading')).toBeNull());
    expect(sandbox.store.getState().message).toMatchObject({
      text: 'What you chose could not be read.',
      next: 'reload',
    });
  });

  it('is told at the foot of the page, whoever asked for it', async () => {
    let now: readonly Notice[] = [];
    watchNotices((told) => {
      now = told;
    });
    await import('#islands/status/loadFailed.ts');
    expect(now).toEqual([]);
    dispatchEvent(new Event('vite:preloadError'));
    expect(now.map(({ text }) => text)).toEqual([
      'Part of this page could not be loaded. Load the page again.',
    ]);
  });
});
