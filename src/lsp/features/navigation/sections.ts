import type { Span } from '../../../syntax/nodes.js';

/** A part of a file under a heading; its parts under lesser headings are inside it. */
export interface Section extends Span {
  title: string;
  /** The heading itself. */
  heading: Span;
  sections: Section[];
}

/** A rule of dashes, a title, a rule of dashes: how the stock files begin a section; `# - Title -` a part of one. */
const heading =
  /^#[ \t]*[-=]{10,}[ \t]*\r?\n(?<title>#[ \t]*\S[^\n]*)\n#[ \t]*[-=]{10,}[ \t]*\r?$|^#[ \t]*-[ \t]+(?<part>\S[^\n]*?)[ \t]+-[ \t]*\r?$/gm;

/** The sections of a text by its comments, in order. */
export function sectionsOf(text: string): Section[] {
  const sections: Section[] = [];
  for (const match of text.matchAll(heading)) {
    const { title, part } = match.groups!;
    const start = match.index;
    const section: Section = {
      title: (title?.replace(/^#[ \t]*/, '') ?? part!).trim(),
      heading: { start, end: start + match[0].trimEnd().length },
      start,
      end: text.length,
      sections: [],
    };
    const last = sections.at(-1);
    if (part !== undefined && last !== undefined) {
      close(last.sections.at(-1), start);
      last.sections.push(section);
      continue;
    }
    close(last?.sections.at(-1), start);
    close(last, start);
    sections.push(section);
  }
  for (const section of sections) {
    const last = section.sections.at(-1);
    if (last !== undefined) last.end = section.end;
  }
  for (const section of sections.flatMap((one) => [one, ...one.sections])) {
    section.end = section.start + text.slice(section.start, section.end).trimEnd().length;
  }
  return sections;
}

function close(section: Section | undefined, end: number): void {
  if (section !== undefined) section.end = end;
}
