export {
  makePrivateFolder,
  replaceFile,
  writeFileAtomically,
  writeFileAtomicallySync,
  writeFileOnceSync,
} from './atomic';
export { openDocumentStore, type DocumentStore } from './document-store';
export { safeFileName } from './names';
export { makeTemporaryFolder, type TemporaryFolder } from './temporary';
