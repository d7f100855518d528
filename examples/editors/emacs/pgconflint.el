;;; pgconflint.el --- PostgreSQL's configuration files with eglot  -*- lexical-binding: t; -*-
;; Emacs 26.3 or later with eglot (part of Emacs from 29 on): put these lines into your init file.
;; Needs `pgconflint' on the PATH.

(define-derived-mode pgconflint-settings-mode conf-unix-mode "postgresql.conf")
(define-derived-mode pgconflint-hba-mode conf-space-mode "pg_hba.conf"
  (setq-local comment-start "# "))
(define-derived-mode pgconflint-ident-mode conf-space-mode "pg_ident.conf"
  (setq-local comment-start "# "))
(define-derived-mode pgconflint-hosts-mode conf-space-mode "pg_hosts.conf"
  (setq-local comment-start "# "))

(dolist (entry '(("/postgresql\\(\\.auto\\)?\\.conf\\'" . pgconflint-settings-mode)
                 ("/pg_hba\\.conf\\'" . pgconflint-hba-mode)
                 ("/pg_ident\\.conf\\'" . pgconflint-ident-mode)
                 ("/pg_hosts\\.conf\\'" . pgconflint-hosts-mode)))
  (add-to-list 'auto-mode-alist entry))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '((pgconflint-settings-mode pgconflint-hba-mode pgconflint-ident-mode pgconflint-hosts-mode)
                 . ("pgconflint" "lsp"))))

(dolist (hook '(pgconflint-settings-mode-hook pgconflint-hba-mode-hook
                pgconflint-ident-mode-hook pgconflint-hosts-mode-hook))
  (add-hook hook #'eglot-ensure))

;; Files that postgresql.conf includes can have any name: name them in a first line such as
;;   # -*- mode: pgconflint-settings -*-
