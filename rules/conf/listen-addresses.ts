import { isLoopback } from '../../src/rule-kit/addresses/networks.js';
import { formatAddress, parseNumericAddress } from '../../src/rule-kit/addresses/numeric.js';
import { distance } from '../../src/rule-kit/catalog/slips.js';
import { foreignQuotesAround } from '../../src/rule-kit/edits/foreign-quotes.js';
import { defineRule } from '../../src/rule-kit/rule.js';
import { listInForce, reportSetting, textInForce } from '../../src/rule-kit/settings/settings.js';
import { quoteValue } from '../../src/rule-kit/values/quote.js';

/** What is wrong with an element, and what was meant where that is certain. */
interface Fault {
  reason: string;
  right?: string;
  /** Whether a machine could be called so. */
  isName?: true;
}

export default defineRule({
  id: 'conf/listen-addresses',
  meta: {
    type: 'problem',
    summary: 'Report elements of listen_addresses on which no server can listen',
    category: 'correctness',
    concern: 'meaning',
    presets: ['correctness'],
    blocks: { none: 'start' },
    messages: {
      none: {
        headline: 'The server cannot listen on “{element}”',
        why: 'Cause: {reason}. Nothing else is in listen_addresses, so it does not start.',
      },
      some: {
        headline: 'The server cannot listen on “{element}”',
        why: 'Cause: {reason}. It starts with a warning in the log, and nobody reaches it there.',
      },
      name: {
        headline: 'The server may not be able to listen on {element}',
        why: 'Addresses, * and names of this machine can be listened on: {reason}. Unless this machine has it, the server does not listen there, and it does not start where that is all.',
      },
    },
    suggestions: true,
  },
  create(context) {
    return {
      Cluster(cluster) {
        const elements = listInForce(cluster, 'listen_addresses');
        const text = textInForce(cluster, 'listen_addresses') ?? '';
        if (elements === undefined || foreignQuotesAround(text) !== undefined) return;
        const split = commaForDot(elements);
        const faults = split === undefined ? elements.map(faultOf) : [split];
        const index = faults.findIndex((fault) => fault !== undefined);
        const fault = faults[index];
        if (fault === undefined) return;
        const certain = faults.every((each) => each !== undefined && !each.isName) ? 'none' : 'some';
        const rest = elements.filter((_, at) => at !== index && split === undefined);
        const right = fault.right === undefined ? undefined : [...new Set([fault.right, ...rest])].join(', ');
        reportSetting(context, 'listen_addresses', {
          messageId: fault.isName ? 'name' : certain,
          data: { element: split === undefined ? elements[index]! : text, reason: fault.reason },
          right: right === undefined ? undefined : { value: quoteValue(right), as: 'suggestion' },
        });
      },
    };
  },
});

/** 10,0,0,5: each number is an address of its own to the server. */
function commaForDot(elements: readonly string[]): Fault | undefined {
  if (elements.length !== 4 || !elements.every((each) => /^\d{1,3}$/.test(each))) return undefined;
  return {
    reason: 'a comma parts two addresses, and the parts of one have dots between them',
    right: elements.join('.'),
  };
}

function faultOf(element: string): Fault | undefined {
  if (element === '*' || /[^\x20-\x7e]/.test(element)) return undefined;
  const address = parseNumericAddress(element);
  return address === undefined ? faultOfName(element) : faultOfAddress(element, address);
}

/** What inet_aton reads as another address than the one that seems to stand there. */
function faultOfAddress(element: string, { family, value }: { family: 4 | 6; value: bigint }): Fault | undefined {
  if (family === 6 || isLoopback(4, value) || value === 0n) return undefined;
  const read = formatAddress(value, 4);
  if (read === element) return undefined;
  const decimal = element.split('.').map(Number).join('.');
  const right = element.split('.').length === 4 ? decimal : undefined;
  if (right === read) return undefined;
  const why =
    right === undefined
      ? 'the last part of a short address fills what is missing'
      : 'a part that begins with 0 is octal';
  return { reason: `${why}, so it is read as ${read}`, ...(right === undefined ? {} : { right }) };
}

