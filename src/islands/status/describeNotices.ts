import { download } from './download.ts';
import type { Notice } from '#state/app/notices.ts';

/** What is said of all of them, empty where there is nothing to say. */
export const noticeWords = (notices: readonly Notice[]): string => notices.map(({ text }) => text).join(' ');

/** What a person can do about them; null where it would do nothing. */
export function helpFor(notices: readonly Notice[]): {
  retry: (() => void) | null;
  save: (() => void) | null;
} {
  const retries = notices.flatMap(({ retry }) => retry ?? []);
  const files = notices.flatMap(({ file }) => file ?? []);
  return {
    retry: retries.length === 0 ? null : () => retries.forEach((retry) => void retry()),
    save:
      files.length === 0
        ? null
        : () => {
            for (const file of files) {
              const { name, text } = file();
              download(name, text, 'application/json');
            }
          },
  };
}
