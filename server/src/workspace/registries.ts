// The registry documents of the workspace: each file parsed once until its text changes.
import type { RegistryDocument } from '../model/context.ts';
import { parseRegistry, registryFormat } from '../registry/parse.ts';
import type { Texts, TextState } from './texts.ts';
import { nameOf } from './uris.ts';

type Reach = RegistryDocument['reach'];

export class Registries {
  readonly #texts: Texts;
  /** By address and reach; the same object until the text changes, so that its identity is a cache key. */
  readonly #parsed = new Map<string, { state: TextState; document: RegistryDocument }>();

  constructor(texts: Texts) {
    this.#texts = texts;
  }

  /** The registry in a file, or undefined where there is no text. */
  async read(uri: string, reach: Reach): Promise<RegistryDocument | undefined> {
    const state = await this.#texts.read(uri);
    const key = `${reach} ${uri}`;
    if (state === undefined) {
      this.#parsed.delete(key);
      return undefined;
    }
    const known = this.#parsed.get(key);
    if (known && (known.state === state || known.state.text === state.text)) return known.document;
    const other = this.#parsed.get(`${reach === 'draft' ? 'project' : 'draft'} ${uri}`);
    const registry = other?.state.text === state.text ? other.document.registry : parseRegistry(state.text, registryFormat(nameOf(uri), state.text));
    const document: RegistryDocument = { document: uri, text: state.text, registry, reach };
    this.#parsed.set(key, { state, document });
    return document;
  }
}
