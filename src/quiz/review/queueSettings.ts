export interface QueueSettings {
  /** New cards a day. */
  fresh: number;
  /** Cards a day in all. */
  most: number;
  /** The day of the exam, null for none. */
  examDay: number | null;
}

export const DEFAULT_QUEUE: QueueSettings = { fresh: 10, most: 40, examDay: null };
