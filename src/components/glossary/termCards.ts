/** Cards of terms: kept within the screen, and closed by Escape until pointer and focus have left. */
for (const term of document.querySelectorAll<HTMLElement>('[data-term]')) {
  const card = term.querySelector<HTMLElement>('.card');
  if (card === null) continue;
  const place = () => {
    card.style.left = '0';
    const over = card.getBoundingClientRect().right - (document.documentElement.clientWidth - 8);
    if (over > 0) card.style.left = `${-over}px`;
  };
  const reopen = () => term.removeAttribute('data-closed');
  term.addEventListener('pointerenter', place);
  term.addEventListener('focusin', place);
  term.addEventListener('pointerleave', reopen);
  term.addEventListener('focusout', reopen);
}

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  for (const term of document.querySelectorAll('[data-term]:hover, [data-term]:focus-within'))
    term.setAttribute('data-closed', '');
});
