import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { root } from './run.ts';

/** Runs a command whose reader goes away at once, as `head -0` does. @returns its status and what it says of that */
function unread(words: readonly string[]): Promise<{ status: number | null; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stdout.destroy();
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stderr }));
  });
}

describe('a command whose reader has had enough', () => {
  it.each([
    ['the check of the content', ['src/cli/lintContent.ts']],
    ['a command of runchain', ['src/cli/runchain.mjs', 'help']],
    ['an export of the bank', ['src/cli/runchain.mjs', 'quiz', 'export', '--format', 'gift']],
  ])('%s ends quietly', { timeout: 60_000 }, async (_, words) => {
    const { status, stderr } = await unread(words);
    expect(status).toBe(141);
    // What a command says beside its output stays; nothing is said about the pipe.
    expect(stderr).not.toMatch(/EPIPE|\n {4}at /);
  });
});
