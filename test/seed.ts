import fc from 'fast-check';

// Each run tries other examples, but for those that must not fail by chance: there the same are tried each time.
if (process.env['CI'] === 'true') fc.configureGlobal({ seed: 4 });
