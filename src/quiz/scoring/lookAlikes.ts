/** A fact by its title, which is what a learner sees of it. */
interface Titled {
  id: string;
  title: string;
}

const fact = (id: string, title: string): Titled => ({ id, title });
const FI_13 = fact('FI-13', 'A plan without changes');

/** Facts that are often confused, two and two: they are shown side by side after a miss. */
const PAIRS: readonly (readonly [Titled, Titled])[] = [
  [fact('AA-02', 'Auto-apply, for runs started in the UI'), fact('AA-05', 'Auto-apply run triggers')],
  [fact('RUN-05', 'Discard a run'), fact('RUN-06', 'Cancel a run')],
  [fact('FI-12', 'A plan-only run'), FI_13],
  [FI_13, fact('FI-14', 'An empty-apply run')],
  [fact('RS-03', 'Reading with `terraform_remote_state`'), fact('RS-13', 'Reading with `tfe_outputs`')],
  [fact('RS-06', 'Sharing state'), fact('RT-02', 'Adding a run trigger')],
  [fact('POL-04', 'A Sentinel policy fails'), fact('POL-05', 'An OPA policy fails')],
  [fact('RT-01', 'What a run trigger does'), fact('RS-26', 'What a run trigger has to do with state')],
  [fact('PM-04', 'Project roles'), fact('PM-05', 'Custom workspace permissions')],
  [fact('LK-01', 'What locks a workspace'), fact('LK-02', 'A new run in a locked workspace')],
];

/** The first pair that one of these facts belongs to, the earlier facts first; null without one. */
export function lookAlikes(facts: readonly string[]): readonly [Titled, Titled] | null {
  for (const id of facts) {
    const pair = PAIRS.find((two) => two.some((one) => one.id === id));
    if (pair !== undefined) return pair;
  }
  return null;
}
