/** Something to be put in a column: where its top would best be, and its height with the space below it, in pixels. */
export interface Wish {
  readonly at: number;
  readonly height: number;
}

/**
 * The tops of boxes in a column between `top` and `bottom`, in their order and never overlapping, as near to their wishes as
 * together they can be (the mean of a crowd's wishes is kept): two boxes of height 10 that both want 50 get 45 and 55. The
 * column has to be as high as they are together.
 */
export function spread(wishes: readonly Wish[], top: number, bottom: number): number[] {
  const crowds: Crowd[] = [];
  for (const wish of wishes) {
    let crowd: Crowd = { boxes: [wish], height: wish.height, wished: wish.at };
    for (let before = crowds.at(-1); before && topOf(before) + before.height > topOf(crowd); before = crowds.at(-1)) {
      crowds.pop();
      crowd = together(before, crowd);
    }
    crowds.push(crowd);
  }
  return within(crowds.flatMap(topsOf), wishes, top, bottom);
}

/** Boxes that touch; `wished` is the sum of where each would have the crowd begin. */
interface Crowd {
  readonly boxes: readonly Wish[];
  readonly height: number;
  readonly wished: number;
}

function topOf({ boxes, wished }: Crowd): number {
  return wished / boxes.length;
}

function together(above: Crowd, below: Crowd): Crowd {
  return {
    boxes: [...above.boxes, ...below.boxes],
    height: above.height + below.height,
    wished: above.wished + below.wished - below.boxes.length * above.height,
  };
}

function topsOf(crowd: Crowd): number[] {
  let next = topOf(crowd);
  return crowd.boxes.map(({ height }) => {
    next += height;
    return next - height;
  });
}

/** Pushes what stands out at the top down, and then what stands out at the bottom up. */
function within(tops: readonly number[], wishes: readonly Wish[], top: number, bottom: number): number[] {
  let free = top;
  const down = tops.map((at, i) => {
    const pushed = Math.max(at, free);
    free = pushed + wishes[i].height;
    return pushed;
  });
  let floor = bottom;
  return down.reduceRight<number[]>((pushed, at, i) => {
    floor = Math.min(at, floor - wishes[i].height);
    pushed[i] = floor;
    return pushed;
  }, []);
}
