import type { Catalogue } from '#model/quiz/catalogue.ts';
import { type ItemRef, PLAY_VERSION } from '#model/quiz/session.ts';
import type { CardState } from '#quiz/review/cards.ts';
import { startPlay } from '#quiz/practice/play.ts';
import { randomOf } from '#quiz/lib/random.ts';
import { drawVariant } from './bank.ts';
import { now } from '../app/clock.ts';
import { notDrawn } from './playStart.ts';
import { newSeed } from '../progress/progress.ts';
import { createSession } from './sessions.ts';

/** A session that asks each card with another item than the last time. @returns its id */
export async function startReview(
  queue: readonly CardState[],
  catalogue: Catalogue,
  certainty: boolean,
): Promise<string> {
  const seed = newSeed();
  const random = randomOf(seed);
  const refs: ItemRef[] = [];
  for (const card of queue) {
    const ref = await drawVariant(catalogue.items, card.id, card.last, random);
    if (ref !== null) refs.push(ref);
  }
  const play = startPlay(refs, {
    mode: 'review',
    feedback: 'now',
    certainty,
    seed,
    contentVersion: catalogue.version,
    title: 'Review',
    startedAt: now(),
    notes: notDrawn(queue.length, refs.length),
  });
  return createSession('review', PLAY_VERSION, play).id;
}
