import { short } from '#model/vocabulary.ts';
import { useState } from 'react';
import { applyEdit } from '#engine/edit.ts';
import type { Change } from '#engine/rule.ts';
import { type Parted, type WhatIf, whatIf } from '#engine/whatIf.ts';
import type { Action, Scenario } from '#model/action.ts';
import type { Edit } from '#model/edit.ts';
import { stage } from '#state/sandboxStage.ts';
import { momentAt } from '#engine/moment.ts';
import { entryWords } from './entryWords.ts';
import { type Seen, useSandbox } from './useSandbox.ts';

/** One change that can be tried: an edit of the set-up, or something done at the end. */
type Trial = { kind: 'edit'; edit: Edit } | { kind: 'act'; action: Action };
interface Try {
  words: string;
  trial: Trial;
}
interface Pinned extends Try {
  found: WhatIf;
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
  const run = (chosen: Try) => {
    const scenario = trialScenario(state.scenario, chosen.trial);
    const after = stage(sandbox.level, scenario, state.probe);
    const found = whatIf(state.staged, after);
    if (found === null) {
      sandbox.say('That would be too much for one simulation.', true);
      return;
    }
    const rest = pinned.filter((other) => other.words !== chosen.words);
    setPinned([{ ...chosen, found, before: state.staged, after }, ...rest].slice(0, PINS));
  };
  const apply = ({ words, trial }: Try) => {
    if (trial.kind === 'act') sandbox.act(trial.action);
    else if (sandbox.level === null && state.scenario.actions.length > 0)
      sandbox.replaceLayout(applyEdit(state.scenario.layout, trial.edit), `Applied: ${words}.`);
    else sandbox.edit(trial.edit);
    setPinned([]);
  };
  if (tries.length === 0) return null;
  return (
    <div className="what-if">
      {tries.map((one) => (
        <button type="button" className="button" key={one.words} onClick={() => run(one)}>
          What if: {one.words}?
        </button>
      ))}
      <ul className="why-list" aria-live="polite">
        {pinned.map((pin) => (
          <li key={pin.words}>
            <p>
              <strong>With “{pin.words}” from the start:</strong> {summary(pin.found)}
            </p>
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

function partedWords({ before, after }: Parted, pin: Pinned): string {
  if (after !== null)
    return entryWords(after, pin.after, momentAt(pin.after, pin.found.after, pin.found.after.log.length));
  if (before === null) return '';
  return entryWords(before, pin.before, momentAt(pin.before, pin.found.before, pin.found.before.log.length));
}

const trialScenario = ({ layout, actions }: Scenario, trial: Trial): Scenario =>
  trial.kind === 'act'
    ? { layout, actions: [...actions, trial.action] }
    : { layout: applyEdit(layout, trial.edit), actions };

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
