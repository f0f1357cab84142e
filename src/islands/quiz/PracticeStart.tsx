import { CertaintySetting } from './CertaintySetting.tsx';
import { useMemo, useState } from 'react';
import type { Feedback } from '#model/answer.ts';
import { type Catalogue, OBJECTIVES, topicTitle } from '#model/catalogue.ts';
import { parsePlay } from '#model/session.ts';
import { filterFrom } from '#quiz/filterText.ts';
import { type Filter, matching, type Selection, SELECTIONS, seenIn } from '#quiz/practice.ts';
import { startPractice } from '#state/playStart.ts';
import { quizSettings } from '#state/quizSettings.ts';
import { addressedChoice, sessionsOf } from '#state/sessions.ts';
import { useProgress } from './useProgress.ts';

const LENGTHS = [5, 10, 20, 40] as const;
const LAST = [20, 50, 200] as const;

const SELECTION_WORDS: Readonly<Record<Selection, string>> = {
  all: 'Everything',
  unseen: 'Never asked',
  missed: 'Missed, and not put right since',
  flagged: 'Flagged',
  sure: 'Wrong though you were sure',
};

const toggled = (list: readonly string[], id: string): string[] =>
  list.includes(id) ? list.filter((other) => other !== id) : [...list, id];

/** What to be asked: the number beside each choice is what the session will have to draw from. */
export function PracticeStart({ catalogue, onOpen }: { catalogue: Catalogue; onOpen: (id: string) => void }) {
  const entries = useProgress((state) => state.entries);
  const settings = quizSettings(entries);
  const [filter, setFilter] = useState<Filter>(() => filterFrom(addressedChoice()));
  const [length, setLength] = useState<number>(10);
  const [feedback, setFeedback] = useState<Feedback>('now');
  const [busy, setBusy] = useState(false);
  const seen = useMemo(() => seenIn(entries), [entries]);
  const count = (change: Partial<Filter>) => matching(catalogue.items, { ...filter, ...change }, seen).length;
  const rows = useMemo(() => matching(catalogue.items, filter, seen), [catalogue, filter, seen]);
  const objectives = Object.keys(OBJECTIVES);
  const topics = [...new Set(catalogue.items.map((row) => row.topic))].sort();
  const asked = Math.min(length, rows.length);
  const start = async () => {
    if (rows.length === 0 || busy) return;
    setBusy(true);
    onOpen(
      await startPractice(rows, catalogue, entries, {
        length,
        feedback,
        certainty: settings.certainty,
        title:
          filter.rules.length > 0 ? `About ${filter.rules.join(', ')}` : SELECTION_WORDS[filter.selection],
      }),
    );
  };
  return (
    <>
      <Unfinished onOpen={onOpen} />
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
              <span>Among the last</span>
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
        </fieldset>
        <fieldset>
          <legend>Objective</legend>
          <p className="quiz-hint">None chosen means all of them.</p>
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
          <p className="quiz-hint">None chosen means all of them, mixed.</p>
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
            <span>From</span>
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
              <option value="simulator">the simulator only, a new board each time</option>
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
              <option value={10_000}>all</option>
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
            {busy ? 'Starting …' : `Start with ${asked} ${asked === 1 ? 'question' : 'questions'}`}
          </button>
          <span className="quiz-hint" role="status">
            {rows.length === 0
              ? 'No question fits. Choose less narrowly.'
              : `${rows.length} ${rows.length === 1 ? 'fits' : 'fit'} your choice.`}
          </span>
        </p>
      </form>
    </>
  );
}

const Count = ({ n }: { n: number }) => <span className="quiz-count">{n}</span>;

/** Sessions that were not finished, the last ones first. */
function Unfinished({ onOpen }: { onOpen: (id: string) => void }) {
  const sessions = useProgress((state) => state.sessions);
  const open = sessionsOf(sessions, 'practice').flatMap((record) => {
    const parsed = parsePlay(record.data);
    return parsed.ok && parsed.value.doneAt === null ? [{ id: record.id, play: parsed.value }] : [];
  });
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="unfinished">
      <h2 id="unfinished">Not finished</h2>
      <ul className="quiz-list">
        {open.slice(0, 3).map(({ id, play }) => (
          <li key={id}>
            <span>
              {play.title}: {Math.min(play.at + 1, play.steps.length)} of {play.steps.length}
            </span>
            <button type="button" className="button" onClick={() => onOpen(id)}>
              Go on
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
