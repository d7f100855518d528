;;; pgconflint.el --- PostgreSQL's configuration files with eglot  -*- lexical-binding: t; -*-
;; Emacs 27 or later with eglot (part of Emacs from 29 on): put these lines into your init file.
;; Needs `pgconflint' on the PATH.

(define-derived-mode pgconflint-settings-mode conf-unix-mode "postgresql.conf")
(define-derived-mode pgconflint-hba-mode conf-space-mode "pg_hba.conf"
  (setq-local comment-start "# "))
(define-derived-mode pgconflint-ident-mode conf-space-mode "pg_ident.conf"
  (setq-local comment-start "# "))
(define-derived-mode pgconflint-hosts-mode conf-space-mode "pg_hosts.conf"
  (setq-local comment-start "# "))

(defun pgconflint-root (folder)
  "The folder of the cluster that FOLDER belongs to: where postgresql.conf is."
  (locate-dominating-file folder "postgresql.conf"))

(defun pgconflint-included-mode ()
  "The mode of a file that postgresql.conf may include: those beside it or below."
  (if (pgconflint-root default-directory) (pgconflint-settings-mode) (conf-mode)))

(dolist (entry '(("\\.conf\\'" . pgconflint-included-mode)
                 ("/postgresql\\(\\.auto\\)?\\.conf\\'" . pgconflint-settings-mode)
                 ("/pg_hba\\.conf\\'" . pgconflint-hba-mode)
                 ("/pg_ident\\.conf\\'" . pgconflint-ident-mode)
                 ("/pg_hosts\\.conf\\'" . pgconflint-hosts-mode)))
  (add-to-list 'auto-mode-alist entry))

;; Outside of a repository a cluster is a project too, so that all of its files have one server.
(defun pgconflint-project (folder)
  (let ((root (pgconflint-root folder)))
    (and root (cons 'transient (file-name-as-directory (expand-file-name root))))))
(add-hook 'project-find-functions #'pgconflint-project t)

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '((pgconflint-settings-mode pgconflint-hba-mode pgconflint-ident-mode pgconflint-hosts-mode)
                 . ("pgconflint" "lsp"))))

(dolist (hook '(pgconflint-settings-mode-hook pgconflint-hba-mode-hook
                pgconflint-ident-mode-hook pgconflint-hosts-mode-hook))
  (add-hook hook #'eglot-ensure))

;; Included files with another ending have a first line such as
;;   # -*- mode: pgconflint-settings -*-
