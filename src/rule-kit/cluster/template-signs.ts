/** Whether a cluster may have files that a template language still has to fill in. */
export { hasTemplateSigns } from '../../cluster/templates/template-signs.js';
