/**
 * One thread of what others published and what this reader wrote. Pure: whoever holds the two
 * lists calls this again when either changes.
 */
import type { Comment } from '../content/model.ts';
import type { OwnComment } from '../storage/comments.ts';

interface Placed {
  /** How deep it stands: 1 at the root, at most `maxDepth`. */
  depth: number;
  /** The author of what it answers, where that is not the comment it stands under. */
  answers?: string;
  /** Oldest first. */
  replies: ThreadNode[];
}

export type ThreadNode =
  | (Placed & { origin: 'published'; comment: Comment })
  | (Placed & { origin: 'own'; comment: OwnComment });

/** Three levels fit a phone's width: a comment, its answers, and all that follows from those. */
export const maxDepth = 3;

/**
 * Builds the thread: answers under what they answer, every list oldest first. Answers deeper than
 * `maxDepth` stand at that depth, under the nearest ancestor with room below it. What answers a
 * comment that is not there stands at the root; where comments answer each other in a circle, the
 * oldest of them does. A comment in both lists (one's own, published since) counts as published.
 * Takes any ids and dates, and time in proportion to the number of comments (but for sorting).
 */
export function buildThread(
  published: readonly Comment[],
  own: readonly OwnComment[],
): ThreadNode[] {
  const nodes = oldestFirst(published, own);
  const parents = parentsOf(nodes);
  const roots = nodes.filter((node) => !parents.has(node));
  const hosts = hostsOf(roots, childrenOf(nodes, parents));
  // Once more in order of time: a comment may come before its parent, clocks being what they are.
  for (const node of nodes) hosts.get(node)?.replies.push(node);
  return roots;
}

/** How many comments stand in a thread, at all depths. */
export function countComments(thread: readonly ThreadNode[]): number {
  return thread.reduce((sum, node) => sum + 1 + countComments(node.replies), 0);
}

function oldestFirst(published: readonly Comment[], own: readonly OwnComment[]): ThreadNode[] {
  const nodes: ThreadNode[] = [
    ...own.map((comment) => ({ origin: 'own' as const, comment, depth: 1, replies: [] })),
    ...published.map((comment) => ({
      origin: 'published' as const,
      comment,
      depth: 1,
      replies: [],
    })),
  ];
  const byId = new Map(nodes.map((node) => [node.comment.id, node]));
  return [...byId.values()]
    .map((node) => ({ node, timeMs: timeOf(node) }))
    .sort((a, b) => a.timeMs - b.timeMs || (a.node.comment.id < b.node.comment.id ? -1 : 1))
    .map(({ node }) => node);
}

function timeOf(node: ThreadNode): number {
  if (node.origin === 'own') return node.comment.createdAt;
  // A date that is none must not upset the order of all others.
  return Date.parse(node.comment.date) || 0;
}

/** What each comment answers, where that is there; circles are cut above their oldest. */
function parentsOf(nodes: readonly ThreadNode[]): Map<ThreadNode, ThreadNode> {
  const byId = new Map(nodes.map((node) => [node.comment.id, node]));
  const parents = new Map<ThreadNode, ThreadNode>();
  for (const node of nodes) {
    const parent = node.comment.parent === undefined ? undefined : byId.get(node.comment.parent);
    if (parent) parents.set(node, parent);
  }
  const order = new Map(nodes.map((node, index) => [node, index]));
  const rank = (node: ThreadNode) => order.get(node) ?? 0;
  const known = new Set<ThreadNode>();
  for (const start of nodes) {
    const line = new Set<ThreadNode>();
    let node: ThreadNode | undefined = start;
    while (node && !known.has(node) && !line.has(node)) {
      line.add(node);
      node = parents.get(node);
    }
    // It came back to a comment of its own line: from there on, the line is a circle.
    if (node && line.has(node)) {
      const circle = [...line].slice([...line].indexOf(node));
      parents.delete(circle.reduce((a, b) => (rank(a) < rank(b) ? a : b)));
    }
    for (const passed of line) known.add(passed);
  }
  return parents;
}

function childrenOf(
  nodes: readonly ThreadNode[],
  parents: ReadonlyMap<ThreadNode, ThreadNode>,
): Map<ThreadNode, ThreadNode[]> {
  const children = new Map<ThreadNode, ThreadNode[]>();
  for (const node of nodes) {
    const parent = parents.get(node);
    if (!parent) continue;
    const siblings = children.get(parent);
    if (siblings) siblings.push(node);
    else children.set(parent, [node]);
  }
  return children;
}

/** Under what each comment stands, from the roots down; sets their depth and whom they answer. */
function hostsOf(
  roots: readonly ThreadNode[],
  children: ReadonlyMap<ThreadNode, readonly ThreadNode[]>,
): Map<ThreadNode, ThreadNode> {
  const hosts = new Map<ThreadNode, ThreadNode>();
  const placed = [...roots];
  // The list grows as it is read: each comment brings its children.
  for (const parent of placed) {
    for (const child of children.get(parent) ?? []) {
      const host = parent.depth < maxDepth ? parent : (hosts.get(parent) ?? parent);
      hosts.set(child, host);
      child.depth = host.depth + 1;
      if (host !== parent) child.answers = parent.comment.author;
      placed.push(child);
    }
  }
  return hosts;
}
