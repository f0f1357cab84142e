import { createRequire } from 'node:module';
import { createHclParser, type HclParser } from '#hcl/syntax/hclParser.ts';

const require = createRequire(import.meta.url);
let loaded: Promise<HclParser> | undefined;

/** The parser of HCL in Node, from the installed packages; loaded at the first call. */
export function loadHclParser(): Promise<HclParser> {
  loaded ??= createHclParser({
    parser: require.resolve('web-tree-sitter/web-tree-sitter.wasm'),
    grammar: require.resolve('@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm'),
  });
  return loaded;
}
