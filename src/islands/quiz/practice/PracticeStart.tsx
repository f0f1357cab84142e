import { counted } from '#model/wording/counted.ts';
import { CertaintySetting } from './CertaintySetting.tsx';
import { useMemo, useState } from 'react';
import type { Feedback } from '#model/quiz/answer.ts';
import { type Catalogue, type CatalogueRow, OBJECTIVES, topicTitle } from '#model/quiz/catalogue.ts';
import { EVERYTHING, filterFrom } from '#quiz/practice/filterText.ts';
import { type Filter, itemKey, matching, SELECTIONS, seenIn } from '#quiz/practice/practice.ts';
import { SELECTION_WORDS, sessionTitle } from '#quiz/practice/sessionTitle.ts';
import { startPractice } from '#state/quiz/playStart.ts';
import { quizSettings } from '#state/quiz/quizSettings.ts';
import { addressedChoice } from '#state/quiz/sessions.ts';
import { DueToday } from './DueToday.tsx';
import { FlagTools } from './FlagTools.tsx';
import { OpenList } from '../session/OpenList.tsx';
import type { QuizSite } from '../quizSite.ts';
import { useProgress } from '../session/useProgress.ts';

const LENGTHS = [5, 10, 20, 40] as const;
/** Longer than any bank. */
const ALL = 10_000;
const LAST = [20, 50, 200] as const;

const toggled = (list: readonly string[], id: string): string[] =>
  list.includes(id) ? list.filter((other) => other !== id) : [...list, id];

