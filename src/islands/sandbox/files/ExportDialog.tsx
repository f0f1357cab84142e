import { useState } from 'react';
import type { Scenario } from '#model/scenario/action.ts';
import { writtenScenario } from '#state/board/writtenScenario.ts';
import { askWorker } from '../hcl/askWorker.ts';
import { type WorkbenchSeen, useFreeBoard } from '#islands/workbench/context/useSandbox.ts';
import { download } from '#islands/status/download.ts';
import { fileName } from './fileName.ts';
import { pictureOf, pngOf } from './exportPicture.ts';
import { Sheet } from '#islands/workbench/controls/Sheet.tsx';

interface Form {
  label: string;
  about: string;
  /** @returns what else is to be said of the file */
  save: (seen: WorkbenchSeen, board: string) => Promise<string | undefined>;
}

export const boardJson = (scenario: Scenario): string =>
  `${JSON.stringify(writtenScenario(scenario), null, 2)}\n`;

const FORMS: readonly Form[] = [
  {
    label: 'JSON',
    about: 'The board and what was done. Opens here and in the command line.',
    save: async ({ state }, board) => {
      download(`${fileName(board)}.json`, boardJson(state.scenario), 'application/json');
      return undefined;
    },
  },
  {
    label: 'YAML',
    about: 'The same, easier to read and to change by hand.',
    save: async ({ state }, board) => {
      const { writeYaml } = await import('#model/parse/writeYaml.ts');
      download(`${fileName(board)}.yaml`, writeYaml(writtenScenario(state.scenario)), 'text/yaml');
      return undefined;
    },
  },
  {
    label: 'HCL',
    about: 'The set-up for the tfe provider, with your comments; without runs and places.',
    save: async ({ state }, board) => {
      const { layout } = state.scenario;
      const { text, ...written } = await askWorker('write', { layout, earlier: state.hcl });
      download(`${fileName(board)}.tf`, text, 'text/plain');
      const { describeChoice: choiceWords } = await import('../hcl/HclChoice.tsx');
      return choiceWords(written) ?? undefined;
    },
  },
  {
    label: 'SVG',
    about: 'A picture of the board as it is now, at any size.',
    save: async (seen, board) => {
      download(`${fileName(board)}.svg`, await pictureOf(seen, board), 'image/svg+xml');
      return undefined;
    },
  },
  {
    label: 'PNG',
    about: 'The same picture in pixels, for slides and chats.',
    save: async (seen, board) => {
      download(`${fileName(board)}.png`, await pngOf(await pictureOf(seen, board)), 'image/png');
      return undefined;
    },
  },
];

/** The board as a file. */
export default function ExportDialog({ close }: { close: () => void }) {
  const seen = useFreeBoard();
  const board = seen.boards.current().name;
  const [said, setSaid] = useState('');
  return (
    <Sheet title={`Export ${board}`} close={close}>
      <ul className="forms">
        {FORMS.map(({ label, about, save }) => (
          <li key={label}>
            <button
              type="button"
              className="button"
              onClick={() =>
                save(seen, board).then(
                  (also) =>
                    setSaid(`${label} saved.${also === undefined ? '' : ` ${also} The HCL tab shows it.`}`),
                  (error: unknown) =>
                    setSaid(
                      `${label} could not be made: ${error instanceof Error ? error.message : 'something went wrong'}.`,
                    ),
                )
              }
            >
              {label}
            </button>
            <span>{about}</span>
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
    </Sheet>
  );
}
