/** What ties problems to each other, told by the rule and by what stands at the problem's place. */
import type { Cluster, HbaReading, HbaRecord, Place } from '../../cluster/types.js';
import { placeInFile } from '../../documents/places.js';
import type { Ties } from '../problem.js';
import type { Report, Rule } from '../rule.js';
import { firstIndex } from '../sorted.js';
import { documentPlace } from './make-problem.js';
import { partsOf } from './messages.js';

/**
 * Finds out what a report is about.
 *
 * @param rule the rule that reports
 * @param report what it says
 * @param cluster the cluster that was judged
 */
export function tiesOf(rule: Rule, report: Report, cluster: Cluster): Ties {
  const record = report.at.file.kind === 'hba' ? recordAt(cluster.hba, report.at) : undefined;
  const ties: Ties = { cluster: clusterKey(cluster) };
  if (record !== undefined) ties.record = placeKey(record);
  const { cause, parts } = report;
  const causeRecord = cause?.at === undefined ? undefined : recordAt(cluster.hba, cause.at);
  const root = causeRecord ?? record;
  if (root !== undefined) ties.cause = placeKey(root);
  if (parts?.[0] !== undefined) ties.setting = parts[0].toLowerCase();
  const group = groupOf(rule, report);
  if (group !== undefined) ties.group = group;
  const head = headOf(rule, report.cause?.at);
  if (head !== undefined) ties.head = head;
  return ties;
}

function groupOf({ id, meta }: Rule, { cause, messageId, at }: Report): string | undefined {
  if (cause !== undefined) return `${id} ${cause.key}`;
  if (meta.sameCause === 'neighbours') return `${id} ${at.file.id}`;
  return meta.sameCause === 'file' ? `${id} ${messageId} ${at.file.id}` : undefined;
}

function headOf({ meta }: Rule, at: Place | undefined): Ties['head'] {
  if (at === undefined || meta.together === undefined) return undefined;
  const place = placeInFile(at.file, { start: at.start, end: at.end });
  return { file: at.file.path, ...place, ...documentPlace(at), ...partsOf(meta.together) };
}

function clusterKey({ configuration, hba, folder }: Cluster): string {
  return configuration.main?.id ?? hba?.main.id ?? folder;
}

function placeKey({ file, start }: Place): string {
  return `${file.id} ${start}`;
}

/** The record in which a place lies. */
function recordAt(hba: HbaReading | undefined, { file, start }: Place): HbaRecord | undefined {
  if (hba === undefined) return undefined;
  let files = byFile.get(hba);
  if (files === undefined) byFile.set(hba, (files = recordsByFile(hba)));
  const records = files.get(file.id);
  if (records === undefined) return undefined;
  const found = records[firstIndex(records.length, (index) => records[index]!.start > start) - 1];
  return found !== undefined && start <= found.end ? found : undefined;
}

const byFile = new WeakMap<HbaReading, ReadonlyMap<string, HbaRecord[]>>();

function recordsByFile({ records }: HbaReading): Map<string, HbaRecord[]> {
  const files = new Map<string, HbaRecord[]>();
  for (const record of records) {
    const list = files.get(record.file.id);
    if (list === undefined) files.set(record.file.id, [record]);
    else list.push(record);
  }
  for (const list of files.values()) list.sort((a, b) => a.start - b.start);
  return files;
}
