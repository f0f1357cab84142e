/** The longest text that is read as a board, in characters. */
const MOST_CHARACTERS = 2_000_000;

/** Why a text is not read at all, or null. Asked before anything is done with it. */
export const lengthProblem = (text: string): string | null =>
  text.length > MOST_CHARACTERS ? `is too long: at most ${MOST_CHARACTERS} characters are read` : null;
