import { counted } from '#model/wording/counted.ts';
import { refIn } from '#quiz/practice/refIn.ts';
import type { Feedback } from '#model/quiz/answer.ts';
import type { Catalogue, CatalogueRow } from '#model/quiz/catalogue.ts';
import type { Entry } from '#model/quiz/entry.ts';
import { type ItemRef, PLAY_VERSION } from '#model/quiz/session.ts';
import { masteryByTopic } from '#quiz/progress/grounds.ts';
import { startPlay } from '#quiz/practice/play.ts';
import { type SeenItems, serve } from '#quiz/practice/practice.ts';
import { randomOf } from '#quiz/lib/random.ts';
import { drawRef, drawVariant } from './bank.ts';
import { now } from '../app/clock.ts';
import { newSeed } from '../progress/progress.ts';
import { createSession } from './sessions.ts';

/** Why a session is shorter than announced; nothing if it is not. */
export const notDrawn = (wanted: number, drawn: number): string[] =>
  drawn >= wanted
    ? []
    : [
        `${wanted - drawn} of ${wanted} questions could not be loaded. Reload the page before the next session.`,
      ];

/** A session of practice with items of these rows, as many as were asked for or as there are. @returns its id */
export async function startPractice(
  rows: readonly CatalogueRow[],
  catalogue: Catalogue,
  entries: readonly Entry[],
  seen: SeenItems,
  given: { length: number; feedback: Feedback; certainty: boolean; title: string },
): Promise<string> {
  const seed = newSeed();
  const random = randomOf(seed);
  const wanted = Math.min(given.length, rows.length);
  const served = serve(rows, wanted, seen, masteryByTopic(entries), random);
  // If no question can be drawn for a row, another row takes its place.
  const spare = random.shuffle(rows.filter((row) => !served.includes(row)));
  const refs: ItemRef[] = [];
  for (const row of [...served, ...spare]) {
    if (refs.length === wanted) break;
    const ref = await drawRef(row, random);
    if (ref !== null) refs.push(ref);
  }
  const { feedback, certainty, title } = given;
  const play = startPlay(refs, {
    mode: 'practice',
    feedback,
    certainty,
    seed,
    contentVersion: catalogue.version,
    title,
    startedAt: now(),
    notes: notDrawn(wanted, refs.length),
  });
  return createSession('practice', PLAY_VERSION, play).id;
}

/**
 * A session that asks again what was wrong. A generated question comes with a new board. A question of the bank comes
 * again as it is, or, if that is wanted, another one about the same rule comes in its place.
 * @returns its id
 */
export async function startRetry(
  refs: readonly ItemRef[],
  catalogue: Catalogue,
  another: boolean,
): Promise<string> {
  const seed = newSeed();
  const random = randomOf(seed);
  const drawn: ItemRef[] = [];
  for (const ref of refs) {
    const anew = another || ref.seed !== null;
    const found = anew ? await drawVariant(catalogue.items, ref.card, { item: ref.id }, random) : null;
    drawn.push(refIn(found ?? ref));
  }
  const play = startPlay(drawn, {
    mode: 'drill',
    feedback: 'now',
    certainty: false,
    seed,
    contentVersion: catalogue.version,
    title: `Retry of ${counted(refs.length, 'mistake')}`,
    startedAt: now(),
  });
  return createSession('practice', PLAY_VERSION, play).id;
}
