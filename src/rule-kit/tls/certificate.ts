/** Certificates. */
export { readValidity } from '../../values/certificate.js';
