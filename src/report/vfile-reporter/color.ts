/**
 * Whether vfile-reporter colours where nobody says so. src/report/stylish always says so; the library asks another one, which
 * loads Node's terminals and their sockets.
 */
export const color = false;