/** What to be asked: the number beside each choice is what the session will have to draw from. */
export function PracticeStart({
  catalogue,
  site,
  onOpen,
}: {
  catalogue: Catalogue;
  site: QuizSite;
  onOpen: (id: string) => void;
}) {
  const entries = useProgress((state) => state.entries);
  const sessions = useProgress((state) => state.sessions);
  const settings = quizSettings(entries);
  const [filter, setFilter] = useState<Filter>(() => filterFrom(addressedChoice()));
  const [length, setLength] = useState<number>(10);
  const [feedback, setFeedback] = useState<Feedback>('now');
  const [busy, setBusy] = useState(false);
  const seen = useMemo(() => seenIn(entries, sessions), [entries, sessions]);
  const count = (change: Partial<Filter>) => matching(catalogue.items, { ...filter, ...change }, seen).length;
  const rows = useMemo(() => matching(catalogue.items, filter, seen), [catalogue, filter, seen]);
  const objectives = Object.keys(OBJECTIVES);
  const topics = [...new Set(catalogue.items.map((row) => row.topic))].sort();
  const asked = Math.min(length, rows.length);
  const start = async () => {
    if (rows.length === 0 || busy) return;
    setBusy(true);
    try {
      onOpen(
        await startPractice(rows, catalogue, entries, seen, {
          length,
          feedback,
          certainty: settings.certainty,
          title: sessionTitle(filter),
        }),
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <DueToday catalogue={catalogue} site={site} />
      <OpenList site={site} />
      <form
        className="quiz-item quiz-form"
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        {filter.rules.length > 0 && (
          <p className="quiz-actions">
            <span>
              Only questions about <strong>{filter.rules.join(', ')}</strong>
            </span>
            <button type="button" className="button" onClick={() => setFilter({ ...filter, rules: [] })}>
              About any rule
            </button>
          </p>
        )}
        <fieldset>
          <legend>Which questions</legend>
          {SELECTIONS.map((selection) => (
            <label key={selection} className="quiz-check">
              <input
                type="radio"
                name="selection"
                checked={filter.selection === selection}
                onChange={() => setFilter({ ...filter, selection })}
              />
              <span>
                {SELECTION_WORDS[selection]} <Count n={count({ selection })} />
              </span>
            </label>
          ))}
          {filter.selection === 'missed' && (
            <label className="quiz-text">
              <span>Look at your last</span>
              <select
                value={filter.last}
                onChange={(event) => setFilter({ ...filter, last: Number(event.target.value) })}
              >
                {LAST.map((last) => (
                  <option key={last} value={last}>
                    {last} answers
                  </option>
                ))}
              </select>
            </label>
          )}
          {(filter.selection === 'flagged' || filter.selection === 'exam-flags') && (
            <FlagTools keys={new Set(rows.map(itemKey))} />
          )}
        </fieldset>
        <fieldset>
          <legend>Objective</legend>
          <p className="quiz-hint">Choose none to get all of them.</p>
          <div className="quiz-columns">
            {objectives.map((id) => (
              <label key={id} className="quiz-check">
                <input
                  type="checkbox"
                  checked={filter.objectives.includes(id)}
                  onChange={() => setFilter({ ...filter, objectives: toggled(filter.objectives, id) })}
                />
                <span>
                  {id} {OBJECTIVES[id]} <Count n={count({ objectives: [id] })} />
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend>Topic</legend>
          <p className="quiz-hint">Choose none to get all of them, mixed.</p>
          <div className="quiz-columns">
            {topics.map((id) => (
              <label key={id} className="quiz-check">
                <input
                  type="checkbox"
                  checked={filter.topics.includes(id)}
                  onChange={() => setFilter({ ...filter, topics: toggled(filter.topics, id) })}
                />
                <span>
                  {topicTitle(id)} <Count n={count({ topics: [id] })} />
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="quiz-columns">
          <label className="quiz-text">
            <span>Questions from</span>
            <select
              value={filter.source}
              onChange={(event) =>
                setFilter({
                  ...filter,
                  source:
                    event.target.value === 'bank'
                      ? 'bank'
                      : event.target.value === 'simulator'
                        ? 'simulator'
                        : 'both',
                })
              }
            >
              <option value="both">the bank and the simulator</option>
              <option value="bank">the bank only</option>
              <option value="simulator">the simulator only (a new board each time)</option>
            </select>
          </label>
          <label className="quiz-text">
            <span>How many</span>
            <select value={length} onChange={(event) => setLength(Number(event.target.value))}>
              {LENGTHS.map((n) => (
                <option key={n} value={n}>
                  {n}
                </option>
              ))}
              <option value={ALL}>all</option>
            </select>
          </label>
          <label className="quiz-text">
            <span>Feedback</span>
            <select
              value={feedback}
              onChange={(event) => setFeedback(event.target.value === 'end' ? 'end' : 'now')}
            >
              <option value="now">after each question</option>
              <option value="end">at the end</option>
            </select>
          </label>
          <CertaintySetting asked={settings.certainty} />
        </div>
        <p className="quiz-actions">
          <button type="submit" className="button primary" disabled={rows.length === 0 || busy}>
            {busy ? 'Starting …' : `Start with ${counted(asked, 'question')}`}
          </button>
          <span className="quiz-hint" role="status">
            {fitWords(rows, length)}
          </span>
          {rows.length === 0 && (
            <button type="button" className="button" onClick={() => setFilter(EVERYTHING)}>
              Choose from all {catalogue.items.length} questions
            </button>
          )}
        </p>
      </form>
    </>
  );
}

/** How many there are to draw from; where they are fewer than wanted, that the session is as short. */
function fitWords(rows: readonly CatalogueRow[], length: number): string {
  if (rows.length === 0) return 'No question fits your choice.';
  const boards = rows.filter((row) => row.generated).length;
  const of = [
    rows.length > boards ? `${rows.length - boards} in the bank` : '',
    boards > 0 ? counted(boards, 'kind of new board', 'kinds of new board') : '',
  ].filter((part) => part !== '');
  const fit = `${counted(rows.length, 'question fits', 'questions fit')} your choice`;
  return rows.length < length && length < ALL
    ? `Only ${fit}, so the session has ${rows.length} instead of ${length}.`
    : `${fit}: ${of.join(' and ')}.`;
}

const Count = ({ n }: { n: number }) => <span className="quiz-count">{n}</span>;
