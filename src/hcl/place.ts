/** Where something stands in the files that were given; lines and columns count from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** What could not be read, and where. */
export interface HclProblem extends Place {
  message: string;
}

/** Notes one problem. */
export type Report = (place: Place, message: string) => void;
