import { ACTIONS } from './malformed/actions.ts';
import { FIELDS } from './malformed/fields.ts';
import type { Malformed } from './malformed/kit.ts';
import { LAYOUTS } from './malformed/layouts.ts';
import { TEXTS } from './malformed/texts.ts';

/** Every input that is not usable. */
export const MALFORMED: readonly Malformed[] = [...TEXTS, ...FIELDS, ...LAYOUTS, ...ACTIONS];
