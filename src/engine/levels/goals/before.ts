import { short } from '#model/layout/vocabulary.ts';
import { failed, passed, type GoalKind } from '../goal.ts';

/** One status is entered before another. */
export const before: GoalKind<'before'> = {
  id: 'before',
  title: 'One status is entered before another',
  judge({ first, later }, played) {
    const { log, result } = played.simulation;
    const place = (wanted: { workspace: string; status: string }) =>
      log.findIndex(
        (e) =>
          e.kind === 'status' &&
          e.status === wanted.status &&
          result.runs.some((r) => r.id === e.run && r.workspace === wanted.workspace),
      );
    const [a, b] = [place(first), place(later)];
    const say = `${short(first.workspace)} ${first.status} before ${short(later.workspace)} ${later.status}`;
    return a >= 0 && a < b ? passed(`${say}.`) : failed(null, `It is not so that ${say}.`);
  },
};
