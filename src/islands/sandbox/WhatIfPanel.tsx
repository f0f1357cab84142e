import { short } from '#model/vocabulary.ts';
import { useState } from 'react';
import { goalChange } from '#engine/goalChange.ts';
import type { Change } from '#engine/rule.ts';
import { type Parted, type WhatIf, whatIf } from '#engine/whatIf.ts';
import type { Scenario } from '#model/action.ts';
import type { When } from '#state/sandboxStore.ts';
import { carryOut, type Trial, trialWhen, tryOut } from '#state/whatIfTrial.ts';
import { momentAt } from '#engine/moment.ts';
import { entryWords } from './entryWords.ts';
import { type Seen, useSandbox } from './useSandbox.ts';

interface Try {
  words: string;
  trial: Trial;
}
interface Pinned extends Try {
  when: When;
  /** The event behind which it was tried. */
  event: number;
  found: WhatIf;
  goals: ReturnType<typeof goalChange> | null;
  before: Scenario;
  after: Scenario;
}

const PINS = 3;
const SHOWN = 6;

/** What would have happened with one change: tried beside what did happen, and committed only when applied. */
export function WhatIfPanel({
  changes,
  workspaces,
}: {
  changes: readonly Change[];
  workspaces: readonly string[];
}) {
  const seen = useSandbox();
  const { state, sandbox } = seen;
  const tries = triesOf(seen, changes, workspaces);
  const [pinned, setPinned] = useState<readonly Pinned[]>([]);
  const [wanted, setWanted] = useState<When>('start');
  const whenOf = ({ trial }: Try): When => {
    const possible = trialWhen(sandbox, trial);
    return possible.includes(wanted) ? wanted : (possible[0] ?? 'start');
  };
  const run = (chosen: Try) => {
    const when = whenOf(chosen);
    const tried = tryOut(sandbox, chosen.trial, when);
    if (typeof tried === 'string') {
      sandbox.say(tried, true);
      return;
    }
    const { staged: before, scenario, cursor } = state;
    const found = whatIf(before, tried.staged);
    if (found === null) {
      sandbox.say('That would be too much for one simulation.', true);
      return;
    }
    const goals = sandbox.level === null ? null : goalChange(sandbox.level, scenario, tried.scenario);
    const rest = pinned.filter((other) => other.words !== chosen.words || other.when !== when);
    const pin = { ...chosen, when, event: cursor, found, goals, before, after: tried.staged };
    setPinned([pin, ...rest].slice(0, PINS));
  };
  const apply = ({ words, trial, when, event }: Pinned) => {
    // It is applied where it was tried.
    if (when === 'now' && state.cursor !== event) sandbox.seek(event);
    if (carryOut(sandbox, trial, when)) sandbox.say(`Applied: ${words}.`);
    setPinned([]);
  };
  if (tries.length === 0) return null;
  return (
    <div className="what-if">
      {tries.some(({ trial }) => trialWhen(sandbox, trial).length > 1) && (
        <label>
          What if it were changed{' '}
          <select value={wanted} onChange={(e) => setWanted(e.target.value === 'now' ? 'now' : 'start')}>
            <option value="start">from the start</option>
            <option value="now">from event {state.cursor} on</option>
          </select>
        </label>
      )}
      {tries.map((one) => (
        <button type="button" className="button" key={one.words} onClick={() => run(one)}>
          What if: {one.words}?
        </button>
      ))}
      <ul className="why-list" aria-live="polite">
        {pinned.map((pin) => (
          <li key={`${pin.words} ${pin.when}`}>
            <p>
              <strong>
                With “{pin.words}” {pin.when === 'start' ? 'from the start' : `from event ${pin.event} on`}:
              </strong>{' '}
              {summary(pin.found)}
            </p>
            {pin.goals !== null && <p>{goalWords(pin.goals)}</p>}
            <ol className="parted">
              {pin.found.events.slice(0, SHOWN).map((event, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list of one comparison never changes
                <li key={i} data-change={event.change}>
                  <strong>{event.change}</strong> {partedWords(event, pin)}
                </li>
              ))}
            </ol>
            {pin.found.events.length > SHOWN && (
              <p className="faint">and {pin.found.events.length - SHOWN} more</p>
            )}
            <div className="row">
              <button type="button" className="button primary" onClick={() => apply(pin)}>
                Apply this change
              </button>
              <button
                type="button"
                className="button"
                onClick={() => setPinned(pinned.filter((other) => other !== pin))}
              >
                Drop
              </button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function summary({ parts, events }: WhatIf): string {
  if (parts === null) return 'Nothing would be different.';
  const count = (change: Parted['change']) => events.filter((event) => event.change === change).length;
  return `The two part at event ${parts.before + 1}: ${count('added')} added, ${count('removed')} gone, ${count('changed')} changed.`;
}

function goalWords({ gained, lost }: ReturnType<typeof goalChange>): string {
  if (gained.length + lost.length === 0) return 'No goal is gained or lost.';
  const said = [
    gained.length === 0 ? '' : `Goals gained: ${gained.join(' ')}`,
    lost.length === 0 ? '' : `Goals lost: ${lost.join(' ')}`,
  ];
  return said.filter((words) => words !== '').join(' ');
}

function partedWords({ before, after }: Parted, pin: Pinned): string {
  if (after !== null)
    return entryWords(after, pin.after, momentAt(pin.after, pin.found.after, pin.found.after.log.length));
  if (before === null) return '';
  return entryWords(before, pin.before, momentAt(pin.before, pin.found.before, pin.found.before.log.length));
}

/** The changes that the explanation names, then the switches of the workspaces it is about; what is barred is left out. */
function triesOf(
  { moment, sandbox }: Seen,
  changes: readonly Change[],
  workspaces: readonly string[],
): Try[] {
  const found = new Map<string, Try>();
  const add = (words: string, trial: Trial) => {
    if (trial.kind === 'edit' && sandbox.barred(trial.edit) !== null) return;
    if (!found.has(words)) found.set(words, { words, trial });
  };
  for (const change of changes) {
    if (change.kind === 'set') {
      const [[field, value] = []] = Object.entries(change.settings);
      if (field !== undefined)
        add(`${field} = ${JSON.stringify(value)} on ${short(change.workspace)}`, {
          kind: 'edit',
          edit: { type: 'set', workspace: change.workspace, settings: change.settings },
        });
    } else if (change.kind === 'without_trigger') {
      const { sourceable, workspace } = change;
      add(`no trigger ${short(sourceable)} → ${short(workspace)}`, {
        kind: 'edit',
        edit: { type: 'delete_run_trigger', sourceable, workspace },
      });
    } else if (change.kind === 'act') {
      if (change.type === 'unlock')
        add(`${short(change.workspace)} unlocked`, {
          kind: 'edit',
          edit: { type: 'unlock', workspace: change.workspace },
        });
      else
        add(`${change.type.replace('_', ' ')} ${change.run}`, {
          kind: 'act',
          action: { type: change.type, run: change.run },
        });
    }
  }
  for (const id of workspaces) {
    const w = moment.workspaces.get(id);
    if (w === undefined) continue;
    for (const field of ['auto_apply', 'auto_apply_run_trigger'] as const)
      add(`${field} = ${!w[field]} on ${short(id)}`, {
        kind: 'edit',
        edit: { type: 'set', workspace: id, settings: { [field]: !w[field] } },
      });
  }
  return [...found.values()].slice(0, 4);
}
