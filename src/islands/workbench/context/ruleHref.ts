/** The page of a rule in the rule book, under the base that the site is served from. */
export const ruleHref = (fact: string): string =>
  `${import.meta.env.BASE_URL.replace(/\/$/, '')}/rules/${fact.toLowerCase()}/`;

/** The map of the levels. */
export const levelsHref = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/sandbox/levels/`;
