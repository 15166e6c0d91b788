import { request, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** Unpacked. */
  body: Buffer;
}

/**
 * One request as it is: `fetch` would tidy the path, choose encodings of its own and hide which one
 * came.
 * @param site the address of the site’s base, with a slash at its end
 */
export function ask(
  site: string,
  path: string,
  headers: Record<string, string | undefined> = {},
  method = 'GET',
): Promise<Answer> {
  const { hostname, port, pathname } = new URL(site);
  const given = Object.entries(headers).filter(([, value]) => value !== undefined);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname,
        port,
        method,
        path: pathname + path,
        headers: Object.fromEntries(given),
        agent: false,
        timeout: 10_000,
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          try {
            const body = unpacked(Buffer.concat(parts), response.headers['content-encoding']);
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
          } catch (error) {
            reject(error as Error);
          }
        });
      },
    );
    sent.on('timeout', () => sent.destroy(new Error(`No answer to ${method} ${path}`)));
    sent.on('error', reject);
    sent.end();
  });
}

function unpacked(body: Buffer, encoding: string | undefined): Buffer {
  if (body.length === 0 || encoding === undefined) return body;
  return encoding === 'br' ? brotliDecompressSync(body) : gunzipSync(body);
}
