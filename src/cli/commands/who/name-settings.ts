import type { ChosenHba } from '../../one-hba.js';
import type { NameSettings } from './asked-login.js';

/** What the settings of a cluster make of the names that clients send. */
export function nameSettings({ cluster, target }: ChosenHba): NameSettings {
  const { reading } = cluster.configuration.get('db_user_namespace');
  return { target, userNamespace: target <= 16 && reading?.ok === true && reading.value === true };
}
