import { access } from './commands/access.ts';
import { trace } from './commands/trace.ts';
import { check } from './commands/check.ts';
import { grade } from './commands/grade.ts';
import { printResults } from './commands/simulate.ts';
import { variables } from './commands/variables.ts';
import type { CommandOutcome } from './output.ts';

/** Every command of `npm run runchain -- COMMAND …`. */
const COMMANDS: Readonly<
  Record<string, (words: readonly string[]) => CommandOutcome | Promise<CommandOutcome>>
> = {
  simulate: printResults,
  trace,
  check,
  grade,
  // The HCL parser and the bank are loaded only where they are needed.
  import: async (words) => (await import('./commands/import.ts')).importFiles(words),
  export: async (words) => (await import('./commands/export.ts')).exportFile(words),
  variables,
  access,
  quiz: async (words) => (await import('./commands/quiz.ts')).quiz(words),
  new: async (words) => (await import('./commands/new.ts')).create(words),
  statements: async (words) => (await import('./commands/statements.ts')).statements(words),
};

const USAGE = `usage: npm run -s runchain -- COMMAND …

  simulate FILE                        run { layout, actions }, print the result (FILE may be a directory)
  trace FILE                           the same as text, one event a line, with every rule that stopped something
  check FILE                           findings about a layout
  variables FILE --workspace W         which variables a run there gets, and from where
  access FILE --team T --workspace W   what a team may do there
  grade LEVEL ANSWER                   grade an answer layout against a level
  import FILE.tf… | FILE.json          read HCL, or terraform show -json, as a layout
  export FILE                          print a layout as HCL
  quiz export --format F               print the bank as gift, qti or anki (--out DIR or FILE, --generated N a family)
  quiz import FILE                     read GIFT or Aiken as drafts of questions
  statements FILE --actor MAIL         an export of progress as xAPI statements
  new KIND NAME                        files of a new rule, level, question, lesson or generator, to be filled in

FILE is JSON or YAML; - is standard input.
Exit status: 0 it worked; 1 the graded answer did not pass; 2 the input was not usable.
`;

/**
 * Carries out one command line, in this process.
 * @param words the command and what follows it
 */
export async function run(words: readonly string[]): Promise<CommandOutcome> {
  const [name, ...rest] = words;
  if (name === undefined || name === 'help' || name === '--help') {
    return {
      status: name === undefined ? 2 : 0,
      stdout: name === undefined ? '' : USAGE,
      stderr: name === undefined ? USAGE : '',
    };
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const known = Object.keys(COMMANDS).join(', ');
    return {
      status: 2,
      stdout: '',
      stderr: `runchain:${name.replace(/\s+/g, ' ')}: unknown command, must be one of ${known}\n`,
    };
  }
  return command(rest);
}
