export { openFileKey } from './file-key';
export { openKeyring, preferSecretService } from './keyring';
export { openTokenStore, type TokenStore } from './token-store';
