/** A picture of a terminal: what a command prints, with its colours, as an SVG. */

const size = { character: 8.4, line: 18, font: 14, margin: 16, bar: 28 };
const background = '#1e2127';
const foreground = '#d5d9e0';
/** The colours of SGR codes 31 to 36. */
const colors: Readonly<Record<string, string>> = {
  31: '#f2777a',
  32: '#99cc99',
  33: '#ffcc66',
  34: '#82aaff',
  35: '#cc99cc',
  36: '#66cccc',
};

interface Style {
  color: string | undefined;
  isBold: boolean;
  isDim: boolean;
}

const plain: Style = { color: undefined, isBold: false, isDim: false };

/**
 * Draws a terminal.
 *
 * @param title what the picture shows, for those who cannot see it
 * @param lines as they are printed, with escape sequences for colours; links are left out
 * @param columns how wide the terminal is
 */
export function terminalSvg(title: string, lines: readonly string[], columns: number): string {
  const width = Math.ceil(columns * size.character + 2 * size.margin);
  const height = size.bar + lines.length * size.line + size.margin;
  const dots = ['#f2777a', '#ffcc66', '#99cc99'].map(
    (color, index) => `<circle cx="${size.margin + 4 + index * 18}" cy="14" r="5" fill="${color}"/>`,
  );
  const rows = lines.map((line, index) => row(line, size.bar + (index + 1) * size.line - 4));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="8" fill="${background}"/>`,
    ...dots,
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${size.font}" fill="${foreground}">`,
    ...rows.filter((text) => text !== ''),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** Each run of one style is placed by its column, so that fonts of other widths keep marks below what they mark. */
function row(line: string, y: number): string {
  let column = 0;
  let style = plain;
  const runs: string[] = [];
  const text = line.replace(/\u001b\]8;;[^\u001b]*\u001b\\/g, '');
  for (const piece of text.split(/(\u001b\[[\d;]*m)/)) {
    const codes = /^\u001b\[([\d;]*)m$/.exec(piece)?.[1];
    if (codes !== undefined) {
      style = codes.split(';').reduce(styled, style);
      continue;
    }
    // What spaces set apart is placed by itself: viewers fold several spaces into one.
    for (const part of piece.split(/(\s{2,})/)) {
      if (part.trim() !== '') runs.push(run(part, column, y, style));
      column += part.length;
    }
  }
  return runs.join('');
}

function styled(style: Style, code: string): Style {
  if (code === '' || code === '0') return plain;
  if (code === '1') return { ...style, isBold: true };
  if (code === '2') return { ...style, isDim: true };
  return code in colors ? { ...style, color: colors[code] } : style;
}

function run(piece: string, column: number, y: number, { color, isBold, isDim }: Style): string {
  const indent = piece.length - piece.trimStart().length;
  const text = piece.trim();
  const x = size.margin + (column + indent) * size.character;
  const attributes = [
    `x="${x.toFixed(1)}" y="${y}" textLength="${(text.length * size.character).toFixed(1)}"`,
    ...(color === undefined ? [] : [`fill="${color}"`]),
    ...(isBold ? ['font-weight="bold"'] : []),
    ...(isDim ? ['opacity="0.7"'] : []),
  ];
  return `<text ${attributes.join(' ')}>${escaped(text)}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
