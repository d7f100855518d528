;;; emacs.el --- What the test adds to the set-up of the examples  -*- lexical-binding: t; -*-
;; An Emacs that neither asks nor reports anything beside the point.
(setq inhibit-startup-screen t
      make-backup-files nil
      auto-save-default nil
      create-lockfiles nil
      native-comp-deferred-compilation nil
      native-comp-async-report-warnings-errors nil)
(require 'package)
(package-initialize)
(load (getenv "PGCONFLINT_SETUP") nil t)
