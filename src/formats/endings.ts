/** What may stand after `.conf`. */

/** Endings of templates that a tool of operators fills in. */
const ofTemplates = 'j2|jinja2?|erb|epp|tmpl|tpl|gotmpl|template';

/** Endings of files that no server reads where they stand. */
export const exampleEnding = `\\.(?:sample|example|default|dist|orig|bak|${ofTemplates})`;

/** The names of a kind's files: what they begin with, `.conf`, and maybe `.sample` or the ending of a template. */
export function namesFrom(start: string): RegExp {
  return new RegExp(`^${start}.*\\.conf(?:\\.(?:sample|${ofTemplates}))?$`, 'i');
}
