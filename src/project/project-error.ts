/**
 * What a person must put right before a project can be linted: one plain sentence. The command line prints it and ends with
 * exit code 2, the API throws it to its caller, an editor shows it.
 */
export class ProjectError extends Error {
  override name = 'ProjectError';
}
