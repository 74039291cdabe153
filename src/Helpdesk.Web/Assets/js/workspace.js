// For agents and admins: all that app.js has, and the tools of the team.
import './app.js';
import './htmx.js';
import * as articles from './articles.js';
import * as autoSubmit from './auto-submit.js';
import * as bulk from './bulk.js';
import * as composers from './composers.js';
import * as insertMenu from './insert-menu.js';
import * as listKeys from './list-keys.js';
import * as peek from './peek.js';
import * as poll from './poll.js';
import * as presence from './presence.js';
import * as rail from './rail.js';
import * as sortable from './sortable.js';
import * as swaps from './swaps.js';
import * as thenNext from './then-next.js';
import * as verbs from './verbs.js';
import { startAll } from './start.js';

startAll([peek, swaps, composers, autoSubmit, bulk, listKeys, thenNext, insertMenu, articles, verbs, poll, rail, presence, sortable]);
