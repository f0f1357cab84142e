const WORDS =
  /(^|[_-])(token|secret|password|passwd|pwd|credentials?|api_?key|access_?key|private_?key|secret_?key)([_-]|$)/i;

/** Whether a name is one that people give to a credential, such as AWS_ACCESS_KEY_ID or db_password. */
export const looksLikeCredential = (name: string): boolean => WORDS.test(name);
