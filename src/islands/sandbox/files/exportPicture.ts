import type { Snapshot } from '#engine/query/stateAt.ts';
import { statusLabel } from '#islands/status/statusLabel.ts';
import { toneOf } from '#islands/status/tone.ts';
import { BOX, type Graph, graphOf, layered, type BoxPlaces } from '#islands/workbench/canvas/arrange.ts';
import type { ArrangeAnswer, ArrangeQuestion } from '#islands/workbench/canvas/arrange.worker.ts';
import { shownRun, type WorkbenchSeen } from '#islands/workbench/context/useSandbox.ts';
import { boardSvg, type BoardPicture } from './boardSvg.ts';

/** The largest side of a picture of pixels: what every browser can draw. */
const MOST_PIXELS = 8_000;
/** Milliseconds. */
const LONGEST_WAIT = 15_000;

/** The board at the cursor as SVG, in the colours of the page. */
export async function pictureOf({ state, moment }: WorkbenchSeen, title: string): Promise<string> {
  const graph = graphOf([...moment.workspaces.values()], moment.triggers);
  const found = await arranged(graph);
  const places = graph.ids.map((id) => [id, state.positions[id] ?? found.get(id) ?? { x: 0, y: 0 }] as const);
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  return boardSvg({
    title,
    box: BOX,
    stations: places.flatMap(([id, at]) => stationOf(id, at, moment, colour)),
    arrows: moment.triggers.map((t) => ({ from: t.sourceable, to: t.workspace, fired: fired(moment, t) })),
    reads: [...moment.workspaces].flatMap(([id, w]) =>
      [...new Set(w.reads.map((read) => read.workspace))].map((from) => ({ from, to: id })),
    ),
    colours: {
      ground: colour('--surface-0'),
      box: colour('--surface-1'),
      ink: colour('--ink-1'),
      faint: colour('--ink-2'),
      line: colour('--line-strong'),
      accent: colour('--accent'),
    },
  });
}

/** As the canvas arranges it; by the quick arrangement where the worker does not answer. */
function arranged(graph: Graph): Promise<BoxPlaces> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('../../workbench/canvas/arrange.worker.ts', import.meta.url), {
      type: 'module',
    });
    const settle = (places: BoxPlaces) => {
      worker.terminate();
      resolve(places);
    };
    const question: ArrangeQuestion = { turn: 1, graph };
    worker.onmessage = ({ data }: MessageEvent<ArrangeAnswer>) => settle(new Map(data.places));
    worker.onerror = () => settle(layered(graph));
    setTimeout(() => settle(layered(graph)), LONGEST_WAIT);
    worker.postMessage(question);
  });
}

function stationOf(
  id: string,
  { x, y }: { x: number; y: number },
  moment: Snapshot,
  colour: (name: string) => string,
): BoardPicture['stations'] {
  const w = moment.workspaces.get(id);
  if (w === undefined) return [];
  const run = shownRun(moment, id);
  const tone = run === null ? null : toneOf(run.status, run.waiting_for);
  const status =
    run === null || tone === null
      ? null
      : {
          label: statusLabel(run.status, run.waiting_for),
          ink: colour(`--status-${tone}`),
          background: colour(`--status-${tone}-bg`),
        };
  const lines = [
    `auto-apply ${w.auto_apply ? 'on' : 'off'}`,
    `triggered runs ${w.auto_apply_run_trigger ? 'on' : 'off'}`,
  ];
  const mode = moment.locks.has(id) ? `${w.execution_mode}, locked` : w.execution_mode;
  return [{ id, name: w.name, mode, lines, dashed: w.execution_mode === 'local', x, y, status }];
}

const fired = (moment: Snapshot, trigger: { sourceable: string; workspace: string }): boolean =>
  moment.runs.some((run) => {
    if (run.workspace !== trigger.workspace || run.triggered_by === null) return false;
    return moment.runs.some(
      (cause) => cause.id === run.triggered_by && cause.workspace === trigger.sourceable,
    );
  });

/** An SVG drawn in pixels, two for each of its own. */
export async function pngOf(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const scale = Math.min(2, MOST_PIXELS / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(image.naturalWidth * scale);
    canvas.height = Math.ceil(image.naturalHeight * scale);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('this browser draws no pictures');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error('the picture is too large')) : resolve(blob)),
        'image/png',
      );
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
