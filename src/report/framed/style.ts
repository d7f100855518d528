import type { Printable } from '../printable.js';

/** Select Graphic Rendition codes (ECMA-48). */
const codes = { bold: '1', red: '1;31', yellow: '1;33', blue: '34', cyan: '36', green: '32' } as const;

export type Color = keyof typeof codes;

/** What a report may do beside writing letters. */
export interface Style {
  paint(color: Color, text: Printable): Printable;
  /** Puts an address behind a text, for terminals that can show it. */
  link(text: Printable, url: string): Printable;
}

/** @param links whether addresses may be put behind words (OSC 8) */
export function styleFor(color: boolean, links: boolean): Style {
  return {
    paint: (name, text) => (color && text !== '' ? (`\u001b[${codes[name]}m${text}\u001b[0m` as Printable) : text),
    link: (text, url) => {
      if (!links || !/^https?:/.test(url)) return text;
      // Only printable ASCII may stand in the sequence: a rule of a plugin names its own page.
      const address = encodeURI(url).replace(/[^\x21-\x7e]/g, '');
      return `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\` as Printable;
    },
  };
}
