/**
 * The kinds of files. postgresql.auto.conf has the format of postgresql.conf; the others consist of lines with columns.
 * `src/formats` says what each of them is.
 */
export const fileKinds = ['conf', 'hba', 'ident', 'hosts'] as const;

export type FileKind = (typeof fileKinds)[number];

/** The kinds whose lines are records: every one but settings. */
export type AuthKind = Exclude<FileKind, 'conf'>;

/** The kinds of files of records, in the order in which a cluster's are read. */
export const authKinds: readonly AuthKind[] = fileKinds.filter((kind) => kind !== 'conf');
