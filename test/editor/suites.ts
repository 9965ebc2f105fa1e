// The order of the suites: the first one needs the server asleep. Each closes what it opened.
import './activation.ts';
import './recognition.ts';
import './diagnostics.ts';
import './answers.ts';
import './commands.ts';
