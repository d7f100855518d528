import { defineSettingRule } from '../../src/rule-kit/settings/setting-rule.js';

/** An offset as POSIX writes zones, with the name that it has there; without one it needs minutes, else it is a number of hours. */
const offset = /^(?:(?:UTC|GMT|Z|<[+-]\d+>)([+-]?)(\d{1,2})(?::(\d{2}))?|([+-])(\d{1,2}):(\d{2}))$/i;

export default defineSettingRule({
  id: 'conf/posix-timezone',
  meta: {
    type: 'problem',
    summary: 'Report time zones such as UTC+3, whose sign POSIX takes the other way round',
    category: 'correctness',
    severity: 'warning',
    presets: ['recommended'],
    messages: {
      sign: {
        headline: '{value} is {hours} hours {direction} of Greenwich',
        why: 'It is not {opposite}: in such names a plus is west, as POSIX has it. The clock shows {shows}.',
        help: 'Write the name of a place such as Europe/Berlin{other}.',
      },
    },
  },
  parameters: ['TimeZone', 'log_timezone'],
  judge({ text }) {
    const found = offset.exec(text.trim());
    if (found === null) return undefined;
    const [, sign = found[4] ?? '', hours = found[5] ?? '', minutes = found[6]] = found;
    if (Number(hours) === 0 && (minutes ?? '00') === '00') return undefined;
    const isWest = sign !== '-';
    const time = `${hours}${minutes === undefined ? '' : `:${minutes}`}`;
    return {
      messageId: 'sign',
      data: {
        value: text,
        hours: time,
        direction: isWest ? 'west' : 'east',
        opposite: isWest ? 'east' : 'west',
        shows: `UTC${isWest ? '−' : '+'}${time}`,
        other: minutes === undefined ? `, or Etc/GMT${isWest ? '-' : '+'}${Number(hours)} for the other direction` : '',
      },
    };
  },
});
