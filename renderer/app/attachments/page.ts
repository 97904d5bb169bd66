import { onDemand } from '../../ui/on-demand';

/** One attached file as a page; apart from the section, so that a start reads neither. */
export const AttachmentScreen = onDemand(
  async () => (await import('./attachment-screen')).AttachmentScreen,
);
