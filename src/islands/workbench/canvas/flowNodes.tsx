import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { createContext, use } from 'react';
import { BOX } from './arrange.ts';
import type { Box } from './boxes.ts';
import { WorkspaceNode } from './WorkspaceNode.tsx';

type StationNode = Node<{ box: Box }, 'station'>;

/** Told which workspace got the focus. */
export const FocusContext = createContext<(id: string) => void>(() => undefined);

const GRIP = 24;
/** Where the grips are, so that React Flow need not ask the page for the place of each. */
const handle = (type: 'source' | 'target') => ({
  type,
  position: type === 'source' ? Position.Right : Position.Left,
  x: (type === 'source' ? BOX.width : 0) - GRIP / 2,
  y: (BOX.height - GRIP) / 2,
  width: GRIP,
  height: GRIP,
});
const HANDLES = [handle('target'), handle('source')];

const known = new WeakMap<Box, StationNode>();

/** The node of a box: the same object for the same box, so that React Flow leaves alone what did not change. */
export function nodeOf(box: Box): StationNode {
  const old = known.get(box);
  if (old !== undefined) return old;
  const node: StationNode = {
    id: box.id,
    type: 'station',
    className: 'box',
    data: { box },
    position: box.place,
    width: BOX.width,
    height: BOX.height,
    handles: HANDLES,
    // It has no role that a description could be of: the button in it is what is read.
    domAttributes: { 'aria-roledescription': undefined },
  };
  known.set(box, node);
  return node;
}

function StationNodeView({ data: { box } }: NodeProps<StationNode>) {
  const onFocus = use(FocusContext);
  return (
    <>
      {!box.bare && <Handle type="target" position={Position.Left} className="grip" data-side="in" />}
      <WorkspaceNode box={box} onFocus={onFocus} />
      {!box.bare && <Handle type="source" position={Position.Right} className="grip" data-side="out" />}
    </>
  );
}

export const nodeTypes = { station: StationNodeView };
