/** How much work a question about records may cost. */
export { type Budget, budgetFor } from '../../access/budget.js';
