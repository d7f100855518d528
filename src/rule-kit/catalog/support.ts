/** Until when majors are supported, and which security fixes concern the files. */
export { type ConcernedBy, securityFixes } from '../../catalog/security-fixes.js';
export { endOfSupport, hasEnded, supportedMajors, tableRead } from '../../catalog/support.js';
