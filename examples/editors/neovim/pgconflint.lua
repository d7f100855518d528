-- Neovim 0.7 or later: save as ~/.config/nvim/plugin/pgconflint.lua. Needs `pgconflint` on the PATH.
local languages = {
  ['postgresql.conf'] = 'postgresql-conf',
  ['postgresql.auto.conf'] = 'postgresql-conf',
  ['pg_hba.conf'] = 'pg-hba',
  ['pg_ident.conf'] = 'pg-ident',
  ['pg_hosts.conf'] = 'pg-hosts',
}

-- Neovim 0.7 has no vim.lsp.start: one client for each folder, as later ones do it.
local clients = {}
local start = vim.lsp.start
  or function(config)
    local id = clients[config.root_dir] or vim.lsp.start_client(config)
    clients[config.root_dir] = id
    vim.lsp.buf_attach_client(0, id)
  end

vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
  group = vim.api.nvim_create_augroup('pgconflint', {}),
  pattern = { '*.conf', '*.conf.sample', 'pgconflint.config.*' },
  callback = function(event)
    local file = vim.fn.fnamemodify(event.file, ':p')
    local folder = vim.fn.fnamemodify(file, ':h')
    local language = languages[vim.fn.fnamemodify(file, ':t')]
    local main = vim.fn.findfile('postgresql.conf', vim.fn.escape(folder, ' ,;') .. ';')
    local is_own = vim.fn.fnamemodify(file, ':t'):find('^pgconflint%.config%.') ~= nil
    if language == nil and main == '' and not is_own then
      return
    end
    if not is_own then
      vim.bo.filetype = language or 'postgresql-conf'
      vim.bo.commentstring = '# %s'
    end
    vim.bo.omnifunc = 'v:lua.vim.lsp.omnifunc'
    start({
      name = 'pgconflint',
      cmd = { 'pgconflint', 'lsp' },
      root_dir = main ~= '' and vim.fn.fnamemodify(main, ':p:h') or folder,
      -- Everything here may be left out; a pgconflint.config file in the project says more.
      init_options = { targets = vim.NIL, presets = { 'recommended' } },
    })
  end,
})
