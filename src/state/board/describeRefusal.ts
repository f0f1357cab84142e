/** What a person can do after something was refused. */
export type Next = 'why' | 'level' | 'value' | 'choose' | 'room' | 'run' | 'copy' | 'reload';

const WORDS: Readonly<Record<Next, string>> = {
  why: 'Your board is unchanged. Open Why to see the rule and the smallest change that allows it.',
  level: 'Choose one of the changes that this level offers.',
  value: 'Nothing was changed. Enter another value.',
  choose: 'Nothing was changed. Choose something else.',
  room: 'Nothing was changed. Remove what you no longer need, then try again.',
  run: 'Start a run here first, or choose a workspace whose run needs a decision.',
  copy: 'Select workspaces on the board, copy them, then paste.',
  reload: 'What you did is kept. Load the page again.',
};

/** The sentences that follow a refusal; every refusal ends in an action. */
export const describeNext = (next: Next): string => WORDS[next];
