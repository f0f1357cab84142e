import { Language, Parser, type Tree } from 'web-tree-sitter';

/** The parser of HCL, loaded. */
export interface HclParser {
  /** The syntax tree; the caller frees it with `delete()`. Null where the parser gave up. */
  parse(text: string): Tree | null;
}

/** Where the two WebAssembly files are: that of the parser and that of the grammar. */
export interface HclRuntime {
  /** Path or URL of `web-tree-sitter.wasm`, or its bytes. */
  parser: string | Uint8Array;
  /** Path or URL of `tree-sitter-terraform.wasm`, or its bytes. */
  grammar: string | Uint8Array;
}

/** Loads the parser; once for a process or a worker. The caller knows where its files are. */
export async function createHclParser(runtime: HclRuntime): Promise<HclParser> {
  const { parser: source, grammar } = runtime;
  await Parser.init(typeof source === 'string' ? { locateFile: () => source } : { wasmBinary: source });
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return { parse: (text) => parser.parse(text) };
}
