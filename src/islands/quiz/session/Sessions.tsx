import type { ComponentProps } from 'react';
import { later } from '#islands/status/lazyPart.tsx';
import { startRetry } from '#state/quiz/playStart.ts';
import { Addressed } from './Addressed.tsx';

const loadSession = () => import('./PlaySession.tsx');
const PlaySession = later(() => loadSession().then((part) => part.PlaySession));

/** A page that starts sessions of questions: its own start, the session and its end. */
export function Sessions({ site, start }: Pick<ComponentProps<typeof Addressed>, 'site' | 'start'>) {
  return (
    <Addressed
      site={site}
      waits="the session"
      load={loadSession}
      start={start}
      session={(id, catalogue, open) => (
        <PlaySession
          key={id}
          id={id}
          site={site}
          onLeave={() => open(null)}
          onDrill={(refs, another) => void startRetry(refs, catalogue, another).then(open)}
        />
      )}
    />
  );
}
