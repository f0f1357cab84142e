import type { StoreApi } from 'zustand/vanilla';
import { goalChange } from '#engine/levels/goalChange.ts';
import { type EventDifference, type WhatIfOutcome, whatIf } from '#engine/query/whatIf.ts';
import { isEdit, nameEdit } from '#model/edits/index.ts';
import { describeChange } from '#model/scenario/describeChange.ts';
import type { Command } from '../board/command.ts';
import { describeRefusal } from '../board/refusal.ts';
import type { Sandbox } from '../board/boardStore.ts';
import { isStructure, restructured } from '../board/structure/structure.ts';
import type { Pin, WhatIfState } from './whatIfs.ts';
import { trialWhen, tryOut } from './trial.ts';

/** How many what-ifs stay on the screen. */
export const PINS = 3;

/** Tries a change from the wanted moment on, or from the other one if that is impossible. */
export function pinTrial(sandbox: Sandbox, store: StoreApi<WhatIfState>, command: Command): void {
  const { when: wanted, pins } = store.getState();
  const possible = trialWhen(sandbox, command);
  const when = possible.includes(wanted) ? wanted : (possible[0] ?? 'start');
  const tried = tryOut(sandbox, command, when);
  if (!tried.ok) {
    sandbox.say(describeRefusal(tried.refusal).message, 'choose');
    return;
  }
  const { scenario: after, simulatedScenario } = tried.value;
  const { simulatedScenario: before, scenario, cursor: event } = sandbox.store.getState();
  const found = whatIf(before, simulatedScenario);
  if (found === null) {
    const { message, next } = describeRefusal({ code: 'too_much', message: null });
    sandbox.say(message, next);
    return;
  }
  const goals = sandbox.level === null ? null : goalChange(sandbox.level, scenario, after);
  const words = describeTrial(sandbox, command);
  const pin: Pin = { command, words, when, event, found, goals, before, after: simulatedScenario };
  const others = pins.filter((other) => other.words !== words || other.when !== when);
  store.setState({ pins: [pin, ...others].slice(0, PINS) });
  sandbox.say(`Tried, not done: ${words}. ${summary(found)}`);
}

export function applyPin(sandbox: Sandbox, store: StoreApi<WhatIfState>, pin: Pin): void {
  const { command, words, when, event } = pin;
  if (when === 'now' && sandbox.store.getState().cursor !== event) sandbox.seek(event);
  const applied = sandbox.perform(command, { when, words: `Applied: ${words}.` });
  if (!applied.ok || applied.value === null) return;
  // The board is no longer the one that the change was compared with.
  store.setState({ pins: [], trying: false });
}

/** The name of a change on buttons and in outcomes, without a full stop. */
export function describeTrial(sandbox: Sandbox, command: Command): string {
  if (isStructure(command)) {
    const outcome = restructured(sandbox.store.getState().scenario, command);
    const words = outcome.ok ? outcome.value.words.replace(/\.$/, '') : '';
    return words === '' ? command.type.replaceAll('_', ' ') : words;
  }
  if (isEdit(command)) return nameEdit(command);
  if ('run' in command && command.run !== undefined)
    return `${command.type.replaceAll('_', ' ')} ${command.run}`;
  return describeChange(command);
}

export function summary({ parts, events }: WhatIfOutcome): string {
  if (parts === null) return 'Nothing would be different.';
  const count = (change: EventDifference['change']) =>
    events.filter((event) => event.change === change).length;
  return `The two part at event ${parts.before + 1}: ${count('added')} added, ${count('removed')} gone, ${count('changed')} changed.`;
}
