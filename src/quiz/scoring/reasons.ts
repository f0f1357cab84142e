/**
 * How something that is explained relates to the answer. `got` and `key` are rows and places: the learner had it right,
 * or this is what is right. Changes of a board are neither right nor wrong by themselves, since several ways may work.
 */
export type ReasonStanding =
  | 'chosen-right'
  | 'chosen-wrong'
  | 'missed'
  | 'left'
  | 'got'
  | 'key'
  | 'passed'
  | 'failed'
  | 'made'
  | 'solution'
  | 'other';

/** Why one option, row, thing, change or check is as it is. */
export interface Reason {
  id: string;
  /** What is explained. Of a row or place it holds what is right, never what was answered. */
  text: string;
  standing: ReasonStanding;
  explanation: string;
  facts: readonly string[];
  misconception: string | null;
}
