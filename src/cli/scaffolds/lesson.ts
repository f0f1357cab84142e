import { isSlug, type Make, nextNumber, scaffold, unfit } from './scaffold.ts';

/** A lesson with one statement, one figure that runs, and one question. */
export const lesson: Make = (name, _, { paths, factIds }) => {
  if (!isSlug(name)) return unfit('must be lower-case words joined by hyphens, such as saved-plans');
  // Three questions and a point of difference that exist, to be exchanged for those that fit.
  const questions = paths
    .flatMap((path) => /^content\/questions\/run-triggers\/(.*)\.yaml$/.exec(path)?.[1] ?? [])
    .slice(0, 3)
    .map((id) => `<Question id="${id}" />\n`);
  const differs = [...factIds].find((id) => /^D-\d+$/.test(id)) ?? 'FILL IN';
  const number = nextNumber(paths, 'content/lessons/');
  const path = `content/lessons/${number}-${name}.mdx`;
  const text = `---
id: ${name}
title: "FILL IN: what it is about"
order: ${Number(number)}
track: run-triggers
minutes: 5
objectives: [6a]
facts_as_of: 2025-09
facts: [RT-01]
sources:
  - { title: Run triggers, page: cloud-docs/workspaces/settings/run-triggers, as_of: 2025-09 }
---

After this lesson you can:

- FILL IN: something that a reader can do and could not do before

## What happens

<Claim facts="RT-01">FILL IN: one statement that the facts carry.</Claim>

<Figure
  id="${name}-figure"
  title="FILL IN: what it shows"
  predict="FILL IN: what will happen?"
  knobs={["network.auto_apply"]}
  layout={\`
version: 1
organizations: [{ name: acme }]
workspaces:
  - { name: network, auto_apply: true }
  - { name: app }
run_triggers:
  - { sourceable: network, workspace: app }
\`}
  actions={\`
- { type: start_run, workspace: network }
\`}
/>

## Where the study guide differs

<GuideDiffers id="${differs}">FILL IN: what the guide says, and what HCP Terraform does.</GuideDiffers>

## Check yourself

${questions.join('\n')}`;
  return scaffold({
    files: [{ path, text }],
    next: [
      'Set track, minutes, objectives, facts and sources; facts_as_of is the oldest month among the facts.',
      'A lesson has 750 to 1,700 words, three to five questions of the bank, and each of its facts in a claim.',
      'The components are in src/components/lesson/LessonBody.astro; each knob of a figure changes something (src/components/figure/knobs.ts).',
      'npm run lint:content names what is missing; npm run unit -- test/content/lessons.test.ts runs the figures.',
    ],
  });
};
