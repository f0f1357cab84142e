import type { APIRoute } from 'astro';
import { pageOf } from '#components/quiz/buildCatalogue.ts';
import { FACTS } from '#components/content/content.ts';
import { markOf } from '#model/content/evidenceMark.ts';

/** Fact ID → claim, the vendor's page, the month in which it was read, and the evidence where the reader must see it. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify(
      Object.fromEntries(
        [...FACTS.values()].map((fact) => [
          fact.id,
          [fact.claim, pageOf(fact), fact.as_of, ...(markOf(fact.status) === null ? [] : [fact.status])],
        ]),
      ),
    ),
    { headers: { 'Content-Type': 'application/json' } },
  );
