export { AttachmentsSection } from './attachments-section';
