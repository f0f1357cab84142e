import { short } from '#model/layout/vocabulary.ts';
import { idOf } from '#model/layout/layout.ts';
import { StatusMark } from '#islands/status/StatusMark.tsx';
import { depths, readingOrder } from './canvas/arrange.ts';
import { indexOf } from './context/boardIndex.ts';
import { describeNode } from './describeNode.ts';
import { SelectedMark } from './SelectedMark.tsx';
import { shownRun, useSeen, useView } from './context/useSandbox.ts';

/** The board as a list, upstream first and indented by layer: what a phone opens with. */
export function LayeredList() {
  const { sandbox, pick } = useView();
  const { layout, moment, focused, chosen } = useSeen(({ state, moment }) => ({
    layout: state.scenario.layout,
    moment,
    focused: state.focused,
    chosen: state.selected,
  }));
  const ids = layout.workspaces.map(idOf);
  const order = readingOrder(ids, moment.triggers);
  const depth = depths(ids, moment.triggers);
  const selected = new Set(chosen);
  return (
    <ul className="layered">
      {order.map((id, place) => {
        const w = moment.workspaces.get(id);
        const run = shownRun(moment, id);
        const sources = (indexOf(moment).sources.get(id) ?? []).map(short);
        return (
          <li key={id} style={{ marginInlineStart: `${Math.min(depth.get(id) ?? 0, 5) * 14}px` }}>
            <button
              type="button"
              className="layer-name"
              data-station={id}
              data-selected={selected.has(id) ? true : undefined}
              aria-current={focused === id ? 'true' : undefined}
              tabIndex={focused === id ? 0 : -1}
              onFocus={() => sandbox.focus(id)}
              onClick={() => sandbox.focus(id)}
            >
              <span className="visually-hidden">
                {selected.has(id) ? 'Selected: ' : ''}
                {describeNode(moment, id, place, order.length)}
              </span>
              {selected.has(id) && <SelectedMark />}
              <strong aria-hidden="true">{short(id)}</strong>
              <span className="faint" aria-hidden="true">
                {w?.execution_mode}
                {sources.length > 0 ? `, after ${sources.join(' and ')}` : ''}
              </span>
              {run !== null && (
                <span aria-hidden="true">
                  <StatusMark status={run.status} waitingFor={run.waiting_for} />
                </span>
              )}
            </button>
            <button
              type="button"
              className="button"
              aria-label={`Add trigger from ${short(id)}`}
              onClick={() => pick({ id, direction: 'from' })}
            >
              Add trigger
            </button>
          </li>
        );
      })}
    </ul>
  );
}
