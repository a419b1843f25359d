/** How a term counts: `CONTENT` fully, `CHAT` little, `ASK` only between questions, `STOP` hardly; a `CONCEPT` is no word but a meaning. */
export const CONTENT = 0;
export const CHAT = 1;
export const ASK = 2;
export const STOP = 3;
export const CONCEPT = 4;
