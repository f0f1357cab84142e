/** A storage of the browser as a plain map, whose `entries` can be looked at. */
export const memory = (entries: Record<string, string> = {}) => ({
  entries,
  getItem: (key: string) => entries[key] ?? null,
  setItem: (key: string, value: string) => {
    entries[key] = value;
  },
  removeItem: (key: string) => {
    delete entries[key];
  },
});
