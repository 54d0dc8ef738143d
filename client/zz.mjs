import { build } from 'vite';
import { gzipSync } from 'node:zlib';
const r = await build({ root: new URL('.', import.meta.url).pathname, logLevel: 'error', build: { write: false } });
for (const c of r.output.filter((c) => c.type === 'chunk')) {
  const by = {};
  for (const [id, m] of Object.entries(c.modules)) { const k = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? 'own:'+/(client|shared)\/src\/[^/]+/.exec(id)?.[0]; by[k] = (by[k] ?? 0) + m.renderedLength; }
  const g = gzipSync(c.code).length;
  if (g > 2000) console.log(c.fileName, g, JSON.stringify(by));
}
