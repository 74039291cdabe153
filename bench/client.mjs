// What the measuring scripts share: signing in as a person does, the memory of the server, and lines for the table of goals.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';

export const email = 'bench@acme.example';
export const password = 'a sentence for measuring with';

let callers = 0;

// Each request from an address of its own, so that the limits do not answer in place of the product.
export const from = () => `10.${(++callers >> 16) & 255}.${(callers >> 8) & 255}.${callers & 255}`;

const cookiesOf = answer => answer.headers.getSetCookie().map(cookie => cookie.split(';')[0]);

/** The session's cookie as the sign-in form gives it. */
export async function signIn(url) {
  const page = await fetch(`${url}/signin`, { headers: { 'X-Forwarded-For': from() } });
  const token = (await page.text()).match(/name="__RequestVerificationToken"[^>]*value="([^"]*)"/)[1];
  const answer = await fetch(`${url}/signin`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'X-Forwarded-For': from(), Cookie: cookiesOf(page).join('; ') },
    body: new URLSearchParams({ __RequestVerificationToken: token, 'Form.Email': email, 'Form.Password': password }),
  });
  const cookie = cookiesOf(answer).find(found => /session=/.test(found));
  if (!cookie) {
    throw new Error(`The sign-in answered ${answer.status} and gave no session.`);
  }
  return cookie;
}

/** In MiB: VmRSS is now, VmHWM the most there was since the last clearPeak. */
export const memory = (pid, name = 'VmRSS') =>
  Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`${name}:\\s+(\\d+)`))[1]) / 1024;

export const clearPeak = pid => writeFileSync(`/proc/${pid}/clear_refs`, '5');

export const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

/** A line for the table of goals: at most so much of the unit. */
export const goal = (name, measured, most, unit) =>
  appendFileSync(process.env.BENCH_GOALS, `${name}\t${Number(measured).toFixed(1)}\t${most}\t${unit}\n`);

/** The value below which so much of all lies. */
export const percentile = (values, part) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];
