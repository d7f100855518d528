/** Which certificate a record asks for. */
export { demandedCertificate } from '../../cluster/views/view-options.js';
