export { decode as decodeSource, encode as encodeSource } from '../syntax/decode.js';
