/** Things that go together, and those that do not, each with what is wrong where it is among them. */
interface Sorted<Thing, Fault> {
  readonly good: readonly Thing[];
  readonly bad: readonly { readonly thing: Thing; readonly fault: Fault }[];
}

/**
 * Takes things in their order, leaving out only those that something is wrong with; of many things one bad one is found by halves.
 * @param faultOf what is wrong with some of them together; undefined where nothing is
 */
export function goodOnes<Thing, Fault extends object>(
  things: readonly Thing[],
  faultOf: (some: readonly Thing[]) => Fault | undefined,
): Sorted<Thing, Fault> {
  const good: Thing[] = [];
  const bad: { thing: Thing; fault: Fault }[] = [];
  const take = (some: readonly Thing[]): void => {
    const fault = faultOf([...good, ...some]);
    if (fault === undefined) {
      good.push(...some);
      return;
    }
    if (some.length <= 1) {
      bad.push(...some.map((thing) => ({ thing, fault })));
      return;
    }
    const half = Math.floor(some.length / 2);
    take(some.slice(0, half));
    take(some.slice(half));
  };
  take(things);
  return { good, bad };
}
