import type { IncomingHttpHeaders } from 'node:http';
import { type Config, isLoopback } from '../config';

/**
 * Whether a request comes from a page of this server, or from no page at all. Browsers send `Origin` with every
 * change and every WebSocket; other programs hold no cookies that a foreign page could misuse.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, config: Pick<Config, 'origin' | 'host'>): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return isFromNoOtherSite(headers['sec-fetch-site']);
  if (origin === config.origin) return true;
  if (!URL.canParse(origin) || host === undefined) return false;
  const { host: from, hostname } = new URL(origin);
  // A foreign name that is made to lead to this computer is not this computer (DNS rebinding).
  return from === host && (!isLoopback(config.host) || isLoopback(hostname));
}

const isFromNoOtherSite = (site: string | string[] | undefined): boolean =>
  site === undefined || site === 'same-origin' || site === 'none';
