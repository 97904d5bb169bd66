import { test, type Page } from '@playwright/test';
import { makeWorkspace, type Workspace } from './command-line';
import { openWindow, type OpenWindow } from './window';

interface SharedDesk {
  readonly workspace: Workspace;
  readonly desk: OpenWindow;
  readonly page: Page;
}

interface SharedDeskOptions {
  /** A new and empty one unless told otherwise. */
  readonly make?: () => Promise<Workspace>;
  /** Which breaches of the content security policy the tests themselves bring about. */
  readonly isInjected?: (report: string) => boolean;
}

/**
 * One desk for all tests of a file: opened before the first and removed after the last. `take` is given it, and given it
 * anew by `reopen`, which closes it, does what is to be done meanwhile, and opens it again.
 */
export function shareDesk(
  take: (shared: SharedDesk) => void,
  { make = makeWorkspace, isInjected }: SharedDeskOptions = {},
): { readonly reopen: (meanwhile?: () => Promise<void>) => Promise<void> } {
  let workspace: Workspace;
  let desk: OpenWindow;

  async function open(): Promise<void> {
    desk = await openWindow(workspace);
    take({ workspace, desk, page: desk.page });
  }

  test.beforeAll(async () => {
    workspace = await make();
    await open();
  });

  test.afterAll(async () => {
    await desk.close();
    await workspace.remove(isInjected);
  });

  return {
    reopen: async (meanwhile) => {
      await desk.close();
      await meanwhile?.();
      await open();
    },
  };
}
