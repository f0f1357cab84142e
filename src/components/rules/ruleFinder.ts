import { counted } from '#model/wording/counted.ts';

/** Filters the rule book while somebody types; without scripts the whole list is shown. */
const input = document.querySelector<HTMLInputElement>('[data-find]');
const found = document.querySelector<HTMLElement>('[data-found]');
const items = [...document.querySelectorAll<HTMLElement>('[data-rules] > li')];
if (input !== null && found !== null) {
  input.parentElement?.removeAttribute('hidden');
  input.addEventListener('input', () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const item of items) {
      const hit = words.every((word) => item.dataset['text']?.includes(word) === true);
      item.hidden = !hit;
      if (hit) count++;
    }
    found.textContent =
      words.length === 0 ? '' : `${counted(count, 'rule')} found${count === 0 ? '. Try fewer words.' : ''}`;
  });
}
