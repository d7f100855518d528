import { markdownTable } from 'markdown-table';
import { releaseItems } from '../../src/upgrade/notes/items.js';

const shownBy = {
  rule: 'a rule tells what the new major refuses or ignores',
  default: 'told where no file sets it',
  meaning: 'told where the files say it',
  'by hand': 'files do not show it: on the checklist',
} as const;

/** docs/upgrade.md: every item of the release notes, and how `upgrade` tells it. */
export function upgradePage(): string {
  const rows = releaseItems
    .slice()
    .sort((a, b) => a.major - b.major)
    .map(({ major, change, shown, phase }) => [String(major), change.replaceAll('|', '\\|'), shownBy[shown], phase]);
  return `# Upgrades

\`pgconflint upgrade PATH --from 15 --to 19\` prints a checklist: what to do before the upgrade, during it and after it.
\`--format markdown\` makes task lists of it for an issue, \`--format json\` data, and \`--fix\` writes the values of the
new major into the files.

The table has the items of the release notes of 11 to 19 that touch the configuration files, or the meaning of a setting
or record. Each that files can show has a case in \`test/upgrade/release-notes.test.ts\`: files that it concerns, and
files that it leaves alone. Settings in databases and roles (\`ALTER ROLE … SET\`) stand in no file; the checklist says
where to look for them. \`npm run pages\` writes this page out of \`src/upgrade/notes/items.ts\`.

${markdownTable([['major', 'what changes', 'how it is told', 'when to act'], ...rows])}
`;
}
