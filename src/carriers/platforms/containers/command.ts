/** What a container is told to start, as the settings that the server is given (docker-library/postgres, docker-entrypoint.sh). */

import { majors } from '../../../catalog/majors.js';
import { findParameter } from '../../../catalog/parameters.js';
import { settingsInWords, type WordSetting } from '../../shapes/command-words.js';
import { readShell, shellWords } from '../../shapes/shell.js';
import { wordsOfText } from '../../shapes/words.js';
import type { Writing } from '../../shapes/written.js';

/** A word; undefined where nobody knows what it will be. */
export type CommandWord = Writing | undefined;

/** What a container starts. */
export interface StartedServer {
  settings: WordSetting[];
  /** Whether the words alone say that it is a server, whatever the image is called. */
  isNamed: boolean;
  /** Whether the image's own script prepares the data folder: then its environment counts. */
  isByImage: boolean;
  /** Whether every word is known, and no script and no other folder of data decides what the server reads. */
  isPlain: boolean;
}

const serverName = /(?:^|\/)(?:postgres|postmaster)$/;
const entrypointScript = /(?:^|\/)docker-entrypoint\.sh$/;
const shell = /(?:^|\/)(?:ba|da|a)?sh$/;

/**
 * Reads what a container starts.
 *
 * @param entrypoint words that stand in the place of the image's own; undefined where it keeps its own
 * @param command the words after it
 * @param isImage whether the image is that of a server
 * @returns undefined where that is not a server, or is not known
 */
export function startedServer(
  entrypoint: readonly CommandWord[] | undefined,
  command: readonly CommandWord[],
  isImage: boolean,
): StartedServer | undefined {
  const words = [...(entrypoint ?? []), ...command];
  const ownWords = entrypoint === undefined && isImage;
  // An image's script puts the server's name before words that start with a dash, and starts it where there is none.
  if (words[0] === undefined) return words.length === 0 && ownWords ? server([], false, true) : undefined;
  if (words[0].text.startsWith('-')) {
    if (ownWords) return server(words, false, true);
    return entrypoint === undefined && setsParameter(words) ? server(words, true, true) : undefined;
  }
  const script = shell.test(words[0].text)
    ? words[words.findIndex((word) => /^-[a-z]*c$/.test(word?.text ?? '')) + 1]
    : undefined;
  if (script !== undefined && script !== words[0]) return inScript(script);
  return inWords(words, entrypoint === undefined);
}

/** Whether `-c` stands before a parameter: an image of one’s own that is given such words starts a server. */
function setsParameter(words: readonly CommandWord[]): boolean {
  return words.some((word, index) => {
    const name = word?.text === '-c' ? /^(\w+_\w+)=/.exec(words[index + 1]?.text ?? '')?.[1] : undefined;
    return name !== undefined && majors.some((major) => findParameter(name, major) !== undefined);
  });
}

/** The server's words in a list that nothing takes apart any further. */
function inWords(words: readonly CommandWord[], keepsEntrypoint: boolean): StartedServer | undefined {
  const byScript = entrypointScript.test(words[0]?.text ?? '');
  const start = byScript ? 1 : 0;
  const first = words[start]?.text ?? '';
  if (byScript && first.startsWith('-')) return server(words.slice(start), false, true);
  return serverName.test(first) ? server(words.slice(start + 1), true, keepsEntrypoint || byScript) : undefined;
}

function server(words: readonly CommandWord[], isNamed: boolean, isByImage: boolean): StartedServer {
  const isPlain = words.every((word) => word !== undefined && !word.text.startsWith('-D'));
  return { settings: settingsInWords(words), isNamed, isByImage, isPlain };
}

/** The last server that a script starts; what stands before may prepare it. */
function inScript(script: Writing): StartedServer | undefined {
  const commands = readShell(script.text) ?? [];
  const all = wordsOfText(script, shellWords);
  for (const { words, first } of [...commands].reverse()) {
    const known = words.map((word, index) => (word.isUnknown ? undefined : all[first + index]));
    const start = known.findIndex((word) => word === undefined || !/^(?:exec|\w+=.*)$/s.test(word.text));
    const found = start === -1 ? undefined : inWords(known.slice(start), false);
    if (found !== undefined) return { ...found, isPlain: false };
  }
  return undefined;
}
