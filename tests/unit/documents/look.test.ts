import { describe, expect, it } from 'vitest';
import { clientLogoSchema } from '../../../shared/documents/logo';
import { contrastOnWhite, readableColor, themeOf } from '../../../shared/documents/review/theme';
import { plainLook } from './support/sample-review';

describe('a client’s colors', () => {
  it.each([
    ['#000000', 21],
    ['#FFFFFF', 1],
    // The grey that just passes, and the one that just fails, as every checker of WCAG 2 says.
    ['#767676', 4.54],
    ['#777777', 4.48],
    ['#0B5A72', 7.72],
  ])('%s has a contrast of %d to white', (color, contrast) => {
    expect(contrastOnWhite(color)).toBeCloseTo(contrast, 2);
  });

  it('stay as they are where text in them can be read', () => {
    expect(readableColor('#767676')).toMatchObject({ used: '#767676', adjusted: false });
  });

  it.each(['#777777', '#F5D000', '#FF8800', '#FFFFFF', '#7FFFD4'])(
    'are printed darker where %s could not be read, and no darker than it takes',
    (asked) => {
      const { used, adjusted } = readableColor(asked);
      expect(adjusted).toBe(true);
      expect(contrastOnWhite(used)).toBeGreaterThanOrEqual(4.5);
      expect(contrastOnWhite(used)).toBeLessThan(4.8);
    },
  );

  it('are checked for marks as well, which need less than text', () => {
    const { theme, second } = themeOf({ ...plainLook, second: '#FFFFFF' });
    expect(contrastOnWhite(theme.second ?? '#FFFFFF')).toBeGreaterThanOrEqual(3);
    expect(second?.adjusted).toBe(true);
    expect(themeOf({ ...plainLook, second: '#949494' }).theme.second).toBe('#949494');
  });

  it('are the product’s own where they are no colors', () => {
    expect(themeOf({ ...plainLook, accent: 'red', second: '#12' }).theme).toEqual({
      accent: '#0B5A72',
    });
  });
});

describe('a client’s logo', () => {
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const logo = (type: string, base64: string) =>
    clientLogoSchema.safeParse({ type, base64, width: 1, height: 1 }).success;
  const svg = (text: string) => logo('image/svg+xml', Buffer.from(text, 'utf8').toString('base64'));
  const drawing = (inside: string) =>
    svg(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`);

  it('is a picture that is what it says', () => {
    expect(logo('image/png', png)).toBe(true);
    expect(logo('image/jpeg', png)).toBe(false);
    expect(logo('image/svg+xml', png)).toBe(false);
    expect(logo('image/gif', png)).toBe(false);
  });

  it('may draw with parts of itself', () => {
    expect(drawing('<path fill="#0B5A72" d="M0 0h9v9z"/>')).toBe(true);
    expect(drawing('<use href="#a"/><path fill="url(#b)"/><path fill="url(\'#c\')"/>')).toBe(true);
  });

  it.each([
    '<script>alert(1)</script>',
    '<path onload="alert(1)"/>',
    '<a href="javascript:alert(1)"><path/></a>',
    '<use xlink:href="https://example.com/a.svg#b"/>',
    '<image href="https://example.com/pixel.png"/>',
    '<foreignObject><iframe src="x"/></foreignObject>',
    '<style>@import "https://example.com/a.css";</style>',
    '<style>path { fill: url(https://example.com/b) }</style>',
    '<style>path { fill: url( "https://example.com/b" ) }</style>',
  ])('holds nothing that runs or loads: %s', (inside) => {
    expect(drawing(inside)).toBe(false);
  });

  it('declares no entities, which could hide the rest', () => {
    expect(svg('<!DOCTYPE svg [<!ENTITY x "y">]><svg>&x;</svg>')).toBe(false);
  });

  it('is at most 200 kB', () => {
    const bytes = (count: number) =>
      Buffer.concat([Buffer.from(png, 'base64'), Buffer.alloc(count)]).toString('base64');
    expect(logo('image/png', bytes(190_000))).toBe(true);
    expect(logo('image/png', bytes(200_001))).toBe(false);
  });
});
