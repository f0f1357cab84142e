import { type FormEvent, useId } from 'react';
import { offers } from '#engine/levels/palette.ts';
import { actorsOf } from '#state/level/editOptions.ts';
import { useSeen, useView } from '#islands/workbench/context/useSandbox.ts';
import { useLevel } from './useLevel.ts';

/** How the learner acts in this level: which probe is played, who acts, and when. Only what the level needs. */
export function ActingBar() {
  const { sandbox } = useView();
  const { probe, acting, when, at } = useSeen(({ state, moment }) => ({
    probe: state.probe,
    acting: state.acting,
    when: state.when,
    at: moment.at,
  }));
  const { level } = useLevel();
  const name = useId();
  const actors = actorsOf(level);
  const both = level.palette.edits.some((edit) => offers(level.palette.actions, edit));
  const dated = level.palette.actions.length > 0;
  const who = level.palette.actions.some((action) => action.as !== undefined);
  const wait = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const second = Number(new FormData(event.currentTarget).get('second'));
    if (!Number.isInteger(second) || second < 0) {
      sandbox.say('A second is a whole number, 0 or more.', 'value');
      return;
    }
    sandbox.waitUntil(second);
    sandbox.say(`Second ${second}.`);
  };
  if (level.probes.length < 2 && !both && !dated) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own
    <div className="acting row" role="group" aria-label="How you act" data-panel="board">
      {level.probes.length > 1 && (
        <label>
          Play{' '}
          <select value={probe ?? ''} onChange={(event) => sandbox.chooseProbe(event.target.value)}>
            {level.probes.map(({ id, text }) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </select>
        </label>
      )}
      {who && (
        <label>
          Act as{' '}
          <select
            value={acting ?? ''}
            onChange={(event) => sandbox.actAs(event.target.value === '' ? null : event.target.value)}
          >
            {actors.map((team) => (
              <option key={team ?? ''} value={team ?? ''}>
                {team ?? 'owner'}
              </option>
            ))}
          </select>
        </label>
      )}
      {both && (
        <fieldset>
          <legend>A change counts</legend>
          {(['start', 'now'] as const).map((time) => (
            <label key={time}>
              <input
                type="radio"
                name={name}
                checked={when === time}
                onChange={() => sandbox.setWhen(time)}
              />{' '}
              {time === 'start' ? 'before the start' : 'now'}
            </label>
          ))}
        </fieldset>
      )}
      {dated && (
        <form onSubmit={wait} className="row" noValidate>
          <label>
            Wait until second{' '}
            <input name="second" type="number" min={0} max={9999} defaultValue={at} key={at} />
          </label>
          <button type="submit" className="button">
            Wait
          </button>
        </form>
      )}
    </div>
  );
}
