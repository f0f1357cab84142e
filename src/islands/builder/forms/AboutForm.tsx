import { idOf } from '#model/layout/layout.ts';
import { shortNames } from '#state/level/draft/levelDraft.ts';
import { ManyField, TextField } from './fields.tsx';
import { useBuilder } from '../useBuilder.ts';

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));

/** What the level is called and says. */
export function AboutForm() {
  const { state, draft, layout } = useBuilder();
  const { draft: level } = state;
  const text = (key: 'id' | 'chapter' | 'title' | 'story' | 'debrief' | 'hint') => ({
    value: level[key],
    change: (value: string) => draft.change({ [key]: value }, key),
  });
  return (
    <>
      <TextField label="Title" {...text('title')} />
      <TextField
        label="ID"
        hint="Names the file: letters, digits, - and _, such as 01-first-spark."
        {...text('id')}
      />
      <TextField label="Chapter" hint="Such as first-sparks." {...text('chapter')} />
      <TextField label="Story" lines={4} {...text('story')} />
      <TextField
        label="Facts"
        lines={3}
        hint="What the learner may take as given, one on each line."
        value={level.facts.join('\n')}
        change={(value) => draft.change({ facts: linesOf(value) }, 'facts')}
      />
      <TextField
        label="Rules"
        hint="Fact IDs that the level is about, with commas between them, such as RT-01, RT-02."
        value={level.rules.join(',')}
        change={(value) => draft.change({ rules: value === '' ? [] : value.split(',') }, 'rules')}
      />
      <TextField label="Debrief" lines={4} hint="Read after the level is passed." {...text('debrief')} />
      <TextField label="Hint" lines={2} hint="May be left empty." {...text('hint')} />
      <ManyField
        legend="Predict"
        values={level.predict}
        options={shortNames(layout.workspaces.map(idOf), layout) as string[]}
        change={(predict) => draft.change({ predict })}
        none="The board has no workspaces yet."
      />
    </>
  );
}
