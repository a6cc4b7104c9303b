// The pages of the rules that came with the extension, as read-only documents: what the link beside a finding opens, with or without a network.
import * as vscode from 'vscode';

const SCHEME = 'claimcheck-rule';

/** Points the link of a finding to its rule's page in the extension; other editors follow the server's own link to the web. */
export function linkRulePage(diagnostic: vscode.Diagnostic): vscode.Diagnostic {
  const { code } = diagnostic;
  if (typeof code === 'object') diagnostic.code = { value: code.value, target: vscode.Uri.from({ scheme: SCHEME, path: `/${code.value}.md` }) };
  return diagnostic;
}

/** Serves the pages; for an id that has none, the catalogue of the rules. */
export function provideRulePages(extensionUri: vscode.Uri): vscode.Disposable {
  const pages = vscode.Uri.joinPath(extensionUri, 'docs', 'rules');
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent({ path }) {
      // The path comes out of a link: only a rule's own name leads to a file.
      const known = /^\/[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*\.md$/.test(path) ? await read(vscode.Uri.joinPath(pages, path)) : undefined;
      const page = known ?? (await read(vscode.Uri.joinPath(pages, 'README.md'))) ?? '';
      return page.replace(/^<!-- generated:.* -->\n/gm, '');
    },
  });
}

async function read(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
