// For every page. Each behaviour is optional: without it the page still works as plain forms and links.
import * as actions from './actions.js';
import * as bell from './bell.js';
import * as codeField from './code-field.js';
import * as drafts from './drafts.js';
import * as errorSummary from './error-summary.js';
import * as flash from './flash.js';
import * as grow from './grow.js';
import * as held from './held.js';
import * as keepText from './keep-text.js';
import * as liveTickets from './live-tickets.js';
import * as markdownTools from './markdown-tools.js';
import * as offline from './offline.js';
import * as older from './older.js';
import * as once from './once.js';
import * as passkeys from './passkeys.js';
import * as passwordWords from './password-words.js';
import * as retry from './retry.js';
import * as scrollable from './scrollable.js';
import * as sessionBar from './session-bar.js';
import * as shortcuts from './shortcuts.js';
import * as showPassword from './show-password.js';
import * as theme from './theme.js';
import * as times from './times.js';
import { startAll } from './start.js';

startAll([bell, once, showPassword, drafts, times, theme, flash, errorSummary, markdownTools, grow, scrollable, older, actions, shortcuts, retry, offline, codeField, keepText, held, liveTickets, passkeys, passwordWords, sessionBar]);
document.documentElement.classList.add('scripted');
