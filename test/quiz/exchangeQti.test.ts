import { describe, expect, it } from 'vitest';
import { toAnki } from '#quiz/exchange/anki.ts';
import { toQti } from '#quiz/exchange/qti.ts';
import { scoreRows, scoreSelection } from '#quiz/scoring/formulas.ts';
import { all, readXml, type Xml } from './xml.ts';
import { items, odd } from './exchangeItems.ts';

describe('QTI 3', () => {
  const files = toQti([...items, { question: odd, seed: null, scenario: null }]);
  const read = new Map(files.map(({ path, text }) => [path, readXml(text)]));
  const itemOf = (id: string): Xml => {
    const xml = read.get(`items/${id}.xml`);
    if (xml === undefined) throw new Error(id);
    return xml;
  };
  const texts = (xml: Xml, name: string) => all(xml, name).map((e) => e.text);

  it('has one well-formed file for each question, all of them in the manifest', () => {
    const manifest = read.get('imsmanifest.xml');
    if (manifest === undefined) throw new Error('no manifest');
    const listed = all(manifest, 'resource').map((r) => r.attributes['href']);
    expect(listed).toEqual(files.map(({ path }) => path).filter((path) => path !== 'imsmanifest.xml'));
    expect(all(manifest, 'file').map((f) => f.attributes['href'])).toEqual(listed);
    expect(new Set(all(manifest, 'resource').map((r) => r.attributes['identifier'])).size).toBe(
      listed.length,
    );
    expect(files).toHaveLength(items.length + 2);
  });

  it('declares every identifier that it uses, and its key is among the choices', () => {
    for (const { question } of items) {
      const xml = itemOf(question.id);
      const declared = [...all(xml, 'qti-response-declaration'), ...all(xml, 'qti-outcome-declaration')].map(
        (d) => d.attributes['identifier'],
      );
      const used = ['qti-variable', 'qti-correct', 'qti-map-response', 'qti-set-outcome-value']
        .flatMap((name) => all(xml, name))
        .map((e) => e.attributes['identifier']);
      const outcomes = all(xml, 'qti-modal-feedback').map((f) => f.attributes['outcome-identifier']);
      for (const id of [...used, ...outcomes]) expect(declared, question.id).toContain(id);
      const choices = [...all(xml, 'qti-simple-choice'), ...all(xml, 'qti-simple-associable-choice')].map(
        (c) => c.attributes['identifier'] ?? '',
      );
      expect(new Set(choices).size, question.id).toBe(choices.length);
      for (const id of choices) expect(id).toMatch(/^[A-Za-z_][\w.-]*$/);
      const correct = all(xml, 'qti-correct-response').flatMap((c) => texts(c, 'qti-value'));
      expect(correct.length).toBeGreaterThan(0);
      const keys = all(xml, 'qti-map-entry').map((e) => e.attributes['map-key'] ?? '');
      if (choices.length === 0) continue;
      for (const id of [...correct, ...keys].flatMap((value) => value.split(' ')))
        expect(choices, question.id).toContain(id);
    }
  });

  it('has the key of the question', () => {
    for (const { question } of items) {
      const correct = all(itemOf(question.id), 'qti-correct-response').flatMap((c) => texts(c, 'qti-value'));
      if ('options' in question)
        expect(correct).toEqual(question.options.filter((o) => o.correct).map((o) => `o-${o.id}`));
      else if ('rows' in question)
        expect(correct).toEqual(question.rows.map((r) => `r-${r.id} c-${r.correct}`));
      else if ('things' in question) expect(correct).toEqual(question.things.map((t) => `o-${t.id}`));
      else if (question.type === 'fill') expect(correct).toEqual(question.accepted.slice(0, 1));
      else expect(correct).toEqual([question.type === 'number' ? String(question.answer) : null]);
    }
  });

  it('scores as this app does, not below 0', () => {
    for (const { question } of items) {
      const xml = itemOf(question.id);
      const [mapping] = all(xml, 'qti-mapping');
      if (mapping === undefined) continue;
      expect(mapping.attributes).toMatchObject({ 'lower-bound': '0', 'upper-bound': '1' });
      const value = (key: string) =>
        Number(
          all(mapping, 'qti-map-entry').find((e) => e.attributes['map-key'] === key)?.attributes[
            'mapped-value'
          ] ?? mapping.attributes['default-value'],
        );
      const score = (keys: readonly string[]) =>
        Math.max(
          0,
          keys.reduce((sum, key) => sum + value(key), 0),
        );
      if (question.type === 'multi') {
        const ids = question.options.map((o) => o.id);
        const keys = question.options.filter((o) => o.correct).map((o) => o.id);
        for (const chosen of [keys, ids, ids.slice(0, 1), ids.slice(1), ids.slice(0, 2)]) {
          const { top, bottom } = scoreSelection(ids, keys, chosen).partial;
          expect(score(chosen.map((id) => `o-${id}`)), question.id).toBeCloseTo(top / bottom, 9);
        }
      }
      if ('rows' in question) {
        const choices = question.type === 'table' ? question.columns : question.choices;
        const first = question.rows.map(() => choices[0]?.id ?? '');
        const { top, bottom } = scoreRows(
          question.rows.map((r) => r.correct),
          first,
          choices.length,
        ).partial;
        const given = question.rows.map((r, i) => `r-${r.id} c-${first[i]}`);
        expect(score(given), question.id).toBeCloseTo(top / bottom, 9);
      }
    }
  });

  it('has a feedback for each option, or one that is shown in any case', () => {
    for (const { question } of items) {
      const feedback = all(itemOf(question.id), 'qti-modal-feedback').map((f) => f.attributes['identifier']);
      if ('options' in question) expect(feedback).toEqual(question.options.map((o) => `o-${o.id}`));
      else expect(feedback).toEqual(['explained']);
    }
  });

  it('says the seed of generated items', () => {
    expect(itemOf('which-run-2-1').attributes['title']).toBe('Which workspaces get a run? (seed 1)');
  });

  it('keeps what means something in XML', () => {
    const xml = itemOf('odd');
    expect(texts(xml, 'code')[0]).toBe('a = {b}');
    expect(texts(xml, 'p')[0]).toBe('Is  < 1 & "so"?');
    expect(texts(xml, 'em')).toEqual(['now']);
  });
});

describe('Anki', () => {
  const lines = toAnki([...items, { question: odd, seed: null, scenario: null }])
    .trimEnd()
    .split('\n');
  const notes = lines.filter((l) => !l.startsWith('#')).map((l) => l.split('\t'));

  it('has a line a note, with four fields', () => {
    expect(lines.slice(0, 2)).toEqual(['#separator:tab', '#html:true']);
    expect(notes).toHaveLength(items.length + 1);
    for (const note of notes) {
      expect(note).toHaveLength(4);
      for (const part of note) expect(part).not.toBe('');
    }
    expect(new Set(notes.map(([id]) => id)).size).toBe(notes.length);
  });

  it('has well-formed HTML, the key on the back and the tags last', () => {
    for (const [i, [, front = '', back = '', tags = '']] of notes.entries()) {
      expect(
        () => readXml(`<div>${front}${back}</div>`.replaceAll('<br>', '<br/>')),
        String(i),
      ).not.toThrow();
      expect(tags).toMatch(/^objective::\w+ topic::\S+ difficulty::[123]/);
    }
    const of = (id: string) => notes.find(([guid]) => guid === `runchain-${id}`);
    expect(of('which-run-2-1')?.[3]).toContain('family::Which_workspaces_get_a_run? seed::1');
    expect(of('diamond-count')?.[2]).toContain('<strong>2</strong> runs');
  });
});
