import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

// The frontmatter is checked by the model's own schema, in the linter and again where a page is made of it.
export const collections = {
  lessons: defineCollection({ loader: glob({ base: './content/lessons', pattern: '**/*.mdx' }) }),
};
