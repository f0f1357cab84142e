import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import sitemap from '@astrojs/sitemap';
import { defineConfig, fontProviders } from 'astro/config';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { subsetOf, WEIGHTS } from './src/integrations/fonts.ts';
import { site } from './src/integrations/finishSite.ts';

/** The one script that must run before the first paint stands in the page as it is; the policy names its hash. */
const themeFirst = readFileSync(new URL('./src/components/page/themeFirst.js', import.meta.url), 'utf8');
const themeHash = `sha256-${createHash('sha256').update(themeFirst).digest('base64')}`;

async function localFont(name, cssVariable, packageName, fallbacks) {
  return {
    provider: fontProviders.local(),
    name,
    cssVariable,
    fallbacks,
    options: {
      variants: [
        { weight: `${WEIGHTS.min} ${WEIGHTS.max}`, style: 'normal', src: [await subsetOf(packageName)] },
      ],
    },
  };
}

export default defineConfig({
  output: 'static',
  // The address of the site, where it is known: only the sitemap and the social images need it.
  ...(process.env.RUNCHAIN_SITE ? { site: process.env.RUNCHAIN_SITE } : {}),
  base: process.env.RUNCHAIN_BASE ?? '/',
  trailingSlash: 'always',
  // The sitemap comes before `site()`, which packs what there is for the server. Without an address there can be none.
  integrations: [react(), mdx(), ...(process.env.RUNCHAIN_SITE ? [sitemap()] : []), site()],
  // Comments in a snippet are what the learner reads: the plain GitHub themes print them below 4.5:1.
  markdown: {
    shikiConfig: {
      themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
      defaultColor: 'light-dark()',
    },
  },
  fonts: [
    await localFont('Inter', '--font-sans', 'inter', ['system-ui', 'sans-serif']),
    await localFont('JetBrains Mono', '--font-mono', 'jetbrains-mono', ['monospace']),
  ],
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'none'",
      ],
      // Shiki writes style attributes, and scoped styles of components named in MDX are inlined without a hash.
      styleDirective: { resources: ["'self'", "'unsafe-inline'"] },
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"], hashes: [themeHash] },
    },
  },
  vite: {
    // React in one file, and not in five that are always loaded together.
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [
                  {
                    name: 'react',
                    test: /node_modules[\\/](react|react-dom|scheduler|@astrojs[\\/]react)[\\/]/,
                  },
                ],
              },
            },
          },
        },
      },
    },
    // The worker that reads texts loads its YAML parser only when it is needed.
    worker: { format: 'es' },
    // One warning for each MDX file, about a directive that Astro itself adds.
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
});
