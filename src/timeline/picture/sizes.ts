/** Sizes in pixels of a picture that is shown at a third of its size on a phone: text of 36 is read as 12. */
export const WIDTH = 1080;
export const MARGIN = 40;
/** The axis; left of it stand years and months. */
export const AXIS_X = 168;
export const LABEL_GAP = 54;
export const DOT_RADIUS = 15;
export const BAR_WIDTH = 20;
/** From the axis to the middle of the first bar, and from bar to bar. */
export const LANE = 30;

export const TITLE = { size: 50, weight: 600, line: 64 } as const;
export const SUBTITLE = { size: 36, weight: 400, line: 56 } as const;
export const YEAR = { size: 40, weight: 600 } as const;
export const MONTH = { size: 36, weight: 400 } as const;
export const DATE = { size: 38, weight: 600, line: 50 } as const;
export const TEXT = { size: 36, weight: 400, line: 49 } as const;
export const BELOW_HEADER = 40;
export const BELOW_LABEL = 34;
export const MOST_LINES = { title: 2, date: 2, text: 3 } as const;
