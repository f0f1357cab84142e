import { type Misconception, inLayout, sets, workspaces } from './misconception.ts';

/** Mistaken beliefs about which variable wins. */
export const VARIABLES: readonly Misconception[] = [
  {
    id: 'narrowest-always-wins',
    title: 'The narrowest scope always wins',
    truth: 'A priority set beats every narrower scope, including the variables of the workspace.',
    facts: ['VS-07', 'VS-31'],
    believed: (s) => sets(s, (set) => ({ ...set, priority: false })),
  },
  {
    id: 'narrowest-priority-wins',
    title: 'Among priority sets the narrowest wins',
    truth: 'Among priority sets the broadest scope wins, and those of the organization come first.',
    facts: ['VS-31'],
    believed: (s) => {
      const priority = s.layout.variable_sets.filter((set) => set.priority);
      if (priority.length === 0) return s;
      const bare = inLayout(s, { variable_sets: priority.map((set) => ({ ...set, priority: false })) });
      return workspaces(bare, (w) => ({ ...w, variables: [] }));
    },
  },
  {
    id: 'last-name-wins',
    title: 'Of two sets that rank the same, the last name wins',
    truth: 'Among sets of the same scope and owner, the one whose name sorts first wins.',
    facts: ['VS-06'],
    believed: null,
  },
  {
    id: 'project-owned-wins-anyway',
    title: 'A set owned by a project always wins',
    truth:
      'Among priority sets, those of the organization come first. The variable of the workspace beats ordinary sets.',
    facts: ['VS-31', 'VS-14'],
    believed: (s) => {
      const owned = s.layout.variable_sets.filter((set) => set.project !== null);
      if (owned.length === 0) return s;
      return workspaces(inLayout(s, { variable_sets: owned }), (w) => ({ ...w, variables: [] }));
    },
  },
  {
    id: 'broadest-wins',
    title: 'The broadest scope wins',
    truth:
      'Among sets without priority, narrow beats broad, and the variable of the workspace beats them all.',
    facts: ['VS-31', 'VS-14'],
    believed: (s) =>
      workspaces(
        sets(s, (set) => ({ ...set, priority: true })),
        (w) => w,
      ),
  },
];
