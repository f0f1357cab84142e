import type { ItemRef } from '#model/quiz/session.ts';

/** The reference in a step or an answer, which hold more than that. */
export const refIn = ({ id, family, seed, topic, objective, card }: ItemRef): ItemRef => ({
  id,
  family,
  seed,
  topic,
  objective,
  card,
});
