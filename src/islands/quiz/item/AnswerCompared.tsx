import type { ReactNode } from 'react';
import type { Comparison, GivenItem } from '#quiz/scoring/comparison.ts';
import { isEmpty } from '#quiz/scoring/comparison.ts';
import { RichLine } from './RichText.tsx';

interface Props {
  compared: Comparison;
  /** The whole answer is right. */
  right: boolean;
  /** Why, in reasons and sentences. */
  children: ReactNode;
}

/** What the learner answered, what is right where that differs, and why: three things, of every type of question. */
export function AnswerCompared({ compared, right, children }: Props) {
  return (
    <dl className="quiz-compared" data-form={compared.form}>
      <div data-part="given">
        <dt>Your answer</dt>
        <dd>
          {isEmpty(compared) ? (
            <p>You didn’t answer this question.</p>
          ) : (
            <Yours compared={compared} right={right} />
          )}
        </dd>
      </div>
      {!right && (
        <div data-part="key">
          <dt>{compared.form === 'changes' ? 'One right answer' : 'Right answer'}</dt>
          <dd>
            <Key compared={compared} />
          </dd>
        </div>
      )}
      <div data-part="why">
        <dt>Why</dt>
        <dd>{children}</dd>
      </div>
    </dl>
  );
}

function Mark({ right }: { right: boolean }) {
  return (
    <span className="quiz-mark" data-right={right}>
      {right ? '✓ right' : '✗ wrong'}
    </span>
  );
}

function Yours({ compared, right }: { compared: Comparison; right: boolean }) {
  switch (compared.form) {
    case 'options':
      return <Marked tag="ul" all={compared.given} />;
    case 'order':
      return (
        <>
          <p>{sumUp(compared.given, 'in place')}</p>
          <Marked tag="ol" all={compared.given} />
        </>
      );
    case 'rows':
      return (
        <>
          <p>{sumUp(compared.rows, 'right')}</p>
          <ul>
            {compared.rows.map((row) => (
              <li key={row.id}>
                <RichLine text={row.asked} />:{' '}
                {row.given === null ? 'no answer' : <RichLine text={row.given} />}{' '}
                {row.given !== null && <Mark right={row.right} />}
              </li>
            ))}
          </ul>
        </>
      );
    case 'text':
      return (
        <p>
          <code>{compared.given}</code> <Mark right={right} />
        </p>
      );
    case 'changes':
      return (
        <>
          <Plain texts={compared.given} />
          <p>
            <Mark right={right} />
          </p>
        </>
      );
  }
}

function Key({ compared }: { compared: Comparison }) {
  switch (compared.form) {
    case 'options':
    case 'changes':
      return <Plain texts={compared.key} />;
    case 'order':
      return (
        <ol>
          {compared.key.map((text) => (
            <li key={text}>
              <RichLine text={text} />
            </li>
          ))}
        </ol>
      );
    case 'rows':
      return (
        <ul>
          {compared.rows
            .filter((row) => !row.right)
            .map((row) => (
              <li key={row.id}>
                <RichLine text={row.asked} />: <RichLine text={row.key} />
              </li>
            ))}
        </ul>
      );
    case 'text':
      return (
        <p>
          {compared.key.map((form, i) => (
            <span key={form}>
              {i > 0 && ' or '}
              <code>{form}</code>
            </span>
          ))}
        </p>
      );
  }
}

function Marked({ tag: Tag, all }: { tag: 'ul' | 'ol'; all: readonly GivenItem[] }) {
  return (
    <Tag>
      {all.map(({ text, right }) => (
        <li key={text}>
          <RichLine text={text} /> <Mark right={right} />
        </li>
      ))}
    </Tag>
  );
}

function Plain({ texts }: { texts: readonly string[] }) {
  return (
    <ul>
      {texts.map((text) => (
        <li key={text}>
          <RichLine text={text} />
        </li>
      ))}
    </ul>
  );
}

const sumUp = (parts: readonly { right: boolean }[], how: string): string =>
  `${parts.filter(({ right }) => right).length} of ${parts.length} ${how}.`;
