import { applyEdit, type Edit, isEdit } from '#model/edits/index.ts';
import { describeChange } from '#model/scenario/describeChange.ts';
import type { Action } from '#model/scenario/action.ts';
import { useSeen, useView } from '#islands/workbench/context/useSandbox.ts';

/** A button for each change that a level offers. */
export function PaletteList({
  edits,
  actions,
}: {
  edits: readonly Edit[];
  /** Without the second at which they are done. */
  actions: readonly Action[];
}) {
  const { sandbox } = useView();
  const { layout, at } = useSeen(({ state, moment }) => ({ layout: state.scenario.layout, at: moment.at }));
  const perform = ({ as, ...action }: Action) => {
    sandbox.actAs(as ?? null);
    sandbox.setWhen('now');
    const done = sandbox.perform(action, isEdit(action) ? { words: `${describeChange(action)}: done.` } : {});
    if (done.ok && done.value === null)
      sandbox.say('That would change nothing: the board is like that already.', 'choose');
  };
  return (
    <>
      {edits.length > 0 && (
        <>
          <h4>Before the start</h4>
          <ul>
            {edits.map((edit) => {
              const words = describeChange(edit);
              return (
                <li key={words}>
                  <button
                    type="button"
                    className="button"
                    disabled={applyEdit(layout, edit) === layout}
                    onClick={() => {
                      sandbox.setWhen('start');
                      sandbox.perform(edit, { words: `${words}: done.` });
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
      {actions.length > 0 && (
        <>
          <h4>Now, at second {at}</h4>
          <ul>
            {actions.map((action) => (
              <li key={JSON.stringify(action)}>
                <button type="button" className="button" onClick={() => perform(action)}>
                  {describeChange(action)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
