import { type BoardDescription, DEFAULT_SETTINGS } from '#model/layout/description.ts';
import { RichLine } from './RichText.tsx';
import './boardDescribed.css';

interface Props {
  board: BoardDescription;
  title?: string;
}

/**
 * A board in words, with what is done on it: everything that an answer can depend on, and no result. Each thing is a
 * small card, and cards wrap, so that a narrow screen cuts nothing.
 */
export function BoardDescribed({ board: { sections, done, note }, title = 'The board' }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would say that there is something to fill in.
    <div role="group" className="board-words" aria-label={title}>
      <p className="board-words-title">{title}</p>
      {sections.map((section) => (
        <div key={section.id} className="board-words-kind">
          <p>{section.title}</p>
          <dl>
            {section.rows.map(({ name, says }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two organizations may each have one of this name.
              <div key={`${name} ${i}`}>
                <dt>{name}</dt>
                {says.length === 0 && <dd className="board-words-default">{DEFAULT_SETTINGS}</dd>}
                {says.map((words) => (
                  <dd key={words}>
                    <RichLine text={words} />
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </div>
      ))}
      {done.length > 0 && (
        <div className="board-words-kind">
          <p>What is done</p>
          <ol>
            {done.map((words, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same may be done twice, and nothing moves.
              <li key={i}>
                <RichLine text={words} />
              </li>
            ))}
          </ol>
        </div>
      )}
      <p className="board-words-note">{note}</p>
    </div>
  );
}
