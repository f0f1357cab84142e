import { ACTION_FIELDS } from '#model/level/form.ts';
import { leanOf } from '#model/parse/formField.ts';
import { type DraftChange, shortNames } from '#state/level/draft/levelDraft.ts';
import { useStore } from 'zustand';
import { ChangeList } from './ChangeList.tsx';
import { CheckField, DraftItem, TextField } from './fields.tsx';
import { type LevelDraft, freeId, moved, replaced, useBuilder } from '../useBuilder.ts';

/** What happens by itself, and the probes in which it does. */
export function ScriptForm() {
  const { state, draft, sandbox, layout } = useBuilder();
  const { script, probes } = state.draft;
  const done = useStore(sandbox.store, (board) => board.scenario.actions);
  const set = (next: LevelDraft['probes'], session: string | null = null) =>
    draft.change({ probes: next }, session);
  return (
    <>
      <p className="hint">
        The script is what happens in every test, beside what the learner does. Play it on the board and take
        it over, or write it here.
      </p>
      <ChangeList
        kind="action"
        legend="Script"
        list={script}
        change={(next) => draft.change({ script: next })}
      />
      <button
        type="button"
        className="button"
        disabled={done.length === 0}
        onClick={() =>
          draft.change({
            script: done.map(
              (action) => leanOf(ACTION_FIELDS[action.type], shortNames(action, layout)) as DraftChange,
            ),
          })
        }
      >
        Take over what was done on the board ({done.length})
      </button>
      <h3>Tests</h3>
      <p className="hint">
        A learner’s attempt must pass every test. Without any there is one, the board as it stands.
      </p>
      {probes.map((probe, i) => {
        const change = (next: Partial<typeof probe>, session: string | null = null) =>
          set(replaced(probes, i, { ...probe, ...next }), session && `${session} of probe ${i}`);
        return (
          <DraftItem
            // biome-ignore lint/suspicious/noArrayIndexKey: the ID can be edited, so the place is the identity
            key={i}
            name={`Test ${i + 1}`}
            remove={() => set(replaced(probes, i, undefined))}
            up={i > 0 ? () => set(moved(probes, i, i - 1)) : undefined}
            down={i < probes.length - 1 ? () => set(moved(probes, i, i + 1)) : undefined}
          >
            <TextField label="ID" value={probe.id} change={(id) => change({ id }, 'id')} />
            <TextField label="Text" value={probe.text} change={(text) => change({ text }, 'text')} />
            <ChangeList
              kind="edit"
              legend={`Faults of test ${i + 1}`}
              list={probe.faults}
              change={(faults) => change({ faults })}
            />
            <CheckField
              label="Has a script of its own"
              checked={probe.script !== undefined}
              change={(own) => {
                const { script: _, ...rest } = probe;
                set(replaced(probes, i, own ? { ...rest, script: [...script] } : rest));
              }}
            />
            {probe.script !== undefined && (
              <ChangeList
                kind="action"
                legend={`Script of test ${i + 1}`}
                list={probe.script}
                change={(next) => change({ script: next })}
              />
            )}
          </DraftItem>
        );
      })}
      <button
        type="button"
        className="button"
        onClick={() => set([...probes, { id: freeId('probe', probes), text: '', faults: [] }])}
      >
        New test
      </button>
    </>
  );
}
