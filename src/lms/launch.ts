import type { Entry } from '#model/quiz/entry.ts';
import { now } from '#state/app/clock.ts';
import { scopeStorage } from '#state/storage/learnerScope.ts';
import {
  duration,
  elementsOf,
  interactionId,
  scormInteraction,
  MOST_INTERACTIONS,
  reportOf,
} from './scormReport.ts';
import { type ScormAttempt, beginAttempt, findRuntime } from './runtime.ts';
import { resume, suspend } from './suspended.ts';

/**
 * The page that a learning system starts: the app in a frame, and around it what tells the system how the learner
 * gets on. The app itself knows nothing of it; both read the same log.
 */
const NOBODY = 'No learning system answered: what you do is kept in this browser only.';
const DEAF = 'The learning system did not take the last change. It is kept in this browser and sent again.';

const page = document.documentElement;
const frame = document.querySelector('iframe');
const notice = document.querySelector('[data-notice]');
const root = new URL(page.dataset['root'] ?? '../', location.href);
const lessons = (page.dataset['lessons'] ?? '').split(' ').filter((id) => id !== '');
const startedAt = now();
/** What the format allows for `cmi.location`, in characters. */
const MOST_OF_A_PLACE = 1000;

function tell(words: string): void {
  if (notice === null) return;
  if (notice.textContent !== words) notice.textContent = words;
  notice.toggleAttribute('hidden', words === '');
}

/** A page of the package, from its root, or null: nothing else is ever opened again. */
function placeOf(address: string): string | null {
  const url = URL.canParse(address, root) ? new URL(address, root) : null;
  if (url === null || !url.href.startsWith(root.href)) return null;
  const place = url.href.slice(root.href.length);
  return place !== '' && place.length <= MOST_OF_A_PLACE ? place : null;
}

function placeOfFrame(): string | null {
  try {
    return placeOf(frame?.contentWindow?.location.href ?? '');
  } catch {
    // Somebody opened a page of another site in it.
    return null;
  }
}

function open(place: string): void {
  if (frame !== null) frame.src = new URL(placeOf(place) ?? 'index.html', root).href;
}

const countOf = (attempt: ScormAttempt): number => Number(attempt.get('cmi.interactions._count')) || 0;

/** The ids of the interactions that the system already has. */
function interactionsOf(attempt: ScormAttempt): Set<string> {
  const ids = Array.from({ length: countOf(attempt) }, (_, i) => attempt.get(`cmi.interactions.${i}.id`));
  return new Set(ids);
}

async function follow(attempt: ScormAttempt): Promise<void> {
  // Several learners may share a browser: each has a store of their own, and the frame asks for the same.
  const leave = scopeStorage(attempt.get('cmi.learner_id'));
  const { progressStore } = await import('#state/progress/progress.ts');
  const store = progressStore.getState();
  await store.load();
  const kept = await resume(attempt.get('cmi.suspend_data'));
  await store.add(kept.entries);
  for (const session of kept.sessions) await store.saveSession(session);
  const told = interactionsOf(attempt);
  const counts = attempt.get('cmi.mode') !== 'browse' && attempt.get('cmi.mode') !== 'review';

  const sayAnswers = (entries: readonly Entry[]): boolean => {
    let all = true;
    for (const entry of entries) {
      if (entry.kind !== 'answer' || told.has(interactionId(entry)) || told.size >= MOST_INTERACTIONS)
        continue;
      told.add(interactionId(entry));
      all = attempt.set(scormInteraction(entry, countOf(attempt))) && all;
    }
    return all;
  };
  const say = (text: string | null): void => {
    const { entries } = progressStore.getState();
    const place = placeOfFrame();
    const taken = [
      !counts || attempt.set(elementsOf(reportOf(entries, lessons))),
      !counts || sayAnswers(entries),
      attempt.set([
        ['cmi.session_time', duration(now() - startedAt)],
        ...(text === null ? [] : ([['cmi.suspend_data', text]] as const)),
        ...(place === null ? [] : ([['cmi.location', place]] as const)),
      ]),
      attempt.commit(),
    ];
    tell(taken.every(Boolean) ? '' : DEAF);
  };

  let wanted = false;
  let busy = false;
  /** One after another; what changes meanwhile is said in the next round. */
  const report = async (): Promise<void> => {
    wanted = true;
    if (busy) return;
    busy = true;
    while (wanted) {
      wanted = false;
      say(await suspend(progressStore.getState()));
    }
    busy = false;
  };
  // Without it a system may forget the attempt, and with it everything that was kept.
  attempt.set([['cmi.exit', 'suspend']]);
  open(attempt.get('cmi.location'));
  frame?.addEventListener('load', () => void report());
  progressStore.subscribe((state, before) => {
    if (state.entries !== before.entries || state.sessions !== before.sessions) void report();
  });
  addEventListener('pagehide', () => {
    say(null);
    attempt.end();
    leave();
  });
  // An attempt that was ended cannot be taken up again.
  addEventListener('pageshow', (event) => event.persisted && location.reload());
  await report();
}

const runtime = findRuntime(window);
const attempt = runtime === null ? null : beginAttempt(runtime);
if (attempt === null) {
  // Whoever had this tab before keeps what is theirs to themselves.
  scopeStorage('');
  tell(NOBODY);
  open('index.html');
} else void follow(attempt);
