/** Rows of different length in one array: row r is `items[from[r]] … items[from[r + 1] - 1]`. */
export interface Rows {
  readonly from: Int32Array;
  readonly items: Int32Array;
}

/** Gathers rows one after the other. */
export class RowsBuilder {
  private items = new Int32Array(1024);
  private used = 0;
  private readonly from = [0];

  get count(): number {
    return this.from.length - 1;
  }

  push(row: readonly number[]): void {
    for (const item of row) this.add(item);
    this.end();
  }

  /** Adds an item to the row that is being built. */
  add(item: number): void {
    if (this.used === this.items.length) {
      const larger = new Int32Array(this.items.length * 2);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.used++] = item;
  }

  /** Ends the row that is being built. */
  end(): void {
    this.from.push(this.used);
  }

  done(): Rows {
    return { from: Int32Array.from(this.from), items: this.items.slice(0, this.used) };
  }
}

/** The items of row `r`. */
export function rowOf({ from, items }: Rows, r: number): Int32Array {
  return items.subarray(from[r], from[r + 1]);
}
