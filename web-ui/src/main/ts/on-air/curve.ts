// SPDX-License-Identifier: AGPL-3.0-or-later
const TOP = 0.12;

/** A line that ends at the right edge. The Java class `Curve` draws the same. */
export function line(numbers: number[], steps: number, width: number, height: number, most: number): string {
  const step = width / (steps - 1);
  return numbers
    .map((value, i) => {
      const x = width - (numbers.length - 1 - i) * step;
      const y = height - Math.min(1, value / most) * height;
      return `${i === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join("");
}

/** A little line with room above it, which shows only how a figure moved. */
export function little(numbers: number[], steps: number, width: number, height: number): string {
  const last = numbers.slice(-steps);
  return line(last, steps, width, height, Math.max(1, ...last) / (1 - TOP));
}
