import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';
import { quoteValue } from '../../src/rule-kit/values/quote.js';

/**
 * Old names of time zones, links of the file `backward` of the time zone database, and what they are called now. Debian
 * from 13 and Ubuntu from 24.04 have them in a package of their own, tzdata-legacy.
 */
const current: Readonly<Record<string, string>> = {
  'us/alaska': 'America/Anchorage',
  'us/aleutian': 'America/Adak',
  'us/arizona': 'America/Phoenix',
  'us/central': 'America/Chicago',
  'us/east-indiana': 'America/Indiana/Indianapolis',
  'us/eastern': 'America/New_York',
  'us/hawaii': 'Pacific/Honolulu',
  'us/indiana-starke': 'America/Indiana/Knox',
  'us/michigan': 'America/Detroit',
  'us/mountain': 'America/Denver',
  'us/pacific': 'America/Los_Angeles',
  'us/samoa': 'Pacific/Pago_Pago',
  'canada/atlantic': 'America/Halifax',
  'canada/central': 'America/Winnipeg',
  'canada/eastern': 'America/Toronto',
  'canada/mountain': 'America/Edmonton',
  'canada/newfoundland': 'America/St_Johns',
  'canada/pacific': 'America/Vancouver',
  'canada/saskatchewan': 'America/Regina',
  'canada/yukon': 'America/Whitehorse',
  'brazil/acre': 'America/Rio_Branco',
  'brazil/denoronha': 'America/Noronha',
  'brazil/east': 'America/Sao_Paulo',
  'brazil/west': 'America/Manaus',
  'chile/continental': 'America/Santiago',
  'chile/easterisland': 'Pacific/Easter',
  'mexico/bajanorte': 'America/Tijuana',
  'mexico/bajasur': 'America/Mazatlan',
  'mexico/general': 'America/Mexico_City',
  'america/buenos_aires': 'America/Argentina/Buenos_Aires',
  'america/godthab': 'America/Nuuk',
  'america/indianapolis': 'America/Indiana/Indianapolis',
  'america/louisville': 'America/Kentucky/Louisville',
  'asia/calcutta': 'Asia/Kolkata',
  'asia/dacca': 'Asia/Dhaka',
  'asia/katmandu': 'Asia/Kathmandu',
  'asia/macao': 'Asia/Macau',
  'asia/rangoon': 'Asia/Yangon',
  'asia/saigon': 'Asia/Ho_Chi_Minh',
  'asia/tel_aviv': 'Asia/Jerusalem',
  'asia/ulan_bator': 'Asia/Ulaanbaatar',
  'atlantic/faeroe': 'Atlantic/Faroe',
  'australia/act': 'Australia/Sydney',
  'australia/nsw': 'Australia/Sydney',
  'australia/north': 'Australia/Darwin',
  'australia/queensland': 'Australia/Brisbane',
  'australia/south': 'Australia/Adelaide',
  'australia/tasmania': 'Australia/Hobart',
  'australia/victoria': 'Australia/Melbourne',
  'australia/west': 'Australia/Perth',
  'europe/kiev': 'Europe/Kyiv',
  'europe/uzhgorod': 'Europe/Kyiv',
  'europe/zaporozhye': 'Europe/Kyiv',
  cuba: 'America/Havana',
  egypt: 'Africa/Cairo',
  eire: 'Europe/Dublin',
  gb: 'Europe/London',
  hongkong: 'Asia/Hong_Kong',
  iceland: 'Atlantic/Reykjavik',
  iran: 'Asia/Tehran',
  israel: 'Asia/Jerusalem',
  jamaica: 'America/Jamaica',
  japan: 'Asia/Tokyo',
  libya: 'Africa/Tripoli',
  nz: 'Pacific/Auckland',
  navajo: 'America/Denver',
  prc: 'Asia/Shanghai',
  poland: 'Europe/Warsaw',
  portugal: 'Europe/Lisbon',
  roc: 'Asia/Taipei',
  rok: 'Asia/Seoul',
  singapore: 'Asia/Singapore',
  turkey: 'Europe/Istanbul',
  'w-su': 'Europe/Moscow',
};

/** Names that are younger than the time zone database that an old system may have. */
const young: Readonly<Record<string, string>> = { 'Europe/Kyiv': '2022b' };

export default defineSettingRule({
  id: 'conf/legacy-timezone',
  meta: {
    type: 'problem',
    summary: 'Report old names of time zones, which some systems no longer have',
    category: 'correctness',
    severity: 'warning',
    presets: ['recommended'],
    messages: {
      old: {
        headline: '{value} is an old name of {right}',
        why: 'A server that uses the time zones of its system does not start with it on Debian 13, Ubuntu 24.04 and later, where only the package tzdata-legacy has it.',
        help: 'Write {right}{since}.',
      },
    },
    suggestions: true,
  },
  parameters: ['TimeZone', 'log_timezone'],
  judge({ text }) {
    const right = current[text.trim().toLowerCase()];
    if (right === undefined) return undefined;
    const since = young[right] === undefined ? '' : `, which the time zone database has since ${young[right]}`;
    return {
      messageId: 'old',
      data: { value: text, right, since },
      right: { value: quoteValue(right), as: 'suggestion' },
    };
  },
});
