/** Texts of a Compose file after its variables have been put in. */
import type { Replacement } from '../../../documents/map.js';
import { interpolate, splitWords, unknownText } from '../../shapes/compose-text.js';
import { wordsOfText } from '../../shapes/words.js';
import { changed, type Writing } from '../../shapes/written.js';
import type { Value, YamlTree } from '../../shapes/yaml.js';
import type { CommandWord } from '../containers/command.js';

/**
 * What a text is once its variables are put in; what comes out of a default stays as it is.
 *
 * @param unknown what to put in for a variable without a default
 * @returns undefined where the text has one and nothing is to be put in
 */
export function interpolated(writing: Writing, unknown?: string): Writing | undefined {
  const read = interpolate(writing.text, unknown);
  if (read === undefined) return undefined;
  if (read.text === writing.text) return writing;
  const rewrite = (change: Replacement) => {
    if (read.isDefault.slice(change.start, Math.max(change.end, change.start + 1)).includes(true)) return undefined;
    const edit = { start: read.at[change.start]!, end: read.at[change.end]!, text: change.text };
    return interpolate(changed(writing.text, edit), unknown)?.text === changed(read.text, change)
      ? writing.rewrite(edit)
      : undefined;
  };
  return { text: read.text, at: read.at.map((place) => writing.at[place]!), file: writing.file, rewrite };
}

/** The words of `command` or `entrypoint`, a list or a text; those with a variable that nobody knows as undefined. */
export function wordsOf(tree: YamlTree, command: Value | undefined): CommandWord[] {
  const known = (word: CommandWord) => (word?.text.includes(unknownText) === true ? undefined : word);
  if (tree.isList(command)) {
    return tree.items(command).map((item) => {
      const writing = tree.writing(item);
      return known(writing && interpolated(writing, unknownText));
    });
  }
  const writing = tree.writing(command);
  const text = writing && interpolated(writing, unknownText);
  return text === undefined ? [] : wordsOfText(text, splitWords).map(known);
}
