/** WGS84 at 44.49° N, the middle of Bologna: metres in a degree of latitude and of longitude (series of the meridian and of the parallel). */
export const METRES_LAT = 111_122;
export const METRES_LON = 79_543;

/** Closed ring of a pointy-topped hexagon, counter-clockwise, [lon, lat] in degrees; `width` across the flats in metres. */
export function hexagon(lon: number, lat: number, width: number): [number, number][] {
  const side = width / Math.sqrt(3);
  const corners = [0, 1, 2, 3, 4, 5].map((i): [number, number] => {
    const angle = Math.PI / 2 + (i * Math.PI) / 3;
    return [lon + (side * Math.cos(angle)) / METRES_LON, lat + (side * Math.sin(angle)) / METRES_LAT];
  });
  return [...corners, corners[0]!];
}
