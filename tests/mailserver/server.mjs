// A mail server that does as it is told. It prints its two ports as one line of JSON, ends with its standard input,
// and takes orders over HTTP:
//   GET  /state    what arrived, and who waits where
//   POST /faults   a list of faults, in place of the present ones
//   POST /release  lets everything go that is held, and forgets the faults
// A fault is { at, for?, times?, code?, text?, hold?, drop? }. `at` is the point in the conversation:
//   connect | sender | recipient | data (some of the message is through) | answer (after the final dot)
// `for` limits it to one recipient, `times` to so many mails.
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { connect, createServer } from 'node:net';
import { SMTPServer } from 'smtp-server';

const { MAIL_KEY, MAIL_CERT, MAIL_USER, MAIL_PASSWORD } = process.env;
const mails = [];
const held = [];
let faults = [];
let connections = 0;

function faultAt(at, recipients = []) {
  const fault = faults.find(one => one.at === at && one.times !== 0 && (!one.for || recipients.includes(one.for)));
  if (fault?.times) {
    fault.times--;
  }
  return fault;
}

function refusal(fault) {
  return Object.assign(new Error(fault.text ?? 'told to refuse'), { responseCode: fault.code });
}

// Lives through one point of the conversation: goes on, refuses, hangs up or waits for the release.
function pass(fault, session, goOn) {
  if (fault?.hold) {
    held.push({ at: fault.at, goOn });
  } else if (fault?.drop) {
    hangUp(session);
  } else {
    goOn(fault?.code ? refusal(fault) : null);
  }
}

function hangUp(session) {
  for (const connection of smtp.connections) {
    if (connection.id === session.id) {
      connection._socket.destroy();
    }
  }
}

const smtp = new SMTPServer({
  logger: false,
  disableReverseLookup: true,
  authOptional: !MAIL_USER,
  disabledCommands: [...(MAIL_KEY ? [] : ['STARTTLS']), ...(MAIL_USER ? [] : ['AUTH'])],
  ...(MAIL_KEY && { key: readFileSync(MAIL_KEY), cert: readFileSync(MAIL_CERT) }),
  onAuth(auth, session, done) {
    const isRight = auth.username === MAIL_USER && auth.password === MAIL_PASSWORD;
    done(isRight ? null : new Error('wrong user or password'), { user: auth.username });
  },
  onMailFrom(address, session, done) {
    pass(faultAt('sender'), session, done);
  },
  onRcptTo(address, session, done) {
    pass(faultAt('recipient', [address.address]), session, done);
  },
  onData(stream, session, done) {
    const chunks = [];
    const to = session.envelope.rcptTo.map(one => one.address);
    stream.on('data', chunk => chunks.push(chunk));
    stream.on('error', () => {});
    stream.on('end', () => {
      const mail = {
        from: session.envelope.mailFrom.address,
        to,
        user: session.user ?? null,
        isSecure: session.secure,
        raw: Buffer.concat(chunks).toString('base64'),
        answer: null,
      };
      const fault = faultAt('answer', to);
      if (!fault?.code) {
        mails.push(mail);
      }
      pass(fault, session, error => {
        mail.answer = error ? error.responseCode : 250;
        done(error);
      });
    });
  },
});
smtp.on('error', () => {});

// In front of it: a wire that can be cut or stopped in the middle of a message.
const wire = createServer(client => {
  connections++;
  client.on('close', () => connections--);
  client.on('error', () => {});
  const fault = faultAt('connect');
  if (fault?.drop) {
    client.destroy();
  } else if (fault?.code) {
    client.end(`${fault.code} ${fault.text ?? 'told to refuse'}\r\n`);
  } else if (fault?.hold) {
    held.push({ at: 'connect', goOn: () => forward(client) });
  } else {
    forward(client);
  }
});

function forward(client) {
  const server = connect(smtp.server.address().port, '127.0.0.1');
  let isInData = false;
  let isStopped = false;
  let rest = [];
  client.on('data', chunk => {
    if (isStopped) {
      rest.push(chunk);
      return;
    }
    const fault = isInData && faultAt('data');
    if (fault) {
      isStopped = true;
      server.write(chunk.subarray(0, Math.min(40, chunk.length - 5)));
      rest = [chunk.subarray(Math.min(40, chunk.length - 5))];
      if (fault.drop) {
        client.destroy();
      } else {
        held.push({ at: 'data', goOn: () => { isStopped = false; rest.splice(0).forEach(part => server.write(part)); } });
      }
    } else {
      server.write(chunk);
    }
    isInData = isInData ? !chunk.includes('\r\n.\r\n') : /(^|\r\n)DATA\r\n$/i.test(chunk.toString('latin1'));
  });
  server.on('data', chunk => client.write(chunk));
  client.on('close', () => server.destroy());
  server.on('close', () => client.destroy());
  server.on('error', () => client.destroy());
}

const control = createHttpServer((request, response) => {
  let body = '';
  request.on('data', chunk => { body += chunk; });
  request.on('end', () => {
    if (request.url === '/faults') {
      faults = JSON.parse(body);
    } else if (request.url === '/release') {
      faults = [];
      held.splice(0).forEach(one => one.goOn(null));
    }
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ mails, connections, held: held.map(one => one.at) }));
  });
});

const listen = (server, port = 0) => new Promise(resolve => server.listen(port, '127.0.0.1', resolve));
await listen(smtp);
await listen(wire, Number(process.env.MAIL_PORT ?? 0));
await listen(control);
console.log(JSON.stringify({ smtp: wire.address().port, control: control.address().port }));
process.stdin.on('end', () => process.exit(0)).resume();
