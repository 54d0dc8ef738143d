import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import serveFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../refusal';
import { contentPolicy } from './headers';

/** Where the client's page has the nonce of its own style elements; see client/index.html. */
const NONCE_PLACE = '__CSP_NONCE__';

/** Serves the built client: its files, and its page for every address that people may open. */
export async function registerPages(app: FastifyInstance, folder: string): Promise<void> {
  const page = join(folder, 'index.html');
  const html = existsSync(page) ? readFileSync(page, 'utf8') : undefined;
  if (html !== undefined) {
    await app.register(serveFiles, {
      root: folder,
      index: false,
      wildcard: false,
      globIgnore: ['**/index.html', '**/*.{map,gz}'],
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        // The names of the built assets change with their content, so they may be kept for ever.
        const hashed = path.startsWith(join(folder, 'assets'));
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    if (html === undefined || !wantsPage(request)) throw new Refusal('not-found');
    return sendPage(reply, html);
  });
}

/** A person opening an address; programs asking for a missing file or API route get an error instead of a page. */
const wantsPage = ({ method, url, headers }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  !/^\/(?:api|assets|socket\.io)(?:\/|$)/.test(url) &&
  (headers.accept ?? '').includes('text/html');

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64url');
  return reply
    .header('content-security-policy', contentPolicy(`'nonce-${nonce}'`))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(html.replaceAll(NONCE_PLACE, nonce));
}
