import type { Locator, Page } from '@playwright/test';

/** The list of partners as tests find it. */
export function partnerList(page: () => Page) {
  const grid = (): Locator => page().getByRole('grid', { name: 'Partners' });
  const lines = (): Locator => grid().locator('.list-rows [role="row"]');
  return {
    grid,
    lines,
    /** Its entry in the navigation. */
    area: (): Locator =>
      page()
        .getByRole('navigation', { name: 'Areas' })
        .getByRole('link', { name: 'Partners', exact: true }),
    names: (): Promise<string[]> => lines().getByRole('rowheader').allTextContents(),
    search: (): Locator => page().getByRole('textbox', { name: 'Search partners' }),
    clear: async (): Promise<void> => {
      const clear = page().getByRole('button', { name: 'Clear', exact: true });
      if (await clear.isVisible()) await clear.click();
    },
  };
}
