import { readableOutputs } from '../simulate/planInputs.ts';
import { withoutRead } from './readRemedies.ts';
import { about, type Remedy, nameOf, type Rule } from './rule.ts';

/** Fact: RS-01. */
export const rs01NoSuchOutput: Rule<'read'> = {
  id: 'rs-01-no-such-output',
  fact: 'RS-01',
  at: 'read',
  effect: 'error',
  title: 'Only outputs of the latest state can be read',
  why: "A reader gets the root-level outputs that the source's latest state holds; before an apply, and after a destroy, there are none.",
  fix: 'Declare the output in the source and apply it there first.',
  evidence: 'documented',
  condition: 'the latest state of the source holds the output',
  violation: ({ run, read, source }) =>
    readableOutputs(source).some((output) => output.name === read.output)
      ? null
      : about(source, run.workspace),
  message: ({ read, source }) => `The latest state of ${nameOf(source)} holds no output ${read.output}.`,
  remedies: (reading) => {
    const { read, source } = reading;
    const { outputs } = source.settings;
    const declared: Remedy[] = outputs.some(({ name }) => name === read.output)
      ? []
      : [
          {
            kind: 'set',
            workspace: source.id,
            settings: { outputs: [...outputs, { name: read.output, sensitive: false }] },
          },
        ];
    return [...declared, withoutRead(reading)];
  },
};
