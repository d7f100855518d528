/** The one writer of values. */
export { quoteValue, writeElement, writeList, writeValue } from '../../values/quote.js';
