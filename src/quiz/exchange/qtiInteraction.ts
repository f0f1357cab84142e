import type { FormOf } from '../types/typeModule.ts';
import type { PortableForm } from './boardText.ts';
import { escapeXml, inlineHtml } from './html.ts';

/** How a question is answered in QTI: its response, its key, how it is scored, and its part of the body. */
export interface Interaction {
  cardinality: 'single' | 'multiple' | 'ordered';
  baseType: 'identifier' | 'directedPair' | 'string' | 'float';
  correct: string[];
  /** null: right or wrong as a whole. Else what each value adds; what is not listed adds `otherwise`. */
  mapping: {
    entries: { key: string; value: number; caseSensitive?: boolean }[];
    otherwise: number;
  } | null;
  body: string;
  /** Whether each value of the response has a feedback of its own. */
  ownFeedback: boolean;
}

/** Scores are those of scoring version 1: see rule B in `formulas.ts`. */
export function qtiInteraction(form: PortableForm): Interaction {
  switch (form.form) {
    case 'options':
      return choice(form);
    case 'rows':
      return pairs(form);
    case 'order':
      return {
        cardinality: 'ordered',
        baseType: 'identifier',
        correct: form.things.map((thing) => `o-${thing.id}`),
        mapping: null,
        body: interaction(
          'qti-order-interaction',
          'shuffle="true"',
          form.things.map((t) => element('qti-simple-choice', `o-${t.id}`, t.text)),
        ),
        ownFeedback: false,
      };
    case 'text':
      return {
        cardinality: 'single',
        baseType: form.number ? 'float' : 'string',
        correct: form.accepted.slice(0, 1),
        mapping: form.number
          ? null
          : {
              entries: form.accepted.map((key) => ({ key, value: 1, caseSensitive: form.caseSensitive })),
              otherwise: 0,
            },
        body: entry(form.unit),
        ownFeedback: false,
      };
  }
}

function choice({ pick, count, options }: FormOf<'options'>): Interaction {
  const several = pick === 'several';
  const most = count ?? (several ? options.length : 1);
  // True and false stay in their order.
  const shuffle = pick !== 'truth';
  const limits = `shuffle="${shuffle}" max-choices="${most}"${count === null ? '' : ` min-choices="${count}"`}`;
  return {
    cardinality: several ? 'multiple' : 'single',
    baseType: 'identifier',
    correct: options.filter((o) => o.correct).map((o) => `o-${o.id}`),
    mapping: several ? sharesOf(options) : null,
    body: interaction(
      'qti-choice-interaction',
      limits,
      options.map((o) =>
        element('qti-simple-choice', `o-${o.id}`, o.text, o.pin === 'last' ? ' fixed="true"' : ''),
      ),
    ),
    ownFeedback: true,
  };
}

/** hits/K − wrong/D. */
function sharesOf(options: FormOf<'options'>['options']): NonNullable<Interaction['mapping']> {
  const keys = options.filter((o) => o.correct).length;
  const wrong = options.length - keys;
  return {
    entries: options.map((o) => ({ key: `o-${o.id}`, value: o.correct ? 1 / keys : -1 / wrong })),
    otherwise: 0,
  };
}

/** The mean over the rows of (right − 1/k) / (1 − 1/k). */
function pairs({ rows, choices }: FormOf<'rows'>): Interaction {
  const set = (elements: readonly string[]) =>
    `<qti-simple-match-set>${elements.join('')}</qti-simple-match-set>`;
  return {
    cardinality: 'multiple',
    baseType: 'directedPair',
    correct: rows.map((row) => `r-${row.id} c-${row.correct}`),
    mapping: {
      entries: rows.map((row) => ({ key: `r-${row.id} c-${row.correct}`, value: 1 / rows.length })),
      otherwise: -1 / ((choices.length - 1) * rows.length),
    },
    body: interaction('qti-match-interaction', `shuffle="false" max-associations="${rows.length}"`, [
      set(
        rows.map((row) => element('qti-simple-associable-choice', `r-${row.id}`, row.text, ' match-max="1"')),
      ),
      set(
        choices.map((c) =>
          element('qti-simple-associable-choice', `c-${c.id}`, c.text, ` match-max="${rows.length}"`),
        ),
      ),
    ]),
    ownFeedback: false,
  };
}

const interaction = (name: string, attributes: string, inside: readonly string[]): string =>
  `<${name} response-identifier="RESPONSE" ${attributes}>${inside.join('')}</${name}>`;
const element = (name: string, id: string, text: string, attributes = ''): string =>
  `<${name} identifier="${escapeXml(id)}"${attributes}>${inlineHtml(text.trim())}</${name}>`;
const entry = (unit: string): string =>
  `<div><qti-text-entry-interaction response-identifier="RESPONSE" expected-length="30"/>${unit === '' ? '' : ` ${escapeXml(unit)}`}</div>`;
