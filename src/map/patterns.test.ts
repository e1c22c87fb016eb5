import { describe, expect, it, vi } from 'vitest';
import { MISSING } from '../model/cell';
import { missingStyle } from '../domain/colour';
import { addPatterns, drawPattern, patternId } from './patterns';

/** Share of a pattern's pixels nearer to ink than to ground. */
function inkShare(missing: (typeof MISSING)[number], theme: 'light' | 'dark'): number {
  const style = missingStyle(missing, theme);
  const { data, width, height } = drawPattern(style);
  const red = (hex: string) => Number.parseInt(hex.slice(1, 3), 16);
  const [ground, ink] = [red(style.ground), red(style.ink)];
  let count = 0;
  for (let i = 0; i < data.length; i += 4)
    if (Math.abs(data[i]! - ink) < Math.abs(data[i]! - ground)) count++;
  return count / (width * height);
}

describe.each(['light', 'dark'] as const)('missing patterns, %s', (theme) => {
  it('are four different pictures, opaque', () => {
    const pictures = MISSING.map((missing) => drawPattern(missingStyle(missing, theme)));
    expect(new Set(pictures.map(({ data }) => data.join())).size).toBe(4);
    for (const { data, width, height } of pictures) {
      expect(data.length).toBe(width * height * 4);
      expect(data.every((v, i) => i % 4 !== 3 || v === 255)).toBe(true);
    }
  });

  it('are mostly ground, so that they read as no value and not as a dark one', () => {
    for (const missing of MISSING) expect(inkShare(missing, theme)).toBeLessThan(0.4);
    expect(inkShare('suppressed', theme)).toBeGreaterThan(0.1);
  });

  it('are given to the map once', () => {
    const held = new Set<string>();
    const addImage = vi.fn((id: string) => void held.add(id));
    const map = { hasImage: (id: string) => held.has(id), addImage };
    addPatterns(map, theme);
    addPatterns(map, theme);
    expect(addImage).toHaveBeenCalledTimes(4);
    expect(held).toContain(patternId('unreliable', theme));
  });
});
