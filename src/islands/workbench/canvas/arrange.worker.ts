import dagre from '@dagrejs/dagre';
import { BOX, GAP, type Graph, type BoxPlace } from './arrange.ts';

/** What the page asks, and what it is told: the turn says which question an answer belongs to. */
export interface ArrangeQuestion {
  turn: number;
  graph: Graph;
}
export interface ArrangeAnswer {
  turn: number;
  places: [string, BoxPlace][];
}

/** Arranges by layers, with as few crossings as dagre finds; off the page's own thread, for 500 boxes take seconds. */
self.addEventListener('message', ({ data }: MessageEvent<ArrangeQuestion>) => {
  const { ids, edges } = data.graph;
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: GAP.node, ranksep: GAP.rank, marginx: 12, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const id of ids) graph.setNode(id, { ...BOX });
  for (const [source, target] of edges) graph.setEdge(source, target);
  dagre.layout(graph);
  const answer: ArrangeAnswer = {
    turn: data.turn,
    places: ids.map((id) => {
      const at = graph.node(id);
      return [id, { x: at.x - BOX.width / 2, y: at.y - BOX.height / 2 }];
    }),
  };
  self.postMessage(answer);
});
