import { counted } from '#model/wording/counted.ts';
import type { ReactNode } from 'react';
import type { Catalogue } from '#model/quiz/catalogue.ts';
import { filterText } from '#quiz/practice/filterText.ts';
import { BANDS, type Band, bandOf, ENOUGH, type Mastery } from '#quiz/progress/mastery.ts';
import { dayText } from '#state/app/clock.ts';
import type { QuizSite } from '../quizSite.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { percent, rangeText } from './describeNumbers.ts';

const WORDS: Readonly<Record<Band, { title: string; meaning: string; sign: string }>> = {
  strong: { title: 'Strong', meaning: '80 % or more', sign: '✓' },
  middling: { title: 'Middling', meaning: '60 to 80 %', sign: '±' },
  weak: { title: 'Weak', meaning: 'under 60 %', sign: '!' },
  few: { title: 'Too few answers', meaning: `under ${ENOUGH.rule} fresh ones`, sign: '?' },
  unasked: { title: 'Not asked yet', meaning: 'no answers', sign: '–' },
};

const ORDER: readonly Band[] = ['weak', 'middling', 'strong', 'few', 'unasked'];

/** Rules that the answers say something about, the least known first; then the others by their ids. */
const weakFirst = (rules: ReadonlyMap<string, Mastery>) => (a: string, b: string) => {
  const [x, y] = [rules.get(a), rules.get(b)];
  const by = ORDER.indexOf(bandOf(x)) - ORDER.indexOf(bandOf(y));
  return by || (x?.value ?? 1) - (y?.value ?? 1) || (a < b ? -1 : 1);
};

/** How many rules are known how far; each of them is in the table. */
export function RuleFigure({
  rules,
  catalogue,
  site,
  ruleLink,
}: {
  rules: ReadonlyMap<string, Mastery>;
  catalogue: Catalogue;
  site: QuizSite;
  ruleLink: (rule: string) => ReactNode;
}) {
  const asked = new Set(catalogue.items.flatMap((row) => row.rules));
  // Rules that no question asks about any more are not counted, here as on the rest of the page.
  const all = [...asked].sort();
  const counts = BANDS.map((band) => ({
    band,
    n: all.filter((rule) => bandOf(rules.get(rule)) === band).length,
  }));
  const known = counts.filter(({ band, n }) => n > 0 && band !== 'unasked');
  const unasked = counts.find(({ band }) => band === 'unasked')?.n ?? 0;
  const summary =
    known.length === 0
      ? `You haven’t been asked about any of ${all.length} rules yet.`
      : `Of ${all.length} rules ${counts
          .filter(({ n, band }) => n > 0 && band !== 'unasked')
          .map(({ n, band }) => `${n} ${BE[band]}`)
          .join(', ')}${unasked > 0 ? `; you haven’t been asked about ${unasked} yet` : ''}.`;
  return (
    <ChartFigure
      title="By rule"
      summary={summary}
      chart={(label) => (
        <div className="dash-bands" role="img" aria-label={label}>
          {counts.map(({ band, n }) =>
            n === 0 ? null : (
              <div key={band} data-band={band} style={{ flexGrow: n }}>
                <span>{WORDS[band].sign}</span>
              </div>
            ),
          )}
        </div>
      )}
      head={['Rule', 'State', 'Mastery, 80 % range', 'Right', 'Last asked', 'Practice']}
      rows={() =>
        [...all].sort(weakFirst(rules)).map((rule) => {
          const mastery = rules.get(rule);
          return [
            rule,
            ruleLink(rule),
            WORDS[bandOf(mastery)].title,
            mastery === undefined ? '–' : `${percent(mastery.value)}, ${rangeText(mastery.interval)}`,
            mastery === undefined ? '–' : `${mastery.right} of ${mastery.answers}`,
            mastery === undefined ? '–' : dayText(mastery.lastDay),
            <a key="to" href={`${site.practice}#${filterText({ rules: [rule] })}`}>
              Practise<span className="visually-hidden"> {rule}</span>
            </a>,
          ];
        })
      }
    >
      <ul className="dash-legend">
        {counts.map(({ band, n }) => (
          <li key={band}>
            <span className="dash-sign" data-band={band} aria-hidden="true">
              {WORDS[band].sign}
            </span>
            {WORDS[band].title}: <strong>{n}</strong> <span className="quiz-hint">{WORDS[band].meaning}</span>
          </li>
        ))}
      </ul>
      {unasked > 0 && (
        <p>
          <a href={`${site.practice}#${filterText({ selection: 'unseen' })}`}>
            Practise what you haven’t seen
          </a>
          <span className="quiz-hint"> ({counted(unasked, 'rule')})</span>
        </p>
      )}
    </ChartFigure>
  );
}

const BE: Readonly<Record<Band, string>> = {
  strong: 'are strong',
  middling: 'are middling',
  weak: 'are weak',
  few: 'rest on too few answers',
  unasked: 'were not asked yet',
};
