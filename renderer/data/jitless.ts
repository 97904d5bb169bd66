import { z } from 'zod';

// The content security policy forbids compiled schemas. Imported first, because modules make schemas as they load.
z.config({ jitless: true });
