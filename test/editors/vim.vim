" A Vim as Debian installs it, with the plug-in ALE and the lines of the examples.
set nocompatible hidden noswapfile viminfo= completeopt=menuone,noselect
filetype plugin on
packadd! ale
execute 'source' fnameescape($PGCONFLINT_SETUP)
