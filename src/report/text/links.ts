/** The oldest version of each terminal that shows links, by its TERM_PROGRAM. */
const programs: Readonly<Record<string, string>> = {
  'iTerm.app': '3.1',
  WezTerm: '20200620',
  vscode: '1.72',
  ghostty: '0',
  zed: '0',
  Hyper: '2',
  tmux: '3.4',
};

/**
 * Whether a terminal shows addresses behind words, as far as its variables tell; the list is that of OSC8-Adoption
 * (https://github.com/Alhadis/OSC8-Adoption).
 *
 * @param env FORCE_HYPERLINK says it for any other
 */
export function showsLinks(env: Readonly<Record<string, string | undefined>>): boolean {
  const forced = env['FORCE_HYPERLINK'];
  if (forced !== undefined) return forced !== '' && forced !== '0';
  if (env['CI'] !== undefined) return false;
  const oldest = programs[env['TERM_PROGRAM'] ?? ''];
  if (oldest !== undefined) return isSince(env['TERM_PROGRAM_VERSION'] ?? '', oldest);
  if (env['WT_SESSION'] !== undefined || env['KITTY_WINDOW_ID'] !== undefined || env['DOMTERM'] !== undefined)
    return true;
  // 0.50.0 crashes on them.
  if (/^\d+$/.test(env['VTE_VERSION'] ?? '')) return Number(env['VTE_VERSION']) > 5000;
  return /^(?:alacritty|xterm-kitty|foot|contour)/.test(env['TERM'] ?? '');
}

function isSince(version: string, oldest: string): boolean {
  const numbers = (text: string) => (text.match(/\d+/g) ?? []).map(Number);
  const [have, want] = [numbers(version), numbers(oldest)];
  for (const [index, number] of want.entries()) {
    const mine = have[index] ?? 0;
    if (mine !== number) return mine > number;
  }
  return true;
}
