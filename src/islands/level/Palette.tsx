import { applyEdit } from '#engine/edit.ts';
import type { Action } from '#model/action.ts';
import { changeWords } from '#model/editWords.ts';
import { isEdit } from '#state/levelWays.ts';
import { useSandbox } from '#islands/sandbox/useSandbox.ts';
import { useLevel } from './useLevel.ts';

/** Everything that the level offers, helpful or not, as buttons: whatever the board cannot reach is done here. */
export function Palette() {
  const { state, moment, sandbox } = useSandbox();
  const { level } = useLevel();
  const { edits, actions } = level.palette;
  const names = new Set<string>();
  const now = actions.flatMap((action) => {
    const { at: _, ...undated } = action;
    const words = changeWords(undated);
    if (names.has(words)) return [];
    names.add(words);
    return [{ words, action: undated }];
  });
  const perform = ({ as, ...action }: Action) => {
    sandbox.actAs(as ?? null);
    sandbox.setWhen('now');
    const done = isEdit(action) ? sandbox.edit(action) : sandbox.act(action);
    if (done && isEdit(action)) sandbox.say(`${changeWords(action)}: done.`);
  };
  return (
    <details className="palette">
      <summary>What this level offers ({edits.length + now.length})</summary>
      {edits.length > 0 && (
        <>
          <h4>Before the start</h4>
          <ul>
            {edits.map((edit) => {
              const words = changeWords(edit);
              return (
                <li key={words}>
                  <button
                    type="button"
                    className="button"
                    disabled={applyEdit(state.scenario.layout, edit) === state.scenario.layout}
                    onClick={() => {
                      sandbox.setWhen('start');
                      if (sandbox.edit(edit)) sandbox.say(`${words}: done.`);
                    }}
                  >
                    {words}
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
      {now.length > 0 && (
        <>
          <h4>Now, at second {moment.at}</h4>
          <ul>
            {now.map(({ words, action }) => (
              <li key={words}>
                <button type="button" className="button" onClick={() => perform(action)}>
                  {words}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
