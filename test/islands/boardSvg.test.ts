import { describe, expect, it } from 'vitest';
import { boardSvg, type BoardPicture } from '#islands/sandbox/files/boardSvg.ts';

const station = (id: string, x: number, more: Partial<BoardPicture['stations'][number]> = {}) => ({
  id,
  name: id,
  mode: 'remote',
  lines: ['auto-apply on'],
  dashed: false,
  x,
  y: 0,
  status: null,
  ...more,
});
const picture = (more: Partial<BoardPicture> = {}): BoardPicture => ({
  title: 'Board',
  box: { width: 200, height: 100 },
  stations: [station('network', -50), station('app', 250)],
  arrows: [{ from: 'network', to: 'app', fired: true }],
  reads: [{ from: 'network', to: 'app' }],
  colours: { ground: '#111', box: '#222', ink: '#eee', faint: '#bbb', line: '#777', accent: '#0cc' },
  ...more,
});

describe('a picture of a board', () => {
  it('holds every box inside of its edges, also those left of the start', () => {
    const svg = boardSvg(picture());
    expect(svg).toContain('width="548"');
    expect(svg).toContain('translate(24 68)');
    expect(svg).toContain('translate(324 68)');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('says in words what it shows', () => {
    const status = { label: 'Applied', ink: '#0f0', background: '#010' };
    const svg = boardSvg(picture({ stations: [station('network', 0, { status }), station('app', 250)] }));
    expect(svg).toContain('<desc>network: Applied; app: no runs yet; network triggers app</desc>');
  });

  it('takes no text for markup', () => {
    const svg = boardSvg(picture({ title: '<script>alert(1)</script> & "x"' }));
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&#60;script&#62;');
  });

  it('of nothing is a picture too, and an arrow to nowhere is left out', () => {
    const svg = boardSvg(picture({ stations: [], reads: [] }));
    expect(svg).not.toMatch(/NaN|undefined|Infinity|marker-end/);
  });
});
