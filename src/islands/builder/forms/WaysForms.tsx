import type { DraftAttempt } from '#state/level/draft/levelDraft.ts';
import { ChangeList } from './ChangeList.tsx';
import { DraftItem, NumberField, SelectField, TextField } from './fields.tsx';
import { type LevelDraft, replaced, useBuilder } from '../useBuilder.ts';

/** Edits and actions together, as a palette, a solution and a mistake have them. */
function AttemptForm({
  name,
  value,
  change,
  palette,
}: {
  name: string;
  value: DraftAttempt;
  change: (next: Partial<DraftAttempt>) => void;
  palette?: DraftAttempt;
}) {
  return (
    <>
      <ChangeList
        kind="edit"
        legend={`Edits of ${name}`}
        list={value.edits}
        change={(edits) => change({ edits })}
        {...(palette === undefined ? {} : { offered: palette.edits })}
      />
      <ChangeList
        kind="action"
        legend={`Actions of ${name}`}
        list={value.actions}
        change={(actions) => change({ actions })}
        {...(palette === undefined ? {} : { offered: palette.actions })}
      />
    </>
  );
}

export function PaletteForm() {
  const { state, draft } = useBuilder();
  const { palette } = state.draft;
  return (
    <>
      <p className="hint">
        All that a learner may do: edits of the set-up, and actions while the board is played. The proof looks
        for shorter ways among them.
      </p>
      <AttemptForm
        name="the palette"
        value={palette}
        change={(next) => draft.change({ palette: { ...palette, ...next } })}
      />
    </>
  );
}

export function SolutionForm() {
  const { state, draft } = useBuilder();
  const { solution, palette, par } = state.draft;
  return (
    <>
      <AttemptForm
        name="the solution"
        value={solution}
        change={(next) => draft.change({ solution: { ...solution, ...next } })}
        palette={palette}
      />
      <NumberField
        label="Par"
        least={1}
        value={par}
        change={(next) => draft.change({ par: next ?? 0 }, 'par')}
      />
      <p className="hint">How many edits and actions the third star allows.</p>
    </>
  );
}

export function MistakesForm() {
  const { state, draft } = useBuilder();
  const { mistakes, goals, palette } = state.draft;
  const set = (next: LevelDraft['mistakes'], session: string | null = null) =>
    draft.change({ mistakes: next }, session);
  return (
    <>
      <p className="hint">
        What people are likely to try. Each must fail the goal that it names, by its rule.
      </p>
      {mistakes.map((mistake, i) => {
        const change = (next: Partial<typeof mistake>, field: string | null = null) =>
          set(replaced(mistakes, i, { ...mistake, ...next }), field && `${field} of mistake ${i}`);
        return (
          <DraftItem
            // biome-ignore lint/suspicious/noArrayIndexKey: mistakes have no identity but their place
            key={i}
            name={`Mistake ${i + 1}`}
            remove={() => set(replaced(mistakes, i, undefined))}
          >
            <TextField label="Text" value={mistake.text} change={(text) => change({ text }, 'text')} />
            <div className="row">
              <SelectField
                label="Fails goal"
                value={mistake.fails}
                options={goals.map(({ id }) => id)}
                change={(fails) => change({ fails })}
              />
              <TextField label="By rule" value={mistake.rule} change={(rule) => change({ rule }, 'rule')} />
            </div>
            <AttemptForm name={`mistake ${i + 1}`} value={mistake} change={change} palette={palette} />
          </DraftItem>
        );
      })}
      <button
        type="button"
        className="button"
        onClick={() =>
          set([
            ...mistakes,
            { text: '', edits: [], actions: [], fails: goals[0]?.id ?? '', rule: goals[0]?.rule ?? '' },
          ])
        }
      >
        New mistake
      </button>
    </>
  );
}
