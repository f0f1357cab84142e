import { familyTitle } from '../generators/kit/familyTitles.ts';
import type { Item } from '../types/item.ts';
import {
  explanationsOf,
  figureLines,
  portableItems,
  type PortableForm,
  type PortableItem,
} from './boardText.ts';
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
  const notes = portableItems(items).map((item) => {
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
    return [`runchain-${question.id}`, front(item), back(item), tags.join(' ')].map(field).join('\t');
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
    choicesOf(item.form),
  ].join('');
}

const items = (texts: readonly string[], tag: 'ul' | 'ol'): string =>
  `<${tag}>${texts.map((text) => `<li>${inlineHtml(text)}</li>`).join('')}</${tag}>`;

const texts = (all: readonly { text: string }[]): string[] => all.map(({ text }) => text);

/** What there is to choose from. */
function choicesOf(form: PortableForm): string {
  switch (form.form) {
    case 'options':
      return items(texts(form.options), 'ul');
    case 'rows':
      return `${items(texts(form.rows), 'ul')}<p>${form.choices.map((c) => inlineHtml(c.text)).join(' · ')}</p>`;
    case 'order':
      return items(texts(form.things).sort(), 'ul');
    case 'text':
      return '';
  }
}

function back({ question, form }: PortableItem): string {
  const facts = [...new Set(explanationsOf(question).flatMap((e) => e.facts))].join(' ');
  const why = explanationsOf(question)
    .map((e) => `<li>${e.of === '' ? '' : `${inlineHtml(e.of)}: `}${inlineHtml(e.text)}</li>`)
    .join('');
  return `${keyHtml(form)}<ul>${why}</ul><p><small>${escapeXml(facts)}</small></p>`;
}

function keyHtml(form: PortableForm): string {
  switch (form.form) {
    case 'options':
      return items(
        form.options.filter((o) => o.correct).map((o) => `**✓** ${o.text}`),
        'ul',
      );
    case 'rows': {
      const text = (id: string) => form.choices.find((c) => c.id === id)?.text ?? '';
      return items(
        form.rows.map((r) => `${r.text} → ${text(r.correct)}`),
        'ul',
      );
    }
    case 'order':
      return items(texts(form.things), 'ol');
    case 'text':
      return form.number
        ? `<p><strong>${form.accepted[0]}</strong> ${escapeXml(form.unit)}</p>`
        : `<p><code>${form.accepted.map(escapeXml).join('</code> or <code>')}</code></p>`;
  }
}
