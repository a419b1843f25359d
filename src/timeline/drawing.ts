import type { TimelinePicture } from "./draw.js";
import type { DatedText } from "./facts.js";

/** What the drawing thread is told to draw. */
export interface Drawing {
  readonly id: number;
  readonly facts: readonly DatedText[];
  readonly title: string;
  readonly language: string;
}

/** What came of a drawing: the picture, or why there is none. */
export interface Drawn {
  readonly id: number;
  readonly picture?: TimelinePicture;
  readonly problem?: string;
}
