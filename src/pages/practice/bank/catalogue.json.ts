import type { APIRoute } from 'astro';
import { catalogueOf } from '#components/quiz/buildCatalogue.ts';
import { LESSONS } from '#components/content/content.ts';

/** What there is to ask, to read and to play, without the texts. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(catalogueOf(LESSONS)), {
    headers: { 'Content-Type': 'application/json' },
  });
