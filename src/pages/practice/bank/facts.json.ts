import type { APIRoute } from 'astro';
import { pageOf } from '#components/catalogue.ts';
import { FACTS } from '#components/content.ts';

/** Fact ID → claim, the vendor's page and the month in which it was read. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify(
      Object.fromEntries(
        [...FACTS.values()].map((fact) => [fact.id, [fact.claim, pageOf(fact), fact.as_of]]),
      ),
    ),
    { headers: { 'Content-Type': 'application/json' } },
  );
