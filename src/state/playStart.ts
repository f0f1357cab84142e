import { refIn } from '#quiz/refIn.ts';
import type { Feedback } from '#model/answer.ts';
import type { Catalogue, CatalogueRow } from '#model/catalogue.ts';
import type { Entry } from '#model/entry.ts';
import { type ItemRef, PLAY_VERSION } from '#model/session.ts';
import { masteryByTopic } from '#quiz/evidence.ts';
import { startPlay } from '#quiz/play.ts';
import { seenIn, serve } from '#quiz/practice.ts';
import { randomOf } from '#quiz/random.ts';
import { drawRef } from './bank.ts';
import { newSeed } from './progress.ts';
import { createSession } from './sessions.ts';

/** A session of practice with items of these rows. @returns its id */
export async function startPractice(
  rows: readonly CatalogueRow[],
  catalogue: Catalogue,
  entries: readonly Entry[],
  given: { length: number; feedback: Feedback; certainty: boolean; title: string },
): Promise<string> {
  const seed = newSeed();
  const random = randomOf(seed);
  const served = serve(rows, given.length, seenIn(entries), masteryByTopic(entries), random);
  const refs: ItemRef[] = [];
  for (const row of served) {
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
  });
  return createSession('practice', PLAY_VERSION, play).id;
}

/** A session that asks the same items until each is right. @returns its id */
export function startDrill(refs: readonly ItemRef[], contentVersion: string): string {
  const play = startPlay(refs.map(refIn), {
    mode: 'drill',
    feedback: 'now',
    certainty: false,
    seed: newSeed(),
    contentVersion,
    title: 'The wrong ones, until right',
  });
  return createSession('practice', PLAY_VERSION, play).id;
}
