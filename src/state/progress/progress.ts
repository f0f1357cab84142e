import type { Entry } from '#model/quiz/entry.ts';
import type { AnswerFacts } from '#quiz/progress/answerEntry.ts';
import { dayOf, dayToField, now, timeZone, today } from '../app/clock.ts';
import { setNotice } from '../app/notices.ts';
import { pause } from '../app/pauses.ts';
import { databaseBackend } from './databaseBackend.ts';
import { exportText } from './exchangeFile.ts';
import type { Surroundings } from './repository.ts';
import { createProgress } from './progressStore.ts';
import { isLasting } from '../app/lastingStorage.ts';
import { browserStorage, openChannel } from '../storage/browser.ts';

/** A unique id. `randomUUID` would do, but is missing if the page is not served securely. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(36).padStart(2, '0')).join('');
}

function browserChannel(): Surroundings['channel'] {
  const channel = openChannel('runchain.progress');
  if (channel === null) return null;
  return {
    post: (message) => channel.postMessage(message),
    listen: (hear) => {
      channel.onmessage = (event) => hear(event.data);
    },
  };
}

/** The store of this page for answers, lessons, levels and settings. */
export const progressStore = createProgress({
  storage: browserStorage,
  open: databaseBackend,
  lasting: isLasting,
  now,
  newId,
  dayOf,
  channel: browserChannel(),
  pause,
});

/** Everything that is kept, as a file. */
export function progressFile(): { name: string; text: string } {
  const { entries, sessions, aside } = progressStore.getState();
  return {
    name: `runchain-progress-${dayToField(today())}.json`,
    text: exportText({ entries, sessions, aside }, now(), timeZone()),
  };
}

// Every page that keeps something imports this file, so a problem is reported on all of them.
progressStore.subscribe(({ notice, refused, kept, retry }, before) => {
  if (notice === before.notice && refused === before.refused && kept === before.kept) return;
  const stuck = refused !== null || kept === 'memory';
  setNotice(
    'progress',
    notice === null
      ? null
      : {
          text: notice,
          retry: stuck ? () => void retry() : null,
          file: stuck ? progressFile : null,
          onlyHere: refused === 'only here',
        },
  );
});

/** Appends an answer with the current time and day. @returns the entry as it is in the log */
export function recordAnswer(answer: AnswerFacts): Entry {
  const entry: Entry = { kind: 'answer', id: newId(), at: now(), day: today(), ...answer };
  void progressStore.getState().add([entry]);
  return entry;
}

/** A random seed. */
export const newSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
