/** The majors that are known. */
export { defaultMajor, firstMajor, isMajor, lastMajor, majors, majorsText } from '../../catalog/majors.js';
