import { Background, type Edge, type Node, ReactFlow, useEdgesState, useNodesState } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useEffect } from 'react';

/** What the page is given: the same boxes and arrows as our board has, at the same places. */
export interface Board {
  nodes: Node[];
  edges: Edge[];
}

/** React Flow as its documentation starts with it: nodes and edges in state, the default box and the default line. */
export default function Bare() {
  const board: Board = JSON.parse(document.getElementById('board')?.textContent ?? '{}');
  const [nodes, setNodes, onNodesChange] = useNodesState(board.nodes);
  const [edges, , onEdgesChange] = useEdgesState(board.edges);
  useEffect(() => {
    // The bench's edit: one label changes.
    Reflect.set(globalThis, 'benchEdit', (id: string, label: string) =>
      setNodes((before) => before.map((n) => (n.id === id ? { ...n, data: { label } } : n))),
    );
  }, [setNodes]);
  const size = new URLSearchParams(location.search);
  return (
    <div style={{ width: `${size.get('w')}px`, height: `${size.get('h')}px` }}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        minZoom={0.05}
        fitView
      >
        <Background />
      </ReactFlow>
    </div>
  );
}
