/** Files that a template language still has to fill in. */
export { templatesOf } from '../../cluster/templates/templates.js';
