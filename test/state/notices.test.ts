import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Notice, setNotice, watchNotices } from '#state/app/notices.ts';
import { storeTheme } from '#state/app/theme.ts';

const notice = (text: string): Notice => ({ text, retry: null, file: null, onlyHere: false });

afterEach(() => vi.unstubAllGlobals());

describe('what a page tells of how things are kept', () => {
  it('is heard from everywhere, the last of each place, until it is taken back', () => {
    setNotice('one', notice('before'));
    const heard: string[][] = [];
    const stop = watchNotices((now) => heard.push(now.map(({ text }) => text)));
    setNotice('one', notice('after'));
    setNotice('two', notice('more'));
    setNotice('one', null);
    setNotice('one', null);
    setNotice('two', null);
    stop();
    setNotice('one', notice('unheard'));
    setNotice('one', null);
    expect(heard).toEqual([['before'], ['after'], ['after', 'more'], ['more'], []]);
  });

  it('includes a theme that could not be kept, which is tried again', () => {
    let full = true;
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      setItem: (key: string, value: string) => {
        if (full) throw new Error('quota');
        kept.set(key, value);
      },
      removeItem: (key: string) => void kept.delete(key),
    });
    let now: readonly Notice[] = [];
    watchNotices((told) => {
      now = told;
    });
    storeTheme('dark');
    expect(now).toHaveLength(1);
    now[0]?.retry?.();
    expect(now[0]?.text).toMatch(/could not keep the theme/);
    full = false;
    now[0]?.retry?.();
    expect(now).toEqual([]);
    expect(kept.get('runchain.theme')).toBe('dark');
  });
});
