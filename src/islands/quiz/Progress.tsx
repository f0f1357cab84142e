import { Calibration } from './Calibration.tsx';
import { Frame } from './Frame.tsx';
import type { QuizSite } from './quizSite.ts';
import { ReadinessPanel } from './ReadinessPanel.tsx';
import { Statistics } from './Statistics.tsx';
import { YourData } from './YourData.tsx';

/** What follows from the log: readiness, calibration, statistics; and the log itself, out and in. */
export default function Progress({ site }: { site: QuizSite }) {
  return (
    <Frame bank={site.bank}>
      {(catalogue) => (
        <>
          <ReadinessPanel catalogue={catalogue} site={site} />
          <Calibration />
          <Statistics catalogue={catalogue} />
          <YourData />
        </>
      )}
    </Frame>
  );
}
