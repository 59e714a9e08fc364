// Signs of the map: a shape for each layer, an icon for each kind, drawn alike on canvas and in SVG.
//
// Paths are for a box of 16 × 16. Shapes are filled; icons are strokes 1.5 wide.

/** Outline of a mark by layer. */
export const SHAPES = {
  border_points: 'M8 .2 15.8 8 8 15.8 .2 8Z',
  compounds: 'M2.6 1.4h10.8a1.2 1.2 0 0 1 1.2 1.2v10.8a1.2 1.2 0 0 1-1.2 1.2H2.6a1.2 1.2 0 0 1-1.2-1.2V2.6a1.2 1.2 0 0 1 1.2-1.2Z',
  checkpoints: 'M1.2 1.6h13.6v7.2L8 15.9 1.2 8.8Z',
  venues: 'M8 .6a7.4 7.4 0 1 1 0 14.8A7.4 7.4 0 0 1 8 .6Z',
  areas: 'M4.4 2.2h9.2l-2 11.6H2.4Z',
  incidents: 'M8 .6a7.4 7.4 0 1 1 0 14.8A7.4 7.4 0 0 1 8 .6Z',
  movements: 'M.8 3h8.6L15.4 8l-6 5H.8l3.4-5Z',
  none: 'M8 2.4a5.6 5.6 0 1 1 0 11.2A5.6 5.6 0 0 1 8 2.4Z',
};
const OTHER = 'M8 .3 14.8 4.1v7.8L8 15.7 1.2 11.9V4.1Z';

/** The outline of a layer; one that is not ours is a data set laid over another. */
export function shapeOf(layer) {
  return SHAPES[layer] ?? OTHER;
}

/** How far an icon is moved down or up to sit in the middle of its shape, in 1/16 of the size. */
export const ICON_SHIFT = {checkpoints: -1};

/** Icon by kind of event. */
export const ICONS = {
  meeting: 'M5.1 4a1.6 1.6 0 1 1-.01 0ZM10.9 4a1.6 1.6 0 1 1-.01 0ZM2.4 12c0-2 1.1-3.2 2.7-3.2S7.8 10 7.8 12M8.2 12c0-2 1.1-3.2 2.7-3.2s2.7 1.2 2.7 3.2',
  statement: 'M3 3.6h10v6.6H8.2l-3 2.6v-2.6H3Z',
  inspection: 'M7 3.2a3.7 3.7 0 1 1-.01 0ZM9.7 9.7l3.3 3.3',
  operation_launch: 'M4.4 13.4V2.8M4.4 3.2h8l-2.2 2.6 2.2 2.6h-8',
  mechanism: 'M8 2.4a1.7 1.7 0 1 1-.01 0ZM3.9 9.6a1.7 1.7 0 1 1-.01 0ZM12.1 9.6a1.7 1.7 0 1 1-.01 0ZM7.2 5.7 4.8 9.8M8.8 5.7l2.4 4.1M5.6 11.3h4.8',
  supply_cut: 'M9.2 2.2 4.4 8.8h3.2L6.8 13.8l4.8-6.6H8.4Z',
  raid_or_detention: 'M8 2.3l4.7 1.7v3.5c0 3-1.9 5.1-4.7 6.2-2.8-1.1-4.7-3.2-4.7-6.2V4ZM5.8 7.8l1.6 1.6 2.9-3.1',
  arrest: 'M4.9 6a2.6 2.6 0 1 1-.01 0ZM11.1 6a2.6 2.6 0 1 1-.01 0ZM7.4 7.4h1.2',
  handover: 'M2.2 8h8.4M7.6 4.8 10.8 8l-3.2 3.2M13.6 3.4v9.2',
  rescue: 'M8 2.5a5.5 5.5 0 1 1-.01 0ZM8 5.7a2.3 2.3 0 1 1-.01 0ZM4.2 4.2l2.1 2.1M9.7 9.7l2.1 2.1M11.8 4.2 9.7 6.3M6.3 9.7l-2.1 2.1',
  repatriation: 'M2.4 8 8 3l5.6 5M4.2 6.8v6h7.6v-6M8 12.6V9.4',
  trafficking_case: 'M8 2.8 14 13H2ZM8 6.4v3.2M8 11.2v.2',
  report: 'M4.4 2.6h4.8l2.6 2.6v8.2H4.4ZM6.3 7.6h3.6M6.3 10.2h3.6',
};

