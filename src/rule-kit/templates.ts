/** Files that a template language still has to fill in. */
export { hasTemplateSigns } from '../cluster/templates/template-signs.js';
export { templatesOf } from '../cluster/templates/templates.js';
