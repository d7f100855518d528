import roleNames from './rules/role-names.js';
import workMemory from './rules/work-memory.js';

export const rules = [roleNames, workMemory];
