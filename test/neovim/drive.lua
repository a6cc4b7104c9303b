-- Opens the draft named in DRAFT with the server named in SERVER, asks what a writer would ask, and prints each answer as a line of JSON.
-- Written for Neovim 0.7 (no `-l`, push diagnostics only).
local function tell(what, value)
  io.stdout:write(vim.fn.json_encode({ what = what, value = value }) .. '\n')
end
local function fail(reason)
  tell('failed', reason)
  vim.cmd('cquit 1')
end

vim.cmd('edit ' .. vim.env.DRAFT)
vim.bo.filetype = 'markdown'
local id = vim.lsp.start_client({
  name = 'claimcheck',
  cmd = { vim.env.NODE, vim.env.SERVER, 'lsp', '--stdio' },
  root_dir = vim.fn.fnamemodify(vim.env.DRAFT, ':h'),
})
vim.lsp.buf_attach_client(0, id)

local function diagnostics()
  local seen = {}
  for _, d in ipairs(vim.diagnostic.get(0)) do
    local lsp = d.user_data and d.user_data.lsp or {}
    table.insert(seen, { line = d.lnum, column = d.col, message = d.message, source = d.source, code = d.code or lsp.code, severity = d.severity })
  end
  return seen
end

if not vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20) then fail('no diagnostics') end
tell('diagnostics', diagnostics())

local function position(text)
  local found = vim.fn.searchpos('\\V' .. text, 'cnw')
  return { line = found[1] - 1, character = found[2] - 1 }
end
local document = vim.lsp.util.make_text_document_params(0)

local hovers = vim.lsp.buf_request_sync(0, 'textDocument/hover', { textDocument = document, position = position(vim.env.HOVER) }, 10000)
tell('hover', hovers and hovers[id] and hovers[id].result and hovers[id].result.contents.value or vim.NIL)

local at = position(vim.env.FIX)
local reported = {}
for _, d in ipairs(vim.diagnostic.get(0)) do
  if d.lnum == at.line then
    table.insert(reported, vim.tbl_extend('keep', (d.user_data and d.user_data.lsp) or {}, {
      range = { start = { line = d.lnum, character = d.col }, ['end'] = { line = d.end_lnum, character = d.end_col } },
      message = d.message, source = d.source, severity = d.severity,
    }))
  end
end
local answer = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', {
  textDocument = document, range = { start = at, ['end'] = at }, context = { diagnostics = reported },
}, 10000)
local actions = answer and answer[id] and answer[id].result or {}
tell('actions', vim.tbl_map(function(action) return action.title end, actions))
if #actions == 0 then fail('no code action') end

local chosen = actions[1]
if not chosen.edit then
  local resolved = vim.lsp.buf_request_sync(0, 'codeAction/resolve', chosen, 10000)
  chosen = resolved and resolved[id] and resolved[id].result or chosen
end
if not chosen.edit then fail('the code action has no edit') end
local before = #vim.diagnostic.get(0)
vim.lsp.util.apply_workspace_edit(chosen.edit, vim.lsp.get_client_by_id(id).offset_encoding)
tell('line', vim.api.nvim_buf_get_lines(0, at.line, at.line + 1, false)[1])
if not vim.wait(10000, function() return #vim.diagnostic.get(0) < before end, 20) then fail('the diagnostic stays after the fix') end
tell('diagnostics', diagnostics())

vim.lsp.stop_client(id)
vim.wait(5000, function() return vim.lsp.get_client_by_id(id) == nil end, 20)
vim.cmd('qall!')
