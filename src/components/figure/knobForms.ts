import type { Knob, KnobOption } from '#islands/figure/knob.ts';
import type { Edit } from '#model/edits/index.ts';

export const option = (label: string, ...edits: Edit[]): KnobOption => ({ label, edits, mode: null });

export const switchOf = (
  key: string,
  label: string,
  code: string,
  on: boolean,
  [off, turnOn]: [Edit, Edit],
): Knob => ({
  key,
  label,
  code,
  options: [option('off', off), option('on', turnOn)],
  initial: on ? 1 : 0,
});

export function knobChoice<T extends string>(
  key: string,
  label: string,
  code: string,
  values: readonly T[],
  now: T,
  edit: (value: T) => Edit,
): Knob {
  const options = values.map((value) => option(value, edit(value)));
  return { key, label, code, options, initial: values.indexOf(now) };
}
