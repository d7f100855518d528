/** What tells in a file's text that it may be one of a platform: nothing else of it is read without. */

/** A platform whose files carry PostgreSQL's. */
export type Platform =
  | 'kubernetes'
  | 'compose'
  | 'cloudnative-pg'
  | 'patroni'
  | 'zalando'
  | 'crunchy'
  | 'percona'
  | 'stackgres'
  | 'helm'
  | 'spilo';

/** What stands in every file of a platform that carries something; a file that has all of it is parsed. */
export interface Mark {
  platform: Platform;
  all: readonly RegExp[];
  /** The only files that may be one, by their names; any where left out. */
  inFiles?: RegExp;
}

const compose = [/^["']?services["']?[ \t]*:/m, /postgres|postgis|timescale|pgvector|citus|spilo/i];

/** What a service draws in from another file, which may be all that names the server. */
const extending = [compose[0]!, /\bextends["']?[ \t]*:/, /\bfile["']?[ \t]*:/];

/** Files that Compose puts over others of the folder, by their names. */
const overriding = /^(?:docker-)?compose\.[\w-]+\.ya?ml$/;

/** Whether a text may be one of Compose that starts a server. */
export function startsServers(text: string): boolean {
  return [compose, extending].some((all) => all.every((mark) => mark.test(text)));
}

/** Whether a Dockerfile may make the image of a server. */
export function makesServerImage(text: string): boolean {
  return /^[ \t]*FROM[ \t].*(?:postgres|postgis|timescale|pgvector|citus|\$)/im.test(text);
}

/** What says something of a server. */
const told =
  /\b(?:command|entrypoint|content|env_file)["']?[ \t]*:|\b(?:POSTGRES(?:_HOST_AUTH_METHOD|QL_[A-Z])|ALLOW_EMPTY_PASSWORD\b)/;

export const marks: readonly Mark[] = [
  { platform: 'cloudnative-pg', all: [/\bpostgresql\.(?:cnpg\.io|k8s\.enterprisedb\.io)\//] },
  { platform: 'zalando', all: [/\bacid\.zalan\.do\//] },
  { platform: 'crunchy', all: [/\bpostgres-operator\.crunchydata\.com\//] },
  { platform: 'percona', all: [/\bpgv2\.percona\.com\//] },
  { platform: 'stackgres', all: [/\bstackgres\.io\//] },
  {
    platform: 'patroni',
    all: [
      /^[ \t]*["']?postgresql["']?[ \t]*:/m,
      /^["']?(?:scope|restapi|bootstrap|etcd3?|consul|zookeeper|exhibitor|kubernetes|raft)["']?[ \t]*:/m,
    ],
  },
  {
    platform: 'kubernetes',
    all: [
      /\bkind["']?:[ \t]*["']?(?:ConfigMap|Secret)\b|\bcontainers["']?[ \t]*:/,
      /\w\.conf["']?[ \t]*:|\bimage["']?[ \t]*:.*(?:postgres|postgis|timescale|pgvector|citus)|\b(?:command|args)["']?[ \t]*:[^:]*\bpostgres\b/,
    ],
  },
  {
    // A configuration of Patroni in a key.
    platform: 'kubernetes',
    all: [
      /\bkind["']?:[ \t]*["']?(?:ConfigMap|Secret)\b/,
      /\.ya?ml["']?[ \t]*:[ \t]*["'|>]/,
      /\bpostgresql["']?[ \t]*:/,
      /\b(?:scope|restapi|bootstrap)["']?[ \t]*:/,
    ],
  },
  { platform: 'spilo', all: [/\b(?:SPILO|PATRONI)_CONFIGURATION\b/, /\bpostgresql\b/] },
  // Values of charts: what Bitnami’s have, then what becomes a map of an operator or of Patroni.
  { platform: 'helm', all: [/\b(?:pgHbaConfiguration|extendedConfiguration|extendedConf)["']?[ \t]*:[ \t]*\S/] },
  {
    platform: 'helm',
    all: [
      /\baudit["']?[ \t]*:/,
      /\b(?:pgAuditLog|clientMinMessages|log(?:Hostname|Connections|Disconnections|LinePrefix|Timezone)\b)/,
    ],
  },
  { platform: 'helm', all: [/\bprimary["']?[ \t]*:/, /\bconfiguration["']?[ \t]*:[ \t]*[|>]/] },
  {
    platform: 'helm',
    all: [/\bpatroni["']?[ \t]*:/, /\bpostgresql["']?[ \t]*:/, /\b(?:parameters|pg_hba)["']?[ \t]*:/],
  },
  { platform: 'helm', all: [/\bpostgresconfig["']?[ \t]*:/, /\bpostgresql\.conf["']?[ \t]*:/] },
  {
    platform: 'helm',
    all: [
      /\bcluster["']?[ \t]*:/,
      /\bpostgresql["']?[ \t]*:/,
      /\b(?:parameters|pg_hba|pg_ident)["']?[ \t]*:[ \t]*(?:$|#|[[{][^\]}])/m,
    ],
  },
  { platform: 'compose', all: [...compose, told] },
  { platform: 'compose', all: [...extending, told] },
  { platform: 'compose', inFiles: overriding, all: [compose[0]!, told] },
];
