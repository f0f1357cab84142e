import {
  type IsValidConnection,
  type OnConnect,
  type OnConnectEnd,
  type NodeMouseHandler,
  useStoreApi,
} from '@xyflow/react';
import { useCallback, useEffect } from 'react';
import { useView } from '../context/useSandbox.ts';

const isValidConnection: IsValidConnection = ({ source, target }) => source !== target;

/**
 * Drawing triggers: from the right side of a box to its downstream, or from the left side to its source; by dragging,
 * or by two clicks. All of the other box takes the end, not only its grip.
 */
export function useConnecting() {
  const { sandbox } = useView();
  const store = useStoreApi();
  const connect = useCallback(
    (source: string, target: string) => {
      sandbox.perform({ type: 'create_run_trigger', sourceable: source, workspace: target });
    },
    [sandbox],
  );
  /** From the grip of one box to somewhere on another. */
  const join = useCallback(
    (id: string, type: 'source' | 'target', other: string) => {
      if (id === other) return;
      if (type === 'source') connect(id, other);
      else connect(other, id);
    },
    [connect],
  );
  const onConnect = useCallback<OnConnect>(({ source, target }) => connect(source, target), [connect]);
  const onConnectEnd = useCallback<OnConnectEnd>(
    (event, { isValid, fromHandle }) => {
      if (isValid === true || fromHandle === null) return;
      const other = boxUnder(event);
      if (other !== null) join(fromHandle.nodeId, fromHandle.type, other);
    },
    [join],
  );
  const forget = useCallback(() => store.setState({ connectionClickStartHandle: null }), [store]);
  const onNodeClick = useCallback<NodeMouseHandler>(
    ({ target }, { id }) => {
      const from = store.getState().connectionClickStartHandle;
      // The click on a grip begins or ends one, which is React Flow's own.
      if (from === null || (target instanceof Element && target.closest('.grip') !== null)) return;
      forget();
      join(from.nodeId, from.type, id);
    },
    [store, forget, join],
  );
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      forget();
      store.getState().cancelConnection();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [store, forget]);
  return { onConnect, onConnectEnd, onNodeClick, onPaneClick: forget, isValidConnection };
}

/** The box where a mouse or a finger was let go. */
function boxUnder(event: MouseEvent | TouchEvent): string | null {
  const point = 'changedTouches' in event ? event.changedTouches[0] : event;
  if (point === undefined) return null;
  const box = document
    .elementFromPoint(point.clientX, point.clientY)
    ?.closest<HTMLElement>('.react-flow__node');
  return box?.dataset['id'] ?? null;
}
