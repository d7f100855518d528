import { expect, test } from '@jest/globals';
import { showsLinks } from '../../../src/report/text/links.js';

test.each<[Record<string, string>, boolean]>([
  [{}, false],
  [{ TERM: 'xterm-256color' }, false],
  [{ TERM: 'xterm-kitty' }, true],
  [{ TERM: 'alacritty' }, true],
  [{ TERM_PROGRAM: 'Apple_Terminal', TERM_PROGRAM_VERSION: '455' }, false],
  [{ TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.0.15' }, false],
  [{ TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.1' }, true],
  [{ TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.5.2' }, true],
  [{ TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.71.2' }, false],
  [{ TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.107.0' }, true],
  [{ TERM_PROGRAM: 'WezTerm', TERM_PROGRAM_VERSION: '20240203-110809-5046fc22' }, true],
  [{ TERM_PROGRAM: 'tmux', TERM_PROGRAM_VERSION: '3.3a', WT_SESSION: 'x' }, false],
  [{ VTE_VERSION: '5000' }, false],
  [{ VTE_VERSION: '7006' }, true],
  [{ WT_SESSION: 'x' }, true],
  [{ WT_SESSION: 'x', CI: 'true' }, false],
  [{ FORCE_HYPERLINK: '1' }, true],
  [{ FORCE_HYPERLINK: '0', WT_SESSION: 'x' }, false],
  [{ FORCE_HYPERLINK: '', WT_SESSION: 'x' }, false],
])('%j', (env, links) => {
  expect(showsLinks(env)).toBe(links);
});
