/** What one name is known as: a page for people, and the same for other programs. */
export interface Topic {
  /** Markdown that `plainMarkdown` lays out. */
  page: string;
  data: object;
}

/** A list of a page under a heading; nothing where the list is empty. */
export function section(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `\n## ${title}\n\n${items.map((item) => `- ${item}`).join('\n')}\n`;
}
