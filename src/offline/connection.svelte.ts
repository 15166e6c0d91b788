/**
 * Whether the site can be reached: the last evidence there is. `navigator.onLine` is one witness
 * only, true in a hotel's captive network and on a train between two masts; what requests really
 * met weighs more. Until there is evidence the site counts as reachable. Lives as long as the app.
 */
export class Connection {
  #online = $state(true);
  /** Told of every piece of evidence; set by watchConnection. */
  onlearned: ((online: boolean) => void) | undefined;

  get online(): boolean {
    return this.#online;
  }

  learn(online: boolean): void {
    this.#online = online;
    this.onlearned?.(online);
  }

  /** A request got no answer at all. (An answer of any status is a success.) */
  reportFailure(): void {
    this.learn(false);
  }

  /**
   * A request got an answer. Counts only while no worker stands between: with one, the answer may
   * have come out of its cache, and the worker itself tells what the network did.
   */
  reportSuccess(): void {
    if (navigator.serviceWorker?.controller) return;
    this.learn(true);
  }
}
