/** The parts of a rule's page that follow from its meta, and the page's order. */
import { firstMajor } from '../../src/catalog/majors.js';
import { defaultSeverity, mainPresets, presetSetting } from '../../src/linter/configuration/presets.js';
import type { Control, Rule } from '../../src/linter/rule.js';

/** The headings of every page, in this order; Options and Controls only where the rule has any. */
export const headings = [
  'What it reports',
  'Why it matters',
  'Bad example',
  'Good example',
  'Options',
  'Configuration',
  'When not to use it',
  'Since',
  'Controls',
  'Fix',
  'In PostgreSQL’s manual',
] as const;

/** What a page must say under a heading; undefined where the author writes it, empty where the heading must be missing. */
export function sectionOf(rule: Rule, heading: string): string | undefined {
  if (heading === 'Options') return optionsOf(rule);
  if (heading === 'Configuration') return configurationOf(rule);
  if (heading === 'In PostgreSQL’s manual') return manualOf(rule);
  if (heading === 'Since') return sinceOf(rule);
  if (heading === 'Controls') return controlsOf(rule.meta.controls ?? []);
  if (heading === 'Fix' && rule.meta.fix === undefined && rule.meta.suggestions !== true) return 'None.';
  return undefined;
}

/** The lines above the first heading. */
export function headOf(rule: Rule): string {
  const deprecated = rule.meta.deprecated;
  const note = deprecated === undefined ? '' : `\n\nDeprecated: use \`${deprecated.replacedBy}\`.`;
  return `# ${rule.id}\n\n${rule.meta.summary}.${note}\n\n${factsOf(rule)}`;
}

/** Severity, presets and kinds of fixes in one line. */
function factsOf(rule: Rule): string {
  const { meta } = rule;
  const own = defaultSeverity(rule);
  const presets = mainPresets.flatMap((preset) => {
    const setting = presetSetting(rule, preset);
    if (setting === undefined) return [];
    return setting.severity === own ? `\`${preset}\`` : `\`${preset}\` (${setting.severity})`;
  });
  const fixes = [
    ...(meta.fix === undefined ? [] : [`${meta.fix} fix`]),
    ...(meta.suggestions === true ? ['suggestions'] : []),
  ];
  const facts = [
    `Severity: **${own}**`,
    `presets: ${presets.join(', ')}`,
    fixes.length === 0 ? 'no fix' : fixes.join(' and '),
  ];
  return `${facts.join(' · ')}.`;
}

/** A rule as a configuration sets it, to be copied: with its options where it has any, each at its default. */
function configurationOf(rule: Rule): string {
  const options = Object.entries(rule.meta.options ?? {}).map(([name, option]) => optionLine(name, option.default));
  const severity = JSON.stringify(defaultSeverity(rule));
  const entry =
    options.length === 0 ? severity : `[\n      ${severity},\n      {\n${options.join(',\n')}\n      }\n    ]`;
  const lines = `{\n  "rules": {\n    "${rule.id}": ${entry}\n  }\n}`;
  return `In \`pgconflint.config.jsonc\`:\n\n\`\`\`jsonc\n${lines}\n\`\`\``;
}

/** One option as the formatter of the project writes it: a list in one line where it fits. */
function optionLine(name: string, value: unknown): string {
  const indent = ' '.repeat(8);
  const list = Array.isArray(value) ? `[${value.map((one) => JSON.stringify(one)).join(', ')}]` : JSON.stringify(value);
  const line = `${indent}"${name}": ${list}`;
  if (line.length <= 120) return line;
  return `${indent}"${name}": ${JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`)}`;
}

/** The chapter about what a group of rules judges. */
const chapters: Readonly<Record<string, readonly [title: string, page: string]>> = {
  conf: ['Server Configuration', 'runtime-config.html'],
  hba: ['The pg_hba.conf File', 'auth-pg-hba-conf.html'],
  ident: ['User Name Maps', 'auth-username-maps.html'],
  hosts: ['Secure TCP/IP Connections with SSL', 'ssl-tcp.html'],
};

/** A link to the manual; none for rules about several files or about comments of this linter. */
function manualOf({ id }: Rule): string {
  const chapter = chapters[id.split('/')[0]!];
  return chapter === undefined ? '' : `[${chapter[0]}](https://www.postgresql.org/docs/current/${chapter[1]})`;
}

/** A page in parts: what stands above the first heading, and the text under each. */
export interface Page {
  head: string;
  sections: { heading: string; text: string }[];
}

/** Takes a page apart at its headings of the second level, those in fenced blocks aside. */
export function readPage(text: string): Page {
  const page: Page = { head: '', sections: [] };
  const lines: string[][] = [[]];
  let isFenced = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) isFenced = !isFenced;
    const heading = isFenced ? null : /^## (.+)$/.exec(line);
    if (heading === null) {
      lines.at(-1)!.push(line);
      continue;
    }
    page.sections.push({ heading: heading[1]!, text: '' });
    lines.push([]);
  }
  page.head = lines[0]!.join('\n').trim();
  for (const [index, section] of page.sections.entries()) section.text = lines[index + 1]!.join('\n').trim();
  return page;
}

/** Puts a page together again, in the order of the headings, with everything that follows from the rule's meta. */
export function writePage(rule: Rule, page: Page): string {
  const parts = [headOf(rule)];
  for (const heading of headings) {
    const made = sectionOf(rule, heading);
    const written = page.sections.find((section) => section.heading === heading)?.text;
    const text = made ?? written ?? 'TODO';
    if (text !== '') parts.push(`## ${heading}\n\n${text}`);
  }
  return `${parts.join('\n\n')}\n`;
}

function optionsOf({ meta }: Rule): string {
  return Object.entries(meta.options ?? {})
    .map(([name, option]) => {
      const values =
        'enum' in option && option.enum !== undefined
          ? `, one of ${option.enum.map((value) => `\`${value}\``).join(', ')}`
          : '';
      return `- \`${name}\` (${option.type}${values}; default \`${JSON.stringify(option.default)}\`): ${option.description}`;
    })
    .join('\n');
}

function sinceOf({ meta }: Rule): string {
  const { from, to } = meta.targets ?? {};
  if (from === undefined && to === undefined) return `Every PostgreSQL from ${firstMajor} on.`;
  if (to === undefined) return `PostgreSQL ${from} and later; silent for earlier targets.`;
  return `PostgreSQL ${from ?? firstMajor} to ${to}; silent for later targets.`;
}

/** Benchmarks that have the rule under the same numbers share a line. */
function controlsOf(controls: readonly Control[]): string {
  const byBenchmark = new Map<string, string[]>();
  for (const { benchmark, id } of controls) byBenchmark.set(benchmark, [...(byBenchmark.get(benchmark) ?? []), id]);
  const byIds = new Map<string, string[]>();
  for (const [benchmark, ids] of byBenchmark) {
    const key = ids.join(', ');
    byIds.set(key, [...(byIds.get(key) ?? []), benchmark]);
  }
  return [...byIds].map(([ids, benchmarks]) => `- ${benchmarks.join(', ')}: ${ids}`).join('\n');
}
