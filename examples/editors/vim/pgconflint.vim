" Vim 8 or later with ALE (https://github.com/dense-analysis/ale): save as ~/.vim/plugin/pgconflint.vim.
" Needs `pgconflint` on the PATH.

augroup pgconflint
  autocmd!
  autocmd BufRead,BufNewFile postgresql.conf,postgresql.auto.conf,postgresql.conf.sample setlocal filetype=pgconf
  autocmd BufRead,BufNewFile pg_hba.conf,pg_hba.conf.sample setlocal filetype=pghba
  autocmd BufRead,BufNewFile pg_ident.conf,pg_ident.conf.sample setlocal filetype=pgident
  autocmd BufRead,BufNewFile pg_hosts.conf,pg_hosts.conf.sample setlocal filetype=pghosts
  " What postgresql.conf includes lies beside it or below.
  autocmd BufRead,BufNewFile *.conf
        \ if !empty(findfile('postgresql.conf', fnameescape(expand('<afile>:p:h')) . ';')) && &filetype !~# '^pg' |
        \   setlocal filetype=pgconf |
        \ endif
augroup END

" The folder of the cluster: where postgresql.conf is, else that of the file.
function! PgconflintRoot(buffer) abort
  let l:folder = fnamemodify(bufname(a:buffer), ':p:h')
  let l:main = findfile('postgresql.conf', fnameescape(l:folder) . ';')
  return empty(l:main) ? l:folder : fnamemodify(l:main, ':p:h')
endfunction

let s:defined = 0
function! s:Define() abort
  if s:defined
    return
  endif
  let s:defined = 1
  for l:language in ['pgconf', 'pghba', 'pgident', 'pghosts']
    call ale#linter#Define(l:language, {
          \ 'name': 'pgconflint',
          \ 'lsp': 'stdio',
          \ 'executable': 'pgconflint',
          \ 'command': '%e lsp',
          \ 'language': l:language,
          \ 'project_root': function('PgconflintRoot'),
          \})
  endfor
endfunction

" CTRL-X CTRL-O completes, K tells what is under the cursor, \a offers fixes, gd goes to the setting that wins.
function! s:Prepare() abort
  call s:Define()
  setlocal commentstring=#\ %s comments=:# omnifunc=ale#completion#OmniFunc
  nmap <buffer> K <Plug>(ale_hover)
  nmap <buffer> <Leader>a <Plug>(ale_code_action)
  nmap <buffer> gd <Plug>(ale_go_to_definition)
endfunction
autocmd pgconflint FileType pgconf,pghba,pgident,pghosts call s:Prepare()
