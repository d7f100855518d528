/** The kinds of files that there are: a new kind is a folder beside these, its name in `syntax/kinds.ts` and an entry here. */
import type { AuthKind, FileKind } from '../syntax/nodes.js';
import { conf } from './conf/format.js';
import type { AuthReading, AuthSubject, Format, RecordFormat } from './format.js';
import { hba } from './hba/format.js';
import { hosts } from './hosts/format.js';
import { ident } from './ident/format.js';
import type { OpenError } from './open-error.js';

/** By kind, in the order in which a line is compared with them: those with the most certain marks come first. */
export const formats = { hba, conf, hosts, ident } satisfies { [Kind in FileKind]: Format<Kind, string> };

type Formats = typeof formats;

/** The formats of records, for code that treats all of them alike. */
export const recordFormats: { readonly [Kind in AuthKind]: RecordFormat<Kind, string, AuthSubject, AuthReading> } =
  formats;

/** What a file of a kind holds, includes followed. */
export type ReadingOf<Kind extends AuthKind> = Exclude<ReturnType<Formats[Kind]['read']>, OpenError>;

/** The readings of a cluster by kind; undefined where it has no such file. */
export type Readings = { [Kind in AuthKind]: ReadingOf<Kind> | undefined };

/** The functions of a rule that get the things of a kind one by one. */
export type SubjectVisitors = {
  [Kind in AuthKind as Formats[Kind]['visitor']]?: (subject: ReturnType<Formats[Kind]['subjects']>[number]) => void;
};
