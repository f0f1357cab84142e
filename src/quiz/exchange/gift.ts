import { familyTitle } from '../generators/kit/familyTitles.ts';
import type { Item } from '../types/item.ts';
import type { FormOf } from '../types/typeModule.ts';
import { explanationsOf, figureLines, portableItems, type PortableItem } from './boardText.ts';

/**
 * Items in GIFT, the text format of Moodle. Explanations of options are their feedback; of rows and things, which
 * cannot have one there, they are the general feedback. An order becomes a matching of things and places.
 */
export function toGift(items: readonly Item[]): string {
  const blocks: string[] = [];
  let category = '';
  for (const item of portableItems(items)) {
    const { topic } = item.question;
    if (topic !== category) blocks.push(`$CATEGORY: runchain/${topic}`);
    category = topic;
    blocks.push(questionText(item));
  }
  return `${blocks.join('\n\n')}\n`;
}

/** What stands for something in GIFT is escaped; a line break is written out. */
const escaped = (text: string): string =>
  text
    .trim()
    .replaceAll('\\', '\\\\')
    .replace(/[~=#{}:]/g, '\\$&')
    .replaceAll('\n', '\\n');
/** The same on one line; an arrow would part a pair. */
const inline = (text: string): string => escaped(text.replace(/\s+/g, ' ').replaceAll('->', '→'));

function questionText(item: PortableItem): string {
  const { question, seed } = item;
  const { board, hcl } = figureLines(item);
  const stem = [
    question.stem.trim(),
    ...(board.length === 0 ? [] : [board.map((line) => `- ${line}`).join('\n')]),
    ...(hcl.length === 0 ? [] : [hcl.map((line) => `    ${line}`.trimEnd()).join('\n')]),
  ].join('\n\n');
  const facts = [...new Set(explanationsOf(question).flatMap((e) => e.facts))].join(' ');
  const drawn = seed === null ? '' : `, ${familyTitle(question.family) ?? question.family} (seed ${seed})`;
  return [
    `// ${question.id}: objective ${question.objective}, facts ${facts}${drawn}`,
    `::${escaped(question.id)}::[markdown]${escaped(stem)} {`,
    ...answersOf(item),
    '}',
  ].join('\n');
}

function answersOf({ question, form }: PortableItem): string[] {
  switch (form.form) {
    case 'options':
      return optionLines(form);
    case 'rows': {
      const { rows, choices } = form;
      const text = (id: string) => inline(choices.find((c) => c.id === id)?.text ?? '');
      const unused = choices.filter((c) => !rows.some((row) => row.correct === c.id));
      return [
        ...rows.map((row) => `=${inline(row.text)} -> ${text(row.correct)}`),
        ...unused.map((c) => `= -> ${inline(c.text)}`),
        general(question),
      ];
    }
    case 'order':
      return [...form.things.map((thing, i) => `=${inline(thing.text)} -> ${i + 1}`), general(question)];
    case 'text': {
      const why = explanationsOf(question).map((e) => inline(e.text));
      return form.number
        ? [`#=${form.accepted[0]}:0#${why}`]
        : form.accepted.map((accepted) => `=${inline(accepted)}#${why}`);
    }
  }
}

function optionLines({ pick, options }: FormOf<'options'>): string[] {
  switch (pick) {
    case 'one':
      return options.map((o) => `${o.correct ? '=' : '~'}${inline(o.text)}#${inline(o.explanation)}`);
    case 'several': {
      const right = options.filter((o) => o.correct).length;
      const wrong = options.length - right;
      return options.map((o) => {
        const share = o.correct ? percent(1 / right) : `-${percent(1 / wrong)}`;
        return `~%${share}%${inline(o.text)}#${inline(o.explanation)}`;
      });
    }
    case 'truth': {
      const key = options.find((o) => o.correct);
      const other = options.find((o) => !o.correct);
      // The first feedback is for the wrong answer, the second for the right one.
      return [
        `${key?.id === 'true' ? 'TRUE' : 'FALSE'}#${inline(other?.explanation ?? '')}#${inline(key?.explanation ?? '')}`,
      ];
    }
  }
}

/** As Moodle wants shares: at most five digits after the point. */
const percent = (share: number): string => String(Number((100 * share).toFixed(5)));

const general = (question: PortableItem['question']): string =>
  `####${explanationsOf(question)
    .map((e) => `${inline(e.of)}\\: ${inline(e.text)}`)
    .join('\\n')}`;
