// The order of the suites. Each opens the files it needs and leaves none changed.
import './activation.ts';
