import { expect, type Locator, type Page } from '@playwright/test';

/** How a person does things: with a mouse, or by keyboard alone. */
export interface Hand {
  /** A button, a link, a tab. */
  readonly press: (target: Locator) => Promise<void>;
  /** Writes into a field in place of what it holds; a day as `2026-09-30`. */
  readonly write: (field: Locator, text: string) => Promise<void>;
  /** Makes a checkbox or radio ticked, or a checkbox not. */
  readonly tick: (box: Locator, ticked?: boolean) => Promise<void>;
  /** Goes to an area by its entry, or by G and its letter. */
  readonly goTo: (area: string, letter: string) => Promise<void>;
}

export function mouseOf(page: Page): Hand {
  return {
    press: (target) => target.click(),
    write: (field, text) => field.fill(text),
    tick: async (box, ticked = true) => {
      // What one sees and clicks is the label, where the control has one.
      const id = await box.getAttribute('id');
      const label = page.locator(`label[for="${id ?? ''}"]`);
      const seen = (await label.count()) > 0 ? label.first() : box;
      if ((await box.isChecked()) !== ticked) await seen.click();
      await expect(box).toBeChecked({ checked: ticked });
    },
    goTo: (area) =>
      page
        .getByRole('navigation', { name: 'Areas' })
        .getByRole('link', { name: new RegExp(`^${area}`) })
        .click(),
  };
}

/** Nothing but keys; whatever has the focus on the way must show it. */
export function keyboardOf(page: Page): Hand {
  const reach = (target: Locator): Promise<void> => reachByKeys(page, target);
  return {
    press: async (target) => {
      await reach(target);
      await expectFocusSeen(page);
      await page.keyboard.press('Enter');
    },
    write: async (field, text) => {
      const isDate = (await field.getAttribute('type')) === 'date';
      // Going back leads to the last part of a date.
      await reachByKeys(page, field, !isDate);
      await expectFocusSeen(page);
      if (isDate) {
        // Its parts are typed in the order of the language; the window was opened in American English.
        const [year = '', month = '', day = ''] = text.split('-');
        await page.keyboard.type(month + day + year);
        await expect(field).toHaveValue(text);
        return;
      }
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    },
    tick: async (box, ticked = true) => {
      await reach(box);
      await expectFocusSeen(page);
      if ((await box.isChecked()) !== ticked) await page.keyboard.press('Space');
      await expect(box).toBeChecked({ checked: ticked });
    },
    goTo: async (_, letter) => {
      await page.keyboard.press('g');
      await page.keyboard.press(letter);
    },
  };
}

/** More stops than any screen has. */
const mostStops = 250;

/**
 * Tab until the target has the focus, or Shift and Tab where it stands before what has it; within tabs and radios by arrows,
 * as such groups are one stop.
 */
async function reachByKeys(page: Page, target: Locator, mayGoBack = true): Promise<void> {
  // A radio that is drawn by its label is hidden itself.
  await expect(target).toBeAttached();
  const path: string[] = [];
  const isBehind = await target.evaluate((element) => {
    const active = document.activeElement;
    const place = active?.compareDocumentPosition(element) ?? 0;
    return active !== document.body && (place & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  });
  const key = mayGoBack && isBehind ? 'Shift+Tab' : 'Tab';
  for (let stop = 0; stop < mostStops; stop += 1) {
    const at = await target.evaluate((element) => {
      const active = document.activeElement;
      const isGroup = (one: Element | null): boolean =>
        one?.getAttribute('role') === 'tab' ||
        (one instanceof HTMLInputElement && one.type === 'radio');
      const groupOf = (one: Element): Element | null =>
        one.closest('[role="tablist"], [role="radiogroup"]');
      const isSibling =
        active !== null &&
        isGroup(active) &&
        groupOf(active) !== null &&
        groupOf(active) === groupOf(element);
      return { isThere: active === element, isSibling, name: active?.outerHTML.slice(0, 120) };
    });
    if (at.isThere) return;
    path.push(at.name ?? 'nothing');
    await page.keyboard.press(at.isSibling ? 'ArrowRight' : key);
  }
  throw new Error(`No key leads to ${String(target)}; last stops:\n${path.slice(-12).join('\n')}`);
}

/**
 * The element with the focus is a screen that was just gone to, or is in view and looks focused: it or what stands for it has an outline
 * or a ring, or it is a field with a caret and another border than without.
 */
export async function expectFocusSeen(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement) || active === document.body) return 'nothing has it';
    // A screen that has just been gone to: the next Tab leads into it.
    if (active.tagName === 'MAIN') return '';
    const label = active.id === '' ? null : document.querySelector(`label[for="${active.id}"]`);
    const stands = [active, active.nextElementSibling, active.parentElement, label];
    const box = active.getBoundingClientRect();
    const shown = [box, ...stands.map((one) => one?.getBoundingClientRect() ?? box)].some(
      ({ top, bottom, width }) => width > 0 && bottom > 0 && top < window.innerHeight,
    );
    if (!shown) return `out of view: ${active.outerHTML.slice(0, 160)}`;
    const rings = stands.some((one) => {
      if (!one) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    });
    if (rings) return '';
    const isField = active.matches('input, textarea, [contenteditable="true"]');
    const wrapper = active.closest('.mantine-Input-wrapper') ?? active.parentElement ?? active;
    const border = (element: Element): string => getComputedStyle(element).borderTopColor;
    const [own, around] = [border(active), border(wrapper)];
    const copy = active.cloneNode() as HTMLElement;
    copy.style.position = 'absolute';
    copy.style.transition = 'none';
    active.after(copy);
    const rest = border(copy);
    copy.remove();
    return isField && (own !== rest || around !== rest)
      ? ''
      : `not to be seen: ${active.outerHTML.slice(0, 160)}`;
  });
  expect(seen, 'the focus').toBe('');
}
