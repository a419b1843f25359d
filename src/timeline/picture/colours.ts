/**
 * The picture's colours. WCAG 2.2 AA asks for a contrast of 4.5:1 for text (1.4.3) and 3:1 for what a drawing needs (1.4.11); on the
 * ground, `ink` has 16:1, `quiet` 7:1, `mark` 6:1 and `line` 3.5:1. No meaning is in a colour alone.
 */
export const COLOURS = {
  ground: "#fcfcfd",
  edge: "#c9ced6",
  ink: "#16202c",
  quiet: "#4a5565",
  line: "#7d8899",
  mark: "#1d5bb8",
} as const;
