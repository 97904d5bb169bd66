export { appendBytes, createAppendFile, type AppendFile } from './append';
export {
  makePrivateFolder,
  replaceFile,
  writeFileAtomically,
  writeFileAtomicallySync,
  writeFileOnceSync,
} from './atomic';
export { reasonOf } from './disk-error';
export { openDocumentStore, type DocumentStore } from './document-store';
export { moveFilesInto } from './move';
export { safeFileName } from './names';
export { openToRead, readHeadSync, readTailSync } from './read-part';
export { removeAll } from './remove';
export { copyAside } from './set-aside';
export { makeTemporaryFolder, type TemporaryFolder } from './temporary';
