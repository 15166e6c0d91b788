const storageKey = 'liseuse.name';

/** The name the reader signed with last; empty for none. */
export function ownName(): string {
  try {
    return localStorage.getItem(storageKey) ?? '';
  } catch {
    return '';
  }
}

export function rememberOwnName(name: string): void {
  try {
    if (name === '') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, name);
  } catch {
    // A browser that keeps nothing: the name has to be typed again next time.
  }
}
