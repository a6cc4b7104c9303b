// “Source This Paragraph…”: goes through the open claims around the cursor and asks for each how it is to be settled.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  CLAIM_CHOICES, LIST_SOURCES, OPEN_CLAIMS, plainMessage, SETTLE_CLAIM, SOURCE_PLACE,
  type ClaimChoice, type ClaimChoicesResult, type ClaimParams, type EditResult, type ListedSource, type OpenClaim, type OpenClaimsParams, type PlaceParams, type ProtocolPlace, type SettleClaimParams,
  type SourcePlaceParams,
} from '../../server/src/protocol.ts';
import { askForSource } from './new-source.ts';

/** How many claims there were, and how many were settled. */
export interface SourcedClaims {
  readonly claims: number;
  readonly settled: number;
}

const SKIP = 'skip';

/** Each choice is one step to undo; Escape ends it, and what was chosen so far stays. `answers`: the keys of the choices, instead of asking. */
export async function sourceClaims(client: BaseLanguageClient, editor: vscode.TextEditor, place: PlaceParams, scope: OpenClaimsParams['scope'], answers?: readonly string[]): Promise<SourcedClaims> {
  const claims = await client.sendRequest<OpenClaim[]>(OPEN_CLAIMS, { ...place, scope } satisfies OpenClaimsParams);
  if (claims.length === 0) {
    void vscode.window.showInformationMessage(scope === 'paragraph' ? vscode.l10n.t('Nothing in this paragraph needs a source.') : vscode.l10n.t('Nothing in this section needs a source.'));
    return { claims: 0, settled: 0 };
  }
  const mark = vscode.window.createTextEditorDecorationType({ backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground') });
  let settled = 0;
  try {
    for (const [i, claim] of claims.entries()) {
      const step = { claim, step: i + 1, of: claims.length, scope };
      const done = await settle(client, editor, place.uri, step, mark, answers?.[i]);
      if (done === 'ended') break;
      if (done === 'settled') settled++;
    }
  } finally {
    mark.dispose();
  }
  vscode.window.setStatusBarMessage(vscode.l10n.t('{0} of {1} claims settled.', settled, claims.length), 5000);
  return { claims: claims.length, settled };
}

interface Step {
  readonly claim: OpenClaim;
  readonly step: number;
  readonly of: number;
  readonly scope: OpenClaimsParams['scope'];
}

async function settle(client: BaseLanguageClient, editor: vscode.TextEditor, uri: string, step: Step, mark: vscode.TextEditorDecorationType, answer: string | undefined): Promise<'settled' | 'skipped' | 'ended'> {
  const { sentence, hash } = step.claim;
  const claim: ClaimParams = { uri, sentence, hash };
  for (;;) {
    const offered = await client.sendRequest<ClaimChoicesResult | null>(CLAIM_CHOICES, claim);
    if (!offered) return 'skipped';
    const { start, end } = offered.range;
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    editor.setDecorations(mark, [range]);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    const choice = answer ?? (await pick(step, offered.choices));
    if (choice === undefined) return 'ended';
    if (choice === SKIP) return 'skipped';
    let source: SettleClaimParams['source'];
    if (choice === 'cite-new' && answer === undefined) {
      const known = await client.sendRequest<ListedSource[]>(LIST_SOURCES, { uri });
      source = await askForSource(new Set(known.map(({ id }) => id)));
      // Who gives up the new source is asked again.
      if (!source) continue;
    }
    const result = await client.sendRequest<EditResult>(SETTLE_CLAIM, { ...claim, version: editor.document.version, choice, ...(source && { source }) } satisfies SettleClaimParams);
    if (result.done) return 'settled';
    void vscode.window.showInformationMessage(plainMessage(result.message));
    return 'skipped';
  }
}

interface Item extends vscode.QuickPickItem {
  readonly key?: string;
}

/** Asks how the claim is to be settled; `undefined` for Escape. */
function pick({ claim, step, of, scope }: Step, choices: readonly ClaimChoice[]): Promise<string | undefined> {
  const input = vscode.window.createQuickPick<Item>();
  input.title = scope === 'paragraph' ? vscode.l10n.t('Source this paragraph') : vscode.l10n.t('Source this section');
  input.step = step;
  input.totalSteps = of;
  input.placeholder = claim.text.length > 160 ? `${claim.text.slice(0, 159)}…` : claim.text;
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  input.ignoreFocusOut = true;
  input.items = itemsOf(claim, choices);
  return new Promise(resolve => {
    input.onDidAccept(() => {
      resolve(input.selectedItems[0]?.key);
      input.hide();
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}

function itemsOf({ message }: OpenClaim, choices: readonly ClaimChoice[]): Item[] {
  const groups: readonly (readonly [ClaimChoice['group'], string])[] = [
    ['likely', vscode.l10n.t('Sources that share something with the sentence')],
    ['new', vscode.l10n.t('A new source')],
    ['words', vscode.l10n.t('Without a citation')],
    ['other', vscode.l10n.t('Other sources')],
  ];
  const items = groups.flatMap(([group, label]): Item[] => {
    const own = choices.filter(choice => choice.group === group);
    return own.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...own.map(({ key, title, description, detail }) => ({ key, label: title, ...(description === undefined ? {} : { description }), ...(detail === '' ? {} : { detail }) }))];
  });
  return [...items, { label: '', kind: vscode.QuickPickItemKind.Separator }, { key: SKIP, label: vscode.l10n.t('Skip'), detail: message }];
}

/** Opens the entry of a source at its first placeholder. */
export async function showSource(client: BaseLanguageClient, uri: string, id: string): Promise<void> {
  const place = await client.sendRequest<ProtocolPlace | null>(SOURCE_PLACE, { uri, id } satisfies SourcePlaceParams);
  if (!place) return;
  const { start, end } = place.range;
  await vscode.window.showTextDocument(client.protocol2CodeConverter.asUri(place.uri), { selection: new vscode.Range(start.line, start.character, end.line, end.character), preview: false });
}
