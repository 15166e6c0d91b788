/**
 * Compressed copies of a built site’s texts, `page.html.br` and `page.html.gz` beside `page.html`, for
 * hosts that send such copies as they are.
 */
import { open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, crc32, gzip } from 'node:zlib';

/** In files. A file with copies always has both. */
export interface CompressionSummary {
  /** Compressed now. */
  compressed: number;
  /** Had the copies of their present content already. */
  unchanged: number;
  /** Lost copies, for they are gone, or not worth any now. */
  cleared: number;
}

const texts = /\.(html|js|css|json|svg|xml|webmanifest|txt)$/;
const copies = /\.(br|gz)$/;

/** With the answer’s headers a file below this fits into one packet, compressed or not. */
const smallestBytes = 1000;
/** What compresses to more than this share of itself is left alone. */
const worthShare = 0.9;

/**
 * Brotli 11 makes a page a tenth smaller than 5 does, and takes 30 times as long: measured on two
 * processors, 21 ms for a page of 45 kB against 0.7, 4.2 ms for a list of 7 kB against 0.2. For 10,000
 * articles (20,000 pages, 50,000 lists and texts) that is eleven minutes against half of one. So 11 is
 * for the program, a few dozen files that every reader downloads; 6 to 9 gain less than 1% on 5.
 */
const bestQuality = 11;
const quickQuality = 5;
/** The program, and what stands beside it at the root: index.html, sw.js, the manifests. */
const program = /^(assets\/|[^/]+$)/;
/** A site map stands at the root too, grows with the edition, and 11 does 2 MB a second. */
const bestBytes = 1_000_000;

/** Node compresses in four threads; as many files again are being read and written meanwhile. */
const atOnce = Math.max(8, availableParallelism() * 2);

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/**
 * Brings the copies of all texts below `dir` up to date, and removes those of files that are gone.
 * Holds a few files in memory at a time, however many there are. The same content makes the same
 * copies. Touches no `.br` or `.gz` that is not named after a text.
 */
export async function compressFolder(dir: string): Promise<CompressionSummary> {
  const summary: CompressionSummary = { compressed: 0, unchanged: 0, cleared: 0 };
  const found = textsIn(dir);
  const takeTurns = async () => {
    for await (const text of found) {
      const outcome = await compressFile(text, qualityOf(path.relative(dir, text.file)));
      if (outcome) summary[outcome] += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, takeTurns));
  return summary;
}

/**
 * Removes the copies of all texts below `dir`: beside a text that was written anew, a host would send
 * what it was before. Returns how many texts had any.
 */
export async function clearCopies(dir: string): Promise<number> {
  let cleared = 0;
  for await (const { file, hasBrotli, hasGzip } of textsIn(dir)) {
    if (!hasBrotli && !hasGzip) continue;
    await removeCopiesOf(file);
    cleared += 1;
  }
  return cleared;
}

/** A text of the site, or what is left of one: its copies. */
interface Text {
  file: string;
  isThere: boolean;
  hasBrotli: boolean;
  hasGzip: boolean;
}

async function* textsIn(dir: string): AsyncGenerator<Text> {
  const entries = await readdir(dir, { withFileTypes: true });
  const files = new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => name));
  const names = new Set([...files].map((name) => name.replace(copies, '')));
  for (const name of names) {
    if (!texts.test(name)) continue;
    yield {
      file: path.join(dir, name),
      isThere: files.has(name),
      hasBrotli: files.has(`${name}.br`),
      hasGzip: files.has(`${name}.gz`),
    };
  }
  for (const entry of entries) {
    if (entry.isDirectory()) yield* textsIn(path.join(dir, entry.name));
  }
}

/** By the path below the site’s folder. */
function qualityOf(relative: string): (bytes: number) => number {
  const isProgram = program.test(relative.replaceAll(path.sep, '/'));
  return (bytes) => (isProgram && bytes <= bestBytes ? bestQuality : quickQuality);
}

async function compressFile(
  { file, isThere, hasBrotli, hasGzip }: Text,
  quality: (bytes: number) => number,
): Promise<keyof CompressionSummary | undefined> {
  const hadCopies = hasBrotli || hasGzip;
  const nothing = hadCopies ? ('cleared' as const) : undefined;

  const content = isThere ? await readFile(file) : undefined;
  if (!content || content.length < smallestBytes) {
    if (hadCopies) await removeCopiesOf(file);
    return nothing;
  }
  if (hasBrotli && hasGzip && (await isSealedFor(`${file}.gz`, content))) return 'unchanged';

  if (hadCopies) await removeCopiesOf(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality(content.length),
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  const [smallest, small] = await Promise.all([
    brotli(content, { params }),
    gzipped(content, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  if (small.length > content.length * worthShare) return nothing;
  // The gzip copy comes last and goes first: while it is there, so is the brotli copy of the same
  // content, whole, whenever a build was cut off.
  await writeFile(`${file}.br`, smallest);
  await writeFile(`${file}.gz`, small);
  return 'compressed';
}

async function removeCopiesOf(file: string): Promise<void> {
  // The seal first: see above.
  await rm(`${file}.gz`, { force: true });
  await rm(`${file}.br`, { force: true });
}

/**
 * Whether the gzip copy is of this very content: a gzip file ends in the checksum and the length of
 * what is in it (RFC 1952). Times would not tell: a build writes unchanged files anew, and archives,
 * checkouts and copies set times as they like.
 */
async function isSealedFor(gzipFile: string, content: Buffer): Promise<boolean> {
  const handle = await open(gzipFile);
  try {
    const { size } = await handle.stat();
    const seal = Buffer.alloc(8);
    if (size < seal.length) return false;
    await handle.read(seal, 0, seal.length, size - seal.length);
    return seal.readUInt32LE(0) === crc32(content) && seal.readUInt32LE(4) === content.length;
  } finally {
    await handle.close();
  }
}
