export const PURE = ['model', 'engine', 'hcl', 'quiz', 'lint'];

/** The field in which HCL is written. */
export const CODEMIRROR = [
  ...['state', 'view', 'language', 'commands', 'search', 'lint'].map((part) => `@codemirror/${part}`),
  '@lezer/highlight',
];

/**
 * Which folder may import which, and which packages. This is the table of ARCHITECTURE.md; a package also stands for
 * what is inside it (`zod` for `zod/mini`), unless a path is given.
 */
export const LAYERS: Record<string, { folders: string[]; packages: string[] }> = {
  model: {
    folders: [],
    packages: [
      ...['zod', 'yaml', 'jsonc-parser'],
      // For the loader of content alone.
      ...['unified', 'remark-parse', 'remark-gfm', 'remark-mdx', 'github-slugger'],
    ],
  },
  engine: { folders: ['model'], packages: [] },
  hcl: {
    folders: ['model'],
    packages: ['web-tree-sitter', '@tree-sitter-grammars/tree-sitter-hcl', 'jsonc-parser'],
  },
  quiz: { folders: ['model', 'engine', 'hcl'], packages: ['zod', 'ts-fsrs'] },
  lint: { folders: ['model', 'engine', 'hcl', 'quiz'], packages: ['yaml'] },
  // `zustand` itself brings React; its vanilla half does not.
  state: { folders: PURE, packages: ['zod', 'zustand/vanilla', 'zustand/middleware', 'idb'] },
  islands: {
    folders: [...PURE, 'state'],
    packages: [
      'react',
      'react-dom',
      'zustand',
      '@xyflow/react',
      '@dagrejs/dagre',
      ...CODEMIRROR,
      'web-tree-sitter',
      '@tree-sitter-grammars/tree-sitter-hcl',
    ],
  },
  components: { folders: [...PURE, 'islands'], packages: ['astro', 'yaml'] },
  pages: { folders: [...PURE, 'islands', 'components'], packages: ['astro'] },
  lms: { folders: [...PURE, 'state', 'components'], packages: ['astro'] },
  hosting: { folders: ['quiz'], packages: ['node', 'fflate'] },
  integrations: { folders: [], packages: ['astro', 'node', 'pagefind', 'subset-font'] },
  cli: {
    folders: PURE,
    packages: ['node', 'yaml', 'jsonc-parser', 'web-tree-sitter', '@tree-sitter-grammars/tree-sitter-hcl'],
  },
};
