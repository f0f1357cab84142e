import { nearest } from '#model/parse/nearest.ts';
import type { Position, ReportHclProblem } from '../syntax/position.ts';
import type { Attribute, Block, HclFile } from '../syntax/tree.ts';

/** A `resource` or `data` block. */
export interface Declaration {
  mode: 'managed' | 'data';
  type: string;
  address: string;
  block: Block;
}

/** What the files of one directory declare, by name. */
export interface Declarations {
  resources: Map<string, Declaration>;
  variables: Map<string, Block>;
  locals: Map<string, Attribute>;
  /** Values of `.tfvars` files. */
  assigned: Map<string, Attribute>;
  outputs: Map<string, Block>;
  /** `provider "tfe"`, by alias; '' is the default one. */
  providers: Map<string, Block>;
  terraform: Block[];
  /** `check` blocks; what their own data source reads is declared with the others. */
  checks: Block[];
  modules: Map<string, Block>;
  /** Other blocks that have expressions: other providers, and `import`. */
  others: Block[];
  comments: { text: string; place: Position }[];
  /** The beginning of the first file. */
  start: Position;
}

/** Collects what the files declare; what is declared twice is reported, and the first one counts. */
export function declarationsOf(files: readonly HclFile[], report: ReportHclProblem): Declarations {
  const all: Declarations = {
    resources: new Map(),
    variables: new Map(),
    locals: new Map(),
    assigned: new Map(),
    outputs: new Map(),
    providers: new Map(),
    terraform: [],
    checks: [],
    modules: new Map(),
    others: [],
    comments: files.flatMap((file) => file.comments),
    start: { file: files[0]?.name ?? '', line: 1, column: 1 },
  };
  const add = <T extends { place: Position }>(map: Map<string, T>, key: string, item: T, what: string) => {
    const first = map.get(key);
    if (first === undefined) map.set(key, item);
    else
      report(
        item.place,
        `${what} is declared twice, already in ${first.place.file}:${first.place.line}; rename one of them`,
        'mistake',
      );
  };
  const declare = (block: Block, mode: Declaration['mode']) => {
    const [type, name] = block.labels;
    if (type === undefined || name === undefined)
      return report(block.place, `${block.type} needs two labels, a type and a name`, 'mistake');
    const address = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
    const first = all.resources.get(address)?.block.place;
    if (first === undefined) all.resources.set(address, { mode, type, address, block });
    else
      report(
        block.place,
        `${address} is declared twice, already in ${first.file}:${first.line}; rename one of them`,
        'mistake',
      );
  };
  for (const file of files) {
    if (file.name.endsWith('.tfvars')) {
      for (const [name, attribute] of file.body.attributes) all.assigned.set(name, attribute);
      continue;
    }
    for (const { name, place } of file.body.attributes.values())
      report(
        place,
        `${name} is outside of every block, so nothing can use it: put it into locals`,
        'mistake',
      );
    for (const block of file.body.blocks) {
      const [label = ''] = block.labels;
      switch (block.type) {
        case 'resource':
          declare(block, 'managed');
          break;
        case 'data':
        case 'ephemeral':
          declare(block, 'data');
          break;
        case 'variable':
          add(all.variables, label, block, `variable ${label}`);
          break;
        case 'output':
          add(all.outputs, label, block, `output ${label}`);
          break;
        case 'module':
          add(all.modules, label, block, `module ${label}`);
          break;
        case 'locals':
          for (const [name, attribute] of block.attributes) add(all.locals, name, attribute, `local.${name}`);
          break;
        case 'provider':
          if (label === 'tfe') all.providers.set(aliasOf(block), block);
          else all.others.push(block);
          break;
        case 'import':
          all.others.push(block);
          break;
        case 'terraform':
          all.terraform.push(block);
          break;
        case 'check':
          all.checks.push(block);
          for (const inner of block.blocks) if (inner.type === 'data') declare(inner, 'data');
          break;
        default:
          reportBlock(block, report);
      }
    }
  }
  return all;
}

/** Blocks that say nothing of what a layout holds. */
const WITHOUT_EFFECT = ['action', 'moved', 'removed'];
const READ = [
  'resource',
  'data',
  'ephemeral',
  'variable',
  'output',
  'module',
  'locals',
  'provider',
  'terraform',
];

function reportBlock({ type, place }: Block, report: ReportHclProblem): void {
  if (WITHOUT_EFFECT.includes(type)) return;
  const near = nearest(type, READ);
  report(
    place,
    `a block ${type} is not known here${near === null ? '' : `, did you mean ${near}?`}; it is left out`,
    'unknown',
  );
}

function aliasOf(block: Block): string {
  const alias = block.attributes.get('alias')?.value;
  return alias?.type === 'literal' ? String(alias.value) : '';
}
