/** No file that a server reads comes near this size in bytes: 64 MiB. */
export const defaultMaximumSize = 64 * 1024 * 1024;
