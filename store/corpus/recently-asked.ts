/* Remembers what was asked for lately, without looking at a clock or keeping an order:
 *
 *     set ─▶ younger ──full──▶ older ──younger full again──▶ forgotten
 *               ▲                │
 *               └── asked again ─┘
 *
 * What is asked for at every key is never forgotten, and nothing is ever forgotten all at once.
 */
export class RecentlyAsked<Key, Value> {
  readonly #half: number;
  #younger = new Map<Key, Value>();
  #older = new Map<Key, Value>();

  /** @param half entries of one half; at most twice as many are remembered */
  constructor(half: number) {
    this.#half = half;
  }

  get(key: Key): Value | undefined {
    const young = this.#younger.get(key);
    if (young !== undefined) return young;
    const old = this.#older.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: Key, value: Value): void {
    if (this.#younger.size >= this.#half) {
      this.#older = this.#younger;
      this.#younger = new Map();
    }
    this.#younger.set(key, value);
  }

  clear(): void {
    this.#younger.clear();
    this.#older.clear();
  }
}
