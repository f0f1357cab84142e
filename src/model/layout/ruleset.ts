/** `hcp` is what the vendor documents, `guide` what the study guide says. */
export const RULESETS = ['hcp', 'guide'] as const;
