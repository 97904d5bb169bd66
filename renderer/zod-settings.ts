import { z } from 'zod';

// The content security policy forbids compiled code, and schemas are made while modules load: this one comes first.
z.config({ jitless: true });
