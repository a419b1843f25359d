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
    if (this.used + row.length > this.items.length) {
      const larger = new Int32Array(Math.max(this.items.length * 2, this.used + row.length));
      larger.set(this.items);
      this.items = larger;
    }
    this.items.set(row, this.used);
    this.used += row.length;
    this.from.push(this.used);
  }

  done(): Rows {
    return { from: Int32Array.from(this.from), items: this.items.slice(0, this.used) };
  }
}
