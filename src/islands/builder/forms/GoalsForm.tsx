import { CheckForm } from './CheckForm.tsx';
import { DraftItem, ManyField, SelectField, TextField } from './fields.tsx';
import { type LevelDraft, freeId, moved, replaced, useBuilder } from '../useBuilder.ts';

/** What must be so at the end, in the probes that it is about. */
export function GoalsForm() {
  const { state, draft } = useBuilder();
  const { goals, probes } = state.draft;
  const set = (next: LevelDraft['goals'], session: string | null = null) =>
    draft.change({ goals: next }, session);
  return (
    <>
      {goals.map((goal, i) => {
        const change = (next: Partial<typeof goal>, field: string) =>
          set(replaced(goals, i, { ...goal, ...next }), `${field} of goal ${i}`);
        return (
          <DraftItem
            // biome-ignore lint/suspicious/noArrayIndexKey: the ID can be edited, so the place is the identity
            key={i}
            name={`Goal ${i + 1}`}
            remove={() => set(replaced(goals, i, undefined))}
            up={i > 0 ? () => set(moved(goals, i, i - 1)) : undefined}
            down={i < goals.length - 1 ? () => set(moved(goals, i, i + 1)) : undefined}
          >
            <TextField label="Text" value={goal.text} change={(text) => change({ text }, 'text')} />
            <div className="row">
              <TextField label="ID" value={goal.id} change={(id) => change({ id }, 'id')} />
              <TextField label="Rule" value={goal.rule} change={(rule) => change({ rule }, 'rule')} />
              <SelectField
                label="Kind"
                value={goal.kind}
                options={[
                  ['correct', 'Correct: the level is solved'],
                  ['safe', 'Safe: nothing is wider than it must be'],
                ]}
                change={(kind) => change({ kind: kind === 'safe' ? 'safe' : 'correct' }, 'kind')}
              />
            </div>
            {probes.length > 0 && (
              <ManyField
                legend="Only in these tests (none: in all)"
                values={goal.probes}
                options={probes.map(({ id }) => id)}
                change={(only) => change({ probes: only }, 'probes')}
                none=""
              />
            )}
            <CheckForm check={goal.check} change={(check) => change({ check }, 'check')} />
          </DraftItem>
        );
      })}
      <button
        type="button"
        className="button"
        onClick={() =>
          set([
            ...goals,
            { id: freeId('goal', goals), text: '', kind: 'correct', rule: '', probes: [], check: {} },
          ])
        }
      >
        New goal
      </button>
    </>
  );
}
