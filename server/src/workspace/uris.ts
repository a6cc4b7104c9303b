// Addresses as text: one spelling for each file, folders, relative paths; knows no file system.

/**
 * The one spelling of an address that the workspace uses for keys and gives back: that of VS Code, where every character of the path but letters, digits, `-._~` and `/`
 * is percent-encoded and a drive letter is small. `untitled:` and other addresses without a path are left alone.
 */
export function canonicalUri(uri: string): string {
  const parts = /^([a-z][a-z\d+.-]*:)(\/\/[^/]*)?(\/[^?#]*)(.*)$/is.exec(uri);
  if (!parts) return uri;
  const path = decodePath(parts[3]!).replace(/^\/([A-Z]):/, (_, drive: string) => `/${drive.toLowerCase()}:`);
  return parts[1]!.toLowerCase() + (parts[2] ?? '') + encodePath(path) + parts[4]!;
}

/** The folder of a file, without a closing slash; of a folder, its parent (`file://` is the root); undefined at the root and for addresses without a path. */
export function folderOf(uri: string): string | undefined {
  const at = uri.lastIndexOf('/');
  if (at < 0 || at === uri.length - 1) return undefined;
  const folder = uri.slice(0, at);
  return /^[a-z][a-z\d+.-]*:\/?$/i.test(folder) || folder.startsWith('untitled:') ? undefined : folder;
}

/** The last part of an address, decoded: a file's name. */
export function nameOf(uri: string): string {
  return decodePath(uri.slice(uri.lastIndexOf('/') + 1));
}

/** Is it the folder itself, or something in it? */
export function isWithin(folder: string, uri: string): boolean {
  return uri === folder || uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** The path of `uri` below `folder`, decoded, with slashes: what globs are matched against. Undefined if it is not below. */
export function pathBelow(folder: string, uri: string): string | undefined {
  return isWithin(folder, uri) && uri !== folder ? decodePath(uri.slice(folder.endsWith('/') ? folder.length : folder.length + 1)) : undefined;
}

/** A path as a writer gives it (`../registry/a b.yaml`, `/abs`, `C:\abs`), resolved from a folder. Never leaves the root. An address with a scheme is taken as it is. */
export function resolvePath(folder: string, path: string): string {
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(path)) return canonicalUri(path);
  const plain = path.replaceAll('\\', '/');
  const root = /^([a-z][a-z\d+.-]*:(?:\/\/[^/]*)?)(.*)$/i.exec(folder);
  const [, prefix = '', base = ''] = root ?? [];
  const absolute = plain.startsWith('/') || /^[a-z]:\//i.test(plain);
  const segments: string[] = [];
  for (const segment of [...(absolute ? [] : decodePath(base).split('/')), ...plain.split('/')]) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') segments.pop();
    else segments.push(segment);
  }
  return canonicalUri(`${prefix}/${encodePath(segments.join('/'))}`);
}

/** The shortest path from a folder to a file, for messages: `../registry/a.yaml`; the decoded address where they share nothing. */
export function relativePath(folder: string, uri: string): string {
  const from = folder.split('/');
  const to = uri.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  if (shared < 3) return decodePath(uri);
  return decodePath([...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/'));
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a lone `%`: the address is not encoded, or not well
  }
}

function encodePath(path: string): string {
  try {
    return path.split('/').map(segment => encodeURIComponent(segment).replace(/[!'()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)).join('/');
  } catch {
    return path; // half a surrogate pair
  }
}
