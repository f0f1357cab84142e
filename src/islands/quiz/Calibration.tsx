import { useMemo } from 'react';
import { calibration, meanMark } from '#quiz/certainty.ts';
import { CERTAINTY_WORDS } from './Certainty.tsx';
import { useProgress } from './useProgress.ts';
import { TableScroll } from './TableScroll.tsx';

const VERDICTS = {
  'too sure': 'Too sure: fewer were right than you thought.',
  'too modest': 'Too modest: more were right than you thought.',
} as const;

/** How certainty and being right go together. The chart is a table, so that everybody reads the same. */
export function Calibration() {
  const entries = useProgress((state) => state.entries);
  const answers = useMemo(
    () =>
      entries.flatMap((e) =>
        e.kind === 'answer' && e.certainty !== null ? [{ certainty: e.certainty, right: e.strict }] : [],
      ),
    [entries],
  );
  const rows = calibration(answers);
  const guesses = answers.filter((a) => a.certainty === 'no_idea').length;
  const right = answers.filter((a) => a.right).length;
  const mean = meanMark(answers);
  const percent = (share: number) => Math.round(share * 100);
  return (
    <section aria-labelledby="calibration">
      <h2 id="calibration">How sure, and how right</h2>
      {answers.length === 0 ? (
        <p>Nothing yet: practice and review ask how sure you are before they show the answer.</p>
      ) : (
        <p>
          {right} of {answers.length} right ({percent(right / answers.length)} %). Mean mark for certainty:{' '}
          {mean?.toFixed(2).replace('-', '−')} of 3. {guesses > 0 && `${guesses} were guesses.`}
        </p>
      )}
      <TableScroll name="Calibration">
        <table className="quiz-table quiz-calibration">
          <caption>
            Share right at each level, with its 80 % interval; the tinted part is what the level claims
          </caption>
          <thead>
            <tr>
              <th scope="col">Level</th>
              <th scope="col">Right</th>
              <th scope="col">Share and interval</th>
              <th scope="col">Verdict</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.certainty}>
                <th scope="row">
                  {CERTAINTY_WORDS[row.certainty].title}, {CERTAINTY_WORDS[row.certainty].range}
                </th>
                <td>
                  {row.right} of {row.n}
                </td>
                <td>
                  {row.n > 0 && (
                    <>
                      <span className="quiz-range" data-level={row.certainty} aria-hidden="true">
                        <span
                          style={{
                            left: `${row.interval.from * 100}%`,
                            width: `${(row.interval.to - row.interval.from) * 100}%`,
                          }}
                        />
                        <i style={{ left: `${(row.right / row.n) * 100}%` }} />
                      </span>
                      {percent(row.right / row.n)} %, {percent(row.interval.from)} to{' '}
                      {percent(row.interval.to)} %
                    </>
                  )}
                </td>
                <td>
                  {row.n < 10
                    ? `${10 - row.n} more answers before this says anything`
                    : row.verdict === null
                      ? 'Fits what you said.'
                      : VERDICTS[row.verdict]}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className="quiz-hint">
        Marks for right: 1, 2, 3 at low, middle, high; for wrong: 0, −2, −6; no idea: 0. You gain most by
        being honest. They are mixed with no other score.
      </p>
    </section>
  );
}
