/** Which authentication methods prove less than others. */

/** From the weakest to the strongest; methods that check elsewhere (ldap, pam, gss …) have no place in the order. */
const order = ['trust', 'password', 'md5', 'scram-sha-256', 'cert'];

/** Whether a method surely proves less than another one; false where they cannot be compared. */
export function isWeaker(method: string | undefined, than: string | undefined): boolean {
  if (method === undefined || than === undefined || than === 'reject') return false;
  if (method === 'trust') return than !== 'trust';
  const [left, right] = [order.indexOf(method), order.indexOf(than)];
  return left !== -1 && right !== -1 && left < right;
}
