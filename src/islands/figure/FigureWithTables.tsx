import Figure, { type FigureProps } from './Figure.tsx';
import { Tables } from './Tables.tsx';

/** A figure that also shows the variables of workspaces or the rights of teams. Most have none and do not load this. */
export default function FigureWithTables(props: FigureProps) {
  return <Figure {...props} Tables={Tables} />;
}
