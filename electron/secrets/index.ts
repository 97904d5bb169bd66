export { openFileKey, type FileKey } from './file-key';
export { openKeyring, preferSecretService, type Keyring } from './keyring';
export { openTokenStore, type TokenStore } from './token-store';
