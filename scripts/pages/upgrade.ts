import { markdownTable } from 'markdown-table';
import { releaseItems } from '../../src/upgrade/notes/items.js';

const shownBy = {
  rule: 'a rule tells what the new major refuses or ignores',
  default: 'told where no file sets it',
  meaning: 'told where the files say it',
  dump: 'told where a dump (`--dump`) says it',
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

Settings in databases and roles (\`ALTER ROLE … SET\`) stand in no file. \`pg_dumpall --schema-only\` of the old server writes
them down, and \`pgconflint upgrade --from 15 --to 19 --dump all.sql\` looks at them in the same way, with or without files
beside them. \`pg_dumpall --globals-only\` has those of roles only, and \`ALTER ROLE ALL … SET\` is in no dump:
look for it with \`SELECT setconfig FROM pg_db_role_setting WHERE setdatabase = 0 AND setrole = 0\`.

The table has the items of the release notes of 11 to 20 that touch the configuration files, or the meaning of a setting
or record. Each that files or dumps can show has a case in \`test/upgrade/\`: what it concerns, and what it leaves alone.
\`npm run pages\` writes this page out of \`src/upgrade/notes/items/\`.

${markdownTable([['major', 'what changes', 'how it is told', 'when to act'], ...rows])}
`;
}