/** Words of other programs for every address or none, and what interfaces are called. */
const every = /^(?:all|any|every|everyone|everything|everywhere|yes|on|true|%|\.|\*\.\*(?:\.\*\.\*)?)$/i;
const nothing = /^(?:none|off|no|false|null|nil|-)$/i;
const interfaces = /^(?:lo|(?:eth|wlan|docker|br|bond|tun|tap|wg|veth|tailscale)\d+|en[ops]\d\w*)$/;
/** What documentation and examples leave for the reader to fill in. */
const placeholder =
  /^(?:<.*>|\[[A-Za-z_ -]*\]|(?:x{1,3}|\d{1,3})(?:\.(?:x{1,3}|\d{1,3})){3}|(?:your|my|the)[-_].*|(?:\w+[-_])*(?:ip|addr|address|ipaddr|ipaddress|hostname)(?:[-_](?:addr|address|here))?)$/i;

function faultOfName(element: string): Fault | undefined {
  if (every.test(element)) {
    return {
      reason: `“${element}” is looked up as the name of a machine, and every address is written *`,
      right: '*',
      isName: true,
    };
  }
  if (nothing.test(element)) {
    return {
      reason: `“${element}” is looked up as the name of a machine, and no TCP at all is written ''`,
      isName: true,
    };
  }
  if (interfaces.test(element)) {
    return { reason: `“${element}” is looked up as the name of a machine, not as a network interface`, isName: true };
  }
  if (placeholder.test(element) && !/^[\d.]+$/.test(element)) {
    const isName = /^[\w.-]+$/.test(element) && !/^[x\d.]+$/i.test(element);
    return { reason: `“${element}” stands for an address that nobody has filled in`, ...(isName ? { isName } : {}) };
  }
  if (element !== 'localhost' && /^[a-z]+$/i.test(element) && distance('localhost', element.toLowerCase()) === 1) {
    return { reason: `“${element}” is not localhost`, right: 'localhost', isName: true };
  }
  return impossible(element);
}

/** What can be neither an address nor a name in the DNS or in /etc/hosts. */
function impossible(element: string): Fault | undefined {
  const bare = (text: string) => (parseNumericAddress(text) !== undefined || /^[\w.-]+$/.test(text) ? text : undefined);
  const plain = bare(element);
  if (plain !== undefined) {
    // The last part of a name is no number: such a text would be an address, and is none.
    if (!/(?:^|\.)\d+$/.test(plain)) return undefined;
    return {
      reason: plain.includes('-')
        ? 'a range is not an address'
        : 'a part of an address is at most 255, and there are four',
    };
  }
  const meant = (text: string | undefined) => (text === undefined ? {} : { right: text });
  const scheme = /^\w+:\/\/(.*?)(?::\d+)?\/?$/.exec(element);
  if (scheme !== null) return { reason: 'it is a URL', ...meant(/^\*?$/.test(scheme[1]!) ? '*' : bare(scheme[1]!)) };
  if (/^\/?\*\/?$/.test(element)) return { reason: 'every address is written *, with nothing around it', right: '*' };
  const mask = /^(.*)\/(\d+)$/.exec(element);
  if (mask !== null) {
    const reason = 'it names its own addresses, and no networks; which clients may connect is for pg_hba.conf to say';
    if (/^(?:0\.0\.0\.0|::)\/0$/.test(element)) return { reason, right: '*' };
    return { reason, ...(/\.0$|::$/.test(mask[1]!) ? {} : meant(bare(mask[1]!))) };
  }
  const port = /^\[?(.*?)\]?:(\d+)$/.exec(element);
  if (port !== null && (port[1] === '*' || bare(port[1]!) !== undefined)) {
    return { reason: 'the port is set by the setting port alone', right: port[1]! };
  }
  const brackets = /^[[({](.*)[\])}]$/.exec(element);
  if (brackets !== null) return { reason: 'addresses stand without brackets', ...meant(bare(brackets[1]!)) };
  const parts = element.split(/\s*[;|]\s*/).filter((part) => part !== '');
  if (/[;|]/.test(element) && parts.every((part) => part === '*' || bare(part) !== undefined)) {
    return { reason: 'the sign between two addresses is a comma', right: parts.join(', ') };
  }
  if (element.includes('*')) return { reason: '* stands alone for every address, and in no pattern' };
  return { reason: 'it is neither an address nor a name that a machine can have' };
}
