// Draws the benchmark as a small SVG: one bar for each checker on a draft of 1,000 words.

const WIDTH = 640;
const BAR = 26;
const GAP = 12;
const LEFT = 120;

/** @param {readonly { name: string, warm: readonly number[] }[]} rows times in ms; the first of `warm` is drawn */
export function drawPlot(rows) {
  const most = Math.max(...rows.map(({ warm }) => warm[0] ?? 0));
  const height = 40 + rows.length * (BAR + GAP);
  const bars = rows.map(({ name, warm }, index) => {
    const top = 36 + index * (BAR + GAP);
    const width = Math.max(2, ((warm[0] ?? 0) / most) * (WIDTH - LEFT - 90));
    return `  <text x="${LEFT - 10}" y="${top + 18}" text-anchor="end">${name}</text>
  <rect x="${LEFT}" y="${top}" width="${width.toFixed(1)}" height="${BAR}" rx="3" fill="${index === 0 ? '#2563eb' : '#9ca3af'}"/>
  <text x="${(LEFT + width + 8).toFixed(1)}" y="${top + 18}">${(warm[0] ?? 0).toFixed(1)} ms</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="14">
  <rect width="100%" height="100%" fill="#ffffff"/>
  <text x="10" y="20" font-weight="600">A 1,000-word draft, checked (warm, median)</text>
${bars.join('\n')}
</svg>
`;
}
