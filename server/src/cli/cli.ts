// The command line: commands, options, help, and the exit status.
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { LogPort } from '../ports.ts';
import type { Severity } from '../rules/rule.ts';
import { FORMATS, type Format } from './formats.ts';
import { CommandError, complain, FAILED, type Terminal } from './terminal.ts';
import { VERSION } from './version.ts';

/** Runs the command line; never throws. Returns the exit status. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  let status = 0;
  const set = async (work: Promise<number>) => {
    status = await work;
  };
  const program = createProgram(terminal, set);
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : FAILED;
    complain(terminal, error instanceof CommandError ? error.message : `something went wrong inside Claimcheck: ${error instanceof Error ? error.message : String(error)}`);
    if (terminal.env['CLAIMCHECK_DEBUG'] && error instanceof Error) terminal.stderr.write(`${error.stack}\n`);
    return FAILED;
  }
}

function createProgram(terminal: Terminal, run: (work: Promise<number>) => Promise<void>): Command {
  const log = logTo(terminal);
  const program = new Command('claimcheck');
  program
    .description('Checks the claims, figures, quotations and attributions in Markdown drafts.')
    .version(VERSION, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .configureOutput({
      writeOut: text => void terminal.stdout.write(text),
      writeErr: text => void terminal.stderr.write(text),
      // "error: unknown option '--formt'\n(Did you mean --format?)" becomes one line.
      outputError: text => complain(terminal, text.replace(/^error: /, '').trim().replace(/\s*\n\s*/g, ' ')),
    })
    .addHelpText('after', `
Examples:
  claimcheck check                       the drafts of this folder
  claimcheck check drafts/call.md        one draft
  claimcheck check --format sarif .      for a code-scanning service
  claimcheck init                        a configuration and a source registry

Exit status: 0 nothing to complain of, 1 findings, 2 the command could not do its work.`);

  program.command('check')
    .summary('report the findings of drafts')
    .description('Reports the findings of drafts, and of the source registries and the claimcheck.yaml that they use.')
    .argument('[paths...]', 'files, folders, globs, or - for standard input; without any, the current folder')
    .addOption(new Option('-f, --format <format>', 'how to print them').choices(FORMATS).default('pretty'))
    .option('--gate', 'check as if every draft were marked ready')
    .addOption(new Option('--fail-on <severity>', 'the lowest severity that fails the check').choices(['error', 'warning', 'information', 'hint']).default('error'))
    .option('--max-warnings <number>', 'fail on more warnings than this', toCount)
    .option('--baseline <file>', 'findings to leave out, instead of the configured file')
    .option('--write-baseline', 'accept all present findings: write them to the baseline')
    .option('--config <file>', 'the configuration, instead of the nearest claimcheck.yaml')
    .option('--date <date>', 'the date that relative dates count from where the front matter has none', toDate)
    .option('--stdin-filename <file>', 'the name that standard input goes by: it decides configuration and registries')
    .addHelpText('after', `
Examples:
  claimcheck check drafts/                        a folder
  claimcheck check "drafts/**/*.md" --gate        as if they were to be published
  claimcheck check --max-warnings 0 call.md       fail on any warning
  cat call.md | claimcheck check - --stdin-filename drafts/call.md
  claimcheck check . --write-baseline             accept what is there, report what is new`)
    .action((paths: string[], options: Record<string, unknown>) => run(import('./check.ts').then(({ check }) => check(paths, {
      format: options['format'] as Format,
      gate: options['gate'] === true,
      failOn: options['failOn'] as Severity,
      maxWarnings: options['maxWarnings'] as number | undefined,
      baseline: options['baseline'] as string | undefined,
      writeBaseline: options['writeBaseline'] === true,
      config: options['config'] as string | undefined,
      date: options['date'] as string | undefined,
      stdinFilename: options['stdinFilename'] as string | undefined,
    }, terminal, log))));

  program.command('sources')
    .summary('check the sources themselves')
    .description('Asks for the pages and reads the files that drafts cite: are they there, have they moved or changed, and do they say what the drafts quote? Nothing else of a draft leaves the machine. Confidential sources are left out.')
    .argument('[paths...]', 'files, folders or globs; without any, the current folder')
    .option('--offline', 'ask nobody: read the captures alone')
    .option('--allow-host <host>', 'ask this host although its address is private, as wiki.example or 127.0.0.1:8080; may be given again', (host: string, hosts: string[]) => [...hosts, host], [] as string[])
    .option('--archive [service]', `look for archived copies of pages without one (${ARCHIVE})`)
    .option('--timeout <seconds>', 'how long a page may take', toCount, 20)
    .option('--pause <milliseconds>', 'between two requests to one host', toCount, 1000)
    .option('--no-cache', 'remember nothing of this run, and use nothing of earlier ones')
    .addOption(new Option('-f, --format <format>', 'how to print the findings').choices(FORMATS).default('pretty'))
    .addOption(new Option('--fail-on <severity>', 'the lowest severity that fails the check').choices(['error', 'warning', 'information', 'hint']).default('error'))
    .option('--config <file>', 'the configuration, instead of the nearest claimcheck.yaml')
    .option('--date <date>', 'the date that relative dates count from where the front matter has none', toDate)
    .addHelpText('after', `
Examples:
  claimcheck sources drafts/call.md               the sources of one draft
  claimcheck sources --offline                    what the captures say, without the network
  claimcheck sources --archive --fail-on warning  also look for archived copies

It goes through HTTPS_PROXY (not for the hosts of NO_PROXY), and remembers what it found in the user's folder for caches.`)
    .action((paths: string[], options: Record<string, unknown>) => run(import('./sources.ts').then(({ sources }) => sources(paths, {
      format: options['format'] as Format,
      offline: options['offline'] === true,
      allowHosts: options['allowHost'] as string[],
      archive: options['archive'] === true ? ARCHIVE : options['archive'] as string | undefined,
      timeout: options['timeout'] as number,
      pause: options['pause'] as number,
      cache: options['cache'] !== false,
      failOn: options['failOn'] as Severity,
      config: options['config'] as string | undefined,
      date: options['date'] as string | undefined,
    }, terminal, log))));

  program.command('fix')
    .summary('apply the fixes that are safe')
    .description('Applies the fixes that are safe to apply unseen. Findings that need a decision stay.')
    .argument('[paths...]', 'files, folders or globs; without any, the current folder')
    .option('--dry-run', 'print what would change, and write nothing')
    .option('--config <file>', 'the configuration, instead of the nearest claimcheck.yaml')
    .option('--date <date>', 'the date that relative dates count from where the front matter has none', toDate)
    .addHelpText('after', `
Examples:
  claimcheck fix --dry-run
  claimcheck fix drafts/call.md`)
    .action((paths: string[], options: Record<string, unknown>) => run(import('./fix.ts').then(({ fix }) => fix(paths, {
      dryRun: options['dryRun'] === true,
      config: options['config'] as string | undefined,
      date: options['date'] as string | undefined,
    }, terminal, log))));

  program.command('analyze')
    .summary('print a draft as the engine sees it, as JSON')
    .description('Prints the sentences, figures, attributions, claims and findings of drafts, one line of JSON for each.')
    .argument('[paths...]', 'files, folders, globs, or - for standard input; without any, the current folder')
    .option('--jsonl', 'read records {"id", "text", "date"?} from standard input, one a line, and answer each with a line')
    .option('--config <file>', 'the configuration, instead of the nearest claimcheck.yaml (with --jsonl: instead of the defaults)')
    .option('--date <date>', 'the date that relative dates count from where the front matter has none', toDate)
    .option('--stdin-filename <file>', 'the name that standard input goes by')
    .addHelpText('after', `
Examples:
  claimcheck analyze call.md
  claimcheck analyze --jsonl < texts.jsonl > answers.jsonl`)
    .action((paths: string[], options: Record<string, unknown>) => run(import('./analyze.ts').then(({ analyze }) => analyze(paths, {
      jsonl: options['jsonl'] === true,
      config: options['config'] as string | undefined,
      date: options['date'] as string | undefined,
      stdinFilename: options['stdinFilename'] as string | undefined,
    }, terminal, log))));

  program.command('init')
    .summary('write a configuration and a source registry')
    .description('Writes a commented claimcheck.yaml and a sources.yaml. Nothing is written over.')
    .argument('[folder]', 'where; without it, the current folder')
    .addHelpText('after', `
Examples:
  claimcheck init
  claimcheck init newsroom/`)
    .action((folder: string | undefined) => run(import('./init.ts').then(({ init }) => init(folder, terminal))));

  // Started by bin/claimcheck.js itself; here for the help alone.
  program.command('lsp')
    .summary('start the language server')
    .description('Starts the language server for an editor.')
    .option('--stdio', 'talk over standard input and output (the default)')
    .addHelpText('after', `
Example:
  claimcheck lsp --stdio`);

  return program;
}

/** The availability service of the Wayback Machine. */
const ARCHIVE = 'https://archive.org/wayback/available';

function toCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

function toDate(text: string): string {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text)) throw new InvalidArgumentError('It must be an ISO date, as 2025-09-19.');
  return text;
}

/** Warnings and errors on standard error, in short; all of it only where CLAIMCHECK_DEBUG asks for it. */
function logTo(terminal: Terminal): LogPort {
  const whole = (message: string) => complain(terminal, message);
  if (terminal.env['CLAIMCHECK_DEBUG']) return { debug: whole, info: whole, warn: whole, error: whole };
  // Behind the bar stands where in the program it was, which is nothing to a user.
  const short = (message: string) => complain(terminal, message.split(' | ')[0]!);
  return { debug: () => undefined, info: () => undefined, warn: short, error: short };
}
