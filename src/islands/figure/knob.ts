import type { LayoutChange } from '#model/layout/layoutChange.ts';
import type { RunMode } from '#model/scenario/run.ts';

export interface KnobOption {
  label: string;
  /** What it changes in the layout of the figure. */
  changes: LayoutChange[];
  /** The mode of a `start_run` action, by its place in the list. */
  mode: { action: number; mode: RunMode } | null;
}

/** One setting that the reader may change. */
export interface Knob {
  key: string;
  label: string;
  /** The field as HCL or the API writes it. */
  code: string;
  options: KnobOption[];
  /** The option that is in the figure's own layout. */
  initial: number;
}

/** Which option of each knob is chosen, by the knob's key; a knob that is not named is as it began. */
export type KnobSettings = Readonly<Record<string, number>>;

/** A knob that is off or on is a switch, any other a list. */
export const isSwitch = (knob: Knob): boolean =>
  knob.options.length === 2 && knob.options[0]?.label === 'off' && knob.options[1]?.label === 'on';
