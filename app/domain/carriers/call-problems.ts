/** What was wrong with the last call to a tracking service (`carriers.problem.<code>` in the locale files). */
export const callProblems = [
  'key-refused',
  'throttled',
  'unreachable',
  'answer-unreadable',
  'no-budget',
] as const;
export type CallProblem = (typeof callProblems)[number];
