import type { Remedy } from '#engine/rules/rule.ts';
import type { Command } from '#state/board/command.ts';
import { describeTrial } from '#state/whatIf/pins.ts';
import { trialWhen } from '#state/whatIf/trial.ts';
import { type WorkbenchSeen, useSandbox } from '../context/useSandbox.ts';
import { WhenChoice } from './WhatIfBar.tsx';

/** What would have happened with one change: tried beside what did happen, and committed only when applied. */
export function WhatIfPanel({
  changes,
  workspaces,
}: {
  changes: readonly Remedy[];
  workspaces: readonly string[];
}) {
  const seen = useSandbox();
  const { sandbox, whatIfs } = seen;
  const tries = triesOf(seen, changes, workspaces);
  if (tries.length === 0) return null;
  return (
    <div className="what-if">
      {tries.some(({ command }) => trialWhen(sandbox, command).length > 1) && (
        <WhenChoice label="What if it were changed" />
      )}
      {tries.map(({ words, command }) => (
        <button type="button" className="button" key={words} onClick={() => void whatIfs.attempt(command)}>
          What if: {words}?
        </button>
      ))}
    </div>
  );
}

interface Try {
  words: string;
  command: Command;
}

/** The changes that the explanation names, then the switches of the workspaces it is about; what is barred is left out. */
function triesOf(
  { moment, sandbox }: WorkbenchSeen,
  changes: readonly Remedy[],
  workspaces: readonly string[],
): Try[] {
  const found = new Map<string, Try>();
  const add = (command: Command) => {
    const words = describeTrial(sandbox, command);
    if (trialWhen(sandbox, command).length > 0 && !found.has(words)) found.set(words, { words, command });
  };
  for (const change of changes) {
    if (change.kind === 'set') {
      const { workspace, settings } = change;
      add({ type: 'set', workspace, settings });
    } else if (change.kind === 'without_trigger') {
      const { sourceable, workspace } = change;
      add({ type: 'delete_run_trigger', sourceable, workspace });
    } else if (change.kind === 'edit') {
      add(change.edit);
    } else if (change.kind === 'act') {
      if (change.type === 'unlock') add({ type: 'unlock', workspace: change.workspace });
      else add({ type: change.type, run: change.run });
    }
  }
  for (const id of workspaces) {
    const w = moment.workspaces.get(id);
    if (w === undefined) continue;
    for (const field of ['auto_apply', 'auto_apply_run_trigger'] as const)
      add({ type: 'set', workspace: id, settings: { [field]: !w[field] } });
  }
  return [...found.values()].slice(0, 4);
}
