import { assertNever } from '#model/parse/problem.ts';
import { familyTitle } from '../generators/kit/familyTitles.ts';
import type { Item } from '../types/item.ts';
import { explanationsOf, figureLines, portableBoard, type Portable, type PortableItem } from './boardText.ts';
import { blockHtml, codeHtml, escapeXml, inlineHtml, listHtml } from './html.ts';

const HEADER = [
  '#separator:tab',
  '#html:true',
  '#notetype:Basic',
  '#deck:Runchain',
  '#guid column:1',
  '#tags column:4',
];

/** Items as a text that Anki imports: id, front, back and tags, joined by tabs, a note in a line. */
export function toAnki(items: readonly Item[]): string {
  const notes = portableBoard(items).map((item) => {
    const { question, seed } = item;
    const tags = [
      `objective::${question.objective}`,
      `topic::${question.topic}`,
      `difficulty::${question.difficulty}`,
      ...(seed === null
        ? []
        : [
            `family::${(familyTitle(question.family) ?? question.family).replaceAll(' ', '_')}`,
            `seed::${seed}`,
          ]),
    ];
    return [`runchain-${question.id}`, front(item), back(question), tags.join(' ')].map(field).join('\t');
  });
  return `${[...HEADER, ...notes].join('\n')}\n`;
}

/** One field: no tab, and a line break only inside code, where it is written as HTML. */
const field = (html: string): string => html.replaceAll('\t', '  ').replace(/\r?\n/g, '<br>');

function front(item: PortableItem): string {
  const { question } = item;
  const { board, hcl } = figureLines(item);
  return [
    blockHtml(question.stem),
    listHtml(board),
    hcl.length === 0 ? '' : codeHtml(hcl.join('\n')),
    choicesOf(question),
  ].join('');
}

const items = (texts: readonly string[], tag: 'ul' | 'ol'): string =>
  `<${tag}>${texts.map((text) => `<li>${inlineHtml(text)}</li>`).join('')}</${tag}>`;

/** What there is to choose from. */
function choicesOf(question: Portable): string {
  switch (question.type) {
    case 'single':
    case 'multi':
    case 'pick':
    case 'truefalse':
      return items(
        question.options.map((o) => o.text),
        'ul',
      );
    case 'table':
    case 'match': {
      const choices = question.type === 'table' ? question.columns : question.choices;
      const list = items(
        question.rows.map((r) => r.text),
        'ul',
      );
      return `${list}<p>${choices.map((c) => inlineHtml(c.text)).join(' · ')}</p>`;
    }
    case 'order':
      return items(question.things.map((t) => t.text).sort(), 'ul');
    case 'fill':
    case 'number':
      return '';
    default:
      return assertNever(question);
  }
}

function back(question: Portable): string {
  const facts = [...new Set(explanationsOf(question).flatMap((e) => e.facts))].join(' ');
  const why = explanationsOf(question)
    .map((e) => `<li>${e.of === '' ? '' : `${inlineHtml(e.of)}: `}${inlineHtml(e.text)}</li>`)
    .join('');
  return `${keyHtml(question)}<ul>${why}</ul><p><small>${escapeXml(facts)}</small></p>`;
}

function keyHtml(question: Portable): string {
  switch (question.type) {
    case 'single':
    case 'multi':
    case 'pick':
    case 'truefalse':
      return items(
        question.options.filter((o) => o.correct).map((o) => `**✓** ${o.text}`),
        'ul',
      );
    case 'table':
    case 'match': {
      const choices = question.type === 'table' ? question.columns : question.choices;
      const text = (id: string) => choices.find((c) => c.id === id)?.text ?? '';
      return items(
        question.rows.map((r) => `${r.text} → ${text(r.correct)}`),
        'ul',
      );
    }
    case 'order':
      return items(
        question.things.map((t) => t.text),
        'ol',
      );
    case 'fill':
      return `<p><code>${question.accepted.map(escapeXml).join('</code> or <code>')}</code></p>`;
    case 'number':
      return `<p><strong>${question.answer}</strong> ${escapeXml(question.unit)}</p>`;
    default:
      return assertNever(question);
  }
}
