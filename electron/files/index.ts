export {
  makePrivateFolder,
  replaceFile,
  writeFileAtomically,
  writeFileAtomicallySync,
} from './atomic';
export { openDocumentStore, type DocumentStore } from './document-store';
export { safeFileName } from './names';
export { makeTemporaryFolder, type TemporaryFolder } from './temporary';
