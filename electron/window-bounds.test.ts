import { expect, test } from 'vitest';
import { fitBounds } from './window-bounds.ts';

const screen = { x: 0, y: 25, width: 1280, height: 775 };
const second = { x: 1280, y: 0, width: 1920, height: 1080 };

test('opens in the middle, no larger than the screen, where nothing is remembered', () => {
  expect(fitBounds(undefined, [screen])).toEqual({ width: 1280, height: 775 });
  expect(fitBounds(undefined, [second])).toEqual({ width: 1440, height: 900 });
});

test('opens where it was on a second screen, and in the middle once that screen is gone', () => {
  const remembered = { x: 1400, y: 50, width: 1100, height: 700 };
  expect(fitBounds(remembered, [screen, second])).toEqual(remembered);
  expect(fitBounds(remembered, [screen])).toEqual({ width: 1280, height: 775 });
});

test('keeps the title bar within reach and the size within the screen', () => {
  expect(fitBounds({ x: 10, y: 0, width: 5_000, height: 90 }, [screen])).toEqual({
    x: 10,
    y: 25,
    width: 1280,
    height: 400,
  });
  expect(fitBounds({ x: 1_250, y: 100, width: 800, height: 600 }, [screen])).toEqual({
    width: 1280,
    height: 775,
  });
});
