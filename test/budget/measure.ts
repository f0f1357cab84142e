import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageCommand } from '#cli/setup.mjs';
import { CATEGORIES, type Category } from './budget.ts';

/** What one run of Lighthouse says of a page. */
export interface Measured {
  /** 0 to 100. */
  scores: Readonly<Record<Category, number>>;
  /** Audits that cost something, as `id: value`, worst first. */
  lost: readonly string[];
  /** How fast Lighthouse finds this machine now; below 1000 it is busy or slow. */
  speed: number;
}

interface Audit {
  score: number | null;
  displayValue?: string;
}
interface Report {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, Audit>;
  environment: { benchmarkIndex: number };
  runtimeError?: { message: string };
}

const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];

/** One run in a browser of its own: mobile, the throttling of Lighthouse's default, which is simulated. */
export async function measure(url: string, browser: string): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'runchain-budget-'));
  const file = join(folder, 'report.json');
  try {
    const output = await lighthouse(browser, [
      url,
      '--output=json',
      `--output-path=${file}`,
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=${FLAGS.join(' ')}`,
      '--no-enable-error-reporting',
      '--quiet',
    ]);
    const report = readReport(file, output);
    return { scores: scoresOf(report), lost: lostIn(report), speed: report.environment.benchmarkIndex };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file: string, output: string): Report {
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`Lighthouse gave no report\n${output}`);
  }
  if (report.runtimeError !== undefined) throw new Error(report.runtimeError.message);
  return report;
}

const scoresOf = ({ categories }: Report): Measured['scores'] => {
  const score = (id: Category) => Math.round((categories[id]?.score ?? 0) * 100);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
    seo: score('seo'),
  };
};

const lostIn = ({ categories, audits }: Report): string[] =>
  CATEGORIES.flatMap((id) => categories[id]?.auditRefs ?? [])
    .filter(({ weight }) => weight > 0)
    .flatMap(({ id, weight }) => {
      const audit = audits[id];
      if (audit === undefined || audit.score === null || audit.score >= 0.995) return [];
      return [{ id, cost: weight * (1 - audit.score), value: audit.displayValue }];
    })
    .sort((a, b) => b.cost - a.cost)
    .map(({ id, value }) => (value === undefined ? id : `${id} ${value}`));

/** Runs Lighthouse's command and gives what it printed. */
function lighthouse(browser: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [packageCommand('lighthouse'), ...args], {
      env: { ...process.env, CHROME_PATH: browser },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    child.on('error', reject);
    child.on('close', () => resolve(output));
  });
}
