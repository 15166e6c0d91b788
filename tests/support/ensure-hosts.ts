/**
 * Run before the tests of the hosts’ configurations: makes sure that nginx, with its module for brotli,
 * and Caddy are there, and installs them where it may. On Debian as root, that is; and only there do
 * the tests promise anything. Starts neither, and ends what the installation may have started.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Each package, and the file that tells that it is there. */
const needed = {
  nginx: '/usr/sbin/nginx',
  'libnginx-mod-http-brotli-static': '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so',
  caddy: '/usr/bin/caddy',
};
const services = ['nginx', 'caddy'];

function run(command: string, ...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0;
}

function ensureHosts(): boolean {
  const missing = Object.entries(needed)
    .filter(([, file]) => !existsSync(file))
    .map(([name]) => name);
  if (missing.length === 0) return true;
  const mayInstall = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!mayInstall) return false;
  console.log(`Installing ${missing.join(', ')}.`);
  const isDone =
    run('apt-get', 'update') &&
    run('apt-get', 'install', '-y', '--no-install-recommends', ...missing);
  // Where there is systemd, Debian starts a service as soon as it is installed: we asked for none.
  if (existsSync('/run/systemd/system')) {
    for (const name of services) if (missing.includes(name)) run('systemctl', 'stop', name);
  }
  return isDone;
}

if (!ensureHosts()) {
  console.error(
    `These tests need ${Object.keys(needed).join(', ')}, on Debian.\n` +
      'As root they would install them; as you are, please install them yourself.',
  );
  process.exitCode = 1;
}
