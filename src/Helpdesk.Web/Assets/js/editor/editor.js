// For pages on which articles are written, beside the script of every page.
import { startAll } from '../start.js';
import * as autosave from './autosave.js';
import * as counter from './counter.js';
import * as itemFile from './item-file.js';
import * as writing from './writing.js';

// What a copy on this device has to give back is in the fields before the editor looks at them.
startAll([autosave, counter, itemFile, writing]);
