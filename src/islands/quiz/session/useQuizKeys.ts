import { useEffect, useRef } from 'react';

export interface QuizKeys {
  /** 1 to 9. */
  choose?: ((n: number) => void) | undefined;
  /** Enter, outside of buttons and links. */
  enter?: (() => void) | undefined;
  flag?: (() => void) | undefined;
  next?: (() => void) | undefined;
  previous?: (() => void) | undefined;
  review?: (() => void) | undefined;
  sandbox?: (() => void) | undefined;
  stop?: (() => void) | undefined;
  help?: (() => void) | undefined;
}

const LETTERS: Readonly<Record<string, keyof QuizKeys>> = {
  f: 'flag',
  n: 'next',
  p: 'previous',
  r: 'review',
  o: 'sandbox',
  s: 'stop',
  '?': 'help',
};

const TEXT = 'input:not([type=radio], [type=checkbox], [type=button]), textarea, select, [contenteditable]';

/**
 * The keys of a page of questions. Single keys are dead in text fields and where they are turned off; Enter works in
 * a text field too, and is left to buttons and links.
 */
export function useQuizKeys(keys: QuizKeys, single: boolean): void {
  const latest = useRef({ keys, single });
  latest.current = { keys, single };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (document.querySelector('dialog[open]') !== null) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      const now = latest.current;
      let act: (() => void) | undefined;
      if (event.key === 'Enter') {
        if (target?.closest('button, a, summary, select, textarea') == null) act = now.keys.enter;
      } else if (now.single && target?.closest(TEXT) == null) {
        const { choose } = now.keys;
        if (/^[1-9]$/.test(event.key)) act = choose && (() => choose(Number(event.key)));
        else {
          const name = LETTERS[event.key.toLowerCase()];
          const found = name === undefined || name === 'choose' ? undefined : now.keys[name];
          act = found;
        }
      }
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
