import { isSlug, type Make, nextNumber, scaffold, unfit } from './scaffold.ts';

/** A level that is proven as it is; its board, goal and words are there to be replaced. */
export const level: Make = (name, _, { paths }) => {
  if (!isSlug(name)) return unfit('must be lower-case words joined by hyphens, such as twenty-doors');
  const id = `${nextNumber(paths, 'content/levels/')}-${name}`;
  const path = `content/levels/${id}.yaml`;
  const text = `id: ${id}
version: 1
chapter: small-print
title: "FILL IN: two or three words"
story: "FILL IN: who needs what, and why, in two or three sentences"
facts:
  - "FILL IN: what the player has to know about this board, one line each"
rules: [RT-01, RT-02]
debrief: "FILL IN: why the solution works"
layout:
  version: 1
  organizations: [{ name: acme }]
  workspaces:
    - { name: network, auto_apply: true }
    - { name: app }
script:
  - { type: start_run, workspace: network }
goals:
  - id: one-run
    text: "FILL IN: what must be so in the end"
    rule: RT-01
    check: { count: { workspace: app, source: tfe-run-trigger, is: 1 } }
palette:
  edits:
    - { type: create_run_trigger, sourceable: network, workspace: app }
    - { type: create_run_trigger, sourceable: app, workspace: network }
mistakes:
  - text: "FILL IN: what a learner may try first"
    edits: [{ type: create_run_trigger, sourceable: app, workspace: network }]
    fails: one-run
    rule: RT-01
solution:
  edits: [{ type: create_run_trigger, sourceable: network, workspace: app }]
par: 1
predict: [app]
`;
  return scaffold({
    files: [{ path, text }],
    next: [
      'Replace board, script, goals, palette, mistakes and solution; src/model/level/level.ts is the format.',
      'Or open it at /sandbox/builder/, which shows the proof while you edit, and save it from there.',
      'npm run lint:content names the words that are missing; npm run unit -- test/content/levels.test.ts proves it.',
    ],
  });
};
