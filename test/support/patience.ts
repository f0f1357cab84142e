/** What an island loads when it is opened may take a while on a busy machine; a second is the library's default. */
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/dom');
  configure({ asyncUtilTimeout: 20_000 });
}
export {};
