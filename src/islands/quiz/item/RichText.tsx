import { Fragment } from 'react';

/** The little Markdown that questions use: paragraphs, `code`, *names* and **emphasis**. Everything else is text. */
export function RichText({ text }: { text: string }) {
  return (
    <>
      {text
        .trim()
        .split(/\n\s*\n/)
        .map((paragraph) => (
          <p key={paragraph}>{inline(paragraph)}</p>
        ))}
    </>
  );
}

/** The same without paragraphs, for the label of an option. */
export const RichLine = ({ text }: { text: string }) => <>{inline(text.trim())}</>;

/** The same where only letters fit: in a list of choices, or in a name. */
export const plainText = (text: string): string => text.replaceAll('`', '');

function inline(text: string) {
  let at = 0;
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^\s*][^*]*\*)/).map((part) => {
    const key = at;
    at += part.length;
    // Before code at the very start there is nothing, which would have the key of that code.
    if (part === '') return null;
    if (part.startsWith('`') && part.endsWith('`') && part.length > 2)
      return <code key={key}>{part.slice(1, -1)}</code>;
    if (part.startsWith('**') && part.length > 4) return <strong key={key}>{part.slice(2, -2)}</strong>;
    if (part.startsWith('*') && part.endsWith('*') && part.length > 2)
      return <em key={key}>{part.slice(1, -1)}</em>;
    return <Fragment key={key}>{part}</Fragment>;
  });
}
