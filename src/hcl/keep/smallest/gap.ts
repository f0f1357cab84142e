import type { KnownText } from './known.ts';
import type { Plain } from './plain.ts';

/** What is compared: a text, and the plain texts of what it says and of what it should say. */
export interface Gap {
  known: KnownText;
  said: Plain;
  wanted: Plain;
}
