import { syntaxHighlighting } from '@codemirror/language';
import { tagHighlighter, tags } from '@lezer/highlight';

/** A class for each kind of word; `field.css` colours them in both themes. */
export const hclHighlighter = tagHighlighter([
  { tag: tags.comment, class: 'hcl-comment' },
  { tag: tags.typeName, class: 'hcl-block' },
  { tag: tags.labelName, class: 'hcl-label' },
  { tag: tags.definition(tags.propertyName), class: 'hcl-attribute' },
  { tag: tags.string, class: 'hcl-string' },
  { tag: [tags.special(tags.brace), tags.escape, tags.special(tags.string)], class: 'hcl-template' },
  { tag: [tags.number, tags.bool, tags.null], class: 'hcl-constant' },
  { tag: tags.controlKeyword, class: 'hcl-keyword' },
  { tag: tags.function(tags.variableName), class: 'hcl-function' },
]);
export const hclHighlighting = syntaxHighlighting(hclHighlighter);
