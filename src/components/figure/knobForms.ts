import type { Knob, KnobOption } from '#islands/figure/knob.ts';
import type { Edit } from '#model/edits/index.ts';

/** An option as it is written here: by the edits that bring it about. */
export interface OptionDraft extends Omit<KnobOption, 'changes'> {
  edits: Edit[];
}
export interface KnobDraft extends Omit<Knob, 'options'> {
  options: OptionDraft[];
}

export const option = (label: string, ...edits: Edit[]): OptionDraft => ({ label, edits, mode: null });

export const switchOf = (
  key: string,
  label: string,
  code: string,
  on: boolean,
  [off, turnOn]: [Edit, Edit],
): KnobDraft => ({
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
): KnobDraft {
  const options = values.map((value) => option(value, edit(value)));
  return { key, label, code, options, initial: values.indexOf(now) };
}
