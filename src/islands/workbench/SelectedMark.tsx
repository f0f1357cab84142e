/** The tick of a selected workspace; the words are in the name of its button. */
export function SelectedMark() {
  return (
    <svg className="selected-mark" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="8" />
      <path d="M4.2 8.4 7 11l4.8-5.6" />
    </svg>
  );
}
