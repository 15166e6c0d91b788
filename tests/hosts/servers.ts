/** nginx and Caddy with the configurations of docs/hosting/, each on a port of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { ask } from '../support/ask.ts';

export interface ServerOptions {
  /** Holds `site/`, and gets what the server writes. */
  folder: string;
  /** Where the site stands, beginning and ending in a slash. */
  base: string;
}

export interface RunningServer {
  /** Address of the site’s base, with a slash at the end. */
  site: string;
  stop(): Promise<void>;
}

const docs = path.join(import.meta.dirname, '../../docs');
const patienceMs = 10_000;

export async function startNginx({ folder, base }: ServerOptions): Promise<RunningServer> {
  const port = await freePort();
  const site = await configuration('nginx.conf', base, {
    'listen 80;': `listen 127.0.0.1:${port};`,
    'listen [::]:80;': '',
    'root /var/www/liseuse;': `root ${folder}/site;`,
  });
  await writeFile(path.join(folder, 'site.conf'), site);
  const kept = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  await writeFile(
    path.join(folder, 'nginx.conf'),
    `
    daemon off;
    user root;
    worker_processes 1;
    pid ${folder}/nginx.pid;
    error_log stderr warn;
    include /etc/nginx/modules-enabled/*.conf;
    events {}
    http {
      access_log off;
      ${kept.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n      ')}
      include /etc/nginx/mime.types;
      default_type application/octet-stream;
      include ${folder}/site.conf;
    }
    `,
  );
  const args = ['-c', `${folder}/nginx.conf`, '-e', 'stderr'];
  return start('nginx', args, folder, `http://127.0.0.1:${port}${base}`);
}

export async function startCaddy({ folder, base }: ServerOptions): Promise<RunningServer> {
  const port = await freePort();
  const site = await configuration('Caddyfile', base, {
    'news.example {': `http://127.0.0.1:${port} {`,
    'root * /var/www/liseuse': `root * ${folder}/site`,
  });
  const file = path.join(folder, 'Caddyfile');
  await writeFile(file, `{\n\tadmin off\n\tauto_https off\n}\n${site}`);
  const args = ['run', '--config', file, '--adapter', 'caddyfile'];
  return start('caddy', args, folder, `http://127.0.0.1:${port}${base}`);
}

/** The file from docs/hosting/, moved under `base` by the very command that docs/hosting.md gives. */
async function configuration(
  name: string,
  base: string,
  changes: Record<string, string>,
): Promise<string> {
  let text = await readFile(path.join(docs, 'hosting', name), 'utf8');
  if (base !== '/') text = await movedBySed(text, base);
  for (const [from, to] of Object.entries(changes)) {
    if (!text.includes(from)) throw new Error(`${name} has no “${from}” to replace`);
    text = text.replace(from, () => to);
  }
  return text;
}

async function movedBySed(text: string, base: string): Promise<string> {
  const page = await readFile(path.join(docs, 'hosting.md'), 'utf8');
  const expression = /sed -E '([^']+)'/.exec(page)?.[1];
  if (!expression?.includes('/news/')) throw new Error('docs/hosting.md has no sed for /news/');
  const sed = spawn('sed', ['-E', expression.replaceAll('/news/', base)]);
  let moved = '';
  sed.stdout.on('data', (part: Buffer) => (moved += part.toString()));
  sed.stdin.end(text);
  const [code] = (await once(sed, 'close')) as [number | null];
  if (code !== 0) throw new Error(`sed ended with ${code}`);
  return moved;
}

async function start(
  command: string,
  args: string[],
  folder: string,
  site: string,
): Promise<RunningServer> {
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (part: Buffer) => (output += part.toString()));
  child.stderr.on('data', (part: Buffer) => (output += part.toString()));
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('close', () => reject(new Error(`${command} ended:\n${output}`)));
  });
  // Looked at while starting only; later, requests tell.
  failed.catch(() => undefined);
  try {
    await Promise.race([answering(site), failed]);
  } catch (error) {
    await stop(child);
    throw new Error(`${command} does not answer:\n${output}`, { cause: error });
  }
  return { site, stop: () => stop(child) };
}

async function answering(site: string): Promise<void> {
  const until = performance.now() + patienceMs;
  for (;;) {
    try {
      await ask(site, '');
      return;
    } catch (error) {
      if (performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** By its own id, gently, then not. Resolves when the process is gone. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = once(child, 'close');
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await gone;
  clearTimeout(insist);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
