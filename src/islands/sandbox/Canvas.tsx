import {
  applyNodeChanges,
  Background,
  type Edge,
  MarkerType,
  type Node,
  ReactFlow,
  useReactFlow,
  ReactFlowProvider,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useEffect, useMemo, useState } from 'react';
import { idOf } from '#model/layout.ts';
import { arranged, BOX, readingOrder } from './arrange.ts';
import { Station } from './Station.tsx';
import { short, useSandbox } from './useSandbox.ts';

const nodeTypes = { station: Station };

/** The drawing. Keys are handled by the board around it; React Flow's own are off. */
function Drawing() {
  const { state, moment, sandbox } = useSandbox();
  const flow = useReactFlow();
  const ids = state.scenario.layout.workspaces.map(idOf);
  const wiring = JSON.stringify(moment.triggers);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is listed is what changes the outcome; the rest is made anew at each render
  const places = useMemo(
    () => arranged(state, moment.triggers),
    [state.scenario.layout.workspaces, state.positions, wiring],
  );
  const order = readingOrder(ids, moment.triggers);
  const [nodes, setNodes] = useState<Node[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is listed is what changes the outcome; the rest is made anew at each render
  useEffect(() => {
    setNodes(
      ids.map((id) => ({
        id,
        type: 'station',
        position: places.get(id) ?? { x: 0, y: 0 },
        data: { order },
        width: BOX.width,
        height: BOX.height,
        draggable: true,
      })),
    );
  }, [places, order.join()]);
  const count = ids.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is listed is what changes the outcome; the rest is made anew at each render
  useEffect(() => {
    const timer = setTimeout(() => flow.fitView({ padding: 0.14, maxZoom: 1.1 }), 60);
    return () => clearTimeout(timer);
  }, [count, wiring, flow]);
  const lit = new Set(
    moment.runs.flatMap((run) => {
      const cause = moment.runs.find((other) => other.id === run.triggered_by);
      return cause === undefined ? [] : [`${cause.workspace} ${run.workspace}`];
    }),
  );
  const edges: Edge[] = moment.triggers.map((t) => ({
    id: `${t.sourceable} ${t.workspace}`,
    source: t.sourceable,
    target: t.workspace,
    className: lit.has(`${t.sourceable} ${t.workspace}`) ? 'edge-fired' : 'edge',
    markerEnd: {
      type: MarkerType.ArrowClosed,
      width: 26,
      height: 26,
      markerUnits: 'userSpaceOnUse',
      color: 'var(--ink-2)',
    },
    focusable: false,
  }));
  for (const [id, w] of moment.workspaces) {
    for (const source of new Set(w.reads.map((r) => r.workspace))) {
      edges.push({
        id: `read ${source} ${id}`,
        source,
        target: id,
        className: 'edge-read',
        focusable: false,
        selectable: false,
        zIndex: -1,
      });
    }
  }
  const connect = (source: string | null, target: string | null) => {
    if (source === null || target === null) return;
    if (sandbox.edit({ type: 'create_run_trigger', sourceable: source, workspace: target })) {
      sandbox.say(`${short(source)} now triggers ${short(target)}.`);
    }
  };
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      onNodesChange={(changes) => setNodes((before) => applyNodeChanges(changes, before))}
      onNodeDragStop={(_, __, dragged) =>
        sandbox.move(Object.fromEntries(dragged.map((n) => [n.id, n.position])))
      }
      onConnect={({ source, target }) => connect(source, target)}
      nodesFocusable={false}
      edgesFocusable={false}
      disableKeyboardA11y
      deleteKeyCode={null}
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      panActivationKeyCode={null}
      minZoom={0.2}
      maxZoom={2}
      nodeDragThreshold={4}
      fitView
      fitViewOptions={{ padding: 0.14, maxZoom: 1.1 }}
      proOptions={{ hideAttribution: false }}
    >
      <Background gap={24} color="var(--line)" />
      {/** biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own */}
      <div className="zoom" role="group" aria-label="Zoom">
        <button type="button" className="button" onClick={() => flow.zoomIn()} aria-label="Zoom in">
          +
        </button>
        <button type="button" className="button" onClick={() => flow.zoomOut()} aria-label="Zoom out">
          −
        </button>
        <button
          type="button"
          className="button"
          onClick={() => flow.fitView({ padding: 0.14, maxZoom: 1.1 })}
        >
          Fit
        </button>
      </div>
    </ReactFlow>
  );
}

export function Canvas() {
  return (
    <div className="canvas">
      <ReactFlowProvider>
        <Drawing />
      </ReactFlowProvider>
    </div>
  );
}
