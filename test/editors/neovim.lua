-- What the test adds to the set-up of the examples: a menu that picks the entry whose title it was told.
vim.cmd('source ' .. vim.fn.fnameescape(vim.env.PGCONFLINT_SETUP))
vim.o.hidden = true
vim.o.completeopt = 'menuone,noselect'
vim.ui.select = function(items, options, on_choice)
  _G.offered = vim.tbl_map(options.format_item or tostring, items)
  for index, title in ipairs(_G.offered) do
    if title:find(_G.wanted, 1, true) then
      return on_choice(items[index], index)
    end
  end
  on_choice(nil)
end
