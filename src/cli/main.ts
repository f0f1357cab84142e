import { endWithReader } from './pipe.ts';
import { run } from './runCommand.ts';

endWithReader();
const outcome = await run(process.argv.slice(2));
process.stderr.write(outcome.stderr);
process.stdout.write(outcome.stdout);
process.exitCode = outcome.status;
