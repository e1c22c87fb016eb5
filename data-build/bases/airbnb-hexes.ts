/** Width of the hexagons across the flats, metres: well above the 150 m by which the source moves each point. */
export const HEX_METRES = 500;
/** A hexagon with one or two listings would point at somebody's home. */
export const HEX_MIN = 3;
