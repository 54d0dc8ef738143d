import { config } from 'zod';

// Zod tries whether it may compile its checks with `new Function`. Our content policy forbids that, so it would only
// be reported as a violation on every page. Must run before the first schema is made: see vite.config.ts.
config({ jitless: true });
