/** What kind of page an address of the site leads to, below its root. */
export function pageKind(path: string): string {
  const [section = '', name = ''] = path.split('/');
  if (section === 'lessons' && name !== '') return 'Lesson';
  if (section === 'rules' && /^\w+-\d+$/.test(name)) return 'Rule';
  if (section === 'sandbox' && name === 'levels') return 'Level';
  if (section === 'glossary') return 'Glossary';
  return 'Page';
}
