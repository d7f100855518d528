/** Text of a file for a table in Markdown: it must not become markup, a link or a mention. */
export function markdownText(text: string): string {
  const visible = text.replace(/[\x00-\x1f\x7f]/g, (character) => JSON.stringify(character).slice(1, -1));
  const escaped = visible.replace(/[\\`*_{}[\]<>()#|~!]/g, (mark) => `&#${mark.codePointAt(0)};`);
  return escaped.replaceAll('@', '&#64;').replace(/\bhttps?:\/\//g, (scheme) => scheme.replace(':', '&#58;'));
}
