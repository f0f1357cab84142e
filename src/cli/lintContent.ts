import { counted } from '#model/wording/counted.ts';
import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { lint } from '#lint/index.ts';
import { printFinding } from '#model/content/contentFinding.ts';
import { statistics } from '#lint/bankStatistics.ts';
import { endWithReader } from './pipe.ts';
import { ROOT } from './load.ts';
import { readProject } from './project.ts';

function main(wanted: string | undefined): number {
  const only = wanted === undefined ? '' : relative(ROOT, resolve(wanted)).split(sep).join('/');
  if (wanted !== undefined && !existsSync(resolve(ROOT, only))) {
    process.stderr.write(`${wanted}: no such file or folder\n`);
    return 2;
  }
  const content = readProject();
  // Everything is read, since facts and links cross files; a path only narrows what is reported.
  const findings = lint(content).filter(
    ({ file }) => only === '' || file === only || file.startsWith(`${only}/`),
  );
  for (const finding of findings) process.stdout.write(`${printFinding(finding)}\n`);
  if (findings.length > 0) {
    process.stderr.write(`${counted(findings.length, 'finding')}\n`);
    return 1;
  }
  for (const line of statistics(content)) process.stdout.write(`${line}\n`);
  const { facts, lessons, questions, levels, factIds } = content;
  process.stdout.write(
    `content is clean: ${counted(factIds.size, 'fact')} in ${counted(facts.length, 'file')}, ${counted(lessons.length, 'lesson')}, ${counted(questions.length, 'question')}, ${counted(levels.length, 'level')}\n`,
  );
  return 0;
}

endWithReader();
process.exitCode = main(process.argv[2]);
