/** What became of parameters over the majors. */
export { historyOf, successorOf } from '../../catalog/history.js';
