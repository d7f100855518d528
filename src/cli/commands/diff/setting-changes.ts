import type { ParameterContext } from '../../../catalog/types.js';
import { relativePath } from '../../../files/paths.js';
import { type SettingInForce, settingInForce } from '../../../formats/conf/effective-settings.js';
import type { SideCluster } from './sides.js';

/** One side of a changed setting. */
export interface SettingSide {
  /** As written, or as people write the default; null where it is not known or the cluster is not there. */
  value: string | null;
  /** The line that sets it; null where it has its default. */
  file: string | null;
  line: number | null;
}

/** A setting whose effective value differs. */
export interface SettingChange {
  name: string;
  before: SettingSide;
  after: SettingSide;
  /** What makes the new value take effect; null for names that are not the server's own. */
  takesEffect: 'restart' | 'reload' | 'reload, new sessions only' | 'never' | null;
}

const effects: Record<ParameterContext, SettingChange['takesEffect']> = {
  postmaster: 'restart',
  sighup: 'reload',
  superuser: 'reload',
  user: 'reload',
  'superuser-backend': 'reload, new sessions only',
  backend: 'reload, new sessions only',
  internal: 'never',
};

/**
 * Finds the settings whose value in force differs, however it is written, among those that the files of a side set.
 * A cluster that is not there has the defaults.
 */
export function settingChanges(before: SideCluster | undefined, after: SideCluster | undefined): SettingChange[] {
  const names = new Map<string, string>();
  for (const side of [before, after]) {
    for (const { name } of side?.cluster.configuration.settings() ?? []) names.set(name.toLowerCase(), name);
  }
  const compare = new Intl.Collator('en', { sensitivity: 'base' }).compare;
  return [...names.values()].sort(compare).flatMap((name): SettingChange[] => {
    const old = before && inForce(name, before);
    const now = after && inForce(name, after);
    const known = now ?? old!;
    if (settingText(old ?? defaultOf(known)) === settingText(now ?? defaultOf(known))) return [];
    const context = (now?.context ?? old?.context ?? null) as ParameterContext | null;
    return [
      {
        name,
        before: sideOf(old, before),
        after: sideOf(now, after),
        takesEffect: context === null ? null : effects[context],
      },
    ];
  });
}

function inForce(name: string, { cluster }: SideCluster): SettingInForce {
  return settingInForce(cluster.configuration.get(name), cluster.target);
}

/** In the server's own spelling, so that 1GB is 1024MB. */
function settingText({ setting, value }: Pick<SettingInForce, 'setting' | 'value'>): string | null {
  return setting ?? value;
}

function defaultOf({
  changed,
  setting,
  value,
  default: own,
}: SettingInForce): Pick<SettingInForce, 'setting' | 'value'> {
  return changed ? { setting: null, value: own } : { setting, value };
}

function sideOf(setting: SettingInForce | undefined, side: SideCluster | undefined): SettingSide {
  if (!setting || !side) return { value: null, file: null, line: null };
  const file = setting.sourcefile === null ? null : relativePath(setting.sourcefile, side.folder);
  return { value: setting.value, file, line: setting.sourceline };
}
