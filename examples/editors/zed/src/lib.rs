use zed_extension_api::{self as zed, Command, LanguageServerId, Result, Worktree};

struct Pgconflint;

impl zed::Extension for Pgconflint {
    fn new() -> Self {
        Self
    }

    /// The command from the PATH of the project, as its shell sees it.
    fn language_server_command(&mut self, _: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let command = worktree
            .which("pgconflint")
            .ok_or("pgconflint is not on the PATH: npm install --global pgconflint")?;
        Ok(Command {
            command,
            args: vec!["lsp".into()],
            env: worktree.shell_env(),
        })
    }
}

zed::register_extension!(Pgconflint);
