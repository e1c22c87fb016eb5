import type { Level } from '../../src/model/ids';
import { SHAPES_VERSION, type Shapes } from '../../src/model/shapes';
import type { EditionReader } from '../model';
import { draw } from '../steps/first-picture';
import { levelShapes } from '../steps/geography';

/** Outlines of a level in a small box of whole units, drawn once per level and width. */
export type Outlines = (level: Level, width: number) => Shapes;

export function openOutlines(edition: EditionReader): Outlines {
  const levels = levelShapes(edition);
  const known = new Map<string, Shapes>();
  return (level, width) => {
    const key = `${level} ${width}`;
    const before = known.get(key);
    if (before) return before;
    const shapes = levels.find((l) => l.level === level);
    if (!shapes) throw new RangeError(`no outlines of level ${level}`);
    const drawn = draw(shapes);
    const scale = width / drawn.width;
    const made: Shapes = {
      schemaVersion: SHAPES_VERSION,
      level,
      width,
      height: Math.round(drawn.height * scale),
      bounds: drawn.bounds,
      paths: drawn.paths.map(({ code, d }) => ({ code, d: shrink(d, scale) })).filter(({ d }) => d),
    };
    known.set(key, made);
    return made;
  };
}

/** The same rings in a smaller box: whole units, points that fall together once. `d` holds `M x y l dx dy … z`. */
export function shrink(d: string, scale: number): string {
  return d
    .split('M')
    .filter(Boolean)
    .map((ring) => {
      const [start = '', steps = ''] = ring.replace(/z$/, '').split('l');
      const [sx = 0, sy = 0] = numbers(start);
      const moves = numbers(steps);
      const points: [number, number][] = [[sx, sy]];
      for (let i = 0; i + 1 < moves.length; i += 2) {
        const [x, y] = points.at(-1)!;
        points.push([x + moves[i]!, y + moves[i + 1]!]);
      }
      const whole = points.map(([x, y]) => [Math.round(x * scale), Math.round(y * scale)] as const);
      const apart = whole.filter(([x, y], i) => i === 0 || x !== whole[i - 1]![0] || y !== whole[i - 1]![1]);
      if (apart.length < 3) return '';
      const relative = apart
        .slice(1)
        .map(([x, y], i) => [x - apart[i]![0], y - apart[i]![1]] as const)
        .map(([dx, dy], i) => `${i > 0 && dx >= 0 ? ' ' : ''}${dx}${dy < 0 ? '' : ' '}${dy}`);
      return `M${apart[0]!.join(' ')}l${relative.join('')}z`;
    })
    .join('');
}

const numbers = (text: string): number[] => (text.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
