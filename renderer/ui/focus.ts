/** Has no control the focus? Then the page has it, or the screen as a whole, which a screen may take it from. */
export function isFocusFree(): boolean {
  const active = document.activeElement;
  return active === null || active === document.body || active.tagName === 'MAIN';
}
