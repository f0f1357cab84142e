import { short } from '#model/vocabulary.ts';
import type { Layout } from '#model/layout.ts';
import { workspaceWords } from '#model/words.ts';

/** A layout in words: workspaces with what is not as it is by default, and the triggers between them. */
export function LayoutText({ layout, title = 'The board' }: { layout: Layout; title?: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen it scrolls, and a keyboard must reach that.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would say that there is something to fill in.
    <div role="group" className="layout-text" aria-label={title} tabIndex={0}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">Workspace</th>
            <th scope="col">Settings</th>
            <th scope="col">Triggered by</th>
          </tr>
        </thead>
        <tbody>
          {layout.workspaces.map((w) => {
            const id = `${w.organization}/${w.name}`;
            const sources = layout.run_triggers
              .filter((t) => t.workspace === id)
              .map((t) => short(t.sourceable));
            return (
              <tr key={id}>
                <th scope="row">{w.name}</th>
                <td>{workspaceWords(w).join(', ') || 'all as by default'}</td>
                <td>{sources.join(', ') || 'nothing'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
