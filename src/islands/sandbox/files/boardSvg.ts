/** What is drawn of a board; places are those of the canvas, in pixels. */
export interface BoardPicture {
  title: string;
  box: { width: number; height: number };
  stations: readonly Station[];
  /** Run triggers; `fired`: a run was queued by it. */
  arrows: readonly { from: string; to: string; fired: boolean }[];
  /** Whose outputs are read. */
  reads: readonly { from: string; to: string }[];
  colours: Colours;
}
interface Station {
  id: string;
  name: string;
  mode: string;
  lines: readonly string[];
  /** Dashed, where runs happen elsewhere. */
  dashed: boolean;
  x: number;
  y: number;
  status: { label: string; ink: string; background: string } | null;
}
interface Colours {
  ground: string;
  box: string;
  ink: string;
  faint: string;
  line: string;
  accent: string;
}

const MARGIN = 24;
const HEAD = 44;
const FOOT = 30;
const FONT = 'font-family="system-ui, -apple-system, Segoe UI, sans-serif"';

/** A board as an SVG that needs nothing from outside: every state is said in words too. */
export function boardSvg({ title, box, stations, arrows, reads, colours }: BoardPicture): string {
  const left = Math.min(0, ...stations.map(({ x }) => x));
  const top = Math.min(0, ...stations.map(({ y }) => y));
  const width = Math.max(300, ...stations.map(({ x }) => x - left + box.width)) + 2 * MARGIN;
  const height = Math.max(60, ...stations.map(({ y }) => y - top + box.height)) + 2 * MARGIN + HEAD + FOOT;
  const at = new Map(
    stations.map((s) => [s.id, { x: s.x - left + MARGIN, y: s.y - top + MARGIN + HEAD }] as const),
  );
  const curve = (from: string, to: string, style: string): string => {
    const [a, b] = [at.get(from), at.get(to)];
    if (a === undefined || b === undefined) return '';
    const [x1, y1] = [a.x + box.width, a.y + box.height / 2];
    const [x2, y2] = [b.x, b.y + box.height / 2];
    const bend = Math.max(40, Math.abs(x2 - x1) / 2);
    return `<path d="M${n(x1)} ${n(y1)}C${n(x1 + bend)} ${n(y1)} ${n(x2 - bend)} ${n(y2)} ${n(x2)} ${n(y2)}" fill="none" ${style}/>`;
  };
  const parts = [
    ...reads.map(({ from, to }) =>
      curve(from, to, `stroke="${colours.line}" stroke-width="1.5" stroke-dasharray="2 6"`),
    ),
    ...arrows.map(({ from, to, fired }) =>
      curve(
        from,
        to,
        `stroke="${fired ? colours.accent : colours.faint}" stroke-width="${fired ? 3.5 : 2}" marker-end="url(#${fired ? 'fired' : 'wired'})"`,
      ),
    ),
    ...stations.map((station) => drawn(station, at.get(station.id) ?? { x: 0, y: 0 }, box, colours)),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}" role="img" ${FONT}>
<title>${escaped(title)}</title>
<desc>${escaped(described(stations, arrows))}</desc>
<defs>${marker('wired', colours.faint)}${marker('fired', colours.accent)}</defs>
<rect width="100%" height="100%" fill="${colours.ground}"/>
<text x="${MARGIN}" y="${MARGIN + 16}" font-size="18" font-weight="700" fill="${colours.ink}">${escaped(title)}</text>
${parts.filter((part) => part !== '').join('\n')}
<text x="${MARGIN}" y="${n(height - 14)}" font-size="12" fill="${colours.faint}">Arrow: run trigger; bold: it queued a run. Dotted: reads outputs.</text>
</svg>
`;
}

function drawn(
  { name, mode, lines, dashed, status }: Station,
  { x, y }: { x: number; y: number },
  box: { width: number; height: number },
  colours: Colours,
): string {
  const text = (dy: number, size: number, words: string, more: string) =>
    `<text x="14" y="${dy}" font-size="${size}" ${more}>${escaped(words)}</text>`;
  const mark =
    status === null
      ? text(box.height - 14, 12, 'no runs yet', `fill="${colours.faint}"`)
      : `<rect x="12" y="${box.height - 32}" width="${12 + status.label.length * 7}" height="22" rx="11" fill="${status.background}"/><text x="18" y="${box.height - 17}" font-size="12" font-weight="600" fill="${status.ink}">${escaped(status.label)}</text>`;
  return `<g transform="translate(${n(x)} ${n(y)})"><rect width="${box.width}" height="${box.height}" rx="6" fill="${colours.box}" stroke="${colours.line}" stroke-width="1.5"${dashed ? ' stroke-dasharray="6 4"' : ''}/><rect width="${box.width}" height="5" fill="${colours.faint}"/>${text(28, 15, cut(name, 18), `font-weight="700" fill="${colours.ink}"`)}<text x="${box.width - 12}" y="28" font-size="12" text-anchor="end" fill="${colours.faint}">${escaped(mode)}</text>${lines.map((line, i) => text(48 + i * 17, 12, line, `fill="${colours.faint}"`)).join('')}${mark}</g>`;
}

const marker = (id: string, colour: string): string =>
  `<marker id="${id}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="14" markerHeight="14" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 10 5 0 10z" fill="${colour}"/></marker>`;

function described(stations: BoardPicture['stations'], arrows: BoardPicture['arrows']): string {
  const names = new Map(stations.map(({ id, name }) => [id, name]));
  const states = stations.map(({ name, status }) => `${name}: ${status?.label ?? 'no runs yet'}`);
  const wires = arrows.map(({ from, to }) => `${names.get(from) ?? from} triggers ${names.get(to) ?? to}`);
  return [...states, ...wires].join('; ');
}

const n = (value: number): string => String(Math.round(value * 10) / 10);
const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
