import grammarUrl from '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm?url';
import parserUrl from 'web-tree-sitter/web-tree-sitter.wasm?url';
import { createHclParser, type HclParser } from '#hcl/syntax/hclParser.ts';
import { answer } from './answerMessage.ts';
import type { Reply, Request } from './messages.ts';

let parser: Promise<HclParser> | undefined;
const load = (): Promise<HclParser> => {
  parser ??= createHclParser({ parser: parserUrl, grammar: grammarUrl });
  return parser;
};

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  const reply = (message: Reply) => self.postMessage(message);
  answer(data, load, (read) => reply({ id: data.id, read })).then(
    (found) => reply({ id: data.id, answer: found }),
    (error: unknown) =>
      reply({ id: data.id, failed: error instanceof Error ? error.message : 'the text could not be read' }),
  );
});
