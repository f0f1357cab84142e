/**
 * What a hint says about a fact that no rule of the simulator enforces: a sentence about the vendor's behaviour. The facts
 * themselves, with their sources, are in `content/facts`.
 */
const WORDS: Readonly<Record<string, string>> = {
  'RT-01':
    'A run trigger starts a run in its workspace after each successful apply of its source, and only then.',
  'RT-02': 'A run trigger belongs to the workspace that will run, and names the source that it follows.',
  'RT-21': 'A trigger starts a run; it carries no values. What a run knows of another workspace, it reads.',
  'FI-31': 'Every trigger fires for itself: two sources that are applied queue two runs.',
  'FI-30': 'A trigger fires once for each successful apply of its source.',
  'RS-26': 'Reading does not trigger: a workspace looks up the values of another one only when it runs.',
  'EM-05': 'A run is carried out in the execution mode in which it was planned.',
  'TSK-06': 'A post-apply task runs after the apply, so its failure stops nothing.',
  'VCS-01': 'A commit queues a run in every workspace that follows the repository, whatever its triggers do.',
  'VS-07': 'A priority variable set overrides the variables of the workspace itself.',
  'PM-01': 'What a team may do in a workspace comes from its role there or in the project.',
  'POL-02': 'The enforcement level of a policy is the same for every workspace that it covers.',
  'POL-14': 'A workspace that is excluded from a policy set is not checked by it.',
  'VS-30': 'Each value of a variable comes from the workspace or from a set that applies to it.',
  'PM-04': 'A role in a project holds in every workspace of the project.',
  'RS-10': 'Who may read a state through terraform_remote_state may read all of it, not only its outputs.',
  'M-5': 'What a run reads from other workspaces is looked up when it plans.',
  'Q-06': 'A run keeps the variables that it had when it was created.',
};

/** Null if there are no words for a fact; a hint then says nothing, because a code would not help. */
export const describeFact = (fact: string): string | null => WORDS[fact] ?? null;
