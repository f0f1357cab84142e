import { useMemo, useState } from 'react';
import type { Scenario } from '#model/action.ts';
import type { Knob, Settings } from './knob.ts';

type Turn = (scenario: Scenario, knobs: readonly Knob[], settings: Settings) => Scenario;

export interface Turned {
  scenario: Scenario;
  settings: Settings;
  turn: (key: string, option: number) => void;
  /** `loading`: the scenario does not yet stand as the settings say; `failed`: it will not. */
  state: 'there' | 'loading' | 'failed';
}

/** A board and its knobs. What edits a board is loaded with the first turn: most readers only play. */
export function useTurned(base: Scenario, knobs: readonly Knob[]): Turned {
  const [settings, setSettings] = useState<Settings>({});
  const [turned, setTurned] = useState<Turn | null>(null);
  const [failed, setFailed] = useState(false);
  const { layout, actions } = base;
  const touched = Object.keys(settings).length > 0;
  const scenario = useMemo(
    () => (turned === null ? { layout, actions } : turned({ layout, actions }, knobs, settings)),
    [turned, layout, actions, knobs, settings],
  );
  const turn = (key: string, option: number) => {
    setSettings((now) => ({ ...now, [key]: option }));
    if (turned !== null) return;
    import('./turned.ts').then(
      (loaded) => setTurned(() => loaded.turned),
      () => setFailed(true),
    );
  };
  return {
    scenario,
    settings,
    turn,
    state: !touched || turned !== null ? 'there' : failed ? 'failed' : 'loading',
  };
}
