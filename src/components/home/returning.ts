import { showReturning } from './returningPanel.ts';

const panel = document.querySelector<HTMLElement>('[data-returning]');
if (panel !== null) void showReturning(panel);
