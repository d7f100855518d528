/** The majors that are known. */
export {
  defaultMajor,
  developmentMajor,
  firstMajor,
  isMajor,
  lastMajor,
  majors,
  majorsText,
} from '../../catalog/majors.js';
