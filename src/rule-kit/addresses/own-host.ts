/** Texts that name the machine itself. */
export { isOwnHost } from '../../addresses/own-host.js';
