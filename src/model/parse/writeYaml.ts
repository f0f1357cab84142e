import { stringify } from 'yaml';

/** Plain data as YAML 1.2 that `readText` reads back. */
export const writeYaml = (data: unknown): string =>
  stringify(data, { version: '1.2', schema: 'core', aliasDuplicateObjects: false, lineWidth: 110 });
