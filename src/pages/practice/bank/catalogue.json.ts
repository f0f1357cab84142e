import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { catalogueOf } from '#components/catalogue.ts';
import { lessonOf } from '#components/content.ts';

/** What there is to ask, to read and to play, without the texts. */
export const GET: APIRoute = async () => {
  const lessons = (await getCollection('lessons')).map(lessonOf).sort((a, b) => a.order - b.order);
  return new Response(JSON.stringify(catalogueOf(lessons)), {
    headers: { 'Content-Type': 'application/json' },
  });
};
