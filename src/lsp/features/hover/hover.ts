import type { Hover } from 'vscode-languageserver/node';
import type { Client } from '../../protocol/client.js';
import type { FileView, Workspace } from '../../workspace/workspace.js';
import { hoverOfEntry } from './entry.js';
import { plain } from './explanation.js';
import { hoverOfHostEntry } from './host-entry.js';
import { hoverOfMapping } from './mapping.js';
import { hoverOfRecord } from './record.js';
import { hoverOfSuppression } from './suppression.js';

/** What there is to say about the thing at an offset of a buffer. */
export async function hover(
  view: FileView,
  offset: number,
  workspace: Workspace,
  client: Client,
): Promise<Hover | undefined> {
  const found =
    hoverOfSuppression(view, offset, workspace) ??
    (await hoverOfEntry(view, offset)) ??
    hoverOfRecord(view, offset) ??
    hoverOfMapping(view, offset) ??
    hoverOfHostEntry(view, offset);
  if (found === undefined) return undefined;
  const range = view.document.lines.rangeOf(found);
  if (client.markdownHover) return { contents: { kind: 'markdown', value: found.text }, range };
  return { contents: { kind: 'plaintext', value: plain(found.text) }, range };
}
