import { createHmac } from 'node:crypto';
import type { Hashing } from '../../shared/privacy/erasure-list';

/** Node's own cryptography. */
export const hashing: Hashing = (key) =>
  Promise.resolve((text) =>
    Promise.resolve(createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex')),
  );
