// Free of the page, so that it can be tested alone. The server's rule is LinkTarget.IsOwnFile.
const ofModule = /^\/[a-z]+\/images\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The path of a picture that lies with us, also of one that was copied from a page of ours, whose address has become whole; else null. */
export function ownPicture(address, origin) {
  const path = address.startsWith(`${origin}/`) ? address.slice(origin.length) : address;
  const isFile = path.startsWith('/files/') && !/\.\.|\/\/|%2e|%2f|%5c/i.test(path);
  return isFile || ofModule.test(path) ? path : null;
}
