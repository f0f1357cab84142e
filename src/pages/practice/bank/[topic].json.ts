import type { APIRoute } from 'astro';
import { QUESTIONS, TOPICS } from '#components/content/content.ts';

/** The questions of one topic: the page loads only those that are asked for. */
export const getStaticPaths = () => TOPICS.map(({ id }) => ({ params: { topic: id } }));

export const GET: APIRoute = ({ params }) =>
  new Response(
    JSON.stringify([...QUESTIONS.values()].filter((question) => question.topic === params['topic'])),
    {
      headers: { 'Content-Type': 'application/json' },
    },
  );
