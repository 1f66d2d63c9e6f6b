/**
 * Everything that can go wrong and has a name. The name is literal: bundling minifies class names, and Step Functions
 * matches on it. Messages carry ids and codes only, for they reach logs and execution histories.
 */
export abstract class DomainError extends Error {
  abstract override readonly name: string;
}
