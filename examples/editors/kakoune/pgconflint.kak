# Kakoune with kakoune-lsp 17 or later: source this file from ~/.config/kak/kakrc, behind the lines that start kak-lsp.
# Needs `pgconflint` on the PATH.

hook global BufCreate (?:.*/)?postgresql(?:\.auto)?\.conf(?:\.sample)? %{ set-option buffer filetype postgresql-conf }
hook global BufCreate (?:.*/)?pg_hba\.conf(?:\.sample)? %{ set-option buffer filetype pg-hba }
hook global BufCreate (?:.*/)?pg_ident\.conf(?:\.sample)? %{ set-option buffer filetype pg-ident }
hook global BufCreate (?:.*/)?pg_hosts\.conf(?:\.sample)? %{ set-option buffer filetype pg-hosts }
# What Debian's postgresql.conf includes; add your own folders.
hook global BufCreate .*/postgresql/.*/conf\.d/[^/]*\.conf %{ set-option buffer filetype postgresql-conf }

hook -group lsp-filetype-pgconflint global BufSetOption filetype=(?:postgresql-conf|pg-hba|pg-ident|pg-hosts) %{
    set-option buffer comment_line '#'
    set-option buffer lsp_servers %{
        [pgconflint]
        args = ["lsp"]
        root_globs = ["postgresql.conf"]
    }
}

hook global WinSetOption filetype=(?:postgresql-conf|pg-hba|pg-ident|pg-hosts) %{ lsp-enable-window }