/** What a movement carries, for the middle of its arc. */
export const CARRIED = {
  people: 'M8 3.2a2 2 0 1 1-.01 0ZM4.4 12.8c0-2.6 1.5-4.3 3.6-4.3s3.6 1.7 3.6 4.3',
  supply: 'M9.2 2.2 4.4 8.8h3.2L6.8 13.8l4.8-6.6H8.4Z',
};

/** Icons of buttons. */
export const CONTROLS = {
  play: 'M5 2.8v10.4L13 8Z',
  pause: 'M5.2 3v10M10.8 3v10',
  previousEvent: 'M12.5 3 6 8l6.5 5ZM3.5 3v10',
  nextEvent: 'M3.5 3 10 8l-6.5 5ZM12.5 3v10',
  previousStep: 'M10 3 5 8l5 5',
  nextStep: 'M6 3l5 5-5 5',
  loop: 'M3 7.5V7a3 3 0 0 1 3-3h6.5M10.5 1.8 12.7 4l-2.2 2.2M13 8.5V9a3 3 0 0 1-3 3H3.5M5.5 14.2 3.3 12l2.2-2.2',
  reverse: 'M11 2.8v10.4L3 8Z',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M5.5 2.8H2.8v2.7M10.5 2.8h2.7v2.7M13.2 10.5v2.7h-2.7M5.5 13.2H2.8v-2.7M8 6.6a1.4 1.4 0 1 1-.01 0Z',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  back: 'M9.5 3 4.5 8l5 5M4.8 8H13',
  search: 'M7 2.8a4.2 4.2 0 1 1-.01 0ZM10.2 10.2l3.3 3.3',
  filter: 'M2.5 3.5h11M4.5 8h7M6.5 12.5h3',
  help: 'M5.6 5.8c0-1.5 1-2.5 2.5-2.5s2.4 1 2.4 2.2c0 1.7-2.4 1.9-2.4 3.9M8.1 12.3v.2',
  link: 'M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7l-.9.9M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.2 9.1a2.6 2.6 0 0 0 3.7 3.7l.9-.9',
  quote: 'M3 9.5V7.2C3 5 4.2 3.8 6 3.5M3 9.5h3.4V6.6H3.2M9 9.5V7.2C9 5 10.2 3.8 12 3.5M9 9.5h3.4V6.6H9.2',
  zoomIn: 'M7 2.8a4.2 4.2 0 1 1-.01 0ZM10.2 10.2l3.3 3.3M5 7h4M7 5v4',
  zoomOut: 'M7 2.8a4.2 4.2 0 1 1-.01 0ZM10.2 10.2l3.3 3.3M5 7h4',
  target: 'M8 4.2a3.8 3.8 0 1 1-.01 0ZM8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3',
  theme: 'M8 2.4a5.6 5.6 0 1 1-.01 0ZM8 2.6v10.8M9.6 3.2v9.6M11.2 4.2v7.6',
  layers: 'M8 2.5 14 5.6 8 8.7 2 5.6ZM2.6 8.4 8 11.2l5.4-2.8M2.6 11 8 13.8l5.4-2.8',
  list: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.6 4h.3M2.6 8h.3M2.6 12h.3',
  chevron: 'M4 10l4-4 4 4',
  camera: 'M2.5 4.8h2.8l1-1.6h3.4l1 1.6h2.8v7.6h-11ZM8 6.4a2.3 2.3 0 1 1-.01 0Z',
  record: 'M8 3a5 5 0 1 1-.01 0ZM8 6a2 2 0 1 1-.01 0Z',
  more: 'M3.4 8h.2M7.9 8h.2M12.4 8h.2',
  fullscreen: 'M2.8 6V2.8H6M10 2.8h3.2V6M13.2 10v3.2H10M6 13.2H2.8V10',
};
