import { agrees, counted } from '#model/wording/counted.ts';
import type { ProofState } from './useProof.ts';
import { sectionOf, useBuilder } from '../useBuilder.ts';

/** The state of the proof in a few words. */
export function describeProof(proof: ProofState): string {
  switch (proof.kind) {
    case 'working':
      return 'Being checked …';
    case 'failed':
      return 'The proof could not be run';
    case 'unfinished':
      return proof.problems.length === 1
        ? '1 thing is missing'
        : `${counted(proof.problems.length, 'thing')} ${agrees(proof.problems.length, 'is', 'are')} missing`;
    case 'proof': {
      const { problems, parProven } = proof.proof;
      if (problems.length > 0) return `Not proven: ${counted(problems.length, 'reason')}`;
      return parProven ? 'Proven' : 'Proven, but for par';
    }
  }
}

/** What a draft still lacks to be a level. */
export function Checklist({ proof }: { proof: ProofState }) {
  const { show } = useBuilder();
  return (
    <aside className="checklist" aria-label="Checklist">
      <h2>Checklist</h2>
      <p
        className="verdict"
        role="status"
        data-proven={proof.kind === 'proof' && proof.proof.problems.length === 0}
      >
        {describeProof(proof)}
      </p>
      {proof.kind === 'failed' && <p>{proof.message}</p>}
      {proof.kind === 'unfinished' && (
        <ul>
          {proof.problems.map(({ path, message }) => {
            const section = sectionOf(path);
            return (
              <li key={`${path} ${message}`}>
                <button type="button" className="link" onClick={() => show(section)}>
                  {section}
                </button>
                : <code>{path}</code> {message}
              </li>
            );
          })}
        </ul>
      )}
      {proof.kind === 'proof' && (
        <>
          {proof.proof.problems.length === 0 ? (
            <p>The start fails, each mistake fails as it says, and the solution earns three stars.</p>
          ) : (
            <ul>
              {proof.proof.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          )}
          <p>
            {counted(proof.proof.tried, 'shorter way')} tried.{' '}
            {proof.proof.parProven
              ? 'Nothing shorter than par passes.'
              : 'The search stopped at its cap, so par is not proven here; the tests of the repository search further.'}
          </p>
        </>
      )}
    </aside>
  );
}
