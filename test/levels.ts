import { readdirSync, readFileSync } from 'node:fs';
import { type Level, parseLevel } from '#model/level.ts';
import { readText } from '#model/text.ts';

const folder = new URL('../content/levels/', import.meta.url);

/** Every level, in its order; throws where one cannot be read. */
export const LEVELS: readonly Level[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => {
    const data = readText(readFileSync(new URL(name, folder), 'utf8'), 'yaml or json');
    const level = parseLevel(data.ok ? data.value : null);
    if (!level.ok) throw new Error(`${name}: ${level.problems.map((p) => p.message).join('; ')}`);
    return level.value;
  });
