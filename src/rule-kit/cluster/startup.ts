/** Whether a server starts with its settings. */
export { startupErrors } from '../../cluster/startup/index.js';
