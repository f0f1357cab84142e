/** Flesch-Kincaid grade; 0 for a text without words. Syllables are counted by groups of vowels. */
export function gradeOf(prose: string): number {
  const words = prose.match(/[A-Za-z]+(?:'[a-z]+)?/g) ?? [];
  const sentences = prose.split(/[.!?:]+(?:\s|$)/).filter((sentence) => /[A-Za-z]{2}/.test(sentence)).length;
  if (words.length === 0 || sentences === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word.toLowerCase()), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

function syllablesOf(word: string): number {
  const groups = word
    .replace(/(?:[^laeiouy]es|[^aeiouytd]ed|[^l]e)$/, (end) => end[0] ?? '')
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 0);
}
