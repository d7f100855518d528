import { historyOf, successorOf } from '../../src/rule-kit/catalog/history.js';
import { findParameter } from '../../src/rule-kit/catalog/parameters.js';
import { removeSetting, renameSetting, replaceValue } from '../../src/rule-kit/edits/settings.js';
import { type Cluster, type ConfEntry, defineRule, type Major, type Report } from '../../src/rule-kit/rule.js';
import { namePlace } from '../../src/rule-kit/settings/setting-places.js';
import { readValue } from '../../src/rule-kit/values/read.js';

export default defineRule({
  id: 'conf/removed-parameter',
  meta: {
    type: 'problem',
    summary: 'Report parameters that the target no longer knows',
    category: 'correctness',
    presets: ['correctness'],
    blocks: { removed: 'start' },
    messages: {
      removed: {
        headline: '{name} is gone since PostgreSQL {removedIn}',
        why: 'PostgreSQL {target} does not start; a reload changes nothing.',
        help: '{advice}',
      },
    },
    fix: 'safe',
    suggestions: true,
  },
  create({ cluster, report, target }) {
    return {
      ConfEntry(entry) {
        if (entry.parameter !== undefined || entry.custom) return;
        const history = historyOf(entry.name);
        if (history?.removedIn === undefined || (history.since !== undefined && history.since > target)) return;
        report({
          messageId: 'removed',
          data: {
            name: entry.name,
            removedIn: history.removedIn,
            target,
            advice: history.advice ?? 'Remove the line.',
          },
          at: namePlace(entry),
          // Lines that only go are one problem; what has another name now is a problem of its own.
          cause:
            successorOf(entry.name.toLowerCase(), entry.value) === undefined ? { key: entry.file.path } : undefined,
          tags: ['deprecated'],
          ...changes(cluster, entry, target),
        });
      },
    };
  },
});

/** A rename that means the same is a fix, and so is the end of a line that only said the default. Else a person must choose. */
function changes(cluster: Cluster, entry: ConfEntry, target: Major): Pick<Report, 'fix' | 'suggestions'> {
  const removal = removeSetting(cluster, entry);
  if (removal === undefined) return {};
  const remove = { title: 'Remove the line', edits: removal };
  if (saysDefault(entry)) return { fix: { ...remove, safety: 'safe' } };
  const successor = successorOf(entry.name.toLowerCase(), entry.value);
  if (successor === undefined || findParameter(successor.name, target) === undefined) return { suggestions: [remove] };
  const edits = renameSetting(entry, successor.name);
  if (successor.value !== entry.value) {
    edits.push(...replaceValue(entry, successor.value, false));
  }
  const title = `Write ${successor.name} = ${successor.value}`;
  // Where the new name is set already, a second line would change which value wins.
  const isFree = cluster.configuration.get(successor.name).entry === undefined;
  if (isFree) return { fix: { title, safety: 'safe', changes: [successor.name], edits }, suggestions: [remove] };
  return { suggestions: [remove, { title, edits }] };
}

/** Whether the last major that knew the parameter had the same value without the line: then nothing is lost with it. */
function saysDefault({ name, value }: ConfEntry): boolean {
  const until = historyOf(name)?.until;
  const parameter = until === undefined ? undefined : findParameter(name, until);
  if (until === undefined || parameter?.default === undefined) return false;
  if (successorOf(name.toLowerCase(), value) !== undefined) return false;
  const [said, byDefault] = [readValue(parameter, value, until), readValue(parameter, parameter.default, until)];
  return said.ok === true && byDefault.ok === true && said.value === byDefault.value;
}
